"""Databases that cannot be used for a while: the call is told, the log says why, once."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from tests.databases import KINDS, SERVER, migrate_at, new_database, new_postgresql

from contextio_contract.server.db import accounts, sqlite
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.errors import UnavailableError
from contextio_contract.server.db.vault import generate_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy.engine import Connection
    from tests.conftest import LiveServer

    Run = Callable[..., AbstractContextManager[LiveServer]]

_LARGE = "x" * 100_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "server.sqlite3"


@pytest.fixture
def file(path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Database]:
    caplog.set_level(logging.INFO, "contextio_contract")
    with closing(Database(str(path))) as database:
        yield database


def _add_account(database: Database, name: str = "Ada") -> str:
    with database.transaction() as connection:
        return accounts.add(connection, "key", {"email": "ada@example.com", "first_name": name}, 1)


def _is_owned(database: Database, account: str) -> bool:
    with database.read() as connection:
        return accounts.is_owned(connection, "key", account)


def test_a_full_disk_is_said_once_until_there_is_room(
    file: Database, caplog: pytest.LogCaptureFixture
) -> None:
    account = _add_account(file)
    with file.transaction() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # which means: no more than there are
    for _ in range(3):
        with pytest.raises(UnavailableError, match="the disk is full"):
            _add_account(file, _LARGE)
        assert _is_owned(file, account)
    with file.transaction() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert _is_owned(file, _add_account(file, _LARGE))
    first, second = (record.getMessage() for record in caplog.records)
    assert first.endswith("cannot be used: the disk is full")
    assert second == "the database can be used again"


@pytest.mark.parametrize("is_replaced", [False, True])
def test_no_write_to_a_file_that_is_gone_is_acknowledged(
    file: Database, path: Path, caplog: pytest.LogCaptureFixture, *, is_replaced: bool
) -> None:
    _add_account(file)
    shutil.rmtree(path.parent)
    if is_replaced:
        Database(str(path)).close()
    for _ in range(3):
        with pytest.raises(UnavailableError, match="is gone, or another one is in its place"):
            _add_account(file)
        with pytest.raises(UnavailableError, match="is gone, or another one is in its place"):
            file.check()
    assert len(caplog.records) == 1


def test_calls_are_told_to_come_again(run_server: Run, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "contextio_contract")
    with run_server(database=str(path), keys={"k": "s"}) as live:
        client = live.client_for("k")
        client.account()
        shutil.rmtree(path.parent)
        for method, form in (("GET", None), ("POST", {"email": "ada@example.com"})):
            response = client.send(method, "/accounts", data=form)
            assert response.status_code == 503
            assert int(response.headers["retry-after"]) > 0
            assert str(path) not in response.text
    assert "Traceback" not in caplog.text
    assert caplog.text.count("is gone") == 1


def test_a_file_that_another_program_keeps_locked_is_busy(
    file: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.1)
    with closing(Database(str(path))) as another:
        with file.transaction(), pytest.raises(UnavailableError, match="has locked the file"):
            _add_account(another)
        assert _is_owned(another, _add_account(another))


def test_a_file_that_may_not_be_written_is_named(file: Database) -> None:
    with file.transaction() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    for write in (_add_account, Database.check):
        with pytest.raises(UnavailableError, match="may not be written"):
            write(file)


def test_a_damaged_file_is_named(path: Path) -> None:
    with closing(Database(str(path))) as database:
        account = _add_account(database)
    with closing(sqlite3.connect(path)) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'accounts'").fetchone()
    with path.open("rb+") as content:
        content.seek((page - 1) * 4096)
        content.write(b"\xff" * 4096)
    with closing(Database(str(path))) as database, pytest.raises(UnavailableError, match="is damaged"):
        _is_owned(database, account)


@pytest.mark.skipif(not SERVER, reason="make test-postgres starts PostgreSQL")
def test_no_call_waits_with_one_that_waits_for_a_lock(run_server: Run) -> None:
    with new_postgresql() as location:
        migrate_at(location)
        with run_server(database=location, vault_keys=generate_key()) as live, ThreadPoolExecutor(1) as pool:
            client = live.client()
            path = f"/accounts/{client.account(first_name='Ada')}"
            with live.app.state.services.database.transaction() as connection:
                connection.execute(text("SELECT * FROM accounts FOR UPDATE"))
                changed = pool.submit(live.client_for(client.key).post, path, 200, first_name="Grace")
                _wait_for_a_lock(connection)
                assert client.get(path)["first_name"] == "Ada"
                assert not changed.done()
            changed.result()
            assert client.get(path)["first_name"] == "Grace"


def _wait_for_a_lock(connection: Connection) -> None:
    """Return once another connection waits for a lock."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    while not connection.scalar(waiting):
        time.sleep(0.01)


@pytest.mark.parametrize("kind", KINDS)
def test_a_check_notices_a_layout_that_changed(kind: str, tmp_path: Path) -> None:
    with new_database(kind, tmp_path) as location:
        migrate_at(location)
        with closing(Database(location)) as database:
            database.check()
            with database.transaction() as connection:
                connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            with pytest.raises(UnavailableError, match="has layout 9999"):
                database.check()
