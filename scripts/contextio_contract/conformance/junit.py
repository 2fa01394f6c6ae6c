"""The result as JUnit XML: a test case per check, with a failure or skipped element where due."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.conformance.results import CheckResult, RunResult


def write_junit(run: RunResult, path: Path) -> None:
    """Write a result to a file, which is replaced as a whole."""
    suite = ET.Element(
        "testsuite",
        name="conformance",
        tests=str(len(run.checks)),
        failures=str(run.count(Status.FAIL) + run.count(Status.UNEXPECTED_PASS)),
        errors=str(run.count(Status.ERROR)),
        skipped=str(sum(map(_is_skipped, run.checks))),
        time=f"{run.seconds:.3f}",
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in (("base-url", run.base_url), ("seed", run.seed), ("verdict", run.line())):
        ET.SubElement(properties, "property", name=name, value=str(value))
    suite.extend(map(_test_case, run.checks))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    _replace(path, ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _test_case(check: CheckResult) -> ET.Element:
    name = ", ".join(check.operations) if check.id.startswith("schemathesis.") else check.id
    case = ET.Element("testcase", classname=check.page, name=name, time=f"{check.seconds:.3f}")
    for failure in check.failures:
        kind = check.id.removeprefix("schemathesis.")
        element = ET.SubElement(case, "failure", type=kind, message=failure.title)
        element.text = f"expected: {failure.expected}\nreceived: {failure.received}"
    if check.status is Status.ERROR:
        ET.SubElement(case, "error", message=check.reason)
    if _is_skipped(check):
        ET.SubElement(case, "skipped", message=check.reason)
    return case


def _is_skipped(check: CheckResult) -> bool:
    return check.status in {Status.NOT_EXERCISED, Status.DISABLED, Status.KNOWN_FAILURE}


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        file.write(content)
    os.replace(file.name, path)  # noqa: PTH105 - the name is text
