"""The vocabulary of behaviour: whatever disagrees with the schemas is found where it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from tests.description.conftest import SPEC
from tests.description.patched import merged, things

from contextio_contract.description import Bundle
from contextio_contract.description.lint import lint
from contextio_contract.description.source.bundler import bundle

RULES = {
    *("behaviour-stated", "behaviour-name", "resource-value", "filter-match", "list-parameters"),
    "switch-effect",
}
FREE = {
    "kind",
    "order",
    "match",
    "value",
    "maximum",
    "seconds",
    "default",
    "direction",
    "several",
    "as",
    "prefix",
}
"""Keys of the vocabulary whose values are no names."""
MAPS = {"initial", "reads-back", "filters", "others", "x-switches"}
"""Keys of the vocabulary below which keys are names."""
VOCABULARY = {"x-resource", "x-list", "x-part", "x-switches", "x-async", "x-mailbox"}
FLAG = {"type": "integer", "enum": [0, 1]}
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
TEXTS = {"type": "array", "items": TEXT}


def found(patch: Any, rules: set[str] = RULES) -> list[str]:
    """Return what some rules find in the small description with a patch."""
    small = things()
    document = merged(small.document, yaml.safe_load(patch) if isinstance(patch, str) else patch)
    findings = sorted(lint(Bundle(document, small.positions), SPEC))
    return [f"{each.rule}: {each.message}; {each.fix}" for each in findings if each.rule in rules]


def of_list(name: str, parameter: Any, criterion: Any, field: Any) -> dict[str, Any]:
    """Return a patch for a list of things with a field, and a filter on it."""
    listing = {
        "parameters": [{"name": name, "in": "query", "schema": parameter}],
        "x-list": {"filters": {"name": None, name: criterion}},
    }
    thing = {"allOf": None, "type": "object", "properties": {"id": TEXT, "part": field}}
    return {"paths": {"/things": {"get": listing}}, "components": {"schemas": {"Thing": thing}}}


ANSWER = "{content: {application/json: {schema: %s}}}"
INNER = """
components:
  schemas:
    Name: {type: object, properties: {name: {type: string}}}
    Thing:
      allOf: null
      properties:
        id: {type: string}
        name: {type: string}
        owner: {$ref: '#/components/schemas/Name'}
        parts: {type: array, items: {$ref: '#/components/schemas/Name'}}
        tags: {type: array, items: {type: string}}
paths: {/things: {get: {x-list: {filters: {name: %s}}}}}
"""
DISAGREEING = {
    "no collection": (
        "paths: {'/things/{id}': {x-resource: {kind: thing}}}",
        "behaviour-stated: /things/{id} is one resource; move it",
    ),
    "list in an object": (
        f"""
components:
  schemas:
    Things: {{properties: {{all: {{type: array, items: {{$ref: '#/components/schemas/Thing'}}}}}}}}
paths:
  /things:
    get:
      x-list: null
      responses: {{'200': {ANSWER % "{type: null, items: null, $ref: '#/components/schemas/Things'}"}}}
""",
        "behaviour-stated: nothing says how GET /things divides, orders and filters",
    ),
    "not answered to creations": (
        f"""
components: {{schemas: {{Thing: {{properties: {{made: {{type: string}}}}}}}}}}
paths:
  /things:
    x-resource: {{url: made}}
    post: {{responses: {{'201': {ANSWER % "{$ref: '#/components/schemas/ThingCreateForm'}"}}}}}
""",
        "no field of the read and of the answer to a creation is called made",
    ),
    "nothing above": (
        "paths: {/things: {x-resource: {embedded-at: things}}}",
        "no list of these resources in the one above is called things; remove it",
    ),
    "nothing above can be read": (
        """
paths:
  '/boxes/{box}/things': {x-resource: {kind: thing, embedded-at: all}, get: {responses: {default: {}}}}
""",
        "no list of these resources in the one above is called all; remove it",
    ),
    "filter of what is no list": (
        f"paths: {{/things: {{get: {{responses: {{'200': {ANSWER % '{type: object, items: null}'}}}}}}}}}",
        "no field of the elements is called name; remove it",
    ),
    "filter of an inner field": (
        INNER % "{field: owner.mane}",
        "no field of the elements is called owner.mane; write owner.name",
    ),
    "narrowed object": (
        INNER % "{field: owner.name, narrows: owner}",
        "no list in the elements is called owner; write one of parts, tags",
    ),
    "another narrowed list": (
        INNER % "{field: parts.name, narrows: tags}",
        "filter-match: parts.name is not in tags; write the list that",
    ),
    "two alike": (
        """
