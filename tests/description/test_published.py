"""The published bundle: the same meaning as `spec/`, in the spelling that other tools read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from contextio_contract.contract import Contract
from contextio_contract.contract.spelling import restored
from contextio_contract.description.source.bundler import bundle
from contextio_contract.description.source.published import published

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    read = bundle(Path("spec"), [])
    assert read is not None
    return read.document


@pytest.fixture(scope="module")
def made(written: dict[str, Any]) -> dict[str, Any]:
    return published(written)


def test_it_is_what_generate_writes(made: dict[str, Any]) -> None:
    assert json.loads(Path("generated/openapi.json").read_bytes()) == made


def test_publishing_again_changes_nothing(made: dict[str, Any]) -> None:
    assert published(made) == made
    assert published(restored(made)) == made


def test_it_allows_the_same_values(written: dict[str, Any], made: dict[str, Any]) -> None:
    before = json.dumps(written)
    old, new = Contract(written), Contract(made)
    judged = 0
    for name, operation in old.operations.items():
        for status, response in operation.responses.items():
            for media_type, media in response.content.items():
                again = new.operations[name].responses[status].content[media_type]
                for value in (value for example in media.examples for value in variants(example.value)):
                    assert media.schema.is_valid(value) == again.schema.is_valid(value), (name, status, value)
                    judged += 1
    assert judged > 1000
    assert json.dumps(written) == before


def test_nothing_is_left_that_tools_misread(made: dict[str, Any]) -> None:
    scalars = {
        name
        for name, schema in made["components"]["schemas"].items()
        if "enum" not in schema and schema.get("type") in {"string", "integer", "number", "boolean"}
    }
    assert scalars == set()
    assert "callbacks" not in made["components"]
    assert not {"File", "Error"} & made["components"]["schemas"].keys()
    for node in objects(made):
        variables = node.get("variables", {}).values() if "url" in node else ()
        assert all("description" not in variable for variable in variables)
        assert not isinstance(node.get("const"), bool) or "type" not in node
        values = node.get("enum", [])
        if len({str(value).lower() for value in values}) < len(values):
            assert len(set(map(str.lower, node["x-enum-varnames"]))) == len(values)


@pytest.mark.parametrize("constant", [True, False], ids=str)
def test_constants_mean_the_same(*, constant: bool) -> None:
    schemas = {"Done": {"properties": {"done": {"type": "boolean", "const": constant}}}}
    made = published({"openapi": "3.1.1", "paths": {}, "components": {"schemas": schemas}})
    done = Contract(made).schemas["Done"].properties["done"]
    assert [value for value in (True, False, None, "true", 1) if done.is_valid(value)] == [constant]


def test_alternatives_are_spelled_for_generators() -> None:
    person = {"type": "object", "properties": {"name": {"type": "string"}}}
    times = {"type": "object", "additionalProperties": {"type": "integer"}}
    one, many = (
        {"$ref": "#/components/schemas/Person"},
        {"type": "array", "items": {"$ref": "#/components/schemas/Person"}},
    )
    fields = {
        "one": {"oneOf": [many, one]},
        "times": {
            "description": "When.",
            "anyOf": [{"$ref": "#/components/schemas/Times"}, {"type": "null"}],
        },
        "raw": {"oneOf": [{"type": "boolean"}, {"type": "string", "const": "raw"}]},
    }
    schemas = {"Person": person, "Times": times, "Pet": {"properties": fields}, "PetRaw": person}
    made = published({"openapi": "3.1.1", "components": {"schemas": schemas}})["components"]["schemas"]["Pet"]
    assert made["properties"] == {
        "one": {"oneOf": [many, person]},
        "times": {**times, "description": "When.", "type": ["object", "null"]},
        "raw": {"oneOf": [{"type": "boolean"}, {"type": "string", "enum": ["raw"]}], "title": "PetRawValue"},
    }


def test_a_reference_that_narrows_a_scalar_stays() -> None:
    narrowed = {"$ref": "#/components/schemas/Name", "maxLength": 3}
    schemas = {"Name": {"type": "string", "maxLength": 9}, "Pet": {"properties": {"name": narrowed}}}
    made = published({"openapi": "3.1.1", "components": {"schemas": schemas}})
    assert made["components"]["schemas"] == schemas


def test_a_form_in_two_encodings_is_still_read_as_both(made: dict[str, Any]) -> None:
    body = made["paths"]["/accounts"]["post"]["requestBody"]
    assert list(body["content"]) == ["application/x-www-form-urlencoded"]
    assert body["description"].endswith("It may also be sent as multipart/form-data.")
    read = Contract(restored(made)).operations["accounts_create"].body
    assert read is not None
    assert read.form is not None
    assert read.multipart is not None
    assert read.multipart.schema.name == "AccountCreateForm"


def test_what_extensions_hide_is_read_from_the_file(written: dict[str, Any]) -> None:
    read = Contract.load(Path("generated/openapi.json"))
    for name, operation in Contract(written).operations.items():
        again = read.operations[name]
        for field, schema in operation.form_fields.items():
            for keyword in ("default", "maxLength"):
                assert schema.get(keyword) == again.form_fields[field].get(keyword)
        assert list(operation.body.content if operation.body else ()) == list(
            again.body.content if again.body else ()
        )


def test_names_of_schemas_are_those_of_the_description(written: dict[str, Any]) -> None:
    read = Contract.load(Path("generated/openapi.json"))
    assert read.schemas.keys() < Contract(written).schemas.keys()
    assert read.operations["files_get"].success.schema is not None
    assert read.operations["files_get"].success.schema.name == "File"


def test_form_fields_tell_their_defaults(made: dict[str, Any]) -> None:
    field = made["components"]["schemas"]["SourceCreateForm"]["properties"]["sync_all_folders"]
    assert field["x-default"] == 0
    assert field["description"].endswith("Default: 0.")
    assert "default" not in field


def variants(value: Any) -> Iterator[Any]:
    """Yield a value, and the value with each part replaced by one of another kind."""
    yield value
    yield from (other for other in (True, False, 0, 2, "", "no", None) if other != value)
    if isinstance(value, dict):
        for key, part in value.items():
            yield from ({**value, key: other} for other in variants(part))
    elif isinstance(value, list):
        for index, part in enumerate(value[:2]):
            yield from ([*value[:index], other, *value[index + 1 :]] for other in variants(part))


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(value)
