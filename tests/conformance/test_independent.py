"""A deployment that reads no vocabulary of behaviour keeps the contract, and the suite sees all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from tests.conformance.conftest import CONTRACT

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy

FOREIGN = 101
"""Accounts of others: more than a page holds."""


@pytest.mark.slow
@pytest.mark.timeout(300)  # a whole run, on a machine that may be busy
def test_a_whole_run_says_conformant_and_leaves_nothing_out(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(FOREIGN)
    before = deployment.store.snapshot()
    outcome = check(deployment.base_url, "--max-examples=1")
    assert outcome.status == 0, outcome.out + outcome.err
    assert re.match(r"CONFORMANT\b", outcome.verdict)
    assert "not exercised" not in outcome.out
    assert "nothing but errors" not in outcome.out
    checked = {case.get("name") for case in ET.parse(outcome.junit).iter("testcase")}  # noqa: S314 - our own report
    assert set(CONTRACT.expectations) <= checked
    assert deployment.store.snapshot() == before, "nothing of others is changed, and nothing is left behind"
