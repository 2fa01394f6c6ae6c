"""The commands for jobs: `work` beside servers, and what operators see and change."""

from __future__ import annotations

import re
import signal
import sqlite3
import threading
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.conftest import Clock
from tests.databases import migrate_at
from tests.program import KEYS, working
from tests.server.mail_server import run_mail_server
from tests.server.receivers import Receiver, receiving
from tests.sockets import free_port

from contextio_contract.cli import main
from contextio_contract.server.db import jobs
from contextio_contract.server.db.vault import generate_key
from contextio_contract.server.start import open_services, start_worker

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import LiveServer
    from tests.imap import Imap

_WITHIN = 60


class Deployment:
    """A server without a worker, its database, and what its other processes need."""

    def __init__(self, live: LiveServer, location: str, environment: dict[str, str]) -> None:
        self.live, self.location, self.environment = live, location, environment
        self.client = live.client_for("k")

    def command(self, *words: str, status: int = 0) -> str:
        """Run a command on the database, and return what it printed."""
        done = CliRunner().invoke(main, [*words, "--database", self.location])
        assert done.exit_code == status, done.output
        return done.output

    @contextmanager
    def working(self, log: Path) -> Iterator[subprocess.Popen[str]]:
        """Run `work` until the end of a `with`, once it is ready."""
        options = ("--database", self.location, "--allow-private")
        with working(*options, log=log, **self.environment) as process:
            yield process


@pytest.fixture
def deployment(new_server: Callable[..., LiveServer], location: str) -> Deployment:
    migrate_at(location)
    key = generate_key()
    live = new_server(database=location, vault_keys=key, has_worker=False, keys={"k": "s3cret-of-k"})
    names = dict(zip(KEYS, ("k", "s3cret-of-k"), strict=True))
    return Deployment(live, location, {**names, "CONTEXTIO_VAULT_KEY": key})


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


def test_a_worker_does_the_jobs_of_a_server(
    deployment: Deployment, imap: Imap, receiver: Receiver, tmp_path: Path
) -> None:
    client, log = deployment.client, tmp_path / "work.log"
    account = client.account(**imap.form(callback_url=f"{receiver.url}?key=secret"))
    assert "  synchronise at 127.0.0.1: due\njobs: 1 job, 0 given up\n" in deployment.command("jobs")
    with deployment.working(log) as process:
        body = receiver.take()
        assert body["account_id"] == account
        assert client.get(f"/accounts/{account}")["nb_messages"] == 6
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=_WITHIN)
    assert (process.returncode, rest) == (0, "work: stopped\n")
    assert "kind=synchronise attempt=1 host=127.0.0.1: done" in log.read_text()
    assert "kind=callback attempt=1 host=127.0.0.1: done" in log.read_text()
    listed = deployment.command("deliveries")
    assert f"first synchronisation to {receiver.url}: delivered" in listed
    assert listed.endswith("with 200 in 1 try\ndeliveries: 1 callback, 1 delivered, 0 given up\n")
    for secret in ("key=secret", imap.password, "s3cret-of-k", body["token"], body["signature"]):
        assert secret not in listed + log.read_text() + deployment.command("jobs")


def test_what_was_given_up_is_listed_retried_and_dropped(deployment: Deployment, imap: Imap) -> None:
    closed = f"http://ada:s3cret@127.0.0.1:{free_port()}/told?key=secret"
    deployment.client.account(**imap.form(callback_url=closed))
    clock = Clock()
    services = open_services(deployment.live.app.state.services.settings, clock)
    start_worker(services)
    services.worker.wait_until_idle()
    shown = closed.replace("ada:s3cret@", "").replace("?key=secret", "")
    tried = deployment.command("deliveries")
    assert f"first synchronisation to {shown}: 1 try, no connection came about; the next one is" in tried
    clock.now += 24 * 60 * 60
    services.worker.wake()
    services.worker.wait_until_idle()
    services.close()
    listed = deployment.command("jobs")
    given_up = re.search(
        r"(?m)^([0-9]+)  callback at 127.0.0.1: given up .* after 2 attempts, no con", listed
    )
    assert given_up
    assert "2 jobs, 1 given up" in listed
    deliveries, remedy = deployment.command("deliveries"), f"contextio-contract jobs retry {given_up[1]}\n"
    assert f"given up after 2 tries, no connection came about; to send it again run: {remedy}" in deliveries
    assert "secret" not in listed + deliveries
    assert deployment.command("jobs", "retry", given_up[1]) == "jobs: 1 job will be done now\n"
    assert "callback at 127.0.0.1: due, no connection came about" in deployment.command("jobs")
    assert deployment.command("jobs", "retry", "--all") == "jobs: 0 jobs will be done now\n"
    assert deployment.command("jobs", "drop", given_up[1]) == "jobs: dropped 1 job\n"
    assert "1 job, 0 given up" in deployment.command("jobs")
    assert ": dropped after 2 tries" in deployment.command("deliveries")
    gone = deployment.command("jobs", "drop", given_up[1], status=2)
    assert gone == f"Error: job {given_up[1]}: there is none with this id; nothing was changed\n"


