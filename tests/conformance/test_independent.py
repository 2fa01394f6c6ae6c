"""A deployment that reads no vocabulary of behaviour keeps the contract, and the suite sees all of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import Deployment, serving

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety.guard import SHARED, Guard, Mode
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.conftest import Check, Deploy

    from contextio_contract.conformance.fixtures.mailbox import Mailbox

FOREIGN = 101
"""Accounts of others: more than a page holds."""
STATUSES = ("OK", "INVALID_CREDENTIALS", "CONNECTION_IMPOSSIBLE", "NO_ACCESS_TO_ALL_MAIL", "DISABLED")
ADDRESSES = ("Ada@example.com", "ada@EXAMPLE.com", "a+b@example.com", "a_b@example.com", "%@example.com")
ACCOUNTS = st.lists(
    st.tuples(st.sampled_from(ADDRESSES), st.lists(st.sampled_from(STATUSES), max_size=4)), max_size=6
)
"""Address of each account, and the states of its sources."""
FINE = (Status.PASS, Status.NOT_EXERCISED)
PAGES = ("accounts", "account_connect_tokens", "sources", "connect_tokens")
"""The pages of which the deployment has all; of those about mail it has a part, and here no mail."""


@pytest.mark.slow
@pytest.mark.timeout(900)  # a whole run, on a machine that may be busy
def test_a_whole_run_says_conformant_and_leaves_nothing_out(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(FOREIGN)
    before = deployment.store.snapshot()
    outcome = check(deployment.base_url, "--max-examples=1")
    assert outcome.status == 0, outcome.out + outcome.err
    assert re.match(r"CONFORMANT\b", outcome.verdict)
    results = (outcome.reports / "results.json").read_text()
    assert "nothing but errors" not in outcome.out + results
    made = json.loads(results)["checks"]
    whole = [each for each in made if each["page"] in PAGES]
    missed = [each["reason"] for each in whole if each["status"] == "not exercised"]
    assert whole
    assert all(
        "not implemented (501)" in reason or reason.startswith("nothing below ") or reason == SHARED
        for reason in missed
    ), missed
    assert set(CONTRACT.expectations) <= {each["id"] for each in made}
    assert deployment.store.snapshot() == before, "nothing of others is changed, and nothing is left behind"


@pytest.fixture(scope="module")
def independent() -> Iterator[Deployment]:
    deployment = Deployment(CONTRACT.bundle)
    with serving(deployment):
        yield deployment


def no_mailbox() -> Mailbox:
    reason = "it only reads"
    raise NotExercised(reason)


@pytest.mark.slow
@pytest.mark.timeout(300)
@settings(max_examples=5, deadline=None)
@given(accounts=ACCOUNTS)
def test_checks_of_lists_find_nothing_whatever_others_have(
    independent: Deployment, accounts: list[tuple[str, list[str]]]
) -> None:
    store, pages = independent.store, independent.pages
    store.accounts, store.sources = {}, []
    for email, statuses in accounts:
        account = pages.accounts.add({"email": email})
        for status in statuses:
            columns = {"server": "imap.example.com", "username": "ada", "port": 143, "use_ssl": False}
            source = pages.sources.add(account, columns | pages.sources.options({}), email)
            source["status"] = status
    gateway = Gateway(independent.target, Guard(CONTRACT, Mode.READ_ONLY, "cio-000000000000"))
    survey(gateway, pages=1)
    expected = {name for name, each in CONTRACT.expectations.items() if each.operation.page in PAGES}
    checks = [check for check in all_checks(CONTRACT) if check.reads_only and check.id in expected]
    results = run_checks(checks, gateway, no_mailbox, Rulebook(), seed=1)
    wrong = {
        each.id: (each.status, each.reason, each.failures) for each in results if each.status not in FINE
    }
    assert not wrong
    exercised = {each.id for each in results if each.status is Status.PASS}
    assert ("accounts_list.filter.email" in exercised) == bool(accounts)
    assert ("accounts_list.filter.status" in exercised) == any(statuses for _, statuses in accounts)
