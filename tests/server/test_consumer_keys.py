"""Consumer keys in the database: who may call, with which secrets, from when and until when."""

from __future__ import annotations

import time
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from click.testing import CliRunner
from tests.conftest import Client
from tests.databases import migrate_at
from tests.program import serving

from contextio_contract.cli import main
from contextio_contract.server.db import consumer_keys, key_ring
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.key_ring import KeyRing, KeysUnavailableError
from contextio_contract.server.db.vault import Vault, generate_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.conftest import Contract, LiveServer

    Run = Callable[..., AbstractContextManager[LiveServer]]

NAMES = ("CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET")
KEY = generate_key()
_WAIT = 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "server.sqlite3"


@pytest.fixture
def command(path: Path) -> Callable[..., str]:
    """Give a function that runs a subcommand of `keys` on a database, and returns its output."""

    def run(*arguments: str, status: int = 0, stdin: str = "", **environment: str | None) -> str:
        given = dict.fromkeys(NAMES) | {"CONTEXTIO_DATABASE": str(path)} | environment
        done = CliRunner().invoke(main, ["keys", *arguments], env=given, input=stdin)
        assert done.exit_code == status, done.output
        return done.output

    return run


def secret_in(output: str) -> str:
    return dict(line.split("=", 1) for line in output.splitlines() if "=" in line)[
        "CONTEXTIO_CONSUMER_SECRET"
    ]


@pytest.fixture
def migrated(location: str) -> str:
    """The location of a database without keys."""
    migrate_at(location)
    return location


@contextmanager
def ring_of(location: str, **options: Any) -> Iterator[tuple[Database, KeyRing]]:
    with closing(Database(location)) as database:
        yield database, KeyRing(database, Vault([KEY]), {}, **options)


def add(database: Database, key: str, secret: str) -> None:
    with database.transaction() as connection:
        consumer_keys.add(connection, key, Vault([KEY]).encrypt_columns(secret), 1)


def test_calls_are_accepted_until_the_key_is_revoked_and_its_data_stay(
    path: Path, contract: Contract, run_server: Run, command: Callable[..., str]
) -> None:
    with run_server(database=str(path), keys={"given": "s"}) as live:
        ring = live.app.state.services.keys

        def statuses(*secrets: str) -> list[int]:
            ring.refresh()
            clients = [Client(live.origin, "acme", secret, contract) for secret in secrets]
            found = [client.send("GET", "/accounts").status_code for client in clients]
            for client in clients:
                client.session.close()
            return found

        first = secret_in(command("add", "acme"))
        assert statuses(first, "wrong") == [200, 401]
        owner = Client(live.origin, "acme", first, contract)
        with closing(owner.session):
            account = owner.account()
            form: dict[str, Any] = {"callback_url": "https://app.example.com/", "email": "ada@example.com"}
            page = owner.post("/connect_tokens", **form)["browser_redirect_url"]
        assert httpx.get(page, trust_env=False, timeout=_WAIT).status_code == 200
        second = secret_in(command("rotate", "acme"))
        assert statuses(first, second, "wrong") == [200, 200, 401]
        command("rotate", "acme", "--finish")
        assert statuses(first, second) == [401, 200]
        command("revoke", "acme")
        assert statuses(first, second) == [401, 401]
        assert httpx.get(page, trust_env=False, timeout=_WAIT).status_code == 404
        assert live.client_for("given").get("/accounts") == []
        with live.app.state.services.database.read() as connection:
            kept = connection.exec_driver_sql("SELECT id FROM accounts WHERE consumer_key = 'acme'")
            assert kept.scalars().all() == [account]


def test_a_running_server_reads_the_keys_anew(migrated: str) -> None:
    with ring_of(migrated, every=0.01) as (database, ring):
        ring.start()
        add(database, "acme", "s")
        limit = time.monotonic() + _WAIT
        while not ring.secrets_of("acme"):
            assert time.monotonic() < limit
            time.sleep(0.01)
        ring.stop()


def test_no_call_reads_the_database(migrated: str) -> None:
    with ring_of(migrated) as (database, ring):
        add(database, "acme", "s")
        ring.refresh()
    assert ring.secrets_of("acme") == ("s",)
    assert ring.secrets_of("unknown") == ()


