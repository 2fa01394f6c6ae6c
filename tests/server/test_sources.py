"""The page "accounts/sources": what no conformance check states of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from tests.conftest import Client, LiveServer
    from tests.imap import Imap


@pytest.fixture
def account(client: Client) -> str:
    return client.account()


def test_a_source_reads_back_in_full(client: Client, account: str, imap: Imap) -> None:
    hooks = {"callback_url": "http://127.0.0.1:9/a", "status_callback_url": "http://127.0.0.1:9/b"}
    flags = {"sync_flags": 1, "raw_file_list": 0, "expunge_on_deleted_flag": 1}
    created = client.post(f"/accounts/{account}/sources", **imap.form(**hooks, **flags))
    source = client.get(created["resource_url"])
    assert source == {
        "label": "demo@example.com::127.0.0.1",
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


@pytest.mark.parametrize("value", ["2", "true", "false", "01", "", "9" * 5000])
def test_a_use_ssl_other_than_1_does_not_encrypt(
    client: Client, account: str, imap: Imap, value: str
) -> None:
    path = f"/accounts/{account}/sources"
    created = client.post(path, **{**imap.form(), "use_ssl": value})
    assert client.get(created["resource_url"])["use_ssl"] is False
    assert client.post(path, 400, **{**imap.form(), "use_ssl": 1})["feedback_code"] == "CONNECTION_IMPOSSIBLE"


def test_labels_have_no_slash_and_may_be_sent_raw(client: Client, account: str, imap: Imap) -> None:
    path = f"/accounts/{account}/sources"
    for _ in range(2):
        label = client.post(path, **imap.form(email="a/b@example.com"))["label"]
        assert "/" not in label
        assert client.get(f"{path}/{quote(label, safe='')}")["label"] == label
        assert client.get(f"{path}/{label}")["label"] == label


def test_label_zero_moves_on_when_the_first_source_goes(client: Client, account: str, imap: Imap) -> None:
    path = f"/accounts/{account}/sources"
    labels = [client.post(path, **imap.form())["label"] for _ in range(2)]
    client.delete(f"{path}/0")
    assert client.get(f"{path}/0")["label"] == labels[1]
    client.delete(f"{path}/0")
    assert client.send("GET", f"{path}/0").status_code == 404


@pytest.mark.parametrize("status", ["TEMP_DISABLED", "DISABLED"])
def test_status_1_enables_a_source(
    client: Client, shared_server: LiveServer, account: str, imap: Imap, status: str
) -> None:
    from contextio_contract.server.db import sources

    client.post(f"/accounts/{account}/sources", **imap.form())
    path = f"/accounts/{account}/sources/0"
    with shared_server.app.state.services.database.transaction() as connection:
        source = sources.get(connection, client.key, account, sources.FIRST)
        assert source
        sources.update_columns(connection, client.key, source["sequence"], {"status": status})
    client.post(path, 200, password=imap.password)
    assert client.get(path)["status"] == status
    assert client.post(path, 200, status=1) == {"success": True}
    assert client.get(path)["status"] == "OK"


def test_force_status_check_0_is_no_check(client: Client, account: str, imap: Imap) -> None:
    client.post(f"/accounts/{account}/sources", **imap.form())
    path = f"/accounts/{account}/sources/0"
    client.post(path, 200, force_status_check=0, sync_all_folders=1)
    assert client.get(path)["sync_all_folders"] is True


@pytest.mark.parametrize(
    ("options", "messages"),
    [
        ({}, 6),
        ({"sync_all_folders": 1}, 7),
        ({"sync_folders": "All,Trash"}, 7),
        ({"sync_folders": "Drafts"}, 6),
    ],
)
def test_the_first_synchronisation_counts_the_chosen_folders(
    client: Client, shared_server: LiveServer, imap: Imap, options: dict[str, Any], messages: int
) -> None:
    account = client.account(**imap.form(**options))
    shared_server.settle()
    assert client.get(f"/accounts/{account}")["nb_messages"] == messages
    client.delete(f"/accounts/{account}/sources/0")
    assert client.get(f"/accounts/{account}")["nb_messages"] == 0
