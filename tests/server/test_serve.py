"""The command `serve`, as a person or another program starts it."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from requests_oauthlib import OAuth1

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.conftest import Client, Imap, LiveServer

    Connect = Callable[[str, str, str], Client]
    Run = Callable[..., AbstractContextManager[LiveServer]]

_PROGRAM = str(Path(sys.executable).with_name("contextio-contract"))
_KEYS = ("CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET")
_READY = re.compile(r"^serve: ready at (http://127\.0\.0\.1:\d+)/2\.0$")


class Served:
    """A server that runs as a program of its own."""

    def __init__(self, process: subprocess.Popen[str], before: list[str], origin: str) -> None:
        self.process, self.before, self.origin = process, before, origin

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Send a signal and return the exit status and what was printed after the start."""
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=20)
        return self.process.returncode, rest


@contextmanager
def serving(*options: str, log: Path, **environment: str) -> Iterator[Served]:
    """Start the program on a free port and wait until it says that it is ready."""
    plain = {name: value for name, value in os.environ.items() if name not in _KEYS}
    with log.open("w") as errors, subprocess.Popen(
        [_PROGRAM, "serve", "--port", "0", *options],
        stdout=subprocess.PIPE, stderr=errors, text=True, env=plain | environment, cwd=log.parent,
    ) as process:  # fmt: skip
        assert process.stdout
        before: list[str] = []
        for line in process.stdout:
            ready = _READY.match(line.rstrip("\n"))
            if ready:
                yield Served(process, before, ready[1])
                break
            before.append(line)
        else:
            pytest.fail(log.read_text())
        process.kill()


