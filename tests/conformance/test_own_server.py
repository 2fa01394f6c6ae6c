"""Without an address, our own server is started, checked and stopped."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from tests.conformance.conftest import COMMAND
from tests.conformance.processes import children_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.conftest import Check


def is_listening(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.timeout(180)  # a whole run, on a machine that may be busy
def test_our_own_server_is_conformant(check: Check, environment: dict[str, str]) -> None:
    del environment["CONTEXTIO_CONSUMER_KEY"], environment["CONTEXTIO_CONSUMER_SECRET"]
    outcome = check(None, "--max-examples", "3")
    assert outcome.status == 0, outcome.out
    match = re.search(
        r"CONFORMANT: \d+ pass, 1 not exercised \(http://127\.0\.0\.1:(\d+)/2\.0\); see reports/report.html$",
        outcome.verdict,
    )
    assert match
    suite = ET.parse(outcome.junit).getroot()  # noqa: S314 - our own report
    assert (suite.get("failures"), suite.get("errors"), suite.get("skipped")) == ("0", "0", "1")
    assert list(outcome.reports.parent.iterdir()) == [outcome.reports], "nothing else is left on disk"
    assert not is_listening(int(match[1])), "it is stopped"


def test_ctrl_c_stops_it(environment: dict[str, str], tmp_path: Path) -> None:
    with subprocess.Popen(
        COMMAND, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stderr
        assert run.stderr.readline().startswith("conformance: rules ")
        server = min(children_of(run.pid))  # the other one is the mail server
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=20)
    assert run.returncode == 2
    assert err.splitlines()[-1] == "Error: interrupted; there is no verdict"
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)
