"""Descriptions of other shapes than today's: generators write code that works, or refuse in a sentence."""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from ruff import find_ruff_bin

from contextio_contract.codegen.python.client import write_client
from contextio_contract.codegen.python.models import write_models
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import FORM, JSON, MULTIPART, Contract, ContractError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Change = "Callable[[dict[str, Any]], object]"


def referring(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "An answer.", "content": {JSON: {"schema": schema}}}


@pytest.fixture
def shelf() -> dict[str, Any]:
    """Return a small description with most of its objects behind references, some by way of another one."""
    return {
        "openapi": "3.1.1",
        "info": {"title": "Shelf", "version": "1.2.3"},
        "servers": [{"url": "https://shelf.example/v1"}],
        "tags": [{"name": "books", "description": "The books of a shelf."}],
        "paths": {
            "/books": {
                "get": {
                    "operationId": "books_list",
                    "summary": "List the books.",
                    "tags": ["books"],
                    "parameters": [referring("parameters", "Alias"), referring("parameters", "Offset")],
                    "x-list": {"paging": {"limit": "limit", "offset": "offset", "maximum": 40}},
                    "responses": {
                        "200": answer({"type": "array", "items": referring("schemas", "Book")}),
                        "default": referring("responses", "Failed"),
                    },
                },
                "post": {
                    "operationId": "books_create",
                    "summary": "Add a book.",
                    "tags": ["books"],
                    "requestBody": referring("requestBodies", "Alias"),
                    "responses": {"201": referring("responses", "Book")},
                },
            },
            "/books/{book-id}": {
                "parameters": [
                    {
                        "name": "book-id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "string"},
                        "example": "b1",
                    }
                ],
                "get": {
                    "operationId": "books_get",
                    "summary": "Read a book.",
                    "tags": ["books"],
                    "responses": {
                        "200": referring("responses", "Book"),
                        "404": referring("responses", "Failed"),
                    },
                },
            },
        },
        "components": {
            "parameters": {
                "Alias": referring("parameters", "Limit"),
                "Limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}, "example": 5},
                "Offset": {"name": "offset", "in": "query", "schema": {"type": "integer"}},
            },
            "requestBodies": {
                "Alias": referring("requestBodies", "Book"),
                "Book": {"content": {FORM: {"schema": referring("schemas", "BookCreateForm")}}},
            },
            "responses": {
                "Book": answer(referring("schemas", "Book")),
                "Failed": answer(referring("schemas", "Error")),
            },
            "schemas": {
                "Book": {
                    "type": "object",
                    "required": ["id"],
                    "properties": {"id": {"type": "string"}, "title": {"type": "string"}},
                },
                "BookCreateForm": {
                    "type": "object",
                    "required": ["title"],
                    "properties": {"title": {"type": "string"}},
                },
                "Error": {"type": "object", "properties": {"value": {"type": "string"}}},
            },
        },
    }


