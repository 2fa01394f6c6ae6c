"""What stands between a run and a deployment: certificates and proxies. One sentence says what is wrong."""

from __future__ import annotations

import datetime as dt
import json
import re
import time
from typing import TYPE_CHECKING

import pytest
from tests.certificates import self_signed, server_side
from tests.conformance.answering import answering
from tests.conformance.front import in_front_of
from tests.server.mail_server import run_mail_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy

ONE_CHECK = ("--mode=read-only", "--rule=auth-wrong-secret")
"""The options of a run that takes little time."""


@pytest.fixture
def tls_port(tmp_path: Path) -> Iterator[int]:
    """The port of a server whose certificate nobody vouches for."""
    with run_mail_server(server_side(self_signed(tmp_path))) as port:
        yield port


def test_certificate_that_nobody_vouches_for(check: Check, tls_port: int) -> None:
    url = f"https://127.0.0.1:{tls_port}/2.0"
    outcome = check(url)
    assert outcome.status == 2
    [line] = outcome.err.splitlines()
    assert line.startswith(f"Error: {url}/accounts: no TLS connection (")
    assert "self-signed certificate" in line or "self signed certificate" in line
    assert line.endswith("; give --ca FILE with the certificate of its authority, or --insecure")


def test_page_of_a_proxy(deploy: Deploy, check: Check, environment: dict[str, str]) -> None:
    proxy = deploy("proxy in trouble").base_url.removesuffix("/2.0")
    outcome = check("http://contextio.test/2.0", env=environment | {"HTTP_PROXY": proxy})
    assert outcome.status == 2
    assert outcome.err == (
        "Error: http://contextio.test/2.0/accounts answers 502 with an HTML page (text/html), "
        "not as a Context.IO API; "
        "is a proxy or a login in between?\n"
    )


def test_proxy_that_lets_nothing_through(deploy: Deploy, check: Check, environment: dict[str, str]) -> None:
    proxy = deploy("proxy in trouble").base_url.removesuffix("/2.0")
    outcome = check("https://contextio.test/2.0", env=environment | {"HTTPS_PROXY": proxy})
    assert outcome.status == 2
    [line] = outcome.err.splitlines()
    assert line.endswith("does not let the request through (Tunnel connection failed: 502 Bad Gateway)")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return self_signed(tmp_path)


@pytest.mark.parametrize("option", ["--ca={certificate}", "--insecure", "REQUESTS_CA_BUNDLE"])
def test_deployment_with_a_certificate_of_its_own_authority(
    deploy: Deploy, check: Check, environment: dict[str, str], certificate: Path, option: str
) -> None:
    deployment = deploy()
    options = [option.format(certificate=certificate)] if option.startswith("--") else []
    variables = {} if options else {option: str(certificate)}
    with in_front_of(deployment, context=server_side(certificate)):
        outcome = check(deployment.base_url, *ONE_CHECK, *options, env=environment | variables)
    assert outcome.status == 0, outcome.err
    assert deployment.seen


def test_deployment_that_wants_a_certificate_of_the_client(
    deploy: Deploy, check: Check, certificate: Path, tmp_path: Path
) -> None:
    (tmp_path / "client").mkdir()
    own = self_signed(tmp_path / "client")
    deployment = deploy()
    with in_front_of(deployment, context=server_side(certificate, of_clients=own)):
        trusted = (*ONE_CHECK, f"--ca={certificate}")
        without = check(deployment.base_url, *trusted)
        with_it = check(deployment.base_url, *trusted, f"--cert={own}")
        with_another = check(deployment.base_url, *trusted, f"--cert={certificate}")
        untrusted = check(deployment.base_url, *ONE_CHECK, f"--ca={own}")
    assert "take the certificate of --cert" in with_another.err
    assert "the file of --ca lacks the certificate of its authority" in untrusted.err
    assert without.status == 2
    assert "--cert" in without.err
    assert with_it.status == 0, with_it.err


def test_insecure_is_for_loopback_alone(check: Check) -> None:
    outcome = check("https://mail.example.com/2.0", "--insecure")
    assert outcome.status == 2
    assert outcome.err.startswith("Error: --insecure is for a loopback address alone; give --ca ")


