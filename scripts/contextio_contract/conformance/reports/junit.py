"""The JUnit report: a test case for each check, in a test suite for each page, and one for the verdict.

It is valid by the schema of the Jenkins plugin xUnit (junit-10.xsd), which others follow as well. A run
without a verdict has an error, since readers of JUnit look for failures and errors alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from contextio_contract.conformance.reports.tree import by_page, counts, locations, sentences
from contextio_contract.conformance.results import PROPERTY, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.reports.tree import Tree

RUN: Final = "run"
"""The name of the test suite with the verdict."""
SKIPPED: Final = {Status.NOT_EXERCISED, Status.DISABLED, Status.KNOWN_FAILURE}


def junit(tree: Tree) -> str:
    """Return the report as XML."""
    root = ET.Element("testsuites", name="conformance")
    root.append(_suite(tree, RUN, [_verdict(tree)]))
    for page, checks in by_page(tree).items():
        root.append(_suite(tree, page, [_case(page, check) for check in checks]))
    root.attrib |= {name: value for name, value in _sums(root).items() if name != "skipped"}
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(tree: Tree, name: str, cases: Sequence[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=name, timestamp=tree["started"][:19])
    properties = ET.SubElement(suite, "properties")
    for key, value in tree.items():
        if isinstance(value, (str, int)):
            ET.SubElement(properties, "property", name=key.replace("_", "-"), value=str(value))
    ET.SubElement(properties, "property", name="counts", value=counts(tree))
    suite.extend(cases)
    suite.attrib |= _sums(suite)
    return suite


def _sums(root: ET.Element) -> dict[str, str]:
    cases = list(root.iter("testcase"))

    def among(kind: str) -> str:
        return str(sum(case.find(kind) is not None for case in cases))

    return {
        "tests": str(len(cases)),
        "failures": among("failure"),
        "errors": among("error"),
        "skipped": among("skipped"),
        "time": f"{sum(float(case.get('time', '')) for case in cases):.3f}",
    }


def _verdict(tree: Tree) -> ET.Element:
    """Return a test case that fails without a verdict; it takes the time that belongs to no check."""
    seconds = max(0.0, tree["seconds"] - sum(check["seconds"] for check in tree["checks"]))
    case = ET.Element("testcase", classname=f"conformance.{RUN}", name="verdict", time=f"{seconds:.3f}")
    reason = tree["trouble"] or tree["gave_up"]
    if tree["verdict"] == Verdict.NONE:
        ET.SubElement(case, "error", type=tree["verdict"], message=reason or tree["headline"])
    elif tree["unchanged"]:
        ET.SubElement(case, "skipped", message=tree["unchanged"])
    ET.SubElement(case, "system-out").text = "\n".join(filter(None, [tree["headline"], reason]))
    return case


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
                    *(f"documented: {sentence}" for sentence in sentences(check)),
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