def listing(bundle: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = bundle["paths"]["/books"]["get"]
    return operation


def query(**described: Any) -> dict[str, Any]:
    return {"name": "ids", "in": "query", **described}


def no_success(bundle: dict[str, Any]) -> None:
    del listing(bundle)["responses"]["200"]


def dangling_reference(bundle: dict[str, Any]) -> None:
    bundle["components"]["schemas"]["Book"]["properties"]["title"] = referring("schemas", "Title")


def no_error_object(bundle: dict[str, Any]) -> None:
    del listing(bundle)["responses"]["default"], bundle["paths"]["/books/{book-id}"]


def schema_with_a_dot(bundle: dict[str, Any]) -> None:
    bundle["components"]["schemas"]["shelf.Mark"] = {"type": "object", "properties": {"id": {}}}


LISTING = "books_list cannot become a method: "


@pytest.mark.parametrize(
    ("generate", "change", "reason"),
    [
        (write_client, no_success, f"{LISTING}no response stands for success"),
        (write_client, dangling_reference, "$ref #/components/schemas/Title leads nowhere"),
        (write_client, no_error_object, "no operation describes the body of an error"),
        (write_models, schema_with_a_dot, "spell names of schemas in PascalCase"),
    ],
)
def test_what_cannot_be_generated_is_refused(
    shelf: dict[str, Any],
    tmp_path: Path,
    generate: Callable[[Contract, Path], None],
    change: Callable[[dict[str, Any]], object],
    reason: str,
) -> None:
    change(shelf)
    with pytest.raises((CannotGenerateError, ContractError), match=re.escape(reason)):
        generate(Contract(shelf), tmp_path / "package")


def test_a_client_of_other_shapes_works(shelf: dict[str, Any], tmp_path: Path) -> None:
    """It has references, an array in the query, a dash in a path parameter and an error without a body."""
    listing(shelf)["parameters"] += [
        query(schema={"type": "array", "items": {"type": "string"}}, example=["a", "b"], required=True),
        {"name": "since", "in": "query", "schema": {"type": "string", "format": "date-time"}},
    ]
    shelf["paths"]["/books/{book-id}"]["get"]["responses"]["410"] = {"description": "Gone for good."}
    content = shelf["components"]["requestBodies"]["Book"]["content"]
    content[MULTIPART] = copy.deepcopy(content[FORM])
    write_models(Contract(shelf), tmp_path / "contextio_models")
    write_client(Contract(shelf), tmp_path / "contextio_client")
    undefined = [find_ruff_bin(), "check", "--isolated", "--no-cache", "--select=F", "--quiet", "."]
    assert subprocess.run(undefined, cwd=tmp_path, check=False).returncode == 0
    program = """
import httpx
from contextio_client import APIError, ContextIO, GoneError

def respond(request):
    print(request.method, request.url.raw_path.decode(), request.content.decode())
    if request.url.path.endswith("/b 1"):
        return httpx.Response(410)
    one = {"id": "b1", "title": "Ada"}
    return httpx.Response(201, json=one) if request.method == "POST" else httpx.Response(200, json=[one])

with ContextIO("key", "secret", transport=httpx.MockTransport(respond)) as client:
    print(client.books.create(title="Ada").title)
    print([each.id for each in client.books.list(ids=["a", "b"], limit=2)])
    try:
        client.books.get("b 1")
    except GoneError as error:
        print(type(error).__bases__ == (APIError,), error.body)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "POST /v1/books title=Ada",
        "Ada",
        "GET /v1/books?limit=2&ids=a&ids=b ",
        "['b1']",
        "GET /v1/books/b%201 ",
        "True None",
    ], done.stderr
    assert (
        'client.books.list(limit=5, ids=["a", "b"])' in (tmp_path / "contextio_client" / "api.md").read_text()
    )


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        ({"type": "object"}, "dict[str, Any]"),
        ({"type": "object", "properties": {"id": {}}}, "dict[str, Any]"),
        ({"type": "array", "items": {"description": "Whatever."}}, "list[Any]"),
        ({"type": "array", "items": {"type": "string", "format": "date-time"}}, "list[str]"),
        ({"oneOf": [referring("schemas", "Book"), {"type": "string"}]}, "Book | str"),
        ({"type": "string", "enum": ["b", "a"]}, 'Literal["a", "b"]'),
        ({"type": ["integer", "null"]}, "int | None"),
    ],
)
def test_annotations_name_the_classes_of_the_models_package(
    shelf: dict[str, Any], tmp_path: Path, schema: dict[str, Any], annotation: str
) -> None:
    listing(shelf)["responses"]["200"] = answer(schema)
    write_client(Contract(shelf), tmp_path / "package")
    page = (tmp_path / "package" / "api" / "books.py").read_text("utf-8")
    assert (
        f'_LIST: Operation[{annotation}] = Operation(\n    "GET",\n    "/books",\n    {annotation},\n' in page
    )


def test_a_schema_may_be_called_as_the_generator_calls_files(shelf: dict[str, Any], tmp_path: Path) -> None:
    shelf["components"]["schemas"]["File"] = {"type": "object", "properties": {"size": {"type": "integer"}}}
    listing(shelf)["responses"]["200"] = answer(referring("schemas", "File"))
    write_client(Contract(shelf), tmp_path / "package")
    page = (tmp_path / "package" / "api" / "books.py").read_text("utf-8")
    assert "_LIST: Operation[File] = " in page


@pytest.mark.parametrize("has_key", [True, False])
def test_rows_are_told_apart_by_their_key(shelf: dict[str, Any], tmp_path: Path, *, has_key: bool) -> None:
    if not has_key:
        pages = {"type": "object", "properties": {"pages": {"type": "integer"}}}
        shelf["components"]["schemas"]["Book"] = pages
    write_client(Contract(shelf), tmp_path / "package")
    page = (tmp_path / "package" / "api" / "books.py").read_text("utf-8")
    key = '"id"' if has_key else "None"
    assert f"            {key},\n            page_size," in page


def test_a_form_shows_its_example_wherever_that_stands(shelf: dict[str, Any], tmp_path: Path) -> None:
    shelf["components"]["requestBodies"]["Book"]["content"][FORM]["example"] = {"title": "Notes"}
    write_client(Contract(shelf), tmp_path / "package")
    assert 'client.books.create(title="Notes")' in (tmp_path / "package" / "api.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("codes", "code"), [({"stale-timestamp": 7}, "7"), ({"other": 1}, "None"), (None, "None")]
)
def test_the_code_of_a_stale_timestamp_is_that_of_the_description(
    shelf: dict[str, Any], tmp_path: Path, codes: dict[str, int] | None, code: str
) -> None:
    described = {"type": "integer"} | ({"x-codes": codes} if codes else {})
    shelf["components"]["schemas"]["Error"]["properties"]["code"] = described
    write_client(Contract(shelf), tmp_path / "package")
    assert f"STALE: Final[int | None] = {code}\n" in (tmp_path / "package" / "auth.py").read_text()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_connect_flow_needs_a_callback_that_brings_a_browser_back(
    shelf: dict[str, Any], tmp_path: Path, method: str
) -> None:
    token = {"name": "book_token", "in": "query", "schema": {"type": "string"}}
    callback = {"{$request.body#/callback_url}": {method: {"parameters": [token], "responses": {}}}}
    shelf["components"]["callbacks"] = {"Connected": callback}
    listing(shelf)["callbacks"] = {"connected": referring("callbacks", "Connected")}
    write_client(Contract(shelf), tmp_path / "package")
    module = tmp_path / "package" / "connect.py"
    assert module.is_file() == (method == "get")
    assert method == "post" or 'PARAMETER = "book_token"' in module.read_text()
