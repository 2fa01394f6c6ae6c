"""The page "accounts" as its users rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.conftest import Client, Imap, LiveServer

_NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
_MAILBOX = {
    "email": "ada@example.com",
    "server": "127.0.0.1",
    "port": 9,
    "use_ssl": 0,
    "type": "IMAP",
    "username": "ada",
    "password": "p",
}
_QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_new_account_reads_back_in_full(client: Client, shared_server: LiveServer) -> None:
    created = client.post("/accounts", email="ada@example.com", first_name="Ada", last_name="Lovelace")
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
        "last_name": "Lovelace",
        "password_expired": 0,
        "sources": [],
        "nb_messages": 0,
        "nb_files": 0,
        "resource_url": "",
    }
    assert client.get("/accounts") == [account]


@_QUICK
@given(first=_NAMES, last=_NAMES)
def test_names_read_back_as_they_were_sent(client: Client, first: str, last: str) -> None:
    account = client.account(first_name=first, last_name=last)
    read = client.get(f"/accounts/{account}")
    assert (read["first_name"], read["last_name"]) == (first, last)


def test_names_default_to_empty(client: Client) -> None:
    read = client.get(f"/accounts/{client.account()}")
    assert (read["first_name"], read["last_name"]) == ("", "")


def test_an_update_keeps_what_was_not_sent(client: Client) -> None:
    account = client.account(first_name="Ada", last_name="Lovelace")
    assert client.post(f"/accounts/{account}", 200, first_name="Augusta") == {"success": True}
    read = client.get(f"/accounts/{account}")
    assert (read["first_name"], read["last_name"]) == ("Augusta", "Lovelace")


def test_an_empty_update_changes_nothing(client: Client) -> None:
    account = client.account(first_name="Ada")
    before = client.get(f"/accounts/{account}")
    assert client.post(f"/accounts/{account}", 200) == {"success": True}
    assert client.get(f"/accounts/{account}") == before


def test_deletion_takes_what_belongs_to_the_account_and_nothing_else(client: Client, imap: Imap) -> None:
    kept = client.account(email="kept@example.com")
    account = client.account(**imap.form())
    label = client.get(f"/accounts/{account}/sources")[0]["label"]
    own = client.post(f"/accounts/{account}/connect_tokens", callback_url="https://app.example.com/")["token"]
    other = client.post("/connect_tokens", callback_url="https://app.example.com/")["token"]
    assert client.delete(f"/accounts/{account}") == {"success": True}
    for path in ("", "/sources", f"/sources/{label}", "/connect_tokens", f"/connect_tokens/{own}"):
        assert client.send("GET", f"/accounts/{account}{path}").status_code == 404
    assert client.send("GET", f"/connect_tokens/{own}").status_code == 404
    assert client.send("DELETE", f"/accounts/{account}").status_code == 404
    assert [each["id"] for each in client.get("/accounts")] == [kept]
    assert [each["token"] for each in client.get("/connect_tokens")] == [other]


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_an_unknown_account_is_named_as_invalid(client: Client, method: str) -> None:
    response = client.send(method, "/accounts/000000000000000000000000")
    assert response.status_code == 404
    assert response.json()["value"] == "account 000000000000000000000000 is invalid"
    assert response.json().get("success") is (None if method == "GET" else False)


def test_keys_see_and_touch_only_their_own(shared_server: LiveServer, imap: Imap) -> None:
    mine, other = shared_server.client(), shared_server.client()
    account = mine.account(**imap.form())
    token = mine.post(f"/accounts/{account}/connect_tokens", callback_url="https://app.example.com/")["token"]
    assert other.get("/accounts") == []
    assert other.get("/connect_tokens") == []
    foreign = [f"/accounts/{account}{rest}" for rest in ("", "/sources/0", f"/connect_tokens/{token}")]
    for path in [*foreign, f"/connect_tokens/{token}"]:
        for method in ("GET", "DELETE"):
            assert other.send(method, path).status_code == 404, (method, path)
    assert other.send("POST", f"/accounts/{account}", data={"first_name": "Eve"}).status_code == 404
    assert other.send("POST", f"/accounts/{account}/sources", data=imap.form()).status_code == 404
    assert (
        other.send("POST", f"/accounts/{account}/sources/0", data={"sync_all_folders": 1}).status_code == 404
    )
    assert mine.get(f"/accounts/{account}")["first_name"] == ""
    assert len(mine.get(f"/accounts/{account}/sources")) == 1


def test_two_accounts_may_have_one_address(client: Client) -> None:
    both = [client.account(email="Ada@example.com"), client.account(email="ada@EXAMPLE.com")]
    client.account(email="grace@example.com")
    assert [each["id"] for each in client.get("/accounts", email="ada@example.com")] == both
    assert client.get("/accounts", email="ada@example") == []


def test_the_address_of_a_source_finds_the_account(client: Client, imap: Imap) -> None:
    account = client.account(email="ada@example.com")
    client.post(f"/accounts/{account}/sources", **imap.form(email="lovelace@example.org"))
    client.post(f"/accounts/{account}/sources", **imap.form(email="ADA@example.com"))
    read = client.get("/accounts", email="lovelace@example.org")
    assert [each["id"] for each in read] == [account]
    assert read[0]["email_addresses"] == ["ada@example.com", "lovelace@example.org"]


@pytest.fixture(scope="module")
def several(shared_server: LiveServer, imap: Imap) -> Client:
    """Accounts with sources in different states: broken+OK, OK, broken, none."""
    client = shared_server.client()
    services = shared_server.app.state.services
    from contextio_contract.server.db import sources

    for name, states in {
        "ab": ["OK", "INVALID_CREDENTIALS"],
        "b": ["OK"],
        "c": ["DISABLED"],
        "d": [],
    }.items():
        account = client.account(email=f"{name}@example.com")
        for number, state in enumerate(states):
            client.post(f"/accounts/{account}/sources", **imap.form(email=f"{name}{number}@example.com"))
            with services.database.transaction() as connection:
                source = sources.listed(connection, account, sources.ANY_STATUS)[-1]
                sources.change(connection, source["sequence"], {"status": state})
    return client


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"ab": ["OK", "INVALID_CREDENTIALS"], "b": ["OK"], "c": ["DISABLED"], "d": []}),
        ({"status_ok": 1}, {"ab": ["OK"], "b": ["OK"]}),
        ({"status_ok": 0}, {"ab": ["INVALID_CREDENTIALS"], "c": ["DISABLED"]}),
        ({"status": "OK"}, {"ab": ["OK"], "b": ["OK"]}),
        ({"status": "DISABLED"}, {"c": ["DISABLED"]}),
        ({"status": "TEMP_DISABLED"}, {}),
        ({"status": "OK", "status_ok": 0}, {}),
        ({"status": "DISABLED", "status_ok": 0}, {"c": ["DISABLED"]}),
        ({"status_ok": 1, "email": "ab@example.com"}, {"ab": ["OK"]}),
        ({"status_ok": 1, "limit": 1, "offset": 1}, {"b": ["OK"]}),
    ],
)
def test_filters_choose_accounts_and_narrow_their_sources(
    several: Client, query: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    answer = several.get("/accounts", **query)
    found = {
        each["email_addresses"][0].partition("@")[0]: [source["status"] for source in each["sources"]]
        for each in answer
    }
    assert found == expected


def test_sources_are_filtered_alike(several: Client) -> None:
    account = several.get("/accounts", email="ab@example.com")[0]["id"]
    path = f"/accounts/{account}/sources"
    assert [each["status"] for each in several.get(path, status_ok=0)] == ["INVALID_CREDENTIALS"]
    assert [each["status"] for each in several.get(path, status="OK")] == ["OK"]
    assert several.get(path, status="OK", status_ok=0) == []


@pytest.fixture(scope="module")
def crowded(shared_server: LiveServer) -> tuple[Client, list[str]]:
    client = shared_server.client()
    return client, [client.account(email=f"{number}@example.com") for number in range(105)]


@_QUICK
@given(
    limit=st.one_of(st.integers(1, 120), st.integers(2**63, 2**80)),
    offset=st.one_of(st.integers(0, 110), st.integers(2**62, 2**80)),
)
def test_a_page_is_a_window_over_one_order(
    crowded: tuple[Client, list[str]], limit: int, offset: int
) -> None:
    client, everything = crowded
    page = [each["id"] for each in client.get("/accounts", limit=limit, offset=offset)]
    assert page == everything[offset : offset + min(limit, 100)]


def test_a_list_without_limit_is_cut_at_100(crowded: tuple[Client, list[str]]) -> None:
    client, everything = crowded
    assert [each["id"] for each in client.get("/accounts")] == everything[:100]


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
        ({"status_ok": "2"}, "status_ok"),
        ({"status_ok": "true"}, "status_ok"),
        ([("limit", "1"), ("limit", "2")], "limit"),
    ],
)
def test_a_bad_parameter_is_named(client: Client, query: Any, name: str) -> None:
    response = client.send("GET", "/accounts", params=query)
    assert response.status_code == 400
    assert response.json()["value"].startswith(f"{name} ")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ({}, "email"),
        ({"email": "nobody"}, "email"),
        ({"email": "ada@example.com", "server": "localhost"}, "username"),
        ({"email": "ada@example.com", "password": "x"}, "server"),
        ({**_MAILBOX, "port": 0}, "port"),
        ({**_MAILBOX, "use_ssl": 2}, "use_ssl"),
        ({name: value for name, value in _MAILBOX.items() if name != "password"}, "password"),
        ({**_MAILBOX, "provider_consumer_key": "k"}, "provider_consumer_key"),
        ({**_MAILBOX, "provider_refresh_token": "t"}, "provider_consumer_key"),
    ],
)
def test_a_creation_names_what_is_missing_or_wrong(client: Client, form: dict[str, Any], name: str) -> None:
    answer = client.post("/accounts", 400, **form)
    assert answer["value"].split()[0] == name
    assert answer["success"] is False
    assert client.get("/accounts") == []


def test_type_or_a_callback_alone_ask_for_no_source(client: Client) -> None:
    account = client.account(type="IMAP", callback_url="https://app.example.com/", sync_all_folders=1)
    assert client.get(f"/accounts/{account}/sources") == []


def test_an_account_is_made_with_its_source(client: Client, imap: Imap, shared_server: LiveServer) -> None:
    created = client.post("/accounts", **imap.form(first_name="Demo"))
    source = client.get(created["source"]["resource_url"])
    assert source["label"] == created["source"]["label"] == "demo@example.com::127.0.0.1"
    assert source["status"] == "OK"
    shared_server.settle()
    account = client.get(created["resource_url"])
    assert account["sources"] == [source]
    assert account["nb_messages"] == 6


@pytest.mark.parametrize("flag", ["01", "-0", "+1", "1.0", "", " 1", "9" * 5000, "\u0661"])
def test_a_flag_is_0_or_1_as_written(client: Client, flag: str) -> None:
    assert (
        client.post("/accounts", 400, **{**_MAILBOX, "use_ssl": flag})["value"]
        == "use_ssl must be one of 0, 1"
    )
    response = client.send("GET", "/accounts", params={"status_ok": flag})
    assert response.status_code == 400
    assert response.json()["value"] == "status_ok must be one of 0, 1"


def test_large_numbers_are_just_large(client: Client) -> None:
    account = client.account()
    assert [each["id"] for each in client.get("/accounts", limit="9" * 5000)] == [account]
    assert [each["id"] for each in client.get("/accounts", limit="0" * 5000 + "1")] == [account]
    assert client.get("/accounts", offset="9" * 5000) == []
    assert client.send("GET", "/accounts", params={"limit": "-" + "9" * 5000}).status_code == 400


@pytest.mark.parametrize(
    "name", ["provider_token", "provider_token_secret", "provider_refresh_token", "provider_consumer_key"]
)
def test_a_token_of_a_provider_asks_for_a_source(client: Client, name: str) -> None:
    answer = client.post("/accounts", 400, email="ada@example.com", **{name: "x"})
    assert answer["success"] is False
    assert client.get("/accounts") == []
