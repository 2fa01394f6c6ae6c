"""A run leaves every row of a database that is not its own as it was, byte for byte.

Run by `make harm`; the suite tries the same with a smaller deployment, in test_harm.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest
from tests.conformance.conftest import COMMAND, CONTRACT, KEYS
from tests.conformance.processes import kill
from tests.program import serving

from contextio_contract.conformance.fixtures.forms import mailbox_form
from contextio_contract.conformance.fixtures.mailbox import mailboxes
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import KEY, SECRET, Target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conformance.conftest import Check

ACCOUNTS = 1000
"""How many accounts belong to others: more than a page of the list holds."""
SOURCES = 5
MARK = re.compile(r"cio-[0-9a-f]{12}")
Rows = Counter[tuple[object, ...]]


_OF_THE_SERVER: Final = frozenset(
    {"nonces", "jobs", "account_counts", "account_documents", "sqlite_sequence"}
)
"""Tables of what the server keeps for itself: nonces, recurring jobs, what follows from other tables."""


@dataclass(frozen=True)
class Server:
    """Our server, with its data in a file."""

    base_url: str
    database: Path

    def rows(self) -> Rows:
        """Every row of every table but those of `_OF_THE_SERVER`."""
        with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as file:
            tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return Counter(
                (table, *row)
                for table in tables
                if table not in _OF_THE_SERVER
                for row in file.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name from the database
            )

    def requests(self) -> int:
        """How many signed requests it has taken."""
        with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as file:
            [[number]] = file.execute("SELECT count(*) FROM nonces")
            return int(number)


def populate(base_url: str) -> None:
    """Give the server accounts with tokens, sources and tokens for new accounts, none of them a run's."""
    place = Target(base_url, KEYS[KEY], KEYS[SECRET])
    gateway = Gateway(place, Guard(CONTRACT, Mode.DISPOSABLE, "cio-000000000000"))

    def create(path: str, **form: object) -> str:
        answer = gateway.ask("POST", path, data=form)
        assert answer.status_code == 201, answer.text
        return str(answer.json().get("id"))

    with mailboxes(place) as mailbox:
        for number in range(ACCOUNTS):
            names = {"first_name": "Zoë 🙂", "last_name": f"'{number}'"}
            account = create("/accounts", email=f"person.{number}@example.com", **names)
            create(f"/accounts/{account}/connect_tokens", callback_url=f"https://app.example.com/{number}")
            if number < SOURCES:
                settings = mailbox_form(CONTRACT.operations["sources_create"], mailbox())
                email = f"box.{number}@example.com"
                create(f"/accounts/{account}/sources", **settings, email=email, type="IMAP")
        create("/connect_tokens", callback_url="https://app.example.com/")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    database = tmp_path_factory.mktemp("harm") / "server.sqlite3"
    options = ("--database", str(database), "--allow-private")
    with serving(*options, log=database.with_suffix(".log"), **KEYS) as served:
        populate(served.base_url)
        yield Server(served.base_url, database)


@pytest.fixture
def before(server: Server) -> Rows:
    """What is there before a run, once the sources have been counted."""
    deadline = time.monotonic() + 20
    rows = server.rows()
    while (rows_now := server.rows()) != rows or any(is_uncounted(row) for row in rows):
        assert time.monotonic() < deadline
        rows = rows_now
        time.sleep(0.2)
    kinds = Counter(str(row[0]) for row in rows.elements())
    assert (kinds["accounts"], kinds["tokens"], kinds["sources"]) == (ACCOUNTS, ACCOUNTS + 1, SOURCES)
    return rows


def is_uncounted(row: tuple[object, ...]) -> bool:
    return row[0] == "sources" and row[-3] == 0


@pytest.mark.timeout(600)  # a whole run over many accounts, on a machine that may be busy
@pytest.mark.parametrize("mode", ["read-only", "sandbox"])
def test_a_whole_run_leaves_all_as_it_was(server: Server, before: Rows, check: Check, mode: str) -> None:
    asked = server.requests()
    outcome = check(server.base_url, "--mode", mode, "--max-examples", "3")
    assert outcome.status == 0, outcome.out + outcome.err
    assert server.requests() - asked > (50 if mode == "read-only" else 500)
    assert server.rows() == before


@pytest.mark.timeout(600)  # a part of a run over many accounts, on a machine that may be busy
@pytest.mark.parametrize(
    ("mode", "operation", "requests"),
    [
        ("read-only", None, 60),
        ("sandbox", None, 250),  # among the rules
        ("sandbox", "account_connect_tokens_list", 100),  # among the property tests
    ],
)
def test_a_killed_run_leaves_what_clean_up_removes(  # noqa: PLR0913, PLR0917 - fixtures
    server: Server,
    before: Rows,
    check: Check,
    environment: dict[str, str],
    tmp_path: Path,
    mode: str,
    operation: str | None,
    requests: int,
) -> None:
    asked = server.requests()
    command = [*COMMAND, "--base-url", server.base_url, "--mode", mode, "--max-examples", "500"]
    command += ["--operation", operation] if operation else []
    with subprocess.Popen(
        command,
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as run:
        deadline = time.monotonic() + 300
        while server.requests() - asked < requests or (mode == "sandbox" and not server.rows() - before):
            assert time.monotonic() < deadline
            assert run.poll() is None
            time.sleep(0.01)
        kill(run)
    after = server.rows()
    assert not before - after, "what is not the run's is as it was"
    left = after - before
    assert bool(left) == (mode == "sandbox")
    if left:
        [mark] = {mark for row in left for field in row for mark in MARK.findall(str(field))}
        outcome = check(server.base_url, "--clean-up", mark)
        assert outcome.status == 0, outcome.err
        assert re.fullmatch(rf"conformance: removed \d+ resources? that run {mark} had left\n", outcome.out)
    assert server.rows() == before
