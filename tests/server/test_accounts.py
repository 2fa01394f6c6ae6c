"""The page "accounts": what no conformance check states of it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import Contract, running_server

if TYPE_CHECKING:
    from tests.conftest import Client, LiveServer
    from tests.imap import Imap

_MAILBOX = {
    "email": "ada@example.com",
    "server": "127.0.0.1",
    "port": 9,
    "use_ssl": 0,
    "type": "IMAP",
    "username": "ada",
    "password": "p",
}


def test_a_new_account_reads_back_in_full(client: Client, shared_server: LiveServer) -> None:
    created = client.post("/accounts", email="ada@example.com", first_name="Ada")
    account = client.get(created["resource_url"])
    assert created == {"success": True, "id": account["id"], "resource_url": account["resource_url"]}
    assert account["username"].startswith("ada.example.com_")
    assert account | {"username": "", "resource_url": "", "id": ""} == {
        "id": "",
        "username": "",
        "created": shared_server.clock(),
        "suspended": 0,
        "email_addresses": ["ada@example.com"],
        "first_name": "Ada",
        "last_name": "",
        "password_expired": 0,
        "sources": [],
        "nb_messages": 0,
        "nb_files": 0,
        "resource_url": "",
    }
    assert client.get("/accounts") == [account]


def test_the_filter_email_ignores_case_and_finds_addresses_of_sources(client: Client, imap: Imap) -> None:
    both = [client.account(email="Ada@example.com"), client.account(email="ada@EXAMPLE.com")]
    assert [account["id"] for account in client.get("/accounts", email="ada@example.com")] == both
    assert client.get("/accounts", email="ada@example") == []
    client.post(f"/accounts/{both[0]}/sources", **imap.form(email="lovelace@example.org"))
    client.post(f"/accounts/{both[0]}/sources", **imap.form(email="ADA@example.com"))
    (account,) = client.get("/accounts", email="Lovelace@example.org")
    assert account["id"] == both[0]
    assert account["email_addresses"] == ["Ada@example.com", "lovelace@example.org"]


def test_a_page_is_a_window_of_the_filtered_list(client: Client, imap: Imap) -> None:
    working = [client.account(**imap.form())]
    client.account()
    working.append(client.account(**imap.form()))
    for offset, expected in enumerate([*working, None]):
        page = client.get("/accounts", status_ok=1, limit=1, offset=offset)
        assert [account["id"] for account in page] == ([expected] if expected else [])


def test_the_contract_bounds_a_page(contract: Contract) -> None:
    bundle = copy.deepcopy(contract.bundle)
    bundle["paths"]["/accounts"]["get"]["x-list"]["paging"]["maximum"] = 2
    with running_server(contract, bundle=bundle) as live:
        client = live.client()
        accounts = [client.account() for _ in range(3)]
        for query in ({}, {"limit": 3}, {"limit": "9" * 5000}):
            assert [account["id"] for account in client.get("/accounts", **query)] == accounts[:2]
        assert [account["id"] for account in client.get("/accounts", offset=1)] == accounts[1:]


def test_numbers_may_be_large(client: Client) -> None:
    account = client.account()
    assert [read["id"] for read in client.get("/accounts", limit="0" * 5000 + "1")] == [account]
    assert client.get("/accounts", offset="9" * 5000) == []
    assert client.send("GET", "/accounts", params={"limit": "-" + "9" * 5000}).status_code == 400


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"limit": "0"}, "limit"),
        ({"limit": "ten"}, "limit"),
        ({"limit": ""}, "limit"),
        ({"offset": "-1"}, "offset"),
        ({"offset": "1.5"}, "offset"),
        ({"offset": "٣"}, "offset"),
        ({"status": "ok"}, "status"),
        ({"status_ok": "true"}, "status_ok"),
        ([("limit", "1"), ("limit", "2")], "limit"),
    ],
)
def test_an_error_names_the_parameter(client: Client, query: Any, name: str) -> None:
    response = client.send("GET", "/accounts", params=query)
    assert response.status_code == 400
    assert response.json()["value"].startswith(f"{name} ")


@pytest.mark.parametrize("flag", ["01", "-0", "+1", "1.0", "", " 1", "9" * 5000, "\u0661"])
def test_a_flag_is_0_or_1_as_written(client: Client, flag: str) -> None:
    expected = "sync_flags must be one of 0, 1"
    assert client.post("/accounts", 400, **{**_MAILBOX, "sync_flags": flag})["value"] == expected


def test_an_error_names_the_field_and_nothing_is_created(client: Client) -> None:
    account = {"email": "ada@example.com"}
    cases: list[tuple[dict[str, Any], str]] = [
        ({}, "email"),
        ({"email": "nobody"}, "email"),
        ({**account, "server": "localhost"}, "username"),
        ({**account, "password": "x"}, "server"),
        ({**_MAILBOX, "port": 0}, "port"),
        ({**_MAILBOX, "provider_consumer_key": "k"}, "provider_consumer_key"),
        ({**_MAILBOX, "provider_refresh_token": "t"}, "provider_consumer_key"),
        ({**_MAILBOX, "provider_token": "t"}, "provider_consumer_key"),
        ({**_MAILBOX, "provider_token_secret": "t"}, "provider_consumer_key"),
    ]
    for form, name in cases:
        error = client.post("/accounts", 400, **form)
        assert error["value"].split()[0] == name, form
    for name in ("provider_token", "provider_token_secret", "provider_refresh_token"):
        client.post("/accounts", 400, **account, **{name: "x"})
    assert client.get("/accounts") == []


def test_options_without_a_mailbox_create_no_source(client: Client) -> None:
    account = client.account(type="IMAP", callback_url="https://app.example.com/", sync_all_folders=1)
    assert client.get(f"/accounts/{account}/sources") == []
