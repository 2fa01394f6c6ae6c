"""What was deleted is in no file of the database any more."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from contextio_contract.server.db import accounts
from contextio_contract.server.db.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.conftest import LiveServer

    Run = Callable[..., AbstractContextManager[LiveServer]]

_WITHIN = 60
_EMAIL = "nobody.else.has.this@example.com"


def holds(path: Path) -> bool:
    """Return whether a database or its log has the address."""
    return any(_EMAIL.encode() in file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.slow
def test_a_deleted_account_is_gone_from_the_files_after_the_next_purge(
    tmp_path: Path, run_server: Run
) -> None:
    path = tmp_path / "server.sqlite3"
    with run_server(database=str(path), keys={"k": "s"}) as live:
        client = live.client_for("k")
        client.delete(f"/accounts/{client.account(email=_EMAIL)}")
        assert holds(path)
        live.clock.now += 120
        deadline = time.monotonic() + _WITHIN
        while holds(path) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not holds(path)
        client.account()


def test_a_log_that_others_read_is_emptied_later(tmp_path: Path) -> None:
    path = tmp_path / "server.sqlite3"
    with closing(Database(str(path))) as database, closing(Database(str(path))) as another:
        with database.transaction() as connection:
            account = accounts.add(connection, "k", {"email": _EMAIL}, 1)
        with another.read() as reader:
            assert accounts.is_owned(reader, "k", account)
            with database.transaction() as connection:
                accounts.remove(connection, "k", account)
            database.erase_deleted()
            assert accounts.is_owned(reader, "k", account)
        database.erase_deleted()
        assert not holds(path)