def test_a_job_that_recurs_is_not_dropped(deployment: Deployment) -> None:
    services = open_services(deployment.live.app.state.services.settings, Clock())
    start_worker(services)
    services.worker.wait_until_idle()
    services.close()
    listed = deployment.command("jobs")
    purge = listed.partition(" ")[0]
    refused = deployment.command("jobs", "drop", purge, status=2)
    assert refused == f"Error: job {purge}: it recurs, and has to stay; nothing was changed\n"
    assert "  purge: " in deployment.command("jobs")


@pytest.mark.parametrize("change", ["drop", "retry"])
@pytest.mark.parametrize("job", ["0", str(2**63)])
def test_an_id_that_no_job_has_is_refused(deployment: Deployment, change: str, job: str) -> None:
    assert "Invalid value" in deployment.command("jobs", change, job, status=2)
    assert "--all" in deployment.command("jobs", "retry", status=2)


@pytest.mark.slow
def test_a_job_of_a_killed_worker_is_done_by_another_when_its_lease_ends(
    deployment: Deployment, imap: Imap, receiver: Receiver, tmp_path: Path
) -> None:
    begun, end = threading.Semaphore(0), threading.Event()

    def wait() -> list[str]:
        begun.release()
        end.wait(_WITHIN)
        return ["3 EXISTS"]

    services = deployment.live.app.state.services
    with ExitStack() as stack:
        port = stack.enter_context(run_mail_server(EXAMINE=wait, SEARCH=["SEARCH"]))
        stack.callback(end.set)
        account = deployment.client.account(**imap.form(port=port, callback_url=receiver.url))
        with deployment.working(tmp_path / "work.log") as process:
            assert begun.acquire(timeout=_WITHIN)
            number = deployment.command("jobs").split()[0]
            refused = deployment.command("jobs", "drop", number, status=2)
            assert (
                refused
                == f"Error: job {number}: a worker is doing it; try again later; nothing was changed\n"
            )
            process.kill()
            process.wait(_WITHIN)
        with services.database.read() as connection:
            lease_until = next(row["lease_until"] for row in jobs.list_all(connection) if row["lease_until"])
        deployment.live.clock.now = lease_until - 1
        start_worker(services)
        services.worker.wait_until_idle()
        assert not begun.acquire(blocking=False)
        deployment.live.clock.now = lease_until
        services.worker.wake()
        assert begun.acquire(timeout=_WITHIN)
        end.set()
        assert receiver.take()["account_id"] == account
        services.worker.wait_until_idle()
    assert deployment.client.get(f"/accounts/{account}")["nb_messages"] == 3
    assert "0 given up" in deployment.command("jobs")


@pytest.mark.parametrize("words", [["jobs"], ["jobs", "drop", "1"], ["deliveries"], ["work"]])
def test_a_database_that_is_not_there_is_not_made(words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "no.sqlite3"
    done = CliRunner().invoke(main, [*words, "--database", str(path)])
    assert (done.exit_code, done.output) == (
        2,
        f"Error: there is no database {path}; name the --database of a server\n",
    )
    assert list(tmp_path.iterdir()) == []
    memory = CliRunner().invoke(main, [*words, "--database", ":memory:"])
    assert memory.exit_code == 2
    assert "in memory" in memory.output


def test_a_database_that_is_locked_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contextio_contract.server.db.sqlite._BUSY_SECONDS", 0.1)
    path = tmp_path / "server.sqlite3"
    migrate_at(str(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = CliRunner().invoke(main, ["jobs", "drop", "1", "--database", str(path)])
    reason = "another program has locked the file; try again later"
    assert (done.exit_code, done.output.splitlines()[-1]) == (
        2,
        f"Error: cannot use the database {path} now: {reason}",
    )
