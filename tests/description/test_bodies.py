"""What `spec/README.md` says of bodies, parameters and answers, held against the rules of lint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.description.conftest import SPEC

from contextio_contract.contract import FORM, JSON, MULTIPART
from contextio_contract.description import read
from contextio_contract.description.lint import RULES

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]]
    for line in (SPEC / "README.md").read_text("utf-8").splitlines()
    if re.search(r"\| `[a-z-]+` \|$", line)
]
REFUSED = {
    "media-types": ("application/x-www-form-urlencoded:", "application/xml:"),
    "open-form": ("required: [title]\n", "required: [title]\n    additionalProperties: false\n"),
    "sent-field": ("callback_url: {type: string,", "callback_url: {type: string, readOnly: true,"),
    "required-body": (
        "required: true\n    description: What to put there.",
        "description: What to put there.",
    ),
    "sent-anywhere": ("name: book\n    in: path", "name: book\n    in: cookie"),
    "body-schema": ('schema: {$ref: "#/schemas/BookCreateForm"}', ""),
    "answers": ('"401": {$ref: "../common.yaml#/responses/FailureAlias"}', ""),
    "answer-status": ('"429":', '"4290":'),
    "response-header": ("X-Total:", "Content-Type:"),
    "callback-expression": ("{$request.body#/callback_url}", "https://app.example/"),
    "link-expression": ("$response.body#/title", "$response.body#/isbn"),
    "yaml": ("minutes: 90", "minutes: 090"),
}
"""An edit of the library's page that each rule refuses; the other rules have their examples alone."""


def test_each_row_names_a_rule() -> None:
    assert ROWS
    assert {rule.strip("`") for *_, rule in ROWS} <= RULES.keys()
    assert REFUSED.keys() <= {rule.strip("`") for *_, rule in ROWS}


@pytest.mark.parametrize("rule", REFUSED)
def test_what_is_refused_is_found_by_the_rule(library: Path, rule: str) -> None:
    path = library / "resources/books.yaml"
    old, new = REFUSED[rule]
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert rule in {finding.rule for finding in read(library).findings}


@pytest.mark.parametrize("media_type", [FORM, MULTIPART, JSON])
def test_media_types_that_are_taken_pass(library: Path, media_type: str) -> None:
    assert f"`{media_type}`" in ROWS[0][1]
    path = library / "resources/books.yaml"
    path.write_text(path.read_text("utf-8").replace(f"{FORM}:", f"{media_type}:", 1), "utf-8")
    assert [finding.rule for finding in read(library).findings] == []
