"""What the vocabulary of behaviour says of the real description, as a mock of it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conftest import running_mock

from contextio_contract.contract import Contract as Served
from contextio_contract.mock import store

if TYPE_CHECKING:
    import pytest
    from tests.conftest import Client, Contract, LiveServer


_SOURCE: dict[str, Any] = {
    "email": "ada@example.com",
    "server": "imap.example.com",
    "port": 993,
    "use_ssl": 1,
    "type": "IMAP",
    "username": "ada",
    "password": "s3cret",
    "callback_url": "https://app.example.com/",
}
_TOKEN: dict[str, Any] = {"callback_url": "https://app.example.com/"}


def test_a_new_account_has_its_described_values(client: Client, mock_server: LiveServer) -> None:
    created = client.post("/accounts", email="ada@example.com", first_name="Ada")
    account = client.get(created["resource_url"])
    assert re.fullmatch("[0-9a-f]{24}", account["id"])
    assert created == {"success": True, "id": account["id"], "resource_url": account["resource_url"]}
    assert account["resource_url"] == f"{client.origin}/2.0/accounts/{account['id']}"
    shown = {name: value for name, value in account.items() if name not in {"id", "username", "resource_url"}}
    assert shown == {
        "created": mock_server.clock(),
        "suspended": 0,
        "email_addresses": ["ada@example.com"],
        "first_name": "Ada",
        "last_name": "",
        "password_expired": 0,
        "sources": [],
        "nb_messages": 0,
        "nb_files": 0,
    }
    assert client.get("/accounts") == [account]


def test_a_value_that_the_form_does_not_allow_means_its_fallback(client: Client) -> None:
    created = client.post(f"/accounts/{client.account()}/sources", **{**_SOURCE, "use_ssl": "true"})
    assert client.get(created["resource_url"])["use_ssl"] is False


def test_sources_show_in_their_account_as_they_read_alone(client: Client) -> None:
    account, other = client.account(), client.account()
    created = client.post(f"/accounts/{account}/sources", **_SOURCE)
    source = client.get(created["resource_url"])
    assert (source["use_ssl"], source["type"], source["status"]) == (True, "imap", "OK")
    assert source["callback_url"] == "https://app.example.com/"
    assert source["sync_all_folders"] is False  # the default of the form
    assert "s3cret" not in str(source)
    assert client.get(f"/accounts/{account}")["sources"] == [source]
    assert [each["sources"] for each in client.get("/accounts")] == [[source], []]
    assert client.get(f"/accounts/{account}/sources", status="DISABLED") == []
    assert [each["id"] for each in client.get("/accounts", status_ok=1)] == [account]
    label = quote(source["label"], safe="")
    client.delete(f"/accounts/{account}/sources/{label}")
    assert client.get(f"/accounts/{account}")["sources"] == []
    lost = client.send("GET", f"/accounts/{other}/sources/{label}")
    assert (lost.status_code, lost.json()["value"]) == (404, f"source {source['label']} is invalid")


def test_an_update_sets_the_fields_of_its_form_alone(client: Client) -> None:
    account = client.account(first_name="Ada", last_name="Lovelace")
    before = client.get(f"/accounts/{account}")
    changes = {"first_name": "Augusta", "email": "other@example.com", "created": 1, "id": "other"}
    assert client.post(f"/accounts/{account}", 200, **changes) == {"success": True}
    assert client.get(f"/accounts/{account}") == {**before, "first_name": "Augusta"}


def test_nothing_is_reached_with_another_key_or_through_another_resource(
    mock_server: LiveServer, client: Client
) -> None:
    other = mock_server.client()
    account, own = client.account(), client.account()
    token = client.post(f"/accounts/{account}/connect_tokens", **_TOKEN)["token"]
    for sender, path in (
        (other, f"/accounts/{account}"),
        (other, f"/accounts/{account}/connect_tokens/{token}"),
        (other, f"/accounts/{account}/connect_tokens"),
        (client, f"/accounts/{own}/connect_tokens/{token}"),
        (client, f"/connect_tokens/{token}"),
    ):
        assert sender.send("GET", path).status_code == 404
    assert other.get("/accounts") == []
    assert client.get(f"/accounts/{account}/connect_tokens/{token}")["token"] == token


def test_what_lies_in_a_deleted_account_is_gone(client: Client) -> None:
    account = client.account()
    token = client.post(f"/accounts/{account}/connect_tokens", **_TOKEN)["resource_url"]
    client.delete(f"/accounts/{account}")
    for path in (f"/accounts/{account}", f"/accounts/{account}/connect_tokens", token):
        assert client.send("GET", path).status_code == 404


def test_what_an_example_says_of_its_resource_is_said_of_the_new_one(client: Client) -> None:
    for path in ("/connect_tokens", f"/accounts/{client.account()}/connect_tokens"):
        created = client.post(path, **_TOKEN)
        assert created["browser_redirect_url"] == f"https://api.context.io/connect/{created['token']}"


def test_an_unused_token_ends_when_it_says(contract: Contract) -> None:
    with running_mock(contract.bundle) as live:
        client = live.client()
        url = client.post("/connect_tokens", **_TOKEN)["resource_url"]
        token = client.get(url)
        assert (token["created"], token["expires"]) == (live.clock.now, live.clock.now + 86400)
        live.clock.now += 86399
        assert client.get("/connect_tokens") == [token]
        live.clock.now += 1
        assert client.get("/connect_tokens") == []
        assert client.send("GET", url).status_code == 404


def test_demo_data_are_the_examples_of_the_lists(contract: Contract) -> None:
    media = Served(contract.bundle).operations["accounts_list"].success.media
    assert media
    with running_mock(contract.bundle, has_story=True) as live:
        client = live.client()
        accounts = client.get("/accounts")
        assert [each["id"] for each in accounts] == [each["id"] for each in media.example]
        assert any(account["sources"] for account in accounts)
        for account in accounts:
            assert account == client.get(account["resource_url"])
            assert account["sources"] == client.get(f"{account['resource_url']}/sources")
            assert client.get(f"{account['resource_url']}/connect_tokens")
        client.delete(accounts[0]["resource_url"])
        assert client.get("/accounts") == accounts[1:]


def test_what_reads_back_in_a_list_joins_it(contract: Contract) -> None:
    with running_mock(contract.bundle, has_story=True) as live:
        client = live.client()
        message = client.get(f"/accounts/{client.get('/accounts')[0]['id']}/messages")[0]
        for folder in ("Copies", "Copies", "Others"):
            client.post(message["resource_url"], 200, dst_folder=folder)
        assert client.get(message["resource_url"])["folders"] == [*message["folders"], "Copies", "Others"]


def test_a_full_mock_says_so_and_goes_on_once_there_is_room(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = [client.account(), client.account()]
    monkeypatch.setattr(store, "MAX_SIZE", 4000)
    long = "x" * 3000
    for method, path, form in (
        ("POST", "/accounts", {"email": "ada@example.com", "first_name": long}),
        ("POST", f"/accounts/{accounts[0]}", {"first_name": long}),
    ):
        full = client.send(method, path, data=form)
        assert full.status_code == 507
        assert full.json()["value"].startswith("the mock holds no more for this consumer key; delete")
    assert client.get(f"/accounts/{accounts[0]}")["first_name"] == ""
    client.delete(f"/accounts/{accounts[1]}")
    client.post(f"/accounts/{accounts[0]}", 200, first_name="x" * 2000)
    client.post(f"/accounts/{accounts[0]}", 200, first_name="Ada")
    assert client.account()
