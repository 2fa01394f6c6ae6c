"""The verdict as JUnit XML: a test case per operation, with a failure or skipped element where due."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.conformance.verdict import OperationResult, Verdict


def write_junit(verdict: Verdict, path: Path) -> None:
    """Write a verdict to a file, which is replaced as a whole."""
    suite = ET.Element(
        "testsuite",
        name="conformance",
        tests=str(len(verdict.results)),
        failures=str(sum(bool(result.failures) for result in verdict.results)),
        errors="0",
        skipped=str(sum(_is_skipped(result) for result in verdict.results)),
        time=f"{verdict.seconds:.3f}",
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in (("base-url", verdict.base_url), ("seed", verdict.seed), ("verdict", verdict.line())):
        ET.SubElement(properties, "property", name=name, value=str(value))
    suite.extend(map(_test_case, verdict.results))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    _replace(path, ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _test_case(result: OperationResult) -> ET.Element:
    case = ET.Element(
        "testcase", classname="conformance", name=result.operation, time=f"{result.seconds:.3f}"
    )
    for failure in result.failures:
        element = ET.SubElement(case, "failure", type=failure.check, message=failure.title)
        element.text = f"{failure.request}\n{failure.expected}\n{failure.received}"
    if _is_skipped(result):
        ET.SubElement(case, "skipped", message="no request of this operation was answered")
    return case


def _is_skipped(result: OperationResult) -> bool:
    return not result.cases and not result.failures


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        file.write(content)
    os.replace(file.name, path)  # noqa: PTH105 - the name is text
