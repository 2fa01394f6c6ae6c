"""Servers and workers that are killed under writes: nothing that was acknowledged may be lost, or done twice.

    python -m tests.torture.kills [--rounds N] [--postgresql]

Each round kills a `serve` or a `work` with SIGKILL at a moment that is drawn, and starts it again.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import jobs
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.vault import generate_key
from contextio_contract.server.jobs.kinds import RECURRING
from contextio_contract.server.jobs.worker import LEASE
from tests.databases import migrate_at, new_postgresql
from tests.postgresql.cluster import running_cluster
from tests.program import KEYS, PROGRAM
from tests.server.mail_server import run_mail_server
from tests.server.receivers import receiving
from tests.sockets import free_port
from tests.torture.deployment import KEY, SECRET
from tests.torture.report import Figure, end
from tests.torture.writers import Writers, mailbox_at

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTLES_WITHIN: Final = 3 * LEASE
_LONGEST_PAUSE: Final = 1.5
_WORK_SECONDS: Final = 0.3
_ENDLESS: Final = frozenset(kind.name for kind in RECURRING)


@dataclass
class Program:
    """A command that serves or works, which is started again after each kill."""

    words: list[str]
    environment: Mapping[str, str]
    log: Path
    kills: int = 0
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it, and return when it is ready."""
        with self.log.open("a") as errors:
            self.process = subprocess.Popen(
                [PROGRAM, *self.words], stdout=subprocess.PIPE, stderr=errors, text=True, env=self.environment
            )
        assert self.process.stdout
        if not any("ready" in line for line in self.process.stdout):
            raise AssertionError(self.log.read_text())

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        if self.process:
            self.process.kill()
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()
            self.kills += 1


def ill_treat(location: str, rounds: int, folder: Path) -> list[Figure]:
    """Kill programs of a deployment under writes, and return what was lost, was done twice, or is stuck.

    Args:
        location: a database with the layout of the server, and without data.
        rounds: how many kills, of servers and of workers by turns.
        folder: where the logs of the programs go.
    """
    plain = {name: value for name, value in os.environ.items() if name not in KEYS}
    secrets = {"CONTEXTIO_VAULT_KEY": generate_key(), **dict(zip(KEYS, (KEY, SECRET), strict=True))}
    environment = {**plain, **secrets, "CONTEXTIO_DATABASE": location}
    ports = [free_port(), free_port()]
    servers = [
        Program(["serve", "--port", str(port), "--allow-private"], environment, folder / f"serve-{port}.log")
        for port in ports
    ]
    workers = [
        Program(["work", "--allow-private"], environment, folder / f"work-{number}.log")
        for number in range(2)
    ]
    with ExitStack() as stack:
        receiver = stack.enter_context(receiving())
        receiver.seconds = _WORK_SECONDS  # so that many kills come in the middle of a job
        mail_server = stack.enter_context(run_mail_server(EXAMINE=_examine_slowly, SEARCH=["SEARCH"]))
        for program in servers + workers:
            program.start()
            stack.callback(program.kill)
        origins = [f"http://127.0.0.1:{port}" for port in ports]
        writers = Writers(origins, mailbox_at(mail_server), receiver.url)
        writers.start()
        for number in range(rounds):
            time.sleep(random.uniform(0, _LONGEST_PAUSE))  # noqa: S311 - no secret comes of it
            program = random.choice((servers, workers)[number % 2])  # noqa: S311
            program.kill()
            program.start()
        killed = [sum(program.kills for program in programs) for programs in (servers, workers)]
        writers.stop()
        left = _settle(location)
        told: dict[str, list[str]] = defaultdict(list)
        for body in receiver.take_all():
            told[body["account_id"]].append(body["token"])
        return [
            Figure("killed", f"{killed[0]} serve, {killed[1]} work", sum(killed) == rounds),
            *_compare(writers, told),
            Figure("jobs stuck", str(left), left == 0),
        ]


def _examine_slowly() -> list[str]:
    time.sleep(_WORK_SECONDS)
    return ["3 EXISTS"]


def _settle(location: str) -> int:
    """Wait until all jobs are done, those of killed workers after their leases; return how many are left."""
    deadline = time.monotonic() + _SETTLES_WITHIN
    with closing(Database(location)) as database:
        while True:
            with database.read() as connection:
                left = sum(row["kind"] not in _ENDLESS for row in jobs.list_all(connection))
            if not left or time.monotonic() > deadline:
                return left
            time.sleep(1)


def _compare(writers: Writers, told: Mapping[str, list[str]]) -> list[Figure]:
    memory, there = writers.memory, writers.list_accounts()
    lost = len(memory.kept - there) + len(memory.gone & there)
    lost += sum(not writers.is_used(token) for token in memory.links)
    untold = len(memory.kept - told.keys())
    twice = sum(used > 1 for used in memory.links.values())
    made_twice = sum(len(set(tokens)) > 1 for tokens in told.values())
    sent_again = sum(len(tokens) - len(set(tokens)) for tokens in told.values())
    return [
        Figure("acknowledged writes", str(memory.writes), memory.writes > 0),
        Figure("answers with 500", str(memory.faults), memory.faults == 0),
        Figure("acknowledged writes lost", str(lost), lost == 0),
        Figure("signed requests accepted twice", str(memory.replayed), memory.replayed == 0),
        Figure("connect tokens used", str(len(memory.links)), bool(memory.links)),
        Figure("connect tokens used twice", str(twice), twice == 0),
        Figure("callbacks due", str(len(memory.kept)), bool(memory.kept)),
        Figure("callbacks lost", str(untold), untold == 0),
        Figure("callbacks made twice", str(made_twice), made_twice == 0),
        Figure("callbacks sent again, with their token", str(sent_again), holds=True),
    ]


def main() -> int:
    """Run the rounds, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="kills (default: 20)")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL, which is started for it")
    options = parser.parse_args()
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        if options.postgresql:
            location = stack.enter_context(new_postgresql(stack.enter_context(running_cluster())))
        else:
            location = str(folder / "server.sqlite3")
        migrate_at(location)
        figures = ill_treat(location, options.rounds, folder)
    return end(f"kills on {'PostgreSQL' if options.postgresql else 'SQLite'}", figures)


if __name__ == "__main__":
    sys.exit(main())
