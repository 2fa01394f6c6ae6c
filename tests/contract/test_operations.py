"""Operations: what the description says about requests and responses."""

from __future__ import annotations

import copy
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contextio_contract.contract import Contract, ContractError, PathTemplate


def bundle(**paths: Any) -> dict[str, Any]:
    return {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": paths}


def operation(node: dict[str, Any], path: str = "/a", method: str = "get") -> Any:
    described = {"operationId": "a_list", "responses": {}, **node}
    return Contract(bundle(**{path: {method: described}})).operations["a_list"]


def test_parameters_of_the_operation_take_the_place_of_those_of_the_path() -> None:
    shared = {"name": "q", "in": "query", "schema": {"type": "string"}}
    item = {
        "parameters": [shared],
        "get": {
            "operationId": "a_list",
            "parameters": [{**shared, "required": True}],
            "responses": {},
        },
    }
    (parameter,) = Contract(bundle(**{"/a": item})).operations["a_list"].parameters
    assert parameter.required


@pytest.mark.parametrize(
    ("more", "schema", "is_deprecated"),
    [({"deprecated": True}, {}, True), ({}, {"allOf": [{"deprecated": True}]}, True), ({}, {}, False)],
)
def test_a_parameter_is_deprecated_by_itself_or_by_its_schema(
    more: dict[str, Any], schema: dict[str, Any], *, is_deprecated: bool
) -> None:
    parameter = {"name": "q", "in": "query", "schema": schema, **more}
    assert operation({"parameters": [parameter]}).parameters[0].deprecated == is_deprecated


def test_path_parameters_come_in_the_order_of_the_path() -> None:
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in ("b", "a")
    ]
    found = operation({"parameters": parameters}, "/x/{a}/y/{b}")
    assert [each.name for each in found.path_parameters] == ["a", "b"]


def test_an_undescribed_path_parameter_is_refused() -> None:
    with pytest.raises(ContractError, match="the path parameter id is not described"):
        _ = operation({}, "/x/{id}").path_parameters


@pytest.mark.parametrize(
    ("statuses", "status", "code"),
    [
        (["404", "202", "200"], "200", 200),
        (["default", "2XX"], "2XX", 200),
        (["3XX", "404"], "3XX", 300),
        (["404", "default"], "default", 200),
        (["default", "302"], "302", 302),
    ],
)
def test_the_success_is_the_lowest_2xx_or_3xx(statuses: list[str], status: str, code: int) -> None:
    found = operation({"responses": {each: {"description": "x"} for each in statuses}})
    assert (found.success.status, found.success_status) == (status, code)


@pytest.mark.parametrize(
    ("status", "key"), [(404, "404"), ("404", "404"), (410, "4XX"), (500, "default"), ("5XX", "default")]
)
def test_statuses_are_described_by_a_range_or_the_default(status: int | str, key: str) -> None:
    found = operation({"responses": {each: {"description": "x"} for each in ("4XX", "404", "default")}})
    assert found.response(status).status == key


def test_a_sample_is_the_first_valid_example() -> None:
    def sample(media: dict[str, Any]) -> Any:
        content = {"application/json": {"schema": {"type": "integer", "minimum": 3}, **media}}
        response = {"description": "x", "content": content}
        return operation({"responses": {"200": response}}).success.media.sample

    assert sample({"examples": {"a": {"value": 4}, "b": {"value": 5}}}) == 4
    assert sample({"example": "text"}) == 3
    assert sample({}) == 3
    assert sample({"schema": {"type": "string", "pattern": "^x$"}, "example": "y"}) == "y"


@pytest.mark.parametrize(
    ("status", "content", "kind"),
    [
        ("200", {"application/json": {}}, "json"),
        ("200", {"text/csv": {}, "application/problem+json": {}}, "json"),
        ("200", {"text/plain": {}}, "text"),
        ("200", {"text/uri-list": {"schema": {"type": "string"}}}, "text"),
        ("200", {"message/rfc822": {"schema": {"type": "string", "format": "binary"}}}, "binary"),
        ("200", {"application/octet-stream": {}}, "binary"),
        ("204", {}, "none"),
        ("302", {}, "redirect"),
    ],
)
def test_responses_are_of_a_kind(status: str, content: dict[str, Any], kind: str) -> None:
    response = {"description": "x", "content": content} if content else {"description": "x"}
    assert operation({"responses": {status: response}}).responses[status].kind == kind


