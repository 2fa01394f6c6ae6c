"""The result in Markdown, for the page of a CI job."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.reports.tree import by_page, counts, failing
from contextio_contract.conformance.results import Status, Verdict

if TYPE_CHECKING:
    from contextio_contract.conformance.reports.tree import Tree

FAILURES_SHOWN: Final = 50
"""CI systems cut long summaries off; the other reports have all."""
TEXT_SHOWN: Final = 600
"""Characters of what was expected and received."""
MARKS: Final = {Verdict.CONFORMANT: "✅", Verdict.NOT_CONFORMANT: "❌", Verdict.NONE: "⚠️"}
SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~&!])")


def summary(tree: Tree) -> str:
    """Return the verdict, a table by page, then what failed and what was not exercised."""
    lines = [
        f"## {MARKS[Verdict(tree['verdict'])]} {tree['verdict']}: {counts(tree)}",
        "",
        (
            f"{_text(tree['base_url'])} · description {_text(tree['description_version'])} · "
            f"contextio-contract {_text(tree['tool_version'])} · mode {tree['mode']} · seed {tree['seed']} · "
            f"{tree['requests']:,} requests · {tree['seconds']:.1f} s"
        ),
        "",
        *([f"Given up: {_text(tree['gave_up'])}", ""] if tree["gave_up"] else []),
        *_table(tree),
        *_failures(tree),
        *_reasons(tree),
    ]
    for title, texts in (("Notes", tree["notes"]), ("Left behind", tree["leftovers"])):
        if texts:
            lines += [f"### {title}", "", *(f"- {_text(text)}" for text in texts), ""]
    if tree["clean_up"]:
        lines += ["To remove them:", "", *_block(tree["clean_up"])]
    return "\n".join(lines)


def _table(tree: Tree) -> list[str]:
    statuses = [status for status, count in tree["counts"].items() if count]
    rows = [f"| Page | {' | '.join(statuses)} |", f"|---|{'---:|' * len(statuses)}"]
    for page, checks in by_page(tree).items():
        found = Counter(check["status"] for check in checks)
        rows.append(f"| {_text(page)} | {' | '.join(str(found[status]) for status in statuses)} |")
    return [*rows, ""] if statuses else []


def _failures(tree: Tree) -> list[str]:
    red = failing(tree)
    lines = ["### What failed", ""] if red else []
    for check in red[:FAILURES_SHOWN]:
        lines += [f"<details><summary><b>{_text(check['id'])}</b>: {_text(check['sentence'])}</summary>", ""]
        places = [place for place in (check["documented"], check["described"]) if place]
        lines += [f"{check['status']} · {', '.join(f'`{place}`' for place in places)}".rstrip(" ·"), ""]
        lines += [_text(check["reason"]), ""] if check["reason"] else []
        for failure in check["failures"]:
            text = (
                f"expected: {failure['expected'][:TEXT_SHOWN]}\nreceived: {failure['received'][:TEXT_SHOWN]}"
            )
            lines += [*_block(text), *(_block(failure["curl"]) if failure["curl"] else [])]
        lines += [*_block(check["again"]), "</details>", ""]
    if len(red) > FAILURES_SHOWN:
        lines += [f"{len(red) - FAILURES_SHOWN} more are in `report.html`.", ""]
    return lines


def _reasons(tree: Tree) -> list[str]:
    lines = []
    for status in (Status.KNOWN_FAILURE, Status.NOT_EXERCISED, Status.DISABLED):
        reasons = Counter(check["reason"] for check in tree["checks"] if check["status"] == status)
        if reasons:
            lines += [f"### {status.capitalize()}", ""]
            lines += [
                f"- {count} x {_text(reason or 'no reason given')}" for reason, count in reasons.most_common()
            ]
            lines += [""]
    return lines


def _block(text: str) -> list[str]:
    """Return text as a code block with a fence that the text does not close."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", text, fence, ""]


def _text(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
