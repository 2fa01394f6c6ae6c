"""The page "accounts/sources", with real mailboxes behind it."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Client, Imap, LiveServer


_WRONG = "not the one"


@pytest.fixture
def account(client: Client) -> str:
    return client.account()


def set_status(live: LiveServer, account: str, status: str) -> None:
    """Put an account's first source in a state that no mailbox can be made to bring about here."""
    from contextio_contract.server.db import sources

    with live.app.state.services.database.transaction() as connection:
        source = sources.get(connection, account, sources.FIRST)
        assert source
        sources.change(connection, source["sequence"], {"status": status})


def test_a_source_reads_back_as_it_was_sent(client: Client, account: str, imap: Imap) -> None:
    hooks = {"callback_url": "http://127.0.0.1:9/a", "status_callback_url": "http://127.0.0.1:9/b"}
    flags = {"sync_flags": 1, "raw_file_list": 0, "expunge_on_deleted_flag": 1}
    created = client.post(f"/accounts/{account}/sources", **imap.form(**hooks, **flags))
    assert created["label"] == "demo@example.com::127.0.0.1"
    source = client.get(created["resource_url"])
    assert source == {
        "label": created["label"],
        "server": "127.0.0.1",
        "username": imap.username,
        "port": imap.port,
        "use_ssl": False,
        "type": "imap",
        "authentication_type": "password",
        "status": "OK",
        "status_message": None,
        "resource_url": created["resource_url"],
        **hooks,
        "sync_flags": True,
        "sync_all_folders": False,
        "expunge_on_deleted_flag": True,
        "raw_file_list": False,
    }
    assert client.get(f"/accounts/{account}/sources") == [source]
    assert client.get(f"/accounts/{account}/sources/0") == source


def test_labels_are_unique_and_free_of_slashes(client: Client, account: str, imap: Imap) -> None:
    path = f"/accounts/{account}/sources"
    labels = [client.post(path, **imap.form(email="a/b@example.com"))["label"] for _ in range(3)]
    assert len(set(labels)) == 3
    assert not any("/" in label for label in labels)
    for label in labels:
        assert client.get(f"{path}/{quote(label, safe='')}")["label"] == label
        assert client.get(f"{path}/{label}")["label"] == label


def test_label_zero_moves_on_when_the_first_source_goes(client: Client, account: str, imap: Imap) -> None:
    path = f"/accounts/{account}/sources"
    labels = [client.post(path, **imap.form())["label"] for _ in range(2)]
    assert client.delete(f"{path}/0") == {"success": True}
    assert client.get(f"{path}/0")["label"] == labels[1]
    assert client.send("GET", f"{path}/{labels[0]}").status_code == 404
    client.delete(f"{path}/0")
    assert client.send("GET", f"{path}/0").status_code == 404


@pytest.mark.parametrize("path", ["/accounts", "/accounts/{id}/sources"])
def test_a_mailbox_that_refuses_makes_nothing(client: Client, account: str, imap: Imap, path: str) -> None:
    before = client.get("/accounts")
    answer = client.post(path.format(id=account), 400, **imap.form(password=_WRONG))
    assert answer["feedback_code"] == "INVALID_CREDENTIALS"
    assert "127.0.0.1" in answer["connectionLog"]
    assert _WRONG not in str(answer)
    assert client.get("/accounts") == before


@pytest.mark.parametrize("path", ["/accounts", "/accounts/{id}/sources"])
def test_a_mail_server_out_of_reach_makes_nothing(
    client: Client, account: str, imap: Imap, free_port: Callable[[], int], path: str
) -> None:
    before = client.get("/accounts")
    answer = client.post(path.format(id=account), 503, **imap.form(port=free_port()))
    assert answer["feedback_code"] == "CONNECTION_IMPOSSIBLE"
    assert answer["success"] is False
    assert client.get("/accounts") == before


def test_impossible_hosts_are_out_of_reach(client: Client, account: str, imap: Imap) -> None:
    for server in ("a..b", "x" * 300, "host\x00name", "☃" * 70):
        answer = client.post(f"/accounts/{account}/sources", 503, **imap.form(server=server))
        assert answer["feedback_code"] == "CONNECTION_IMPOSSIBLE"


def test_a_silent_mail_server_is_given_up_in_time(new_server: Callable[..., LiveServer], imap: Imap) -> None:
    client = new_server(mailbox_timeout=0.5).client()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        answer = client.post("/accounts", 503, **imap.form(port=silent.getsockname()[1]))
    assert answer["feedback_code"] == "CONNECTION_IMPOSSIBLE"


def test_odd_credentials_are_sent_as_they_are(client: Client, account: str, imap: Imap) -> None:
    for username, password in (("a\r\nX LOGOUT", "p"), ("ü", "ß"), ('"', "\\"), ("u", "p\x00")):
        form = imap.form(username=username, password=password)
        answer = client.post(f"/accounts/{account}/sources", 400, **form)
        assert answer["feedback_code"] == "INVALID_CREDENTIALS"


