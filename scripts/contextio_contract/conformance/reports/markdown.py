"""The Markdown report, for the summary of a CI job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.reports import tree
from contextio_contract.conformance.results import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.conformance.reports.tree import Tree

FAILURES_SHOWN: Final = 50
"""How many failures are shown, as CI systems cut long summaries off; the other reports show all."""
TEXT_SHOWN: Final = 600
"""How many characters of what was expected and received are shown."""
MARKS: Final = {Verdict.CONFORMANT: "✅", Verdict.NOT_CONFORMANT: "❌", Verdict.NONE: "⚠️"}
SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~&!])")


def summary(run: Tree) -> str:
    """Return the verdict, the counts by page, each failure and the other reasons."""
    lines = [
        f"## {MARKS[Verdict(run['verdict'])]} {run['headline']}: {tree.counts(run)}",
        "",
        " · ".join(map(_text, tree.circumstances(run))),
        "",
        *(line for text in (*tree.what_makes_more(run), *tree.endings(run)) for line in (_text(text), "")),
        *_table(run),
        *_comparison(run),
        *_failures(run),
    ]
    sections = [(status.capitalize(), texts) for status, texts in tree.reasons(run)]
    for title, texts in (*sections, ("Notes", run["notes"]), ("Left behind", run["leftovers"])):
        if texts:
            lines += [f"### {title}", "", *(f"- {_text(text)}" for text in texts), ""]
    if run["clean_up"]:
        lines += ["To remove them:", "", *_block(run["clean_up"])]
    return "\n".join(lines)


def _table(run: Tree) -> list[str]:
    statuses = [status for status, count in run["counts"].items() if count]
    rows = [f"| Page | {' | '.join(statuses)} |", f"|---|{'---:|' * len(statuses)}"]
    for page, numbers in tree.counts_by_page(run).items():
        rows.append(f"| {_text(page)} | {' | '.join(str(numbers[status]) for status in statuses)} |")
    return [*rows, ""] if statuses else []


def _comparison(run: Tree) -> list[str]:
    lines = []
    for title, checks in tree.comparison(run):
        lines += [f"**{_text(title)}**", "", *(f"- {_text(each)}" for each in checks[:FAILURES_SHOWN])]
        if len(checks) > FAILURES_SHOWN:
            lines.append(f"- {len(checks) - FAILURES_SHOWN} more are in `report.html`.")
        lines += [""] if checks else []
    return lines


def _failures(run: Tree) -> list[str]:
    checks = tree.failing(run)
    lines = ["### Failures", ""] if checks else []
    for check in checks[:FAILURES_SHOWN]:
        lines += [f"<details><summary><b>{_text(check['id'])}</b>: {_text(check['sentence'])}</summary>", ""]
        lines += [" · ".join([check["status"], *(f"`{place}`" for place in _places(check))]), ""]
        lines += [line for sentence in tree.sentences(check) for line in (f"> {_text(sentence)}", "")]
        lines += [_text(check["reason"]), ""] if check["reason"] else []
        for failure in check["failures"]:
            expected, received = failure["expected"][:TEXT_SHOWN], failure["received"][:TEXT_SHOWN]
            lines += _block(f"expected: {expected}\nreceived: {received}")
            lines += _block(failure["curl"]) if failure["curl"] else []
        lines += [*_block(check["again"]), "</details>", ""]
    if len(checks) > FAILURES_SHOWN:
        lines += [f"{len(checks) - FAILURES_SHOWN} more are in `report.html`.", ""]
    return lines


def _places(check: Mapping[str, Any]) -> list[str]:
    """Return files and lines; links lead to files of the machine that made the run."""
    return list(filter(None, [*(each["place"] for each in check["documented"]), check["described"]]))


def _block(text: str) -> list[str]:
    """Return text as a code block, within a fence that the text does not contain."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", text, fence, ""]


def _text(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
