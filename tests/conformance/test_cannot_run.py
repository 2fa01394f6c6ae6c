"""What keeps a run from starting: one sentence that says what to do, status 2, no traceback."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest
from tests.conformance.answering import answering
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import KEY, SECRET

from contextio_contract.conformance.wire.gateway import entry_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.conftest import Check, Deploy, Outcome
    from tests.conftest import LiveServer


def sentence(outcome: Outcome) -> str:
    """The one line that such a run says."""
    assert outcome.status == 2, outcome.out + outcome.err
    assert outcome.out == ""
    [line] = outcome.err.splitlines()
    assert SECRET not in line
    return line.removeprefix("Error: ")


def sentence_after_progress(outcome: Outcome) -> str:
    """The last line of a run that began."""
    assert outcome.status == 2, outcome.out + outcome.err
    return outcome.err.splitlines()[-1].removeprefix("Error: ")


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (
            "html",
            "answers 200 with an HTML page (text/html), not as a Context.IO API; {hint}",
        ),
        ("no JSON", "answers 200 in a way that no Context.IO API does"),
        (
            "keys refused",
            "refuses the keys (401); set CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET to valid ones",
        ),
        (
            "redirect to https://elsewhere.example/2.0/accounts",
            "redirects to https://elsewhere.example/2.0/accounts; give --base-url https://elsewhere.example/2.0",
        ),
        (
            "redirect to /v2/accounts",
            "redirects to {origin}/v2/accounts; give --base-url {origin}/v2",
        ),
    ],
)
def test_no_usable_deployment(deploy: Deploy, check: Check, fault: str, complaint: str) -> None:
    deployment = deploy(fault)
    origin = deployment.base_url.removesuffix("/2.0")
    complaint = complaint.format(origin=origin, hint="is a proxy or a login in between?")
    assert sentence(check(deployment.base_url)) == f"{deployment.base_url}/accounts {complaint}"
    entries = [f"/2.0{entry.path}" for entry in entry_points(CONTRACT) if entry.base_path == "/2.0"]
    assert [seen.target for seen in deployment.seen] == entries, "every list"


@pytest.mark.parametrize(
    ("status", "headers", "body"), [(200, {}, b"[" * 200_000), (302, {"Location": "http://["}, b"")]
)
def test_answer_that_no_library_reads(
    check: Check, status: int, headers: dict[str, str], body: bytes
) -> None:
    with answering(status, headers, body) as base_url:
        sentence(check(base_url))


@pytest.mark.slow
@pytest.mark.parametrize(("charset", "body"), [("utf-8", b'["\xff"]'), ("nonsense", b"[]")])
def test_bytes_that_are_no_text_are_a_finding(check: Check, charset: str, body: bytes) -> None:
    with answering(200, {"Content-Type": f"application/json; charset={charset}"}, b"[]", body) as base_url:
        outcome = check(base_url, "--operation", "accounts_list", "--max-examples", "1")
    assert "Traceback" not in outcome.err
    assert outcome.status == 1
    assert json.loads((outcome.reports / "results.json").read_text())["verdict"] == "NOT CONFORMANT"


@pytest.mark.parametrize(
    ("status", "headers", "body", "complaint"),
    [
        (302, {"Location": "http://["}, b"", "a redirect to what is no address"),
        (
            200,
            {"Content-Type": "application/json"},
            b"[" * 200_000,
            "answers 200 in a way that no Context.IO",
        ),
        (200, {"Content-Encoding": "gzip"}, b"[]", "the answer is not encoded as its Content-Encoding says"),
        (200, {f"X-{number}": "" for number in range(150)}, b"[]", "the answer cannot be read as HTTP"),
        (429, {"Retry-After": "999"}, b"{}", "the deployment turns requests away (429)"),
    ],
)
def test_first_answer_that_makes_no_sense(
    check: Check, status: int, headers: dict[str, str], body: bytes, complaint: str
) -> None:
    with answering(status, headers, body, body) as base_url:
        assert complaint in sentence(check(base_url))


def test_nobody_there(check: Check) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    url = f"http://127.0.0.1:{port}/2.0"
    advice = "is it running, and is this its address?"
    assert sentence(check(url)) == f"{url}/accounts: no connection (Connection refused); {advice}"


def test_address_without_the_version(new_server: Callable[..., LiveServer], check: Check) -> None:
    url = new_server(keys={KEY: SECRET}).origin
    line = sentence(check(url))
    assert line.startswith(f"{url}/accounts does not exist (404); give --base-url the whole address")


def test_no_such_host(check: Check) -> None:
    assert "/accounts: no connection (" in sentence(check("http://contextio.invalid/2.0"))


def test_no_tls(deploy: Deploy, check: Check) -> None:
    url = deploy().base_url.replace("http:", "https:")
    assert sentence(check(url)).startswith(f"{url}/accounts: no TLS connection (")


def test_keys_missing(check: Check, environment: dict[str, str]) -> None:
    del environment["CONTEXTIO_CONSUMER_SECRET"]
    line = sentence(check("http://127.0.0.1:9/2.0", env=environment))
    assert (
        line
        == "CONTEXTIO_CONSUMER_SECRET must be set in the environment to the keys of http://127.0.0.1:9/2.0"
    )


@pytest.mark.parametrize(
    "url",
    [
        "example.com",
        "ftp://e.com",
        "http://",
        "http://[::1/2.0",
        "http://a\nb/2.0",
        "http://me:p@example.com/2.0",
    ],
)
def test_no_address(check: Check, url: str) -> None:
    assert sentence(check(url)).startswith("--base-url must be an absolute http or https address alone")


def test_no_such_operation(deploy: Deploy, check: Check) -> None:
    line = sentence(check(deploy().base_url, "--operation", "accounts_explode"))
    assert line == "--operation accounts_explode: the description has no such operation"


def test_too_little_time(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy().base_url, "--max-time", "1")
    line = sentence_after_progress(outcome)
    assert line == "the run was not finished within 1 s; try fewer --max-examples"
    results = json.loads((outcome.reports / "results.json").read_text())
    assert (results["verdict"], results["gave_up"]) == ("NO VERDICT", line)
    reasons = [each["reason"] for each in results["checks"] if each["status"] == "not exercised"]
    assert "the run was given up before" in reasons
