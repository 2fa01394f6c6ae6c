"""Requests and time are counted once, whatever the checks that look at an answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy


def test_checks_have_no_more_requests_and_time_than_the_run(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(1)
    only = ("--mode=read-only", "--operation=connect_tokens_list")
    outcome = check(deployment.base_url, *only, "--max-examples=1")
    result = json.loads((outcome.reports / "results.json").read_text())
    properties = [each for each in result["checks"] if each["id"].startswith("schemathesis.")]
    sent = sum(each["requests"] for each in result["checks"])
    assert 0 < sum(each["requests"] for each in properties) < sum(each["answers"] for each in properties)
    # What is no check is to find the deployment, and to look at what is there.
    assert sent <= result["requests"] == len(deployment.seen)
    assert result["requests"] - sent < 20
    assert sum(each["seconds"] for each in result["checks"]) <= result["seconds"]
    root = ET.parse(outcome.junit).getroot()  # noqa: S314 - our own report
    cases = sum(float(case.get("time", "")) for case in root.iter("testcase"))
    rounding = 0.0005 * len(list(root.iter("testcase"))) + 0.01
    assert cases == pytest.approx(float(root.get("time", "")), abs=rounding)
    assert cases == pytest.approx(result["seconds"], abs=rounding)
