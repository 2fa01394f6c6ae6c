"""Ready JSON of accounts, on SQLite and PostgreSQL: it is never older than the rows that it was made of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, update
from tests.conftest import running_server
from tests.databases import migrate_at

from contextio_contract.server.db import accounts, documents
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.tables import account_documents, addresses, sources
from contextio_contract.server.db.vault import generate_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.engine import Connection
    from tests.conftest import Contract

_EDITION = "1"
_SOURCE = {"server": "127.0.0.1", "port": 993, "secret": "", "status": "OK", "username": "ada"}


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    migrate_at(location)
    with closing(Database(location)) as database:
        yield database


def _store(database: Database, account_id: str) -> None:
    document = documents.read(database, "key", account_id, _EDITION)
    assert document
    with database.transaction() as connection:
        documents.store(connection, _EDITION, {document.sequence: "{}"})


def _content(database: Database, account_id: str, edition: str = _EDITION) -> str | None:
    document = documents.read(database, "key", account_id, edition)
    return document.content if document else "no account"


_CHANGES: dict[str, Callable[[Connection, str], Any]] = {
    "name": lambda connection, name: accounts.rename(connection, "key", name, {"first_name": "Ada"}),
    "source": lambda connection, name: accounts.add_source(connection, "key", name, "b@example.com", _SOURCE),
    "status": lambda connection, _: connection.execute(update(sources).values(status="DISABLED")),
    "source gone": lambda connection, _: connection.execute(delete(sources)),
    "address": lambda connection, _: connection.execute(update(addresses).values(email="c@example.com")),
    "address gone": lambda connection, _: connection.execute(delete(addresses)),
}


def test_each_change_of_an_account_and_what_belongs_to_it_clears_its_document(database: Database) -> None:
    with database.transaction() as connection:
        changed, other = (
            accounts.add(connection, "key", {"email": f"{name}@example.com"}, 1) for name in ("ada", "bob")
        )
        accounts.add_source(connection, "key", changed, "ada@example.com", _SOURCE)
    cleared = {}
    for title, change in _CHANGES.items():
        _store(database, changed)
        assert _content(database, changed) == "{}"
        with database.transaction() as connection:
            change(connection, changed)
        cleared[title] = _content(database, changed)
    assert cleared == dict.fromkeys(_CHANGES)
    _store(database, other)
    with database.transaction() as connection:
        accounts.rename(connection, "key", changed, {"first_name": "Bob"})
        accounts.remove(connection, "key", changed)
    assert (_content(database, changed), _content(database, other)) == ("no account", "{}")
    assert documents.read(database, "another key", other, _EDITION) is None
    assert _content(database, other, "2") is None


def test_an_edition_that_is_not_ours_is_not_shown(contract: Contract, location: str) -> None:
    migrate_at(location)
    with running_server(contract, database=location, vault_keys=generate_key()) as live:
        client = live.client()
        account = client.account(first_name="Ada")
        shown = client.get(f"/accounts/{account}")
        with live.app.state.services.database.transaction() as connection:
            connection.execute(update(account_documents).values(edition="another", content='{"id": 1}'))
        assert client.get("/accounts", limit=1) == [shown] == [client.get(f"/accounts/{account}")]


def test_the_last_of_many_changes_and_reads_at_once_is_shown(contract: Contract, location: str) -> None:
    migrate_at(location)
    with (
        running_server(contract, database=location, vault_keys=generate_key()) as live,
        ThreadPoolExecutor(4) as pool,
    ):
        client = live.client()
        path = f"/accounts/{client.account()}"

        def change_and_read(number: int) -> None:
            another = live.client_for(client.key)
            another.send("POST", path, data={"first_name": str(number)})
            another.get(path)

        list(pool.map(change_and_read, range(20)))
        client.send("POST", path, data={"first_name": "last"})
        assert client.get(path)["first_name"] == "last"
