"""The archive of a conformance run, read as recorded traffic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from contextio_contract.cli import main

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy


@pytest.mark.parametrize(("fault", "status"), [("", 0), ("missing field", 1)])
def test_what_a_run_recorded_is_judged(deploy: Deploy, check: Check, fault: str, status: int) -> None:
    outcome = check(deploy(fault).base_url, "--rule", "accounts-list-email-single")
    assert outcome.status == 0, outcome.out  # a single rule does not look at every answer
    done = CliRunner().invoke(main, ["traffic", str(outcome.reports / "exchanges.har")])
    assert done.exit_code == status, done.output


def test_long_answers_that_are_kept_in_part_are_no_violations(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(100)
    outcome = check(deployment.base_url, "--rule", "accounts-list-email-single")
    done = CliRunner().invoke(main, ["traffic", str(outcome.reports / "exchanges.har")])
    assert done.exit_code == 0, done.output
    assert "not judged: the recording has a part of the body only" in done.output
