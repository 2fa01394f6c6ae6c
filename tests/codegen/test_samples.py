"""Calls that the reference and the clients show, for operations of every shape."""

from __future__ import annotations

from typing import Any

import pytest

from contextio_contract.codegen import samples
from contextio_contract.contract import FORM, JSON, MULTIPART, Contract, Operation

PATH = "/my-things/{token}"
TOKEN = {"name": "token", "in": "path", "schema": {"type": "string"}, "example": "a b/c"}
ANSWER = {"content": {JSON: {"schema": {"$ref": "#/components/schemas/MyThing"}}}}


def operation_of(definition: dict[str, Any], method: str = "post") -> Operation:
    """Return the operation of a description that holds no other."""
    full = {"operationId": "my_things_create_one", "tags": ["my_things"], "responses": {"200": ANSWER}}
    item = {"parameters": [TOKEN], method: full | definition}
    bundle = {"paths": {PATH: item}, "components": {"schemas": {"MyThing": {"type": "object"}}}}
    return Contract(bundle).operations["my_things_create_one"]


def body(media_type: str, **media: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {media_type: {"schema": {"type": "object"}, **media}}}}


def parameter(location: str, name: str, example: Any, **more: Any) -> dict[str, Any]:
    return {"in": location, "name": name, "required": True, "example": example, "schema": {}, **more}


def test_a_form_in_each_language() -> None:
    form = {"from": "x", "many words": True, "text": 'a"b'}
    operation = operation_of(body(FORM, example=form))
    curl, python, typescript = samples.samples(operation, "http://h/2.0")
    assert curl.code.startswith('url="http://h/2.0/my-things/a%20b%2Fc"\n')
    assert "--data-urlencode 'text=a\"b'" in curl.code
    compile(python.code, "sample", "exec")
    shown = samples.python_call("client.things.create", samples.examples(operation)[0], 110)
    assert shown == 'client.things.create("a b/c", from_="x", many_words=True, text="a\\"b")'
    assert "const myThing = await client.myThings.createOne(" in typescript.code
    assert '"many words": true' in typescript.code


IDS = parameter("query", "ids", [1, 2])
JOINED = parameter("query", "ids", ["a", "b"], explode=False)
TRACE = parameter("header", "X-Trace", "on")


@pytest.mark.parametrize(
    ("definition", "method", "lines"),
    [
        (body(JSON, example={"add": ["a"]}), "put", ["-X PUT", """--data-raw '{"add": ["a"]}'"""]),
        (body("message/rfc822", example="Subject: é"), "post", ["Type: message/rfc822", "'Subject: é'"]),
        (body(MULTIPART, example={"file": "a b"}), "post", ["--form-string 'file=a b'", 'POST "$url")']),
        ({"parameters": [IDS]}, "get", ["curl -G", "--data-urlencode ids=1", "--data-urlencode ids=2"]),
        ({"parameters": [JOINED]}, "delete", ["curl -G -X DELETE", "--data-urlencode ids=a,b"]),
        (
            {"parameters": [JOINED, TRACE], **body(JSON, example={})},
            "post",
            ['curl "$url"', "--url-query ids=a,b", "-H 'X-Trace: on'", "--data-raw '{}'"],
        ),
    ],
)
def test_curl_sends_whatever_is_described(definition: dict[str, Any], method: str, lines: list[str]) -> None:
    code = samples.samples(operation_of(definition, method), "http://h/2.0")[0].code
    assert [line for line in lines if line not in code] == [], code


@pytest.mark.parametrize(
    "definition",
    [
        body(JSON),
        {"responses": {"200": {"content": {"text/plain": {}}}}},
        {"responses": {"302": {"description": "Elsewhere."}}},
    ],
)
def test_operations_without_a_client_method_are_shown_with_curl_alone(definition: dict[str, Any]) -> None:
    assert [each.language for each in samples.samples(operation_of(definition), "")] == ["curl"]
