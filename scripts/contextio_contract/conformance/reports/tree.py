"""The result of a run as plain data: the content of `results.json`, and the source of every other report."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.outcome import NOT_IMPLEMENTED
from contextio_contract.conformance.results import RED, VERSION, Part, Status, Verdict
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.verdict.comparison import sentences as sentences_about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from contextio_contract.conformance.results import CheckResult, Exchange, RunResult

Tree = dict[str, Any]
WORTH_SAYING: Final = 0.1
"""The part of the checks from which on the headline says that so many more are possible."""


def tree(run: RunResult, again: Callable[[CheckResult], list[str]]) -> Tree:
    """Return a result as `results.schema.json` has it; `again` returns the command that repeats a check."""
    own = {name: value for name, value in vars(run).items() if name not in {"checks", "exchanges"}}
    return {
        "version": VERSION,
        "verdict": run.verdict.value,
        "headline": headline(run),
        "counts": {status.value: run.count(status) for status in Status},
        "red": sorted(status.value for status in RED),
        **printable(own),
        "comparison": printable(asdict(run.comparison)) if run.comparison else None,
        "started": datetime.fromtimestamp(run.started, UTC).isoformat(timespec="seconds"),
        "seconds": round(run.seconds, 3),
        "checks": [_check(check, again(check)) for check in run.checks],
    }


def _check(check: CheckResult, again: list[str]) -> Any:
    failures = [{**asdict(failure), "curl": _curl(failure.exchanges)} for failure in check.failures]
    own = {"status": check.status.value, "again": shlex.join(again), "failures": failures}
    return printable({**asdict(check), **own})


def _curl(exchanges: Sequence[Exchange]) -> str:
    """Return a curl command that repeats the last request; the signature has to be filled in."""
    if not exchanges:
        return ""
    exchange = exchanges[-1]
    parts = ["curl", "-i", "-X", exchange.method, "-H", "Authorization: OAuth ..."]
    for name, value in exchange.request_headers.items():
        if name.lower() in {"accept", "content-type"}:
            parts += ["-H", f"{name}: {value}"]
    parts += ["--data-raw", exchange.request_body] if exchange.request_body else []
    return shlex.join([*parts, exchange.url])


def headline(run: RunResult) -> str:
    """Return the verdict and how much of the API it is about."""
    if run.unchanged:
        return f"{run.verdict}, nothing to check: {run.unchanged}"
    numbers = {part: len(names) for part, names in run.operations.items()}
    exercised, total = numbers.pop(Part.EXERCISED, 0), sum(map(len, run.operations.values()))
    if not total:
        return run.verdict.value
    extent = f"{f'all {total}' if exercised == total else f'{exercised} of {total}'} operations"
    others = "".join(f", {number} {part}" for part, number in numbers.items() if number)
    if run.verdict is Verdict.CONFORMANT:
        return f"{run.verdict} for {extent}{others}{_what_is_open(run)}"
    return f"{run.verdict}, {extent} exercised{others}"


def _what_is_open(run: RunResult) -> str:
    """Return whether a run only read, and how many checks the user can have made as well, unless few."""
    possible = sum(bool(check.remedy) for check in run.checks)
    made = sum(run.count(status) for status in (Status.PASS, Status.KNOWN_FAILURE))
    parts = ["read only"] if run.mode == Mode.READ_ONLY.value else []
    if possible and possible >= WORTH_SAYING * (possible + made):
        parts.append(f"{possible:,} more checks possible")
    return f" ({', '.join(parts)})" if parts else ""


def what_makes_more(tree: Tree) -> list[str]:
    """Return what the user gives to have more checks made, in one line; none if nothing would."""
    remedies = Counter(check["remedy"] for check in tree["checks"] if check["remedy"])
    parts = [f"{remedy} ({number:,})" for remedy, number in remedies.most_common()]
    return [f"For more checks: {', '.join(parts)}"] if parts else []


def description(tree: Tree) -> str:
    """Return the version of the description and where it came from, such as `0.1.0 (spec)`."""
    source = tree["description_source"]
    return f"{tree['description_version']} ({source})" if source else str(tree["description_version"])


def circumstances(tree: Tree) -> list[str]:
    """Return what a run was about, and what it took."""
    return [
        tree["base_url"],
        f"description {description(tree)}",
        f"contextio-contract {tree['tool_version']}",
        f"mode {tree['mode']}",
        f"seed {tree['seed']}",
        f"{tree['requests']:,} requests",
        f"{tree['seconds']:.1f} s",
    ]


def endings(tree: Tree) -> list[str]:
    """Return why a run did not end as it should have; trouble of the deployment goes before what followed."""
    if tree["trouble"]:
        return [f"The deployment is in trouble: {tree['trouble']}"]
    what = "Ended early" if tree["checks"] else "Nothing was checked"
    return [f"{what}: {tree['gave_up']}"] if tree["gave_up"] else []


def comparison(tree: Tree) -> list[tuple[str, list[str]]]:
    """Return what has changed since an earlier run, as titles with the checks below each."""
    return sentences_about(tree["comparison"]) if tree["comparison"] else []


def counts(tree: Tree) -> str:
    """Return how many checks have each status, such as `3 pass, 1 fail`."""
    parts = [f"{count} {status}" for status, count in tree["counts"].items() if count]
    return ", ".join(parts) or "nothing checked"


def by_page(tree: Tree) -> dict[str, list[Any]]:
    """Return the checks of each documentation page."""
    pages: dict[str, list[Any]] = {}
    for check in tree["checks"]:
        pages.setdefault(check["page"] or "every page", []).append(check)
    return pages


def counts_by_page(tree: Tree) -> dict[str, Counter[str]]:
    """Return how many checks of each documentation page have each status."""
    return {page: Counter(check["status"] for check in checks) for page, checks in by_page(tree).items()}


def failing(tree: Tree) -> list[Any]:
    """Return the checks that make the verdict red."""
    return [check for check in tree["checks"] if check["status"] in tree["red"]]


def reasons(tree: Tree) -> Iterator[tuple[Status, list[str]]]:
    """Yield why checks are known to fail, were not exercised or were disabled, with the counts.

    What is not implemented comes last, as nobody who runs the suite can change it.
    """
    for status in (Status.KNOWN_FAILURE, Status.NOT_EXERCISED, Status.DISABLED):
        counted = Counter(_reason(check) for check in tree["checks"] if check["status"] == status)
        if counted:
            by_use = sorted(counted.most_common(), key=lambda item: NOT_IMPLEMENTED in item[0])
            yield status, [f"{n} x {reason}" for reason, n in by_use]


def _reason(check: Mapping[str, Any]) -> str:
    reason, remedy = check["reason"] or "no reason given", check["remedy"]
    return f"{reason} (for this check: {remedy})" if remedy not in reason else reason


def sentences(check: Mapping[str, Any]) -> list[str]:
    """Return the rules that a check proves, as they are documented."""
    return [f"“{each['sentence']}” ({each['rule']})" for each in check["documented"] if each["sentence"]]


def locations(check: Mapping[str, Any]) -> list[str]:
    """Return where a check is documented and described: links to the reference, else files with lines."""
    places = [each["link"] or each["place"] for each in check["documented"]]
    return list(filter(None, [*places, check["described"]]))


def printable(value: Any) -> Any:
    """Return data as JSON has it, with characters escaped that XML or a terminal cannot show."""
    match value:
        case dict():
            return {printable(name): printable(each) for name, each in value.items()}
        case list() | tuple():
            return [printable(each) for each in value]
        case str() if value.isprintable():
            return value
        case str():
            escaped = (char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in value)
            return "".join(escaped)
        case _:
            return value