@pytest.mark.parametrize("missing", ["email", "server", "username", "use_ssl", "port", "type", "password"])
def test_a_missing_parameter_is_named(client: Client, account: str, imap: Imap, missing: str) -> None:
    form = {name: value for name, value in imap.form().items() if name != missing}
    answer = client.post(f"/accounts/{account}/sources", 400, **form)
    assert answer["value"].startswith(f"{missing} is missing")


def test_a_provider_that_is_not_registered_is_refused(client: Client, account: str, imap: Imap) -> None:
    form = imap.form(provider_consumer_key="client-id", provider_refresh_token=_WRONG)
    assert "provider_consumer_key" in client.post(f"/accounts/{account}/sources", 400, **form)["value"]
    client.post(f"/accounts/{account}/sources", **imap.form())
    for field in ("provider_consumer_key", "provider_refresh_token"):
        answer = client.post(f"/accounts/{account}/sources/0", 400, **{field: "x", "password": "y"})
        assert "provider_consumer_key" in answer["value"]


def test_an_update_keeps_what_was_not_sent(client: Client, account: str, imap: Imap) -> None:
    client.post(f"/accounts/{account}/sources", **imap.form(sync_flags=1))
    path = f"/accounts/{account}/sources/0"
    before = client.get(path)
    assert client.post(path, 200, sync_all_folders=1, server="elsewhere") == {"success": True}
    assert client.get(path) == before | {"sync_all_folders": True}
    assert client.post(path, 200, status_callback_url="http://127.0.0.1:9/") == {"success": True}
    assert client.get(path) == before | {
        "sync_all_folders": True,
        "status_callback_url": "http://127.0.0.1:9/",
    }


def test_a_forced_check_sees_what_is_there(client: Client, account: str, imap: Imap) -> None:
    client.post(f"/accounts/{account}/sources", **imap.form())
    path = f"/accounts/{account}/sources/0"
    assert client.post(path, 200, force_status_check=1) == {"status": "OK"}
    assert client.post(path, 200, password=_WRONG) == {"success": True}
    assert client.get(path)["status"] == "INVALID_CREDENTIALS"
    assert client.get(path)["status_message"]
    assert client.post(path, 200, force_status_check=1) == {"status": "INVALID_CREDENTIALS"}
    client.post(path, 200, password=imap.password)
    assert client.get(path)["status"] == "OK"
    assert client.get(path)["status_message"] is None


def test_a_forced_check_stands_alone(client: Client, account: str, imap: Imap) -> None:
    client.post(f"/accounts/{account}/sources", **imap.form())
    path = f"/accounts/{account}/sources/0"
    answer = client.post(path, 400, force_status_check=1, sync_all_folders=1)
    assert answer["value"].startswith("force_status_check")
    assert client.get(path)["sync_all_folders"] is False
    client.post(path, 200, force_status_check=0, sync_all_folders=1)
    assert client.get(path)["sync_all_folders"] is True


@pytest.mark.parametrize("state", ["TEMP_DISABLED", "DISABLED"])
def test_status_one_puts_a_source_back_to_work(
    client: Client, shared_server: LiveServer, account: str, imap: Imap, state: str
) -> None:
    client.post(f"/accounts/{account}/sources", **imap.form())
    path = f"/accounts/{account}/sources/0"
    set_status(shared_server, account, state)
    client.post(path, 200, password=imap.password)
    assert client.get(path)["status"] == state
    assert client.post(path, 200, status=1) == {"success": True}
    assert client.get(path)["status"] == "OK"


def test_a_state_cannot_be_chosen(client: Client, account: str, imap: Imap) -> None:
    client.post(f"/accounts/{account}/sources", **imap.form())
    for value in ("0", "OK", "DISABLED"):
        answer = client.post(f"/accounts/{account}/sources/0", 400, status=value)
        assert answer["value"].startswith("status ")


@pytest.mark.parametrize(
    ("choice", "messages"),
    [
        ({}, 6),
        ({"sync_all_folders": 1}, 7),
        ({"sync_folders": "All,Trash"}, 7),
        ({"sync_folders": "Drafts"}, 6),
    ],
)
def test_the_first_synchronisation_counts_what_was_asked_for(
    client: Client, shared_server: LiveServer, imap: Imap, choice: dict[str, Any], messages: int
) -> None:
    account = client.account(**imap.form(**choice))
    shared_server.settle()
    assert client.get(f"/accounts/{account}")["nb_messages"] == messages
    assert client.get(f"/accounts/{account}")["nb_files"] >= 0
    client.delete(f"/accounts/{account}/sources/0")
    assert client.get(f"/accounts/{account}")["nb_messages"] == 0
