"""Every report says the same thing, in the form that its readers expect, and holds no secret."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus, urlencode
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conformance.conftest import CONTRACT
from tests.conformance.jenkins import objections
from tests.conformance.results import CONFORMANT, EVERY_STATUS, FAILURE, REFERENCE, RULE, again, check, run

import contextio_contract.conformance
from contextio_contract.conformance import reports
from contextio_contract.conformance.reports.markdown import summary
from contextio_contract.conformance.reports.terminal import closing, text
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import CheckResult, Failure, RunResult, Status, Verdict
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.recorder import Recorder
from contextio_contract.conformance.wire.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable

SNAPSHOTS = Path(__file__).with_name("snapshots")
NAMES = {"results.json", "report.html", "junit.xml", "exchanges.har", "summary.md"}


def written(result: RunResult, folder: Path) -> dict[str, str]:
    reports.write(tree(result, again), result.exchanges, folder)
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.mark.parametrize("name", ["terminal.txt", "summary.md"])
def test_text_is_as_it_was_agreed(name: str) -> None:
    every = tree(EVERY_STATUS, again)
    shown = summary(every) if name == "summary.md" else f"{text(every)}\n{closing(every, 'x.html')}\n"
    assert shown == (SNAPSHOTS / name).read_text()


def test_a_terminal_shows_the_most_frequent_reasons_and_the_others_all(tmp_path: Path) -> None:
    reasons = [f"page {number} is not implemented" for number in range(15)]
    lacking = [check(f"a.{number}", Status.NOT_EXERCISED, reason) for number, reason in enumerate(reasons)]
    result = run(*lacking, check("a.again", Status.NOT_EXERCISED, reasons[-1]))
    shown = text(tree(result, again))
    assert f"  2 x {reasons[-1]}\n" in shown
    assert shown.endswith("\n  … 3 more reasons; the report names all")
    assert all(reason in written(result, tmp_path)["summary.md"] for reason in reasons)


@pytest.mark.parametrize(
    ("seen", "verdict"), [((), Verdict.NONE), ((check("a.broken", Status.FAIL),), Verdict.NOT_CONFORMANT)]
)
def test_a_breach_that_was_seen_stays_one_however_the_run_ends(
    seen: tuple[CheckResult, ...], verdict: Verdict
) -> None:
    gone = "the deployment stopped answering"
    result = run(check("a.order", Status.PASS), *seen)
    assert dataclasses.replace(result, gave_up=gone, trouble=gone).verdict is verdict
    assert dataclasses.replace(result, gave_up="the budget is used up").verdict is verdict


@pytest.mark.parametrize("result", [EVERY_STATUS, CONFORMANT, run()], ids=["every", "conformant", "nothing"])
def test_results_fit_their_published_schema(result: RunResult, tmp_path: Path) -> None:
    folder = Path(contextio_contract.conformance.__path__[0])
    schema = json.loads((folder / "results.schema.json").read_text())
    jsonschema_rs.meta.validate(schema)
    files = written(result, tmp_path)
    assert set(files) == NAMES, "and no file of the writing is left"
    value = json.loads(files["results.json"])
    jsonschema_rs.Draft202012Validator(schema, validate_formats=True).validate(value)
    assert value["verdict"] == result.verdict


def test_junit_has_an_element_for_each_status(tmp_path: Path) -> None:
    root = ET.fromstring(written(EVERY_STATUS, tmp_path)["junit.xml"])  # noqa: S314 - our own report
    assert objections(root) == []
    kinds = {case.get("name", ""): [child.tag for child in case] for case in root.iter("testcase")}
    assert kinds == {
        "verdict": ["system-out"],
        "accounts.limit": ["failure"],
        "accounts.order": [],
        "accounts.broken": ["error"],
        "sources.status": ["skipped"],
        "sources.sync": ["skipped"],
        "sources.label": ["skipped"],
        "connect_tokens.used": ["skipped"],
        "connect_tokens.expires": ["failure"],
    }
    sums = {name: root.get(name) for name in ("tests", "failures", "errors", "time")}
    assert sums == {"tests": "9", "failures": "2", "errors": "1", "time": "12.340"}
    for name, value in sums.items():
        assert sum(float(suite.get(name, "")) for suite in root) == float(value or "")
    assert sum(int(suite.get("skipped", "")) for suite in root) == 4


@pytest.mark.parametrize(
    ("end", "errors"),
    [
        ({}, []),
        ({"gave_up": "interrupted"}, ["interrupted"]),
        ({"trouble": "it stopped answering", "gave_up": "interrupted"}, ["it stopped answering"]),
    ],
)
def test_run_without_a_verdict_is_not_green_in_junit(
    tmp_path: Path, end: dict[str, Any], errors: list[str]
) -> None:
    result = dataclasses.replace(CONFORMANT, **end)
    files = written(result, tmp_path)
    root = ET.fromstring(files["junit.xml"])  # noqa: S314 - our own report
    assert objections(root) == []
    assert [error.get("message") for error in root.iter("error")] == errors
    assert root.get("errors") == str(len(errors))
    assert result.verdict == (Verdict.NONE if errors else Verdict.CONFORMANT)
    for reason in errors:
        assert all(reason in files[name] for name in NAMES - {"exchanges.har"})


def test_archive_holds_the_exchanges(tmp_path: Path) -> None:
    log = json.loads(written(EVERY_STATUS, tmp_path)["exchanges.har"])["log"]
    assert log["version"] == "1.2"
    [entry] = log["entries"]
    assert entry["request"]["queryString"] == [
        {"name": "limit", "value": "2"},
        {"name": "email", "value": "a@example.com"},
    ]
    assert (entry["startedDateTime"], entry["time"]) == ("2023-11-14T22:13:20.250+00:00", 12.5)
    assert (entry["response"]["status"], entry["response"]["statusText"]) == (200, "OK")


def test_every_report_names_the_description(tmp_path: Path) -> None:
    files = written(CONFORMANT, tmp_path)
    for name, named in (
        ("results.json", '"description_source": "spec"'),
        ("junit.xml", '<property name="description-source" value="spec" />'),
        ("summary.md", "description 1.2.0 (spec)"),
        ("report.html", "<dd>1.2.0 (spec)</dd>"),
    ):
        assert named in files[name], name
    assert "description 1.2.0 (spec)" in text(tree(CONFORMANT, again)).splitlines()[1]


def test_page_needs_nothing_else_and_runs_nothing_foreign(tmp_path: Path) -> None:
    page = written(EVERY_STATUS, tmp_path)["report.html"]
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "src=" not in page
    assert {*re.findall('href="([^"#]*)', page)} == {REFERENCE}, "links lead to the reference alone"
    assert page.index("accounts.limit") < page.index("connect_tokens.used") < page.index("accounts.order")


def test_job_summary_is_appended_to(tmp_path: Path) -> None:
    page = tmp_path / "summary"
    page.write_text("before\n")
    assert not reports.add_to_job_summary(tree(CONFORMANT, again), {"GITHUB_STEP_SUMMARY": str(page)})
    assert page.read_text() == "before\n" + written(CONFORMANT, tmp_path / "reports")["summary.md"]


SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    html.escape,
    quote,
    quote_plus,
    lambda secret: json.dumps(secret)[1:-1],
    lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
)
PRINTABLE = st.characters(min_codepoint=33, max_codepoint=126)
# No report has words that begin like this of itself.
SECRETS = st.text(PRINTABLE, min_size=8, max_size=30).map("Zq9{}".format)


def leaking_run(key: str, secret: str, password: str) -> RunResult:
    """A run against a deployment that repeats everything that it receives."""
    guard = Guard(CONTRACT, Mode.READ_ONLY, "cio-0123456789ab")
    recorder = Recorder(Target("http://127.0.0.1:9/2.0", key, secret), guard)
    signature = (
        f'OAuth oauth_consumer_key="{quote(key, safe="")}", oauth_signature="{quote(secret, safe="")}"'
    )
    request = requests.Request(
        "POST",
        "http://127.0.0.1:9/2.0/accounts",
        headers={"Authorization": signature, "Content-Type": "application/x-www-form-urlencoded"},
        data=urlencode({"email": "a@example.com", "password": password}),
    ).prepare()
    answer = requests.Response()
    answer.status_code = 500
    answer.headers["X-Seen"] = signature
    body = {"password": password, "header": signature, "key": key}
    answer._content = json.dumps(body).encode()  # noqa: SLF001 - requests has no other way in
    exchange = recorder.exchange(request, answer, 1_700_000_000.0, "accounts_create")
    failure = Failure("it repeats", "nothing", recorder.redaction.of(answer.text), (exchange,), "rules")
    result = run(check("accounts.create", Status.FAIL, failures=(failure,)))
    return dataclasses.replace(result, exchanges=(exchange,))


@settings(deadline=None)
@given(key=SECRETS, secret=SECRETS, password=SECRETS)
def test_no_report_holds_a_secret(
    tmp_path_factory: pytest.TempPathFactory, key: str, secret: str, password: str
) -> None:
    result = leaking_run(key, secret, password)
    files = written(result, tmp_path_factory.mktemp("reports"))
    files["terminal"] = text(tree(result, again))
    for name, content in files.items():
        for hidden in (key, secret, password):
            for spelled in SPELLINGS:
                assert spelled(hidden) not in content, name


def test_what_no_terminal_or_xml_can_take_is_spelled_out(tmp_path: Path) -> None:
    nasty = dataclasses.replace(FAILURE, received="\x1b[31m\x00\ud800\ufffe", exchanges=())
    result = run(check("accounts.limit", Status.FAIL, failures=(nasty,)))
    files: dict[str, Any] = written(result, tmp_path)
    ET.fromstring(files["junit.xml"])  # noqa: S314 - our own report
    assert all("\x1b" not in content for content in files.values())


def test_no_answer_gives_the_ci_system_orders() -> None:
    order = "first\n::stop-commands::x\n"
    nasty = dataclasses.replace(FAILURE, title="it speaks", expected=order, received=order, exchanges=())
    shown = text(tree(run(check("accounts.limit", Status.FAIL, failures=(nasty,))), again))
    assert "::stop-commands::x" in shown
    assert not [line for line in shown.splitlines() if line.strip().startswith("::")]


UNMADE = [
    dataclasses.replace(check(f"a.{number}", Status.NOT_EXERCISED, "it writes"), remedy="--mode sandbox")
    for number in range(3)
]
NO_MAILBOX = dataclasses.replace(
    check("a.mail", Status.NOT_EXERCISED, "it needs a mailbox"), remedy="--imap-host"
)


@pytest.mark.parametrize(
    ("mode", "open_checks", "made", "said", "line"),
    [
        (
            "read-only",
            UNMADE,
            1,
            " (read only, 3 more checks possible)",
            ["For more checks: --mode sandbox (3)"],
        ),
        (
            "sandbox",
            [*UNMADE, NO_MAILBOX],
            2,
            " (4 more checks possible)",
            ["For more checks: --mode sandbox (3), --imap-host (1)"],
        ),
        ("sandbox", [NO_MAILBOX], 20, "", ["For more checks: --imap-host (1)"]),
        ("read-only", [], 1, " (read only)", []),
        ("sandbox", [], 1, "", []),
    ],
)
def test_reports_say_how_the_user_gets_more_checks(
    mode: str, open_checks: list[CheckResult], made: int, said: str, line: list[str]
) -> None:
    passing = [check(f"b.{number}", Status.PASS) for number in range(made)]
    lacking = check("c.absent", Status.NOT_EXERCISED, "it is not implemented")
    result = dataclasses.replace(run(*passing, *open_checks, lacking), mode=mode)
    shown = tree(result, again)
    headline = f"CONFORMANT for 2 of 4 operations, 1 not implemented, 1 not exercised{said}"
    assert shown["headline"] == headline
    assert [each for each in text(shown).splitlines() if each.startswith("For more checks")] == line


def test_reasons_that_the_user_can_change_come_first() -> None:
    absent = [check(f"c.{n}", Status.NOT_EXERCISED, "accounts_get is not implemented (501)") for n in "123"]
    lines = text(tree(run(*absent, *UNMADE[:1]), again)).splitlines()
    start = lines.index("not exercised:")
    assert lines[start + 1 : start + 3] == [
        "  1 x it writes (for this check: --mode sandbox)",
        "  3 x accounts_get is not implemented (501)",
    ]


def test_every_report_for_people_says_how_to_get_more_checks(tmp_path: Path) -> None:
    files = written(run(*UNMADE), tmp_path)
    assert "For more checks: --mode sandbox (3)" in files["report.html"]
    assert "For more checks: --mode sandbox (3)" in files["summary.md"]


def test_reports_cite_the_documented_sentence_and_where_to_read_it(tmp_path: Path) -> None:
    files = written(EVERY_STATUS, tmp_path)
    link = f"{REFERENCE}#rule-{RULE}"
    assert f"documented: “Late documentation caps limit.” ({RULE})\n    see:        {link}\n" in text(
        tree(EVERY_STATUS, again)
    )
    assert f'<a href="{link}">' in files["report.html"]
    assert f"see: {link}\n" in files["junit.xml"]
    assert "> “Late documentation caps limit.”" in files["summary.md"]
