"""However a run ends, it leaves reports, and its exit status is that of its verdict."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from tests.conformance.conftest import COMMAND, CONTRACT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy
    from tests.conformance.deployment import Deployment

ONE_RULE = "--rule=connect_tokens_list.elements"


class Start:
    """Starts the command as a process, with reports in a folder."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.reports = folder / "reports"
        self.before: list[str] = []
        self._environment = environment

    def __call__(self, base_url: str, *options: str, **streams: int) -> subprocess.Popen[str]:
        command = [*self.before, *COMMAND, "--base-url", base_url, *options, f"--report-dir={self.reports}"]
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE} | streams
        settings: Any = {"env": self._environment, "cwd": self.reports.parent, "text": True, **streams}
        return subprocess.Popen(command, **settings)


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Start:
    return Start(environment, tmp_path)


def results(folder: Path) -> Any:
    return json.loads((folder / "results.json").read_text())


def errors(folder: Path) -> list[str]:
    """What the JUnit report says in its errors."""
    cases = ET.parse(folder / "junit.xml")  # noqa: S314 - our own report
    return [error.get("message", "") for error in cases.iter("error")]


@pytest.mark.parametrize("fault", ["keys refused", "html", "redirect to /v2/accounts"])
def test_run_that_cannot_start_leaves_reports(deploy: Deploy, check: Check, fault: str) -> None:
    outcome = check(deploy(fault).base_url)
    assert outcome.status == 2
    reason = outcome.err.removeprefix("Error: ").rstrip("\n")
    result = results(outcome.reports)
    assert (result["verdict"], result["gave_up"], result["checks"]) == ("NO VERDICT", reason, [])
    assert result["description_version"] == CONTRACT.version
    assert errors(outcome.reports) == [reason]
    assert "NO VERDICT" in (outcome.reports / "summary.md").read_text()


@pytest.mark.parametrize(
    "options", [["--operation=accounts_explode"], ["--since=no-such-revision"], ["--imap-host=example.com"]]
)
def test_so_does_one_with_options_that_make_no_sense(check: Check, options: list[str]) -> None:
    outcome = check("http://127.0.0.1:9/2.0", *options)
    assert outcome.status == 2
    reason = outcome.err.removeprefix("Error: ").rstrip("\n")
    assert results(outcome.reports)["gave_up"] == reason
    assert errors(outcome.reports) == [reason]


def test_folder_that_cannot_be_written_is_said_before_anything_is_sent(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    outcome = check(deployment.base_url, "--report-dir", "/dev/null/x")
    assert outcome.status == 2
    said = "Error: cannot write to /dev/null/x (Not a directory); name another --report-dir\n"
    assert outcome.err == said
    assert not deployment.seen


@pytest.mark.parametrize(("fault", "status"), [("", 0), ("broken list", 1)])
def test_job_summary_that_cannot_be_written_changes_no_verdict(
    deploy: Deploy, check: Check, environment: dict[str, str], fault: str, status: int
) -> None:
    env = environment | {"GITHUB_STEP_SUMMARY": "/dev/null/summary"}
    outcome = check(deploy(fault).base_url, ONE_RULE, env=env)
    assert outcome.status == status
    said = "conformance: /dev/null/summary, which GITHUB_STEP_SUMMARY names, did not take the summary"
    assert f"{said} (Not a directory)\n" in outcome.err


def test_job_summary_tells_of_the_run_once(
    deploy: Deploy, check: Check, environment: dict[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "summary"
    page.write_text("before\n")
    outcome = check(deploy("keys refused").base_url, env=environment | {"GITHUB_STEP_SUMMARY": str(page)})
    assert page.read_text() == "before\n" + (outcome.reports / "summary.md").read_text()


@pytest.mark.parametrize(
    ("fault", "closed", "status"),
    [
        ("", "stdout", 0),
        pytest.param("broken list", "stdout", 1, marks=pytest.mark.slow),
        ("keys refused", "stderr", 2),
    ],
)
def test_reader_that_is_gone_changes_no_status(
    deploy: Deploy, start: Start, fault: str, closed: str, status: int
) -> None:
    read, write = os.pipe()
    os.close(read)
    with start(deploy(fault).base_url, ONE_RULE, **{closed: write}) as run:
        os.close(write)
    assert run.returncode == status
    verdict = {0: "CONFORMANT", 1: "NOT CONFORMANT", 2: "NO VERDICT"}[status]
    assert results(start.reports)["verdict"] == verdict


def stop_half_way(start: Start, deployment: Deployment, number: signal.Signals, requests: int) -> str:
    """Send a run a signal once it has sent so many requests, and return its last line."""
    with start(deployment.base_url, "--max-examples=500") as run:
        deadline = time.monotonic() + 120
        while len(deployment.seen) < requests:
            assert time.monotonic() < deadline
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(number)
        _, err = run.communicate(timeout=120)
    return f"{run.returncode} {err.splitlines()[-1]}"


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGINT, marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, marks=pytest.mark.slow),
        signal.SIGHUP,
    ],
)
def test_stopped_run_tells_what_it_found(deploy: Deploy, start: Start, number: signal.Signals) -> None:
    deployment = deploy()
    assert stop_half_way(start, deployment, number, 100) == "2 Error: interrupted; there is no verdict"
    result = results(start.reports)
    assert (result["verdict"], result["gave_up"]) == ("NO VERDICT", "interrupted")
    assert result["counts"]["pass"] > 0
    assert "the run was given up before" in {each["reason"] for each in result["checks"]}
    assert errors(start.reports) == ["interrupted"]
    assert not deployment.accounts, "and removes what it made"


@pytest.mark.slow
def test_breach_that_was_seen_stays_one(deploy: Deploy, start: Start) -> None:
    assert stop_half_way(start, deploy("broken list"), signal.SIGTERM, 50)[0] == "1"
    result = results(start.reports)
    assert (result["verdict"], result["gave_up"]) == ("NOT CONFORMANT", "interrupted")
    assert "Ended early: interrupted" in (start.reports / "summary.md").read_text()


@pytest.mark.slow
def test_killed_run_leaves_reports_that_say_so(deploy: Deploy, start: Start) -> None:
    assert stop_half_way(start, deploy(), signal.SIGKILL, 50).startswith(f"-{signal.SIGKILL:d} ")
    unfinished = "the run has not ended yet, or was killed"
    assert results(start.reports)["gave_up"] == unfinished
    assert errors(start.reports) == [unfinished]


def test_hang_up_stays_ignored_under_nohup(deploy: Deploy, start: Start) -> None:
    deployment = deploy()
    start.before = ["nohup"]
    with start(deployment.base_url, ONE_RULE) as run:
        while not deployment.seen:
            assert run.poll() is None
            time.sleep(0.01)
        run.send_signal(signal.SIGHUP)
    assert run.returncode == 0


def test_description_without_a_change_is_conformant_and_needs_no_deployment(
    check: Check, tmp_path: Path
) -> None:
    (tmp_path / "same.json").write_text(json.dumps(CONTRACT.bundle))
    outcome = check("http://127.0.0.1:9/2.0", "--since", "same.json")
    assert outcome.status == 0
    said = "nothing to check: the description says the same of every chosen operation as at same.json"
    assert outcome.out.startswith(f"CONFORMANT, {said}")
    assert said in outcome.verdict
    assert errors(outcome.reports) == []
    assert results(outcome.reports)["verdict"] == "CONFORMANT"