paths:
  /things:
    get:
      parameters:
        - {name: alias, in: query, schema: {type: string}}
        - {name: name, in: query, schema: {type: string}}
      x-list: {filters: {alias: {field: name, match: equal}}}
""",
        "filter-match: name and alias compare name alike; remove one",
    ),
    "switch that is no parameter": (
        "paths: {/things: {get: {x-switches: {nmae: [{value: 1, adds: name}]}}}}",
        "no query or header parameter is called nmae; write name",
    ),
    "switch to another media type": (
        "paths: {/things: {get: {x-switches: {name: [{value: raw, answers: text/html}]}}}}",
        "no media type of the answer is called text/html; write application/json",
    ),
    "narrowed by what is not there": (
        "paths: {/things: {get: {x-switches: {name: [{narrows: name, by: kind}]}}}}",
        "switch-effect: there is no name.kind; write a field",
    ),
    "part of nothing": (
        "paths: {'/things/{id}': {x-part: {of: things_read, field: name}}}",
        "no operation is called things_read; write",
    ),
    "part that the whole lacks": (
        "paths: {'/things/{id}': {x-part: {of: things_get, field: nmae}}}",
        "no field of the whole resource is called nmae; write name",
    ),
    "work that shows nowhere": (
        "paths: {/things: {post: {x-async: {observe: things_get, fields: [finished]}}}}",
        "no field of what is observed is called finished; write",
    ),
    "order by what is not there": (
        "paths: {/things: {get: {x-list: {order: {by: size, parameter: sort}}}}}",
        "no field of the elements is called size; write",
    ),
    "two places": (
        "paths: {/things: {get: {x-list: {others: {name: Twice.}}}}}",
        "list-parameters: name stands 2 times in filters, paging, order, others and x-switches; write it in",
    ),
}


@pytest.mark.parametrize(("patch", "text"), DISAGREEING.values(), ids=DISAGREEING)
def test_what_disagrees_is_found(patch: str, text: str) -> None:
    findings = found(patch)
    assert any(text in finding for finding in findings), findings


def test_a_filter_may_narrow_the_list_of_its_field() -> None:
    assert found(INNER % "{field: parts.name, narrows: parts}") == []


def test_a_creation_that_answers_no_field_of_the_resource_may_leave_its_key_to_others() -> None:
    answer = ANSWER % "{properties: {success: {type: boolean}}}"
    assert found(f"paths: {{/things: {{post: {{responses: {{'201': {answer}}}}}}}}}") == []


def test_a_part_that_is_only_written_names_a_field_of_its_body() -> None:
    body = ANSWER % "{type: array, items: {$ref: '#/components/schemas/Name'}}"
    answers = f"{{'200': {ANSWER % '{}'}}}"
    written = f"put: {{operationId: things_replace_tags, requestBody: {body}, responses: {answers}}}"
    part = "x-part: {of: things_get, field: tags, element: %s}"
    patch = INNER % "{field: name, match: equal}"
    patch = f"{patch.strip()[:-1]}, '/things/{{id}}/tags': {{{part}, {written}}}}}"
    assert found(patch % "name") == []
    assert found(patch % "title") == ["behaviour-name: no field of the answer is called title; write name"]


@pytest.mark.parametrize(
    ("match", "parameter", "field", "fits"),
    [
        ({"match": "equal"}, TEXT, TEXT, True),
        ({"match": "equal"}, TEXT, TEXTS, True),
        ({"match": "equal"}, TEXT, {"type": ["string", "null"]}, True),
        ({"match": "equal"}, TEXT, {"type": "string", "enum": ["A", "B"]}, True),
        ({"match": "equal"}, {"enum": ["C", "B"]}, {"enum": ["A", "B"]}, True),
        ({"match": "equal"}, NUMBER, {"type": "number", "minimum": 3}, True),
        ({"match": "equal"}, {"enum": ["C"]}, {"enum": ["A", "B"]}, False),
        ({"match": "equal"}, NUMBER, TEXT, False),
        ({"match": "equal"}, FLAG, {"type": "boolean"}, False),
        ({"match": "address"}, TEXT, TEXTS, True),
        ({"match": "address"}, {"type": "string", "format": "email"}, TEXT, True),
        ({"match": "address"}, TEXT, NUMBER, False),
        ({"match": "address"}, NUMBER, TEXT, False),
        ({"match": "is", "value": "A"}, FLAG, {"enum": ["A", "B"]}, True),
        ({"match": "is", "value": True}, FLAG, {"type": "boolean"}, True),
        ({"match": "is", "value": "C"}, FLAG, {"enum": ["A", "B"]}, False),
        ({"match": "is", "value": "A"}, TEXT, {"enum": ["A", "B"]}, False),
    ],
)
def test_a_filter_matches_what_its_field_can_have(
    match: Any, parameter: Any, field: Any, *, fits: bool
) -> None:
    findings = found(of_list("q", parameter, {"field": "part", **match}, field))
    assert [finding.partition(";")[0] for finding in findings] == (
        [] if fits else ["filter-match: q and part cannot match so"]
    )


@pytest.mark.parametrize(
    ("stated", "fix"),
    [
        ("x-resource: {creatd: id}", "write created"),
        ("x-resource: {lifetime: {feild: id, seconds: 1}}", "write field"),
        ("get: {x-list: {filters: {name: {narrow: id}}}}", "write narrows"),
    ],
)
def test_a_misspelt_key_is_told_from_the_nearest(stated: str, fix: str) -> None:
    findings = found({"paths": {"/things": yaml.safe_load(stated)}}, {"extension-value"})
    assert any(finding.endswith(f"; {fix}") for finding in findings), findings


@pytest.mark.parametrize("match", [{"match": "is"}, {"match": "equal", "value": "A"}])
def test_a_value_belongs_to_the_match_that_compares_with_it(match: Any) -> None:
    patch = of_list("q", FLAG, {"field": "part", **match}, {"type": "integer"})
    assert any("x-list is wrong" in finding for finding in found(patch, {"extension-value"}))


@pytest.mark.parametrize(
    ("sent", "shown", "fits"),
    [
        (TEXT, TEXT, True),
        (TEXT, {"type": ["string", "null"]}, True),
        (TEXT, TEXTS, True),
        (FLAG, {"type": "boolean"}, True),
        (FLAG, NUMBER, True),
        (NUMBER, NUMBER, True),
        ({"enum": ["A"]}, {"enum": ["A", "B"]}, True),
        ({"type": "string", "pattern": "^https?://"}, {"type": "string", "format": "uri"}, True),
        ({"enum": ["A", "C"]}, {"enum": ["A", "B"]}, False),
        ({"enum": ["A", "a"]}, {"const": "a"}, False),
        (FLAG, TEXT, False),
        (NUMBER, TEXT, False),
        (TEXT, {"type": "boolean"}, False),
        (TEXT, {"type": "array", "items": NUMBER}, False),
    ],
)
def test_a_form_field_reads_back_where_it_can_show(sent: Any, shown: Any, *, fits: bool) -> None:
    thing = {"allOf": None, "type": "object", "properties": {"id": TEXT, "name": TEXT, "part": shown}}
    schemas = {"ThingCreateForm": {"properties": {"part": sent}}, "Thing": thing}
    patch = {"components": {"schemas": schemas}}
    expected = "resource-value: part cannot show every part that POST /things takes; write part in reads-back"
    assert [finding.partition(",")[0] for finding in found(patch)] == ([] if fits else [expected])
    excused = {"/things": {"x-resource": {"reads-back": {"part": False}}}}
    assert found({**patch, "paths": excused}) == []


def renamed(value: Any, names: list[str]) -> Any:
    """Return a part of the vocabulary in which each name is another one, and note the new names."""

    def rename(name: str) -> str:
        names.append(f"{name}_{len(names)}")
        return names[-1]

    if isinstance(value, list):
        return [renamed(each, names) if isinstance(each, dict) else rename(each) for each in value]
    if not isinstance(value, dict):
        return value
    result: dict[str, Any] = {}
    for key, inner in value.items():
        if key == "headers":
            result[key] = {
                rename(name): {rename(field): inner[name][field] for field in inner[name]} for name in inner
            }
        elif key in MAPS:
            result[key] = {rename(name): renamed(entry, names) for name, entry in inner.items()}
        elif isinstance(inner, str) and key not in FREE and not (key == "by" and "narrows" in value):
            result[key] = rename(inner)
        else:
            result[key] = renamed(inner, names)
    return result


def test_no_name_goes_unchecked() -> None:
    described = bundle(SPEC, [])
    assert described is not None
    document, names = json.loads(json.dumps(described.document)), list[str]()
    for item in document["paths"].values():
        for holder in (item, *(node for node in item.values() if isinstance(node, dict))):
            for key in VOCABULARY & holder.keys():
                holder.update(renamed({key: holder[key]}, names))
    findings = lint(Bundle(document, described.positions), SPEC)
    unknown = [
        each.message.rpartition(" is called ")[2] for each in findings if each.rule == "behaviour-name"
    ]
    assert len(names) > len({name.rpartition("_")[0] for name in names}) > 1
    assert sorted(unknown) == sorted(names)
