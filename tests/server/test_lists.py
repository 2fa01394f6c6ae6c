"""Filters that the description gives the server's lists: applied as it says, or refused by name."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import Contract, running_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client
    from tests.imap import Imap

_TEXT = {"type": "string"}
_FLAG = {"type": "integer", "enum": [0, 1]}
_FILTERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "first_name": (_TEXT, {"field": "first_name", "match": "equal"}),
    "created": ({"type": "integer"}, {"field": "created", "match": "equal"}),
    "username": (_TEXT, {"field": "sources.username", "match": "address", "narrows": "sources"}),
    "has_username": (_TEXT, {"field": "sources.username", "match": "address"}),
    "use_ssl": (_FLAG, {"field": "sources.use_ssl", "match": "equal", "narrows": "sources"}),
    "told": (_FLAG, {"field": "sources.callback_url", "match": "is", "value": "https://a.example/"}),
    "untold": (_FLAG, {"field": "sources.callback_url", "match": "is", "value": None}),
    "messages": ({"type": "integer"}, {"field": "nb_messages", "match": "equal"}),
    "narrowed_email": (
        _TEXT,
        {"field": "email_addresses", "match": "address", "narrows": "email_addresses"},
    ),
    "like": (_TEXT, {"field": "first_name", "match": "text"}),
}
"""Filters of accounts by parameter: the schema of the parameter, and what it selects."""


@pytest.fixture(scope="module")
def filtered(contract: Contract) -> dict[str, Any]:
    """The bundle with more filters of the accounts, and one of the tokens."""
    bundle = copy.deepcopy(contract.bundle)
    added = {"/accounts": _FILTERS, "/connect_tokens": {"first_name": _FILTERS["first_name"]}}
    for path, filters in added.items():
        listing = bundle["paths"][path]["get"]
        for name, (schema, criterion) in filters.items():
            parameter = {"name": name, "in": "query", "schema": schema}
            listing.setdefault("parameters", []).append(parameter)
            listing["x-list"].setdefault("filters", {})[name] = criterion
    return bundle


@pytest.fixture(scope="module")
def account_client(filtered: dict[str, Any], imap: Imap) -> Iterator[Client]:
    """A client that has three accounts: Ada with two sources, Grace with one, and Alan with none."""
    with running_server(Contract(filtered), bundle=filtered) as live:
        client = live.client()
        ada = client.account(email="ada@example.com", first_name="Ada", last_name="Lovelace")
        form = imap.form(email="ada@example.com", callback_url="https://a.example/")
        client.post(f"/accounts/{ada}/sources", **form)
        client.post(f"/accounts/{ada}/sources", **imap.form(email="ada@example.org"))
        live.clock.now += 10
        client.account(first_name="Grace", **imap.form(email="grace@example.com"))
        client.account(email="alan@example.com", first_name="Alan")
        yield client


def names(client: Client, **query: Any) -> dict[str, int]:
    """Return the given names of the accounts that are listed, and how many sources each shows."""
    return {each["first_name"]: len(each["sources"]) for each in client.get("/accounts", **query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"first_name": "Ada"}, {"Ada": 2}),
        ({"first_name": "ada"}, {}),
        ({"username": "DEMOUSER"}, {"Ada": 2, "Grace": 1}),
        ({"username": "demo"}, {}),
        ({"use_ssl": 1}, {}),
        ({"use_ssl": 0}, {"Ada": 2, "Grace": 1}),
        ({"told": 1}, {"Ada": 2}),
        ({"told": 0}, {"Ada": 2, "Grace": 1}),
        ({"untold": 0}, {"Ada": 2}),
        ({"has_username": "demouser", "status_ok": 0}, {}),
        ({"told": 1, "first_name": "Grace"}, {}),
        ({"use_ssl": 0, "offset": 1, "limit": 1}, {"Grace": 1}),
        ({"created": "9" * 40}, {}),
    ],
)
def test_filters_of_columns_need_nothing_but_the_description(
    account_client: Client, query: dict[str, Any], expected: dict[str, int]
) -> None:
    assert names(account_client, **query) == expected


def test_a_time_selects_what_was_created_then(account_client: Client) -> None:
    first, second, third = account_client.get("/accounts")
    assert names(account_client, created=first["created"]) == {"Ada": 2}
    assert names(account_client, created=third["created"]) == {"Grace": 1, "Alan": 0}
    assert second["created"] == third["created"]


def test_tokens_are_filtered_too(account_client: Client) -> None:
    for name in ("Ada", "Grace"):
        account_client.post("/connect_tokens", callback_url="https://a.example/", first_name=name)
    (token,) = account_client.get("/connect_tokens", first_name="Grace")
    assert token["first_name"] == "Grace"


@pytest.mark.parametrize("name", ["messages", "narrowed_email", "like"])
def test_a_filter_that_no_column_can_express_is_refused_by_its_name(
    account_client: Client, name: str
) -> None:
    refused = account_client.send("GET", "/accounts", params={name: "1"})
    assert refused.status_code == 501
    assert refused.json()["value"] == f"this server cannot apply the filter {name}; leave it out"
