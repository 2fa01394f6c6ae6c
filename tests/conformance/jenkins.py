"""The rules of junit-10.xsd, by which the Jenkins plugin xUnit takes or refuses a JUnit report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MESSAGE = (set[str](), {"type", "message"})
RULES: dict[str, tuple[set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
    ),
    "testcase": ({"name"}, {"time", "classname", "group"}),
    "properties": (set(), set()),
    "property": ({"name", "value"}, set()),
    "failure": MESSAGE,
    "error": MESSAGE,
    "skipped": MESSAGE,
    "system-out": (set(), set()),
    "system-err": (set(), set()),
}
"""By element: the attributes that it must have, and those that it may have."""
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testsuite", "properties", "testcase", "system-out", "system-err"},
    "testcase": {"skipped", "error", "failure", "system-out", "system-err"},
    "properties": {"property"},
}
TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?")


def objections(element: Element) -> list[str]:
    """Return what the schema does not allow in an element and in those below it."""
    required, optional = RULES[element.tag]
    wrong = [f"{element.tag} lacks {name}" for name in required - element.attrib.keys()]
    wrong += [f"{element.tag} has {name}" for name in element.attrib.keys() - required - optional]
    if element.tag in {"testsuites", "testsuite"} and not TIME.fullmatch(element.get("time", "")):
        wrong.append(f"{element.tag} has the time {element.get('time')}")
    for child in element:
        if child.tag in CHILDREN.get(element.tag, set()):
            wrong += objections(child)
        else:
            wrong.append(f"{child.tag} in {element.tag}")
    return wrong
