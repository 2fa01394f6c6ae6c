"""Secrets under a former vault key: encrypted anew in batches, cut short and gone on with, none lost."""

from __future__ import annotations

import itertools
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from sqlalchemy import select
from tests.conftest import Client
from tests.databases import migrate_at

from contextio_contract.cli import main
from contextio_contract.cli.vault import describe_vault
from contextio_contract.server.db import consumer_keys, encrypted
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.encrypted import Progress, encrypt_anew, list_fingerprints
from contextio_contract.server.db.tables import consumer_secrets
from contextio_contract.server.db.vault import Vault, generate_key
from contextio_contract.server.jobs import reencryption
from contextio_contract.server.services import Settings
from contextio_contract.server.start import open_services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.conftest import Contract, LiveServer
    from tests.imap import Imap

    Run = Callable[..., AbstractContextManager[LiveServer]]

FORMER, FIRST = generate_key(), generate_key()
BOTH = f"{FIRST},{FORMER}"


@pytest.fixture
def database(location: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database with seven secrets under the former key, which are encrypted anew by threes."""
    monkeypatch.setattr(encrypted, "_BATCH", 3)
    migrate_at(location)
    with closing(Database(location)) as database:
        with database.transaction() as connection:
            for number in range(7):
                columns = Vault([FORMER]).encrypt_columns(f"secret {number}")
                consumer_keys.add(connection, f"key {number}", columns, 1)
        yield database


def read_secrets(database: Database, *keys: str) -> list[str]:
    query = select(consumer_secrets.c.secret).order_by(consumer_secrets.c.sequence)
    with database.read() as connection:
        return [Vault(keys).decrypt(secret) for secret in connection.scalars(query)]


def test_all_secrets_come_under_the_first_key(database: Database) -> None:
    vault = Vault([FIRST, FORMER])
    assert encrypt_anew(database, vault) == Progress(encrypted=7)
    assert encrypt_anew(database, vault) == Progress()
    assert read_secrets(database, FIRST) == [f"secret {number}" for number in range(7)]
    with database.read() as connection:
        assert list_fingerprints(connection) == {vault.fingerprint}


def test_what_was_cut_short_goes_on_where_it_was(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, calls = Vault([FIRST, FORMER]), itertools.count(1)
    encrypt_columns = vault.encrypt_columns

    def end_in_the_second_batch(text: str) -> dict[str, str]:
        if next(calls) == 5:
            raise KeyboardInterrupt
        return encrypt_columns(text)

    monkeypatch.setattr(vault, "encrypt_columns", end_in_the_second_batch)
    with pytest.raises(KeyboardInterrupt):
        encrypt_anew(database, vault)
    assert read_secrets(database, FIRST, FORMER) == [f"secret {number}" for number in range(7)]
    assert encrypt_anew(database, vault) == Progress(encrypted=4)
    assert read_secrets(database, FIRST) == [f"secret {number}" for number in range(7)]


def test_a_secret_that_changes_meanwhile_keeps_its_change(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = Vault([FIRST, FORMER])
    encrypt_columns = vault.encrypt_columns

    def change_it_first(text: str) -> dict[str, str]:
        if text == "secret 4":
            changed = consumer_secrets.update().where(consumer_secrets.c.consumer_key == "key 4")
            with database.transaction() as connection:
                connection.execute(changed, Vault([FORMER]).encrypt_columns("changed"))
        return encrypt_columns(text)

    monkeypatch.setattr(vault, "encrypt_columns", change_it_first)
    encrypt_anew(database, vault)
    assert read_secrets(database, FIRST, FORMER)[4] == "changed"


def test_what_no_key_decrypts_stays_and_is_counted(database: Database) -> None:
    with database.transaction() as connection:
        columns = Vault([generate_key()]).encrypt_columns("lost")
        consumer_keys.add(connection, "lost", columns, 1)
    assert encrypt_anew(database, Vault([FIRST, FORMER])) == Progress(encrypted=7, unreadable=1)


def test_a_server_encrypts_anew_after_a_start_with_a_new_key(
    location: str, imap: Imap, contract: Contract, run_server: Run
) -> None:
    migrate_at(location)
    environment = {"CONTEXTIO_DATABASE": location, "CONTEXTIO_VAULT_KEY": FORMER}
    CliRunner().invoke(main, ["keys", "import", "-"], input="acme,s\n", env=environment)

    def start(vault_keys: str) -> tuple[list[str], Any]:
        with closing(open_services(Settings({}, location, vault_keys))) as services:
            said = describe_vault(services)
        with run_server(database=location, keys={}, vault_keys=vault_keys, has_worker=True) as live:
            live.settle()
            client = Client(live.origin, "acme", "s", contract)
            with closing(client.session):
                accounts = client.get("/accounts")
                if not accounts:
                    client.account(**imap.form())
                    return said, None
                source = f"/accounts/{accounts[0]['id']}/sources/0"
                return said, client.post(source, 200, force_status_check=1)["status"]

    assert start(FORMER) == ([], None)
    said, status = start(BOTH)
    assert "keep it in CONTEXTIO_VAULT_KEY" in said[0]
    assert status == "OK"
    said, status = start(BOTH)
    assert "CONTEXTIO_VAULT_KEY needs no former one any more" in said[0]
    assert start(FIRST) == ([], "OK")


def test_a_worker_with_other_keys_leaves_the_job_to_those_with_the_new_one(
    location: str, database: Database
) -> None:
    settings = Settings({}, location, f"{FORMER},{FIRST}")
    with closing(open_services(settings)) as services:
        job: Any = type("Job", (), {"payload": {"vault_key": Vault([FIRST]).fingerprint}})
        assert reencryption.reencrypt(services, job).run_again_at is not None
    assert read_secrets(database, FORMER) == [f"secret {number}" for number in range(7)]


def test_a_worker_does_some_at_once_until_all_is_done(
    location: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reencryption, "_AT_ONCE", 3)
    with closing(open_services(Settings({}, location, BOTH))) as services:
        job: Any = type("Job", (), {"payload": {"vault_key": services.vault.fingerprint}})
        goes_on = [reencryption.reencrypt(services, job).run_again_at is not None for _ in range(3)]
    assert goes_on == [True, True, False]
    assert read_secrets(database, FIRST) == [f"secret {number}" for number in range(7)]


@pytest.mark.usefixtures("database")
def test_the_command_says_how_many(location: str) -> None:
    environment = {"CONTEXTIO_DATABASE": location, "CONTEXTIO_VAULT_KEY": BOTH}
    for encrypted_now in ("7 secrets", "0 secrets"):
        done = CliRunner().invoke(main, ["keys", "reencrypt"], env=environment)
        assert done.exit_code == 0, done.output
        assert done.output.startswith(f"keys: {encrypted_now} encrypted anew; the first vault key is")
