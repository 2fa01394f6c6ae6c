"""Calls that the reference and the clients show, for operations of every shape."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from tests import shapes

from contextio_contract.codegen import samples
from contextio_contract.codegen.docs.programs import programs
from contextio_contract.contract import FORM, JSON, MULTIPART, Contract, Operation

PATH = "/my-things/{token}"
TOKEN = {"name": "token", "in": "path", "schema": {"type": "string"}, "example": "<a b/c@host>"}
ANSWER = {"content": {JSON: {"schema": {"$ref": "#/components/schemas/MyThing"}}}}
HOST = "http://h"


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


def codes(operation: Operation) -> list[str]:
    return [program.code for program in programs(operation, f"{HOST}/2.0", f"{HOST}/2.0")]


def python_call(operation: Operation) -> str:
    return samples.python_call("call", samples.examples(operation)[0], 1000)


def test_several_objects_are_named_in_the_plural() -> None:
    def named(schema: str) -> str:
        rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}}
        operation = {"operationId": "things_list", "tags": ["things"]}
        answer = {"200": {"content": {JSON: {"schema": rows}}}}
        bundle = {
            "paths": {"/things": {"get": operation | {"responses": answer}}},
            "components": {"schemas": {schema: {"type": "object"}}},
        }
        return samples.result_name(Contract(bundle).operations["things_list"])

    assert [named("MailAddress"), named("Account")] == ["mail_addresses", "accounts"]


def test_a_form_in_each_language() -> None:
    form = {"from": "x", "many words": True, "text": 'a"b', "add[]": ["a", "b"]}
    operation = operation_of(body(FORM, example=form))
    curl, python, typescript = codes(operation)
    assert curl.startswith('url="http://h/2.0/my-things/%3Ca%20b%2Fc%40host%3E"\n')
    assert "--data-urlencode 'text=a\"b'" in curl
    assert curl.count("--data-urlencode 'add[]=") == 2
    compile(python, "sample", "exec")
    assert python_call(operation) == (
        'call("<a b/c@host>", from_="x", many_words=True, text="a\\"b", add=["a", "b"])'
    )
    assert "const myThing = await client.myThings.createOne(" in typescript
    assert '"many words": true' in typescript
    assert 'add: ["a", "b"]' in typescript


FILE = {
    "schema": {"properties": {"message": {"type": "string", "format": "binary"}}},
    "encoding": {"message": {"contentType": "message/rfc822"}},
    "example": {"message": "Subject: a\r\n\r\n", "folder": "INBOX"},
}


def test_a_file_in_each_language() -> None:
    operation = operation_of(body(MULTIPART, **FILE))
    curl, python, typescript = codes(operation)
    assert "-F 'message=@message.eml;type=message/rfc822'" in curl
    assert "--form-string folder=INBOX" in curl
    assert 'sign POST "$url")' in curl, "fields of a multipart form are not signed"
    assert 'message=Path("message.eml")' in python
    assert 'message: await openAsBlob("message.eml")' in typescript
    assert "Subject" not in curl + python + typescript


IDS = parameter("query", "ids", [1, 2])
JOINED = parameter("query", "ids", ["a", "b"], explode=False)
TRACE = parameter("header", "X-Trace", "on")


@pytest.mark.parametrize(
    ("definition", "method", "lines"),
    [
        (body(JSON, example=[{"add": True}]), "put", ["-X PUT", """--data-raw '[{"add": true}]'"""]),
        (body("message/rfc822", example="Subject: é"), "post", ["Type: message/rfc822", "'Subject: é'"]),
        (body(MULTIPART, example={"file": "a b"}), "post", ["--form-string 'file=a b'", 'POST "$url")']),
        ({"parameters": [IDS]}, "get", ["curl -G", "--data-urlencode ids=1", "--data-urlencode ids=2"]),
        ({"parameters": [JOINED]}, "delete", ["curl -G -X DELETE", "--data-urlencode ids=a,b"]),
        (
            {"parameters": [JOINED, TRACE], **body(JSON, example={})},
            "post",
            ['curl "$url"', "--url-query ids=a,b", "-H 'X-Trace: on'", "--data-raw '{}'"],
        ),
        (
            {"responses": {"200": {"content": {"message/rfc822": {"schema": {"format": "binary"}}}}}},
            "get",
            ["-o one.eml"],
        ),
    ],
)
def test_curl_sends_whatever_is_described(definition: dict[str, Any], method: str, lines: list[str]) -> None:
    code = codes(operation_of(definition, method))[0]
    assert [line for line in lines if line not in code] == [], code


def test_bodies_arrays_and_names_that_are_there_twice_are_arguments() -> None:
    listed = parameter("query", "token", "other")
    operation = operation_of({"parameters": [JOINED, listed], **body(JSON, example=[{"a": None}])})
    shown = 'call("<a b/c@host>", ids=["a", "b"], query_token="other", body=[{"a": None}])'
    assert python_call(operation) == shown


def test_every_kind_of_operation_has_a_program_in_python() -> None:
    operations = Contract(shapes.document()).operations
    assert operations
    for operation in operations.values():
        code = codes(operation)[1]
        ast.parse(code)
        assert (".save(" in code) == (operation.success.kind == "binary")
        assert f".{operation.page}.{operation.name}(" in code