def test_keys_that_could_not_be_read_for_half_a_minute_are_not_trusted(migrated: str) -> None:
    now = [1000.0]
    with ring_of(migrated, clock=lambda: now[0]) as (_database, ring):
        now[0] += 30
        assert ring.secrets_of("unknown") == ()
        now[0] += 1
        with pytest.raises(KeysUnavailableError):
            ring.secrets_of("unknown")
        ring.refresh()
        assert ring.secrets_of("unknown") == ()


def test_calls_are_put_off_while_the_keys_are_too_old(
    run_server: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with run_server(keys={"k": "s"}) as live:
        monkeypatch.setattr(key_ring, "_MAX_AGE", -1)
        live.app.state.services.keys.refresh()
        put_off = live.client_for("k").send("GET", "/accounts")
        assert put_off.status_code == 503
        assert int(put_off.headers["Retry-After"]) > 0


def test_callbacks_are_signed_with_the_older_secret_until_the_rotation_ends(migrated: str) -> None:
    with ring_of(migrated) as (database, ring):
        add(database, "acme", "older")
        with database.transaction() as connection:
            consumer_keys.add_secret(connection, "acme", Vault([KEY]).encrypt_columns("newer"))
        ring.refresh()
        assert (ring.secrets_of("acme"), ring.signing_secret("acme")) == (("newer", "older"), "older")
        with database.transaction() as connection:
            consumer_keys.drop_older_secrets(connection, "acme")
        ring.refresh()
        assert (ring.secrets_of("acme"), ring.signing_secret("acme")) == (("newer",), "newer")
        with database.transaction() as connection:
            consumer_keys.revoke(connection, "acme", 2)
        ring.refresh()
        assert (ring.secrets_of("acme"), ring.signing_secret("acme")) == ((), None)


def test_the_database_counts_for_a_key_that_is_given_as_well(migrated: str) -> None:
    with closing(Database(migrated)) as database:
        add(database, "acme", "kept")
        ring = KeyRing(database, Vault([KEY]), {"acme": "given", "other": "given"})
        assert ring.secrets_of("acme") == ("kept",)
        assert ring.secrets_of("other") == ("given",)


def test_a_secret_that_cannot_be_decrypted_is_refused_and_others_are_not(migrated: str) -> None:
    with closing(Database(migrated)) as database:
        add(database, "acme", "s")
        with database.transaction() as connection:
            consumer_keys.add(connection, "lost", Vault([generate_key()]).encrypt_columns("s"), 1)
        ring = KeyRing(database, Vault([KEY]), {})
        assert (ring.secrets_of("acme"), ring.secrets_of("lost")) == (("s",), ())


def test_keys_are_listed_without_their_secrets(command: Callable[..., str], path: Path) -> None:
    secrets = [
        secret_in(command("add", "acme", "--calls-per-hour", "500")),
        secret_in(command("rotate", "acme")),
    ]
    drawn = command("add").splitlines()[0].partition("=")[2]
    command("revoke", drawn)
    listed = command("list")
    assert "two secrets are live, 500 calls an hour" in listed.splitlines()[0]
    assert drawn in listed.splitlines()[1]
    assert "revoked" in listed.splitlines()[1]
    assert listed.splitlines()[2] == "keys: 2 consumer keys, 1 revoked"
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert not any(secret in listed or secret.encode() in stored for secret in secrets)


def test_keys_are_imported_once(command: Callable[..., str], tmp_path: Path) -> None:
    file = tmp_path / "keys.csv"
    file.write_text('\ufeffkey,secret\na,b\n"c,d",e\n\n')
    assert command("import", str(file)) == "keys: imported 2 consumer keys, 0 were there already\n"
    assert command("import", "-", stdin="a,b\nf,g\n").startswith("keys: imported 1 consumer key, 1 were")
    environment = dict(zip(NAMES, ("mine", "s"), strict=True))
    assert command("import", **environment).startswith("keys: imported 1 consumer key, 0 were")
    assert "c,d" in command("list")


@pytest.mark.parametrize(
    ("stdin", "sentence"),
    [
        ("new,s\na,other\n", "the consumer key a is there with another secret"),
        ("new,s\ngone,s\n", "the consumer key gone is there with another secret, or revoked"),
        ("new,s\nnew,t\n", "line 2 has another secret for the consumer key new"),
        ("new,s\nalone\n", "line 2 has not two columns"),
        ("new,\n", "a secret must have 1 to 200 printable characters"),
        ("new,s\n" + "k" * 201 + ",s\n", "a consumer key must have 1 to 200"),
        ("demo-key,s\n", "everyone knows the demo key"),
        ("new,demo-secret\n", "everyone knows the demo key"),
    ],
)
def test_nothing_is_imported_if_a_key_cannot_be(
    command: Callable[..., str], stdin: str, sentence: str
) -> None:
    command("import", "-", stdin="a,b\ngone,s\n")
    command("revoke", "gone")
    message = command("import", "-", stdin=stdin, status=2)
    assert sentence in message
    assert message.count("\n") == 1
    assert command("list").endswith("keys: 2 consumer keys, 1 revoked\n")


@pytest.mark.parametrize("arguments", [["list"], ["rotate", "k"], ["revoke", "k"], ["reencrypt"]])
def test_no_database_is_made_to_change_keys_in_it(
    command: Callable[..., str], path: Path, arguments: list[str]
) -> None:
    assert f"there is no database {path}" in command(*arguments, status=2)
    assert list(path.parent.iterdir()) == []


def test_keys_are_listed_and_revoked_without_the_vault_key(command: Callable[..., str], path: Path) -> None:
    command("import", "-", stdin="acme,s\nkept,s\n")
    path.with_name("server.sqlite3.key").unlink()
    command("revoke", "acme")
    assert "acme" in command("list")
    assert "is missing; put it back" in command("add", "other", status=2)


def test_what_cannot_be_done_with_a_key_is_said_with_a_remedy(command: Callable[..., str]) -> None:
    command("add", "acme")
    assert "name another" in command("add", "acme", status=2)
    assert "has one secret alone; for another one run: " in command("rotate", "acme", "--finish", status=2)
    command("rotate", "acme")
    assert "to end the older one run: " in command("rotate", "acme", status=2)
    command("revoke", "acme")
    for arguments in (["rotate", "acme"], ["revoke", "acme"]):
        assert "is revoked; for another one run: " in command(*arguments, status=2)
    assert "there is no consumer key nobody" in command("revoke", "nobody", status=2)
    assert "there is nothing to import; name a file" in command("import", status=2)


def test_a_server_does_not_start_with_another_secret_than_the_database_has(
    command: Callable[..., str], path: Path
) -> None:
    command("import", "-", stdin="acme,right\n")
    environment = dict(zip(NAMES, ("acme", "wrong"), strict=True))
    options = ["serve", "--port", "0", "--database", str(path)]
    refused = CliRunner().invoke(main, options, env=environment)
    assert refused.exit_code == 2
    assert "the consumer key acme has another secret in the database" in refused.output
    assert "wrong" not in refused.output


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_servers_on_one_database_notice_within_half_a_minute(
    migrated: str, tmp_path: Path, contract: Contract
) -> None:
    environment = {"CONTEXTIO_DATABASE": migrated, "CONTEXTIO_VAULT_KEY": KEY}

    def change(*arguments: str) -> str:
        done = CliRunner().invoke(main, ["keys", *arguments], env=environment)
        assert done.exit_code == 0, done.output
        return done.output

    with ExitStack() as stack:
        origins = []
        for number in range(2):
            log = tmp_path / f"log {number}"
            origins.append(stack.enter_context(serving(log=log, **environment)).origin)
        secret = secret_in(change("add", "acme"))
        clients = [Client(origin, "acme", secret, contract) for origin in origins]
        for expected in (200, 401):
            limit = time.monotonic() + 30 + _WAIT
            for client in clients:
                while client.send("GET", "/accounts").status_code != expected:
                    assert time.monotonic() < limit
                    time.sleep(0.5)
            if expected == 200:
                change("revoke", "acme")
        for client in clients:
            client.session.close()
