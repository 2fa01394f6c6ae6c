"""What the property tests find turns the verdict red, and is told so that it can be seen again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.conformance.deployment import KEY, SECRET
from tests.conformance.independent.change_flaws import DeletionIsForLater
from tests.conformance.independent.flaw import Flaw

DELETION = ["accounts_create", "accounts_delete", "accounts_get"]

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("fault", "operations", "failure"),
    [
        ("wrong status", ["accounts_create"], ("accounts_create", "response_schema_conformance")),
        ("missing field", ["accounts_get"], ("accounts_get", "response_schema_conformance")),
        ("wrong content type", ["accounts_list"], ("accounts_list", "content_type_conformance")),
        ("server error", DELETION, ("accounts_get", "not_a_server_error")),
        ("unsigned accepted", ["connect_tokens_list"], ("connect_tokens_list", "ignored_auth")),
    ],
)
def test_each_fault_is_found(
    deploy: Deploy, check: Check, fault: str, operations: list[str], failure: tuple[str, str]
) -> None:
    only = [option for name in operations for option in ("--operation", name)]
    outcome = check(deploy(fault).base_url, "--max-examples", "3", *only)
    assert outcome.status == 1, outcome.out
    assert outcome.verdict.startswith("NOT CONFORMANT, ")
    assert outcome.verdict.endswith("; see reports/report.html")
    assert failure in outcome.failures
    assert re.search(rf"FAIL  schemathesis\.{failure[1]}: .*\n +operations: {failure[0]}\n", outcome.out)


@pytest.mark.timeout(300)  # dozens of walks, on a machine that may be busy
def test_walks_along_links_find_what_is_there_after_its_deletion(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.break_by(Flaw("accounts_delete.gone", "nothing is deleted", (DeletionIsForLater,)))
    only = [f"--operation={name}" for name in DELETION]
    # Not every walk reads what it has deleted; of three, none may.
    outcome = check(deployment.base_url, "--max-examples=10", *only)
    assert ("accounts_get", "use_after_free") in outcome.failures


def test_failure_says_how_to_see_it_again(deploy: Deploy, check: Check) -> None:
    deployment = deploy("missing field")
    outcome = check(deployment.base_url, "--operation", "accounts_get", "--max-examples", "1", "--seed", "9")
    again = re.findall("again: +contextio-contract conformance (.*--operation.*)", outcome.out)[0]
    assert again == f"--base-url {deployment.base_url} --seed 9 --max-examples 1 --operation accounts_get"
    assert '"username" is a required property' in outcome.out
    assert re.search(r"exchange: +GET http://127.0.0.1:[0-9]+/2.0/accounts/[0-9a-f]{24}\n", outcome.out)
    assert 'received:   200 {"id"' in outcome.out


def test_command_that_sees_it_again_names_the_mailbox(
    deploy: Deploy, check: Check, environment: dict[str, str]
) -> None:
    mailbox = ["--imap-host=127.0.0.1", "--imap-port=9", "--imap-username=me", "--no-imap-ssl"]
    outcome = check(
        deploy("missing field").base_url,
        "--operation=accounts_get",
        "--max-examples=1",
        *mailbox,
        env={**environment, "CONFORMANCE_IMAP_PASSWORD": "opens-it"},
    )
    assert " --imap-host 127.0.0.1 --imap-username me --imap-port 9 --seed" in outcome.out
    assert " --no-imap-ssl " in outcome.out
    assert "opens-it" not in outcome.out


def test_no_report_holds_keys_or_signatures(deploy: Deploy, check: Check) -> None:
    deployment = deploy("server error")  # it answers with the Authorization header that it got
    outcome = check(deployment.base_url, "--max-examples", "1", *(f"--operation={name}" for name in DELETION))
    assert "trouble with OAuth" in outcome.out
    assert "\x1b" not in outcome.out, "nor does a terminal get what it would obey"
    for text in (outcome.out, outcome.err, *(path.read_text() for path in outcome.reports.iterdir())):
        assert SECRET not in text
        assert KEY not in text
        assert not re.search(r'oauth_signature="[^*]', text)


def test_seed_decides_the_requests(deploy: Deploy, check: Check) -> None:
    bodies = {}
    for run, seed in (("first", "5"), ("again", "5"), ("other", "6")):
        deployment = deploy()
        check(deployment.base_url, "--operation", "accounts_update", "--max-examples", "10", "--seed", seed)
        sent = [seen.body for seen in deployment.seen if seen.method == "POST"]
        # Left out: marks, boundaries of multipart forms, dates of mails, and the port of the mail server.
        bodies[run] = [
            re.sub(rb"cio-[0-9a-f]{12}|--[0-9a-f]{32}|Date: [^\r]*|port=[0-9]+", b"", body) for body in sent
        ]
    assert len(bodies["first"]) > 20
    assert bodies["first"] == bodies["again"]
    assert bodies["first"] != bodies["other"]


def test_creation_that_fails_is_blamed_once(deploy: Deploy, check: Check) -> None:
    outcome = check(
        deploy("mail servers out of reach").base_url,
        "--max-examples=1",
        "--operation=sources_create",
        "--operation=sources_update",
    )
    red = re.findall("^FAIL  (.*?): .*\n +operations: (.*)", outcome.out, re.MULTILINE)
    assert len(red) > 1
    assert all("sources_create" in operations for _, operations in red)
    assert re.search("[0-9]+ x it needs what sources_create makes, which fails itself", outcome.out)
