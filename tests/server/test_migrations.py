"""The layout of a database: made, brought up to date, or refused and left as it is."""

from __future__ import annotations

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from click.testing import CliRunner
from sqlalchemy import text
from tests.databases import KINDS, migrate_at, new_database

from contextio_contract.cli import main
from contextio_contract.errors import CannotRun
from contextio_contract.server.db import accounts, jobs
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.migrate import HEAD
from contextio_contract.server.db.tables import metadata
from contextio_contract.server.db.vault import Vault, generate_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tests.conftest import LiveServer

    Run = Callable[..., AbstractContextManager[LiveServer]]

_OLD = Path(__file__).with_name("layout_3.sql").read_text()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of layout 3 with an account, a source, an address and a used token."""
    path = tmp_path / "server.sqlite3"
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(_OLD)
    return path


def command(*options: str, status: int = 0) -> str:
    """Run `migrate`, and return the one line that it prints."""
    done = CliRunner().invoke(main, ["migrate", *options])
    assert done.exit_code == status, done.output
    (line,) = done.output.splitlines()
    return line


def refuse(location: str | Path) -> str:
    """Return why a database is refused, by `serve` and by `migrate` alike."""
    with pytest.raises(CannotRun) as refused:
        Database(str(location)).close()
    assert f"Error: {refused.value.message}" == command("--database", str(location), status=2)
    return refused.value.message


def test_the_tables_of_the_code_are_those_that_the_migrations_make(location: str) -> None:
    migrate_at(location)
    with closing(Database(location)) as database, database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize(
    "layout", [pytest.param(1, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.slow), 3]
)
def test_a_file_of_an_earlier_layout_keeps_its_data(old: Path, run_server: Run, layout: int) -> None:
    key = generate_key()
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("UPDATE schema_version SET version = ?", [layout])
        file.execute("UPDATE sources SET secret = ?", [Vault([key]).encrypt("s3cret")])
        if layout == 2:
            file.execute("CREATE TABLE things (sequence INTEGER, fields JSON)")
    for _start in range(2):
        with run_server(database=str(old), keys={"k": "s"}, vault_keys=key) as live:
            client = live.client_for("k")
            (account,) = client.get("/accounts", email="ada@example.com")
            assert account["sources"][0]["label"] == "ada@example.com::imap.example.com"
            assert client.get("/connect_tokens/tok1")["account"]["id"] == account["id"] == "5f1"


@pytest.mark.parametrize("is_over", [True, False])
def test_a_first_synchronisation_that_is_not_over_becomes_a_job(old: Path, is_over: bool) -> None:  # noqa: FBT001
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("UPDATE sources SET synchronised = ?, server = 'IMAP.Example.com'", [is_over])
    with closing(Database(str(old))) as database, database.read() as connection:
        rows = [(row["kind"], row["key"], row["host"], row["source"]) for row in jobs.list_all(connection)]
        assert rows == ([] if is_over else [("synchronise", "synchronise 5", "imap.example.com", 5)])
        assert all(row["payload"] == {} and row["consumer_key"] == "k" for row in jobs.list_all(connection))


def test_a_file_is_copied_before_it_is_changed(old: Path) -> None:
    assert command("--database", str(old)) == (
        f"migrate: {old}: changed from layout 3 to {HEAD}; as it was before: {old}.before-{HEAD}"
    )
    copy = old.with_name(f"{old.name}.before-{HEAD}")
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("SELECT version FROM schema_version").fetchall() == [(3,)]
        assert file.execute("SELECT id FROM accounts").fetchall() == [("5f1",)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert command("--database", str(old)) == f"migrate: {old}: has layout {HEAD} already"
    assert {path.name for path in old.parent.iterdir()} == {old.name, copy.name}


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("CREATE TABLE alembic_version (surprise INTEGER)")
        file.execute("INSERT INTO alembic_version VALUES (1)")
        before = list(file.iterdump())
    assert "no such column: version_num" in command("--database", str(old), status=2)
    with closing(sqlite3.connect(old)) as file:
        assert list(file.iterdump()) == before


@pytest.mark.parametrize("kind", KINDS)
def test_processes_that_migrate_at_once_do_it_once(kind: str, tmp_path: Path) -> None:
    with new_database(kind, tmp_path) as location, ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: migrate_at(location), range(8)))
        assert sorted(str(each) for each in done) == ["Migration(before=None, copy=None)"] + ["None"] * 7
        databases = list(pool.map(lambda _: Database(location), range(4)))
        for database in databases:
            database.close()


def test_servers_that_start_at_once_copy_and_migrate_a_file_once(old: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for database in pool.map(lambda _: Database(str(old)), range(8)):
            with database.read() as connection:
                assert accounts.is_owned(connection, "k", "5f1")
            database.close()
    with closing(sqlite3.connect(f"{old}.before-{HEAD}")) as file:
        assert file.execute("SELECT version FROM schema_version").fetchall() == [(3,)]


def test_a_later_layout_is_refused_and_left_alone(location: str) -> None:
    migrate_at(location)
    with closing(Database(location)) as database, database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert f"has layout 9999, this server needs {HEAD}" in refuse(location)


def test_a_later_number_is_refused(old: Path) -> None:
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("UPDATE schema_version SET version = 99")
    assert f"has layout 99, this server needs {HEAD}" in refuse(old)


@pytest.mark.parametrize(
    "tables", [["recipes"], ["schema_version"], ["accounts", "sources"], ["alembic_version", "accounts"]]
)
def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path, tables: list[str]) -> None:
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as other, other:
        for table in tables:
            other.execute(f"CREATE TABLE {table} (version INTEGER)")
            other.execute(f"INSERT INTO {table} VALUES (1)")  # noqa: S608 - names from above
    before = path.read_bytes()
    assert "another program" in refuse(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_no_other_user_may_read_the_files(old: Path, mode: int) -> None:
    old.chmod(mode)
    with closing(Database(str(old))) as database:
        with database.transaction() as connection:
            accounts.add(connection, "k", {"email": "eve@example.com"}, 1)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in old.parent.iterdir()}
    names = {f"{old.name}{end}" for end in ("", "-wal", "-shm", f".before-{HEAD}")}
    assert modes == dict.fromkeys(names, 0o600)


def test_a_folder_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert "it is no file" in refuse(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["mysql://ada:s3cret@127.0.0.1/mail", "nonsense://ada:s3cret@x"])
def test_another_kind_of_database_is_refused(name: str) -> None:
    message = command("--database", name, status=2)
    assert "name another --database: a SQLite file" in message
    assert "s3cret" not in message


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    location = "postgresql://ada:s3cret@127.0.0.1:9/mail"
    message = command("--database", location, status=2)
    assert "cannot use the database postgresql://127.0.0.1:9/mail: connection failed" in message
    assert "s3cret" not in message
