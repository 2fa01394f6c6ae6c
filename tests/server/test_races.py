"""Calls at the same moment, on both databases: each is answered as if it came before or after the others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier, Event
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import Client
from tests.databases import migrate_at

from contextio_contract.server.db import accounts, sources, tokens
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.selection import Selection
from contextio_contract.server.db.vault import generate_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import LiveServer
    from tests.imap import Imap

    from contextio_contract.server.http.call import Call

_AT_ONCE = 8
_WITHIN = 60
_MAILBOX = {"server": "imap.example.com", "port": 993, "secret": "", "status": "OK"}


@pytest.fixture
def live(new_server: Callable[..., LiveServer], location: str) -> LiveServer:
    migrate_at(location)
    return new_server(database=location, vault_keys=generate_key(), has_worker=False, keys={"k": "s"})


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    migrate_at(location)
    with closing(Database(location)) as database:
        yield database


def at_once(live: LiveServer, call: Callable[[Client], Any]) -> list[Any]:
    """Return what calls of several clients come to that begin at the same moment."""
    barrier = Barrier(_AT_ONCE)

    def run(_number: int) -> Any:
        with closing(Client(live.origin, "k", "s", live.contract).session) as session:
            client = Client(live.origin, "k", "s", live.contract)
            client.session = session
            barrier.wait(_WITHIN)
            return call(client)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(run, range(_AT_ONCE)))


def test_one_mailbox_that_is_attached_at_once_gets_a_label_each_time(live: LiveServer, imap: Imap) -> None:
    client = live.client_for("k")
    account = client.account()
    form = imap.form(email="ada@example.com")
    attached = at_once(live, lambda each: each.post(f"/accounts/{account}/sources", **form)["label"])
    assert len(set(attached)) == _AT_ONCE
    shown = client.get(f"/accounts/{account}")
    assert sorted(source["label"] for source in shown["sources"]) == sorted(attached)
    assert shown["email_addresses"] == ["ada@example.com"]


def test_an_account_that_is_deleted_at_once_is_deleted_once(live: LiveServer) -> None:
    account = live.client_for("k").account()
    statuses = at_once(live, lambda client: client.send("DELETE", f"/accounts/{account}").status_code)
    assert sorted(statuses) == [200] + [404] * (_AT_ONCE - 1)


def test_what_is_attached_to_an_account_that_is_deleted_is_refused_or_goes_with_it(
    live: LiveServer, imap: Imap
) -> None:
    client = live.client_for("k")
    account, turns = client.account(), iter(range(_AT_ONCE))

    def call(client: Client) -> int:
        if next(turns) == 0:
            return client.send("DELETE", f"/accounts/{account}").status_code
        return client.send("POST", f"/accounts/{account}/sources", data=imap.form()).status_code

    assert set(at_once(live, call)) <= {200, 201, 404}
    assert client.send("GET", f"/accounts/{account}").status_code == 404


def test_a_list_without_pages_holds_up_no_other_call(
    live: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, another, answered = live.client_for("k"), live.client_for("k"), Event()
    served = live.app.state.api.served
    operation = served.contract.operations["connect_tokens_list"]
    handler = served.handlers[operation]

    def list_slowly(call: Call) -> Any:
        assert answered.wait(_WITHIN)
        return handler(call)

    monkeypatch.setitem(served.handlers, operation, list_slowly)
    with ThreadPoolExecutor(1) as pool:
        listed = pool.submit(client.get, "/connect_tokens")
        assert another.get("/accounts") == []
        answered.set()
        assert listed.result(_WITHIN) == []


def test_a_read_sees_one_state_whatever_is_deleted_meanwhile(database: Database) -> None:
    with database.transaction() as connection:
        account = accounts.add(connection, "k", {"email": "ada@example.com"}, 1)
        source = accounts.add_source(connection, "k", account, "ada@example.com", _MAILBOX)
        name = tokens.add(
            connection, {"consumer_key": "k", "created": 1, "callback_url": "https://a.example/"}
        )
        token = tokens.get_by_name(connection, 1, name)
        assert token
        assert tokens.use(connection, token, 1)
        tokens.set_result(connection, token, account, source["sequence"])
    with database.read() as connection, ThreadPoolExecutor(1) as pool:
        (row,) = tokens.list_selected(connection, "k", 1, None, Selection())
        pool.submit(_remove, database, account).result(_WITHIN)
        used_for = accounts.get_many(connection, "k", {row["account_sequence"]})
        assert used_for[account]["sources"][0]["label"] == row["server_label"]
    with database.read() as connection:
        assert not tokens.list_selected(connection, "k", 1, None, Selection())
        assert sources.get(connection, "k", account, sources.FIRST) is None


def _remove(database: Database, account: str) -> None:
    with database.transaction() as connection:
        accounts.remove(connection, "k", account)
