"""Mistakes in keywords: each is found once, by its rule, on its line, with advice what to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from tests.description.conftest import SPEC
from tests.description.patched import merged, things

from contextio_contract.description import Bundle
from contextio_contract.description.lint import lint
from contextio_contract.description.lint.causes import causes_first
from contextio_contract.description.lint.specification import validate
from contextio_contract.description.source.yaml import parse


class KeywordMistake(NamedTuple):
    name: str
    place: str
    patch: Any
    line: str
    advice: str
    also: list[str] = []  # noqa: RUF012 - never changed


TABLE = yaml.load(Path(__file__).with_name("keyword_mistakes.yaml").read_bytes(), yaml.CSafeLoader)
MISTAKES = [(rule, KeywordMistake(*row)) for rule, rows in TABLE.items() for row in rows]


def planted(mistake: KeywordMistake) -> tuple[Bundle, list[str]]:
    """Return the small description with a mistake, and the lines of its file."""
    root: Any = {"": things().document}
    owner, last = root, ""
    for key in mistake.place.split():
        owner = owner[int(last) if isinstance(owner, list) else last]
        last = key
    inner: Any = int(last) if isinstance(owner, list) else last
    owner[inner] = emptied(merged(owner[inner], mistake.patch))
    text = yaml.dump(root[""], Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=1000)
    file, findings = parse(text.encode(), "things.yaml")
    assert file is not None
    assert findings == []
    return Bundle(file.data, dict(file.positions)), text.splitlines()


def emptied(value: Any) -> Any:
    """Return a value in which nothing stands in place of `<empty>`."""
    if isinstance(value, dict):
        return {key: emptied(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [emptied(inner) for inner in value]
    return None if value == "<empty>" else value


@pytest.mark.parametrize(("rule", "mistake"), MISTAKES, ids=lambda value: getattr(value, "name", value))
def test_a_mistake_in_a_keyword_is_found_once_with_advice(rule: str, mistake: KeywordMistake) -> None:
    bundle, lines = planted(mistake)
    findings = list(lint(bundle, SPEC))
    findings = causes_first(bundle, [*findings, *validate(bundle, findings)])
    said = [str(finding) for finding in findings]
    found = [finding for finding in findings if finding.rule == rule]
    assert len(found) == 1, said
    assert lines[found[0].position.line - 1].lstrip(" -").startswith(mistake.line.lstrip("- ")), said
    assert mistake.advice in found[0].fix, said
    assert {finding.rule for finding in findings} <= {rule, *mistake.also}, said
