"""Descriptions with extensions that cannot be read: commands end with a sentence when they start."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests import shapes

from contextio_contract.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("path", "method", "key", "value"),
    [
        ("/shapes", None, "x-resource", {"key": "id"}),
        ("/shapes", "get", "x-list", {"paging": {"limit": "limit"}}),
        ("/shapes", "get", "x-list", {"filters": {"class": {"field": "class", "match": "resembles"}}}),
        ("/shapes", "get", "x-switches", {"async": [1]}),
        ("/shapes/{shape-id}/labels", None, "x-part", {"field": "labels"}),
        ("/shapes/{shape-id}/printing", "post", "x-async", {"observe": "shapes_get_printing"}),
        ("/shapes", "post", "x-mailbox", []),
    ],
)
@pytest.mark.parametrize("command", [["mock"], ["serve", "--database", ":memory:"], ["conformance"]])
def test_malformed_extensions_end_a_command_with_a_sentence(  # noqa: PLR0913, PLR0917 - rows of a table
    tmp_path: Path, command: list[str], path: str, method: str | None, key: str, value: Any
) -> None:
    document = shapes.document()
    item = document["paths"][path]
    (item if method is None else item[method])[key] = value
    bundle = tmp_path / "openapi.json"
    bundle.write_text(json.dumps(document), "utf-8")
    port = [] if command == ["conformance"] else ["--port", "0"]
    done = CliRunner().invoke(main, [*command, *port, "--spec", str(bundle)])
    assert done.exit_code == 2, done.output
    assert done.stderr.count("\n") == 1
    assert "cannot be used: an extension of " in done.stderr
    assert done.stderr.endswith("; run: make lint\n")
