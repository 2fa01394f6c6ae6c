"""What the description has and the server does not: it says so, and never makes up a value."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import running_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, Contract

_NOTE = {"type": "object", "properties": {"text": {"type": "string"}}, "example": {"text": "made up"}}
_ANSWERS = {
    "200": {"description": "A note.", "content": {"application/json": {"schema": _NOTE}}},
    "default": {"$ref": "#/components/responses/UnexpectedError"},
}
_BODY = {"required": True, "content": {"application/json": {"schema": _NOTE}}}


@pytest.fixture(scope="module")
def bundle(contract: Contract) -> dict[str, Any]:
    """The bundle with a page that nobody wrote code for, and two fields that every account must have."""
    bundle = copy.deepcopy(contract.bundle)
    bundle["paths"]["/notes"] = {
        "get": {"operationId": "notes_list", "responses": _ANSWERS},
        "post": {"operationId": "notes_create", "requestBody": _BODY, "responses": _ANSWERS},
    }
    schemas = bundle["components"]["schemas"]
    for name, field in (("language", {"enum": ["en"]}), ("nickname", {"type": "string", "default": "Joe"})):
        for schema in ("Account", "AccountCreateForm"):
            schemas[schema]["properties"][name] = field
        schemas["Account"]["required"].append(name)
    return bundle


@pytest.fixture(scope="module")
def other_client(contract: Contract, bundle: dict[str, Any]) -> Iterator[Client]:
    """A client that knows the description as it is, of a server of the other one."""
    with running_server(contract, bundle=bundle) as live:
        yield live.client()


def test_an_operation_without_code_is_refused_in_the_described_form(other_client: Client) -> None:
    read = other_client.send("GET", "/notes")
    assert (read.status_code, read.json()) == (
        501,
        {"type": "error", "value": "this server does not implement GET /notes"},
    )
    written = other_client.send("POST", "/notes", json={"text": "mine"})
    assert (written.status_code, written.json()["success"]) == (501, False)
    assert written.json()["value"] == "this server does not implement POST /notes"


def test_strangers_do_not_learn_what_is_implemented(other_client: Client) -> None:
    assert other_client.send("GET", "/notes", auth=None).status_code == 401


def test_a_required_field_without_code_is_left_out(other_client: Client) -> None:
    account = other_client.account(nickname="Countess")
    for read in (other_client.get(f"/accounts/{account}"), *other_client.get("/accounts")):
        assert read.keys().isdisjoint({"language", "nickname"})
        assert read["id"] == account


@pytest.mark.parametrize("value", ["code=404", "example=none", "delay=99"])
def test_no_header_steers_a_response(client: Client, value: str) -> None:
    account = client.account()
    response = client.send("GET", "/accounts", headers={"Prefer": value})
    assert [each["id"] for each in response.json()] == [account]
    assert "preference-applied" not in response.headers


def test_a_renamed_operation_is_named_where_it_is_missed(contract: Contract) -> None:
    renamed = copy.deepcopy(contract.bundle)
    renamed["paths"]["/accounts/{id}"]["get"]["operationId"] = "accounts_read"
    with running_server(contract, bundle=renamed) as live:
        client = live.client()
        missed = client.send("POST", "/accounts", data={"email": "ada@example.com"})
        assert (missed.status_code, missed.json()["value"]) == (
            501,
            "the response refers to the operation accounts_get, which is not described",
        )
        unnamed = client.send("GET", "/accounts/nobody")
        assert unnamed.json()["value"] == "this server does not implement GET /accounts/{id}"
