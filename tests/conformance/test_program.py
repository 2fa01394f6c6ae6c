"""What a run starts ends with it, however that ends, and is told no more than it needs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conformance.conftest import KEYS
from tests.conformance.processes import LIMIT, descendants_of, wait_until_gone

PARENT = """
import signal, subprocess, sys
from contextio_contract.conformance.process.program import running

def command(folder):
    code = (
        "import json, os, pathlib, signal, sys, time;"
        "signal.signal(signal.SIGTERM, getattr(signal, sys.argv[3]));"
        "path = pathlib.Path(sys.argv[1]);"
        "path.with_suffix('.part').write_text(json.dumps([sys.argv[2], dict(os.environ)]));"
        "path.with_suffix('.part').rename(path);"
        "time.sleep(600)"
    )
    return [sys.executable, "-c", code, sys.argv[1], folder, sys.argv[2]]

with running(command, {"OURS": "1"}, subprocess.DEVNULL) as program:
    program.wait() if sys.argv[3] == "wait" else None
"""
ON_LINUX = sys.platform == "linux"


def start(told: Path, environment: dict[str, str], handler: str = "SIG_DFL") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PARENT, str(told), handler, "wait"],
        env=environment,
        text=True,
        start_new_session=True,
    )


def what_it_was_told(told: Path) -> tuple[Path, dict[str, str]]:
    deadline = time.monotonic() + LIMIT
    while not told.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    folder, environment = json.loads(told.read_text())
    return Path(folder), environment


@pytest.mark.timeout(180)  # processes are started, on a machine that may be busy
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_program_ends_with_what_started_it(
    environment: dict[str, str], tmp_path: Path, stop: signal.Signals
) -> None:
    told = tmp_path / "told"
    with start(told, environment) as parent:
        folder, _ = what_it_was_told(told)
        started = descendants_of(parent.pid)
        assert len(started) == 2, "the program and its keeper"
        assert folder.is_dir()
        parent.send_signal(stop)
    wait_until_gone(started)
    assert not folder.exists()


@pytest.mark.slow
@pytest.mark.timeout(180)  # processes are started, on a machine that may be busy
def test_program_that_ignores_requests_to_stop_is_killed(environment: dict[str, str], tmp_path: Path) -> None:
    told = tmp_path / "told"
    with start(told, environment, "SIG_IGN") as parent:
        what_it_was_told(told)
        started = descendants_of(parent.pid)
        parent.kill()
    wait_until_gone(started)


@pytest.mark.timeout(180)  # processes are started, on a machine that may be busy
def test_program_is_told_no_keys(environment: dict[str, str], tmp_path: Path) -> None:
    told = tmp_path / "told"
    with start(told, environment | {"CONFORMANCE_IMAP_PASSWORD": "opens-it"}) as parent:
        _, given = what_it_was_told(told)
        started = descendants_of(parent.pid)
        if ON_LINUX:
            for process in started:
                told_process = Path(f"/proc/{process}/environ").read_text()
                assert not [secret for secret in (*KEYS.values(), "opens-it") if secret in told_process]
        parent.kill()
    wait_until_gone(started)
    assert given["OURS"] == "1"
    assert given["PATH"] == environment["PATH"]
    assert not [name for name in given if name.startswith(("CONTEXTIO_", "CONFORMANCE_"))]


def test_program_ends_with_the_context(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PARENT, str(tmp_path / "told"), "SIG_DFL", "go on"],
        env=environment,
        timeout=LIMIT,
        check=False,
    )
    assert done.returncode == 0
