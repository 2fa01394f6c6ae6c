"""What recorded traffic shows, as text for people and as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contextio_contract.proxy.recorded.deployment import Deployment, Finding
    from contextio_contract.proxy.recorded.judging import Judge
    from contextio_contract.proxy.recorded.tally import Count, Tally

_MOST_LINES: Final = 20
"""Lines about one thing that is no violation; the JSON has all."""


@dataclass
class Archive:
    """A file that was read: its name, how many entries it has, and what is wrong with it, if anything."""

    name: str
    entries: int = 0
    problem: str = ""


def verdict(judge: Judge, archives: Sequence[Archive]) -> tuple[int, str]:
    """Return the exit status, and the verdict in one line."""
    deployments = judge.deployments
    parts = [f"{printable(each.base)}: {each.coverage.summary()}" for each in deployments]
    problems = [f"{printable(each.name)} {each.problem}" for each in archives if each.problem]
    violations = sum(each.coverage.violations for each in deployments)
    if not problems and not deployments:
        entries = sum(archive.entries for archive in archives)
        problems = [f"none of {entries} entries is of this API; if one should be, give its --base-url"]
    if not problems and not violations and not any(each.kept for each in deployments):
        problems = ["no exchange could be judged in whole"]
    if problems:
        return 2, "; ".join([f"no verdict: {', '.join(problems)}", *parts])
    return int(violations > 0), "; ".join([*parts, *(["correct what is named above"] if violations else [])])


def lines(judge: Judge, archives: Sequence[Archive]) -> Iterator[str]:
    """Yield the lines of a report, without its verdict."""
    has_names = len(archives) > 1
    for deployment in judge.deployments:
        requests = deployment.coverage.requests
        yield f"{printable(deployment.base)}: {requests} request{'s' * (requests != 1)}"
        yield from map(_indented, _about(deployment, has_names=has_names))
    for reason, count in judge.unreadable:
        yield f"not judged: {reason} ({_seen(count, has_names=has_names)})"
    others = sorted(_others(judge).items(), key=lambda item: -item[1])
    yield from _bounded(
        [
            f"not of this API: {printable(name)} ({entries} {'entry' if entries == 1 else 'entries'})"
            for name, entries in others
        ]
    )


def tree(judge: Judge, archives: Sequence[Archive]) -> dict[str, Any]:
    """Return a report as JSON, without its verdict."""
    return {
        "files": [asdict(archive) for archive in archives],
        "deployments": [_deployment(each) for each in judge.deployments],
        "not_judged": _reasons(judge.unreadable),
        "not_of_this_api": _others(judge),
    }


def printable(text: str) -> str:
    """Return a text without control characters."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def _about(deployment: Deployment, *, has_names: bool) -> Iterator[str]:
    violations = [*_findings(deployment.violations, has_names=has_names)]
    refused = [*_findings(deployment.refused, has_names=has_names)]
    if violations:
        yield "violations:"
        yield from map(_indented, violations)
    if refused:
        yield "requests that are not as described, which were answered with an error:"
        yield from map(_indented, _bounded(refused))
    yield from _bounded(
        [
            f"not described: {printable(method)} {path} {status} ({_seen(count, has_names=has_names)})"
            for (method, path, status), count in deployment.undescribed
        ]
    )
    for reason, count in deployment.unknown:
        yield f"not judged: {reason} ({_seen(count, has_names=has_names)})"
    called = deployment.coverage.called
    if called:
        yield from deployment.coverage.table(called).splitlines()


def _findings(findings: Tally[Finding], *, has_names: bool) -> Iterator[str]:
    by_operation = sorted(findings, key=lambda item: (item[0].path, item[0].operation, item[0].method))
    for call, group in groupby(by_operation, key=lambda item: _call(item[0])):
        yield call
        for finding, count in group:
            place = " ".join(filter(None, (str(finding.status), finding.side, finding.place)))
            yield _indented(f"{place}: {finding.message} ({_seen(count, has_names=has_names)})")
    if findings.more:
        yield f"and others in {findings.more} places"


def _call(finding: Finding) -> str:
    call = f"{printable(finding.method)} {finding.path}"
    return f"{finding.operation} ({call})" if finding.operation else call


def _seen(count: Count, *, has_names: bool) -> str:
    where = f"entry {count.first.entry}" + (f" of {printable(count.first.file)}" if has_names else "")
    return where if count.entries == 1 else f"{count.entries} times, first {where}"


def _indented(line: str) -> str:
    return f"  {line}"


def _bounded(told: Sequence[str]) -> Iterator[str]:
    yield from told[:_MOST_LINES]
    if told[_MOST_LINES:]:
        yield f"and {len(told) - _MOST_LINES} more lines, which --format json has"


def _others(judge: Judge) -> dict[str, int]:
    """Return how many entries are of other addresses, by origin."""
    others = {origin: count.entries for origin, count in judge.others}
    for deployment in judge.unlikely:
        origin = "/".join(deployment.base.split("/")[:3])
        others[origin] = others.get(origin, 0) + deployment.entries
    return {**others, "others": judge.others.more} if judge.others.more else others


def _deployment(deployment: Deployment) -> dict[str, Any]:
    coverage = deployment.coverage
    return {
        "base_url": deployment.base,
        "requests": coverage.requests,
        "violations": _listed(deployment.violations),
        "refused": _listed(deployment.refused),
        "not_described": [
            {"method": method, "path": path, "status": status, **asdict(count)}
            for (method, path, status), count in deployment.undescribed
        ],
        "not_judged": _reasons(deployment.unknown),
        "exercised": {each.id: dict(coverage.statuses(each)) for each in coverage.called},
    }


def _listed(findings: Tally[Finding]) -> list[dict[str, Any]]:
    return [{**asdict(finding), **asdict(count)} for finding, count in findings]


def _reasons(tally: Tally[str]) -> list[dict[str, Any]]:
    return [{"reason": reason, **asdict(count)} for reason, count in tally]
