"""Holds what happened to a client against what a case expects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from tests.broken.case import Raises, Returns

if TYPE_CHECKING:
    from tests.broken.case import Case, Outcome

SLACK: Final = 25.0
"""Seconds that a busy machine may need beyond the time of a call."""
MEGABYTES: Final = 64.0
"""By how much a process may grow because of an answer."""
LONGEST: Final = 1000
"""How many characters a message may have."""
_UNBOUND: Final = 60.0
"""Seconds of a call that must end by itself."""


def faults(case: Case, expected: Outcome, happened: dict[str, Any]) -> list[str]:
    """Return what is wrong about what happened; nothing if all is as expected."""
    logs = "\n".join(line for line in happened["logs"] if line.startswith(("WARNING", "ERROR")))
    found = [
        *(
            _returned(expected, happened, logs)
            if isinstance(expected, Returns)
            else _raised(expected, happened)
        ),
        *(f"leaks {leak}" for leak in happened.get("leaks", [])),
        *(["cannot be pickled"] if happened.get("isPicklable") is False else []),
    ]
    if not is_in_time(case, happened):
        found.append(f"takes {happened['seconds']:.0f} s")
    if happened.get("megabytes", 0.0) > MEGABYTES:
        found.append(f"takes {happened['megabytes']:.0f} MB")
    if happened["next"] != "good":
        found.append(f"is not usable afterwards: {happened['next']}")
    return found


def is_in_time(case: Case, happened: dict[str, Any]) -> bool:
    """Return whether a call ended in time; one that may take a minute should not need it."""
    return bool(happened["seconds"] <= SLACK + (case.timeout if case.timeout < _UNBOUND else 0))


def _returned(expected: Returns, happened: dict[str, Any], logs: str) -> list[str]:
    if "value" not in happened:
        return [f"raises {happened['error']}: {happened['message'][:300]}"]
    if not _matches(expected.value, happened["value"]):
        return [f"returns {str(happened['value'])[:300]}"]
    if expected.warned is None:
        return [f"warns: {logs[:300]}"] if logs else []
    return [] if re.search(expected.warned, logs) else [f"logs {logs[:300]!r}, not {expected.warned}"]


def _raised(expected: Raises, happened: dict[str, Any]) -> list[str]:
    if "error" not in happened:
        return [f"returns {str(happened['value'])[:300]} in place of {expected.error}"]
    message: str = happened["message"]
    said = message.partition("/2.0/")[2]
    found = []
    if happened["error"] != expected.error:
        found.append(f"raises {happened['error']} in place of {expected.error}: {message[:300]}")
    if not re.search(expected.message, said):
        found.append(f"says {said[:300]!r}, not {expected.message}")
    if len(message) > LONGEST:
        found.append(f"has a message of {len(message)} characters")
    if not message.isprintable():
        found.append(f"has a message that cannot be printed: {message[:200]!r}")
    for name, value in expected.attributes.items():
        if not _matches(value, happened["attributes"].get(name)):
            found.append(
                f"has {name} {str(happened['attributes'].get(name))[:100]} in place of {str(value)[:100]}"
            )
    return found


def _matches(expected: Any, value: Any) -> bool:
    """Return whether a value is as expected; an object may have more fields."""
    if isinstance(expected, dict):
        return isinstance(value, dict) and all(
            name in value and _matches(each, value[name]) for name, each in expected.items()
        )
    if isinstance(expected, list):
        return isinstance(value, list) and len(value) == len(expected) and all(map(_matches, expected, value))
    return bool(value == expected)