def failing(*options: str, **environment: str) -> tuple[int, str]:
    """Run the program and return exit status and complaint."""
    plain = {name: value for name, value in os.environ.items() if name not in _KEYS}
    done = subprocess.run(
        [_PROGRAM, "serve", *options],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=plain | environment,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_starts_with_demo_data_and_a_call_to_paste(tmp_path: Path, number: int) -> None:
    with serving("--database", ":memory:", log=tmp_path / "log") as served:
        call = next(line for line in served.before if "curl " in line)
        _curl, url = shlex.split(call)
        accounts = httpx.get(url, trust_env=False).json()
        assert max(len(account["sources"]) for account in accounts) > 1
        assert len({source["status"] for account in accounts for source in account["sources"]}) > 2
        assert "demo-key" in "".join(served.before)
        assert f"POST   {served.origin}/2.0/accounts\n" in "".join(served.before)
        assert served.stop(number) == (0, "serve: stopped\n")
    assert "Traceback" not in (tmp_path / "log").read_text()
    assert list(tmp_path.iterdir()) == [tmp_path / "log"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_call_that_is_cut_short_by_the_end_is_told_so(tmp_path: Path, times: int) -> None:
    log = tmp_path / "log"
    with serving("--database", ":memory:", log=log) as served, ThreadPoolExecutor() as pool:
        url = shlex.split(next(line for line in served.before if "curl " in line))[1]
        cut = pool.submit(httpx.get, url, headers={"Prefer": "delay=30"}, timeout=20, trust_env=False)
        time.sleep(0.5)
        assert not cut.done()
        for _ in range(times - 1):
            served.process.send_signal(signal.SIGINT)
            time.sleep(0.3)
        assert served.stop(signal.SIGINT) == (0, "serve: stopped\n")
        assert (cut.result().status_code, cut.result().json()["value"]) == (503, "the server has stopped")
    assert "Traceback" not in log.read_text()


def test_keys_come_from_the_environment_and_the_secret_stays_there(tmp_path: Path, connect: Connect) -> None:
    environment = dict(zip(_KEYS, ("my-key", "my-secret"), strict=True))
    options = ("--database", ":memory:", "--no-demo")
    with serving(*options, log=tmp_path / "log", **environment) as served:
        client = connect(served.origin, "my-key", "my-secret")
        assert client.get("/accounts") == []
        assert "my-secret" not in "".join(served.before)
    assert "my-secret" not in (tmp_path / "log").read_text()


def test_data_and_mailboxes_survive_a_restart(tmp_path: Path, connect: Connect, imap: Imap) -> None:
    database = tmp_path / "kept" / "server.sqlite3"
    seen = []
    for start in range(2):
        with serving("--database", str(database), log=tmp_path / "log") as served:
            client = connect(served.origin, "demo-key", "demo-secret")
            if start == 0:
                client.account(**imap.form(first_name="Ünï"))
            accounts = client.get("/accounts")
            assert client.post(f"/accounts/{accounts[-1]['id']}/sources/0", 200, force_status_check=1) == {
                "status": "OK"
            }
            seen.append([(each["id"], each["first_name"], each["created"]) for each in accounts])
            assert served.stop()[0] == 0
    assert seen[0] == seen[1]
    assert imap.password.encode() not in b"".join(file.read_bytes() for file in database.parent.iterdir())
    assert stat.S_IMODE(database.with_name("server.sqlite3.key").stat().st_mode) == 0o600


def test_two_servers_share_one_file(tmp_path: Path, run_server: Run) -> None:
    settings = {"database": str(tmp_path / "server.sqlite3"), "keys": {"k": "s"}}
    once = OAuth1("k", "s", nonce="once", timestamp=str(int(time.time())))
    with run_server(**settings) as first, run_server(**settings) as second:
        account = first.client_for("k").account()
        assert second.client_for("k").get(f"/accounts/{account}")["id"] == account
        assert first.client_for("k").send("GET", "/accounts", auth=once).status_code == 200
        # The signature covers the port: the nonce alone must be known to the other server.
        assert (
            second.client_for("k").send("GET", "/accounts", auth=once).json()["value"].startswith("the nonce")
        )


def test_a_first_synchronisation_is_finished_after_a_restart(
    tmp_path: Path, imap: Imap, run_server: Run
) -> None:
    database = str(tmp_path / "server.sqlite3")
    keys = {"k": "s"}
    with run_server(database=database, keys=keys) as live:
        live.app.state.services.background.stop()
        account = live.client_for("k").account(**imap.form())
        assert live.client_for("k").get(f"/accounts/{account}")["nb_messages"] == 0
    with run_server(database=database, keys=keys) as live:
        live.settle()
        assert live.client_for("k").get(f"/accounts/{account}")["nb_messages"] == 6


def test_a_lost_key_file_costs_the_passwords_only(tmp_path: Path, imap: Imap, run_server: Run) -> None:
    database = tmp_path / "server.sqlite3"
    keys = {"k": "s"}
    with run_server(database=str(database), keys=keys) as live:
        account = live.client_for("k").account(**imap.form())
        live.settle()
    database.with_name("server.sqlite3.key").unlink()
    with run_server(database=str(database), keys=keys) as live:
        client, path = live.client_for("k"), f"/accounts/{account}/sources/0"
        assert client.post(path, 200, force_status_check=1) == {"status": "INVALID_CREDENTIALS"}
        client.post(path, 200, password=imap.password)
        assert client.get(path)["status"] == "OK"


def test_what_keeps_it_from_starting_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, complaint = failing("--port", str(taken.getsockname()[1]), "--database", ":memory:")
    assert status == 2
    assert "already in use" in complaint
    (tmp_path / "text").write_text("this is no database, but long enough to be taken for one" * 99)
    for options in (
        ["--host", "no.such.host.invalid"],
        ["--host", "x" * 300],
        ["--port", "70000"],
        ["--port", "0", "--database", str(tmp_path / "text")],
        ["--port", "0", "--database", str(tmp_path)],
        ["--port", "0", "--database", "nonsense://x"],
    ):
        status, complaint = failing(*options)
        assert status == 2, options
        assert len(complaint.strip().splitlines()) <= 4, complaint
    status, complaint = failing("--port", "0", CONTEXTIO_CONSUMER_KEY="alone")
    assert status == 2
    assert "CONTEXTIO_CONSUMER_SECRET" in complaint


def test_a_database_of_the_first_layout_goes_on(tmp_path: Path, run_server: Run) -> None:
    database = tmp_path / "server.sqlite3"
    with run_server(database=str(database), keys={"k": "s"}) as live:
        account = live.client_for("k").account()
    with closing(sqlite3.connect(database)) as file, file:
        file.execute("DROP TABLE things")
        file.execute("UPDATE schema_version SET version = 1")
    with run_server(database=str(database), keys={"k": "s"}) as live:
        assert live.client_for("k").get("/accounts")[0]["id"] == account
    with closing(sqlite3.connect(database)) as file:
        assert file.execute("SELECT version FROM schema_version").fetchall() == [(2,)]
        assert file.execute("SELECT count(*) FROM things").fetchall() == [(0,)]


def test_a_database_of_another_layout_is_left_alone(tmp_path: Path) -> None:
    from sqlalchemy import update

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.tables import schema_version

    path = tmp_path / "server.sqlite3"
    database = Database(str(path))
    with database.transaction() as connection:
        connection.execute(update(schema_version).values(version=99))
    database.close()
    status, complaint = failing("--port", "0", "--database", str(path))
    assert status == 2
    assert "layout 99" in complaint


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    for tables in (["recipes"], ["schema_version"], ["accounts", "sources"]):
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as other:
            for table in tables:
                other.execute(f"CREATE TABLE {table} (version INTEGER)")
                other.execute(f"INSERT INTO {table} VALUES (1)")  # noqa: S608 - names from above
            other.commit()
        before = path.read_bytes()
        status, complaint = failing("--port", "0", "--database", str(path))
        assert status == 2
        assert "another program" in complaint
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]


def test_a_driver_that_is_missing_is_named() -> None:
    url = "postgresql+psycopg://ada:s3cret@127.0.0.1/mail"
    status, complaint = failing("--port", "0", "--database", url)
    assert status == 2
    assert "pip install psycopg" in complaint
    assert "s3cret" not in complaint


@pytest.mark.parametrize("content", [b"", b"no key", b"\xff" * 44])
def test_a_broken_key_file_is_named(tmp_path: Path, content: bytes) -> None:
    key = tmp_path / "server.sqlite3.key"
    key.write_bytes(content)
    status, complaint = failing("--port", "0", "--database", str(tmp_path / "server.sqlite3"))
    assert status == 2
    assert f"{key} holds no key" in complaint
    assert "remove it" in complaint
    assert key.read_bytes() == content


def test_servers_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    from contextio_contract.server.db.vault import Vault

    database = tmp_path / "server.sqlite3"
    with ThreadPoolExecutor(8) as pool:
        vaults = list(pool.map(lambda _: Vault.beside(database), range(8)))
    locked = vaults[0].lock("s3cret")
    assert {vault.unlock(locked) for vault in vaults} == {"s3cret"}
    assert list(tmp_path.iterdir()) == [tmp_path / "server.sqlite3.key"]


def test_it_is_ready_soon(tmp_path: Path) -> None:
    started = time.monotonic()
    with serving("--database", ":memory:", log=tmp_path / "log"):
        assert time.monotonic() - started < 10
