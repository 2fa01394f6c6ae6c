"""The JUnit report: a test case for each check, in a test suite for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from contextio_contract.conformance.options import PROPERTY
from contextio_contract.conformance.reports.tree import by_page, counts, locations
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.reports.tree import Tree

FAILED: Final = {Status.FAIL, Status.UNEXPECTED_PASS}
SKIPPED: Final = {Status.NOT_EXERCISED, Status.DISABLED, Status.KNOWN_FAILURE}


def junit(tree: Tree) -> str:
    """Return the report as XML."""
    root = ET.Element("testsuites", {"name": "conformance", **_sums(tree["checks"])})
    for page, checks in by_page(tree).items():
        suite = ET.SubElement(
            root, "testsuite", {"name": page, "timestamp": tree["started"][:19], **_sums(checks)}
        )
        properties = ET.SubElement(suite, "properties")
        for name, value in tree.items():
            if isinstance(value, (str, int)):
                ET.SubElement(properties, "property", name=name.replace("_", "-"), value=str(value))
        ET.SubElement(properties, "property", name="counts", value=counts(tree))
        suite.extend(_case(page, check) for check in checks)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _sums(checks: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    def among(statuses: set[Status]) -> str:
        return str(sum(check["status"] in statuses for check in checks))

    return {
        "tests": str(len(checks)),
        "failures": among(FAILED),
        "errors": among({Status.ERROR}),
        "skipped": among(SKIPPED),
        "time": f"{sum(check['seconds'] for check in checks):.3f}",
    }


def _case(page: str, check: Mapping[str, Any]) -> ET.Element:
    # A check of schemathesis has a result for each operation, so the operation names the test case.
    kind = check["id"].removeprefix(PROPERTY)
    name = check["id"] if kind == check["id"] else ", ".join(check["operations"])
    case = ET.Element("testcase", classname=f"conformance.{page}", name=name, time=f"{check['seconds']:.3f}")
    status, reason = check["status"], check["reason"]
    if status == Status.FAIL:
        for failure in check["failures"]:
            element = ET.SubElement(case, "failure", type=kind, message=failure["title"])
            element.text = "\n".join(
                [
                    check["sentence"],
                    *(f"see: {location}" for location in locations(check)),
                    f"expected: {failure['expected']}",
                    f"received: {failure['received']}",
                    *filter(None, [failure["curl"]]),
                    f"again: {check['again']}",
                ]
            )
    elif status in {Status.UNEXPECTED_PASS, Status.ERROR}:
        ET.SubElement(case, "error" if status == Status.ERROR else "failure", type=kind, message=reason)
    elif status in SKIPPED:
        ET.SubElement(case, "skipped", message=f"{status}: {reason}" if reason else status)
    return case