def test_an_operation_changes_with_what_it_refers_to(referring: dict[str, Any]) -> None:
    changed = copy.deepcopy(referring)
    changed["components"]["schemas"]["BookCreateForm"]["properties"]["callback_url"]["maxLength"] = 9
    before, after = Contract(referring).operations, Contract(changed).operations
    assert before["books_create"].reaches() != after["books_create"].reaches()
    changed = copy.deepcopy(referring)
    changed["components"]["headers"]["Total"]["example"] = 4
    after = Contract(changed).operations
    assert before["books_list"].reaches() != after["books_list"].reaches()
    assert before["books_create"].reaches()[0] == after["books_create"].reaches()[0]


def test_paths_are_routed_with_fixed_segments_first() -> None:
    def item(name: str) -> dict[str, Any]:
        return {"get": {"operationId": name, "responses": {}}}

    contract = Contract(bundle(**{"/a/{x}": item("one"), "/a/b": item("two"), "/{y}/b": item("three")}))
    matched = {
        path: contract.router.match("GET", path.split("/")) for path in ("a/b", "a/c", "c/b", "a/", "a/b/c")
    }
    assert {path: each and each.id for path, each in matched.items()} == {
        "a/b": "two",
        "a/c": "one",
        "c/b": "three",
        "a/": None,
        "a/b/c": None,
    }


@given(st.lists(st.text(min_size=1), min_size=2, max_size=2))
def test_filled_paths_are_matched_again(values: list[str]) -> None:
    template = PathTemplate("/a/{x}/b/{y}")
    wanted = dict(zip(("x", "y"), values, strict=True))
    try:
        path = template.fill(wanted)
    except UnicodeEncodeError:
        return  # a lone surrogate has no percent-encoding
    assert template.match([unquote(part) for part in path[1:].split("/")]) == wanted


def test_operations_without_a_name_of_their_own_are_known_by_method_and_path() -> None:
    item = {"get": {"operationId": "twice"}, "post": {"operationId": "twice"}, "delete": {}}
    contract = Contract(bundle(**{"/a": item}))
    assert list(contract.operations) == ["twice", "POST /a", "DELETE /a"]
    assert contract.find("POST", "/a") is contract.operations["POST /a"]
    assert contract.find("POST", "/b") is None


def test_webhooks_are_callbacks_without_a_url() -> None:
    shared = {"name": "token", "in": "query", "schema": {"type": "string"}}
    item = {"parameters": [shared], "post": {"responses": {"200": {"description": "x"}}}}
    (webhook,) = Contract(bundle() | {"webhooks": {"mail": item}}).webhooks
    assert (webhook.name, webhook.expression, webhook.method) == ("mail", "", "POST")
    assert [parameter.name for parameter in webhook.parameters] == ["token"]
    assert list(webhook.responses) == ["200"]


def test_urls_come_from_the_first_server_and_the_first_variable() -> None:
    fixed = {"url": "https://api.example/2.0/"}
    variable = {"url": "{deployment}", "variables": {"deployment": {"default": "http://127.0.0.1/2.0"}}}
    contract = Contract({**bundle(), "servers": [fixed, variable]})
    assert (contract.server_url, contract.base_path) == ("https://api.example/2.0/", "/2.0")
    assert contract.deployment_url == "http://127.0.0.1/2.0"
    with pytest.raises(ContractError, match="it describes no server; add one to `servers`"):
        _ = Contract(bundle()).server_url


def test_names_of_secrets_are_found_at_any_depth(referring: dict[str, Any]) -> None:
    named = referring["components"]["schemas"]["BookCreateForm"]["properties"]
    named["password"] = {"type": "string", "format": "password"}
    named["boxes"] = {"type": "array", "items": {"properties": {"token": {"$ref": "#/components/schemas/T"}}}}
    referring["components"]["schemas"]["T"] = {"type": "string", "writeOnly": True}
    named["copies"] = {"type": "array", "items": {"$ref": "#/components/schemas/Paper"}}
    assert Contract(referring).secret_names == {"password", "token"}
