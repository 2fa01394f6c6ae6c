"""Without an address, our own server is started, checked and stopped."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.conformance.conftest import COMMAND, KEYS
from tests.conformance.processes import descendants_of, wait_until_gone

from contextio_contract.conformance.wire.target import SECRET

pytestmark = pytest.mark.slow


def is_listening(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.timeout(300)  # a whole run, on a machine that may be busy
def test_our_own_server_is_started_and_stopped(environment: dict[str, str], tmp_path: Path) -> None:
    del environment["CONTEXTIO_CONSUMER_KEY"], environment["CONTEXTIO_CONSUMER_SECRET"]
    options = ["--report-dir", "reports", "--max-examples", "1", "--operation", "connect_tokens_create"]
    done = subprocess.run(
        [*COMMAND, *options], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    last_line = r"CONFORMANT for 1 of .* \(http://127\.0\.0\.1:(\d+)/2\.0\); see reports/report.html\n$"
    match = re.search(last_line, done.stdout)
    assert match
    suite = ET.parse(tmp_path / "reports" / "junit.xml").getroot()  # noqa: S314 - our own report
    assert (suite.get("failures"), suite.get("errors")) == ("0", "0")
    assert [path.name for path in tmp_path.iterdir()] == ["reports"], "nothing else is left on disk"
    assert not is_listening(int(match[1])), "it is stopped"


@pytest.mark.timeout(300)  # a whole run, on a machine that may be busy
def test_mock_keeps_what_the_description_says(environment: dict[str, str], tmp_path: Path) -> None:
    options = [
        "--mock",
        "--pages",
        "sources",
        "--pages",
        "files",
        "--report-dir",
        "reports",
        "--max-examples",
        "1",
    ]
    done = subprocess.run(
        [*COMMAND, *options], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("CONFORMANT for ")
    assert "not implemented" not in done.stdout.splitlines()[0]
    results = json.loads((tmp_path / "reports" / "results.json").read_text())["checks"]
    beyond = [each for each in results if each["reason"].startswith("a check by hand; the mock knows")]
    assert {each["status"] for each in beyond} == {"not exercised"}
    assert not [each for each in beyond if "." in each["id"]], "what follows from the description is checked"
    statuses = {each["id"]: each["status"] for each in results}
    assert statuses["auth-unsigned"] == statuses["sources_create.answers"] == "pass"
    assert all("--mock" in each["again"] for each in results)


@pytest.mark.timeout(300)  # a command is started, on a machine that may be busy
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL, signal.SIGHUP, signal.SIGQUIT])
def test_both_servers_end_with_the_run(
    environment: dict[str, str], tmp_path: Path, stop: signal.Signals
) -> None:
    environment |= {"CONFORMANCE_DISABLE": "auth-unsigned"}  # it is for the suite alone
    with subprocess.Popen(
        COMMAND, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        while len(started := descendants_of(run.pid)) < 4:  # our server, the mail server and their keepers
            assert run.poll() is None
            time.sleep(0.05)
        told = [told_to(process) for process in started]
        run.send_signal(stop)
        _, err = run.communicate(timeout=120)
    wait_until_gone(started)
    if stop is signal.SIGINT:
        assert run.returncode == 2
        assert err.splitlines()[-1] == "Error: interrupted; there is no verdict"
    assert not [text for text in told if KEYS[SECRET] in text or "auth-unsigned" in text]


def told_to(process: int) -> str:
    """The variables of a process; nothing where the system does not show them."""
    path = Path(f"/proc/{process}/environ")
    return path.read_text() if path.exists() else ""
