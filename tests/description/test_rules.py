"""Each rule finds its bad example, passes its good one, and no description makes any rule fail."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.description.patched import merged, pasted, things

from contextio_contract.description import Bundle, Finding, read
from contextio_contract.description.lint import RULES, Rule, lint
from contextio_contract.description.lint.file_rules import ROOT
from contextio_contract.description.lint.nodes import Description
from contextio_contract.description.lint.pieces import piece

SPEC = Path(__file__).parents[2] / "spec"
OBJECT_RULES = [rule for rule in RULES.values() if rule.kinds]
FILE_RULES = [rule for rule in RULES.values() if not rule.kinds]


def laid_over(rule: Rule, example: str) -> Bundle:
    """Return the small description with an example laid over the first object of the rule's first kind."""
    bundle = things()
    pointer = first(bundle, rule.kinds[0])
    owner: Any = {"document": bundle.document}
    for key in ("document", *pointer)[:-1]:
        owner = owner[key]
    last = ("document", *pointer)[-1]
    owner[last] = merged(owner[last], yaml.safe_load(example))
    return Bundle(owner["document"] if not pointer else bundle.document, bundle.positions)


def first(bundle: Bundle, kind: str) -> tuple[str | int, ...]:
    return Description(bundle, SPEC).nodes[kind][0].pointer


@pytest.mark.parametrize("rule", OBJECT_RULES, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_the_rule(rule: Rule) -> None:
    findings = list(lint(pasted(piece(rule, rule.bad)), SPEC))
    assert rule.id in {finding.rule for finding in findings}


@pytest.mark.parametrize("rule", OBJECT_RULES, ids=lambda rule: rule.id)
def test_the_good_example_keeps_every_rule(rule: Rule) -> None:
    assert [str(finding) for finding in lint(pasted(piece(rule, rule.good)), SPEC)] == []


def test_the_names_in_an_example_of_a_map_are_free() -> None:
    example = """
    examples: null
    schema:
      $ref: null
      description: What went wrong, or how many there are of each.
      oneOf: [{$ref: '#/components/schemas/Error'}, {type: object, additionalProperties: {type: integer}}]
    example: {spade: 7}
    """
    findings = lint(laid_over(RULES["example-known"], example), SPEC)
    assert "example-known" not in {finding.rule for finding in findings}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_rule_says_in_a_sentence_what_it_demands(rule: Rule) -> None:
    assert rule.sentence[0].isupper()
    assert rule.sentence.endswith(".")
    assert "\n" not in rule.sentence


def findings_in(folder: Path, example: str) -> list[Finding]:
    """Return what is found in a description with the files of an example."""
    (folder / "documented").mkdir(parents=True)
    for name in ("EXTENSIONS.md", "documented/README.md"):
        (folder / name).write_bytes((SPEC / name).read_bytes())
    for text in (ROOT, example):
        for name, content in re.findall(r"^# (\S+)\n((?:(?!# ).*\n)*)", text, re.MULTILINE):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    return read(folder).findings


@pytest.mark.parametrize("rule", FILE_RULES, ids=lambda rule: rule.id)
def test_the_bad_files_break_the_rule(tmp_path: Path, rule: Rule) -> None:
    assert rule.id in {finding.rule for finding in findings_in(tmp_path / "spec", rule.bad)}


@pytest.mark.parametrize("rule", FILE_RULES, ids=lambda rule: rule.id)
def test_the_good_files_keep_every_rule(tmp_path: Path, rule: Rule) -> None:
    assert findings_in(tmp_path / "spec", rule.good) == []


def places(value: Any, pointer: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [pointer]
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):
            found += places(inner, (*pointer, key))
        else:
            found.append((*pointer, key))
    return found


PLACES = places(json.loads(json.dumps(things().document)))
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["$ref", "type", "x-source", "name", "required"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


@given(place=st.sampled_from(PLACES[1:]), value=ODD)
def test_no_value_anywhere_makes_a_rule_fail(place: tuple[str | int, ...], value: Any) -> None:
    bundle = things()
    owner: Any = bundle.document
    for key in place[:-1]:
        owner = owner[key]
    owner[place[-1]] = value
    for finding in lint(bundle, SPEC):
        assert finding.position.file == "things.yaml"
        assert finding.message
        assert finding.fix
