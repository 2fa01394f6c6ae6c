"""The comparison of a run with an earlier one: what was mended, what broke, what is new or lost."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.results import PROPERTY, VERSION, Change, Comparison, Difference, Status
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from contextio_contract.conformance.results import RunResult

SIZE_LIMIT: Final = 2**28
"""The largest result that is read, in bytes."""
CIRCUMSTANCES: Final = ("base_url", "mode", "seed", "description_version", "tool_version")
"""What explains a difference if it was another one."""
_FAILS: Final = frozenset({Status.FAIL, Status.KNOWN_FAILURE})
_HOLDS: Final = frozenset({Status.PASS, Status.UNEXPECTED_PASS})


@dataclass(frozen=True)
class EarlierRun:
    """A run whose `results.json` was read."""

    result: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> EarlierRun:
        """Read a `results.json`.

        Raises:
            CannotRun: if the file holds no result that can be compared.
        """
        try:
            with path.open("rb") as file:
                result = json.loads(file.read(SIZE_LIMIT))
        except OSError as error:
            message = f"--compare {path} cannot be read ({error.strerror}); name the results.json of a run"
            raise CannotRun(message) from error
        except (ValueError, RecursionError):
            result = None
        if objection := _objection(result):
            message = f"--compare {path} {objection}"
            raise CannotRun(message)
        return cls(result)

    def compare(self, run: RunResult, *, is_partial: bool) -> Comparison:
        """Return what differs in a later run, which leaves checks out that it has not if it is partial."""
        checks = self.result["checks"]
        before = {
            _key(each["id"], tuple(map(str, each["operations"]))): str(each["status"]) for each in checks
        }
        after = {_key(each.id, each.operations): each.status.value for each in run.checks}
        left_out = before.keys() - after.keys() if is_partial else set()
        changes: dict[Change, list[Difference]] = {change: [] for change in Change}
        for key in dict.fromkeys((*after, *before)):
            was, now = before.get(key, ""), after.get(key, "")
            if key not in left_out and (change := _change(was, now)):
                changes[change].append(Difference(*key, was, now))
        circumstances = {
            name: str(self.result.get(name, ""))
            for name in CIRCUMSTANCES
            if self.result.get(name) != getattr(run, name)
        }
        return Comparison(
            started=str(self.result.get("started", "")),
            run_id=str(self.result.get("run_id", "")),
            headline=str(self.result.get("headline", "")),
            circumstances=circumstances,
            changes=changes,
            left_out=len(left_out),
        )


def sentences(comparison: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    """Return a comparison, as a report has it, as titles with the checks below each."""
    other = ", ".join(
        f"{name.replace('_', ' ')} {value}" for name, value in comparison["circumstances"].items()
    )
    begin = f"Since the run of {comparison['started']} ({comparison['headline']})"
    lines: list[tuple[str, list[str]]] = [(f"{begin}, which had {other}" if other else begin, [])]
    for change, differences in comparison["changes"].items():
        shown = [_sentence(each) for each in differences if change != Change.NEW or each["after"] in _FAILS]
        counted = Counter(each["after"] for each in differences)
        statuses = ", ".join(f"{count} {status}" for status, count in counted.items())
        if differences:
            lines.append((f"{change}: {statuses if change == Change.NEW else len(differences)}", shown))
    if len(lines) == 1:
        lines = [(f"{lines[0][0]}: no check has another result", [])]
    if left_out := comparison["left_out"]:
        lines.append((f"left out of this run: {left_out} of the checks of that one", []))
    return lines


def _sentence(difference: Mapping[str, Any]) -> str:
    name = difference["id"]
    name += f" of {', '.join(difference['operations'])}" if difference["operations"] else ""
    return f"{name}: {difference['before'] or 'absent'} → {difference['after'] or 'absent'}"


def _change(was: str, now: str) -> Change | None:
    if now in _FAILS | _HOLDS and was not in _FAILS | _HOLDS:
        return Change.NEW
    if was in _FAILS | _HOLDS and now not in _FAILS | _HOLDS:
        return Change.LOST
    if now in _FAILS and was in _HOLDS:
        return Change.BROKE
    return Change.MENDED if now in _HOLDS and was in _FAILS else None


def _key(check: str, operations: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return what names a check in both runs: some have a result for each operation."""
    return check, operations if check.startswith(PROPERTY) else ()


def _objection(result: Any) -> str:
    """Return why data is no result that can be compared; empty if it is one."""
    if not isinstance(result, dict) or not {"version", "verdict", "checks"} <= result.keys():
        return "is no result of a run; name the results.json of one"
    if result["version"] != VERSION:
        version = json.dumps(result["version"])[:20]
        again = "make that run again with this version of contextio-contract"
        return f"has version {version} of the format of results, and this is {VERSION}; {again}"
    checks = result["checks"]
    are_checks = isinstance(checks, list) and all(
        isinstance(each, dict)
        and isinstance(each.get("id"), str)
        and isinstance(each.get("status"), str)
        and isinstance(each.get("operations"), list)
        for each in checks
    )
    return (
        ""
        if are_checks
        else "has checks without id, operations or status; name a results.json as it was written"
    )