@pytest.mark.parametrize(
    ("option", "complaint"),
    [
        ("--ca={folder}/none.pem", "--ca {folder}/none.pem: it cannot be read (No such file or directory)"),
        ("--ca={folder}/text", "--ca {folder}/text: it must hold certificates in PEM"),
        ("--cert={folder}/text", "--cert {folder}/text: it must hold a certificate and its key, "),
        ("--header=nonsense", "--header must be a name and a value, as 'X-Token: abc'"),
        ("--header=A: b\nC: d", "--header must be a name and a value, as 'X-Token: abc'"),
        ("--header=Authorization: Basic eA==", "--header Authorization: the suite sends this header itself"),
        ("--proxy=proxy.example.com:3128", "--proxy must be the http or https address of a proxy, as "),
        ("--proxy=http://[", "--proxy must be the http or https address of a proxy, as "),
    ],
)
def test_settings_that_cannot_be_used_are_told_before_anything_is_sent(
    check: Check, tmp_path: Path, option: str, complaint: str
) -> None:
    (tmp_path / "text").write_text("no certificate")
    outcome = check("https://127.0.0.1:9/2.0", option.format(folder=tmp_path))
    assert outcome.status == 2
    [line] = outcome.err.splitlines()
    assert line.startswith(f"Error: {complaint.format(folder=tmp_path)}")


def test_every_request_names_the_suite_and_the_run_and_what_the_user_wants(
    deploy: Deploy, check: Check, environment: dict[str, str]
) -> None:
    deployment = deploy()
    headers = {"CONFORMANCE_HEADER": "X-Token: of-the-firewall\nX-Stage: 2"}
    outcome = check(deployment.base_url, *ONE_CHECK, env=environment | headers)
    assert outcome.status == 0, outcome.err
    runs = {seen.headers["x-conformance-run"] for seen in deployment.seen}
    assert len(runs) == 1
    assert min(runs).startswith("cio-")
    for seen in deployment.seen:
        assert re.fullmatch(r"contextio-contract/\S+ \(conformance\)", seen.headers["user-agent"])
        assert (seen.headers["x-token"], seen.headers["x-stage"]) == ("of-the-firewall", "2")
    for text in (outcome.out, outcome.err, *(path.read_text() for path in outcome.reports.iterdir())):
        assert "of-the-firewall" not in text


def test_a_proxy_that_is_named_counts_for_loopback_too(
    deploy: Deploy, check: Check, environment: dict[str, str]
) -> None:
    deployment = deploy()
    proxy = deployment.base_url.removesuffix("/2.0")
    for settings in ({"HTTP_PROXY": "http://127.0.0.1:9"}, {"CONFORMANCE_PROXY": proxy}):
        assert check(deployment.base_url, *ONE_CHECK, env=environment | settings).status == 0
    outcome = check(deployment.base_url, "--proxy=http://me:pass-word@127.0.0.1:9")
    assert outcome.status == 2
    assert "the proxy of --proxy does not let the request through (Connection refused)" in outcome.err
    assert "pass-word" not in outcome.err + outcome.out


def test_proxy_that_wants_a_password(check: Check, environment: dict[str, str]) -> None:
    with answering(407, {"Content-Type": "text/html"}, b"<html>") as base_url:
        settings = {"CONFORMANCE_PROXY": base_url.removesuffix("/2.0")}
        outcome = check("http://contextio.test/2.0", env=environment | settings)
    assert outcome.err.endswith(
        ": the proxy wants a name and a password (407); give --proxy http://NAME:PASSWORD@HOST:PORT\n"
    )


def test_redirect_to_https_is_shown_with_what_to_give(check: Check) -> None:
    location = {"Location": "https://me:secret@mail.example.com/2.0/accounts?token=secret"}
    with answering(301, location, b"") as base_url:
        outcome = check(base_url)
    assert outcome.err == (
        f"Error: {base_url}/accounts redirects to https://mail.example.com/2.0/accounts; "
        "give --base-url https://mail.example.com/2.0\n"
    )


def test_clock_that_is_wrong_is_told_with_both_times(check: Check) -> None:
    ahead = int(time.time()) + 600
    error = {"type": "error", "value": f"Expired timestamp, yours {ahead - 600}, ours {ahead}", "code": 105}
    with answering(401, {"Content-Type": "application/json"}, json.dumps(error).encode()) as base_url:
        outcome = check(base_url)
    said = re.search(r"as its clock says (.*) UTC and that of this machine (.*) UTC; set", outcome.err)
    assert said
    theirs, ours = (dt.datetime.fromisoformat(f"{text}+00:00").timestamp() for text in said.groups())
    assert theirs == ahead
    assert ours < ahead - 500
