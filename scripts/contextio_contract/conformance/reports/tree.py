"""The result of a run as plain data: what `results.json` holds and every other report is made from."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.results import RED, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.conformance.results import CheckResult, Exchange, RunResult

Tree = dict[str, Any]
VERSION: Final = 1
"""The version of the form, raised when a reader of the last one would misread it."""


def tree(run: RunResult, again: Callable[[CheckResult], list[str]]) -> Tree:
    """Return a result as plain data, in the form of `results.schema.json`.

    Args:
        run: the result.
        again: returns the command that makes a check again.
    """
    checks = [
        {
            **printable(asdict(check)),
            "status": check.status.value,
            "again": _printable(shlex.join(again(check))),
            "failures": [
                {
                    **printable(asdict(failure)),
                    "curl": _printable(curl(failure.exchanges[-1])) if failure.exchanges else "",
                }
                for failure in check.failures
            ],
        }
        for check in run.checks
    ]
    result: Tree = {
        "version": VERSION,
        "verdict": run.verdict.value,
        "counts": {status.value: run.count(status) for status in Status},
        "red": sorted(status.value for status in RED),
        "base_url": run.base_url,
        "mode": run.mode,
        "seed": run.seed,
        "run_id": run.run_id,
        "description_version": run.description_version,
        "tool_version": run.tool_version,
        "started": datetime.fromtimestamp(run.started, UTC).isoformat(timespec="seconds"),
        "seconds": round(run.seconds, 3),
        "requests": run.requests,
        "leftovers": list(run.leftovers),
        "clean_up": run.clean_up,
        "notes": list(run.notes),
        "gave_up": run.gave_up,
    }
    return {**{name: printable(value) for name, value in result.items()}, "checks": checks}


def curl(exchange: Exchange) -> str:
    """Return a command that sends a request again; curl cannot sign it, so the header is to be filled in."""
    parts = ["curl", "-i", "-X", exchange.method, "-H", "Authorization: OAuth ..."]
    for name, value in exchange.request_headers.items():
        if name.lower() in {"accept", "content-type"}:
            parts += ["-H", f"{name}: {value}"]
    parts += ["--data-raw", exchange.request_body] if exchange.request_body else []
    return shlex.join([*parts, exchange.url])


def counts(tree: Mapping[str, Any]) -> str:
    """Return how many checks have each status, such as `3 pass, 1 fail`."""
    return (
        ", ".join(f"{count} {status}" for status, count in tree["counts"].items() if count)
        or "nothing checked"
    )


def by_page(tree: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the checks of each documentation page."""
    pages: dict[str, list[Any]] = {}
    for check in tree["checks"]:
        pages.setdefault(check["page"] or "every page", []).append(check)
    return pages


def failing(tree: Mapping[str, Any]) -> list[Any]:
    """Return the checks that make the verdict red."""
    return [check for check in tree["checks"] if check["status"] in tree["red"]]


def printable(value: Any) -> Any:
    """Return data as JSON has it, without characters that XML or a terminal cannot take."""
    match value:
        case dict():
            return {printable(name): printable(each) for name, each in value.items()}
        case list() | tuple():
            return [printable(each) for each in value]
        case str():
            return _printable(value)
        case _:
            return value


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text)
