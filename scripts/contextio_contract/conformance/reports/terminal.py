"""The terminal report: plain text, also fit for the log of a CI job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.reports import tree
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.conformance.reports.tree import Tree

LINES_SHOWN: Final = 12
"""How many lines of a text are shown; the other reports show all."""
LINE_SHOWN: Final = 400
"""How many characters of such a line are shown."""
REASONS_SHOWN: Final = 12
"""How many reasons of a status are shown, the most frequent ones; the other reports show all."""
CHANGES_SHOWN: Final = 12
"""How many checks are shown that have changed in one way; the other reports show all."""
SENTENCES_SHOWN: Final = 3
"""How many of the documented rules of a check are shown; the other reports show all."""


def text(run: Tree) -> str:
    """Return the verdict, the circumstances, the counts by page, each failure and the other reasons."""
    lines = [
        f"{run['headline']}: {tree.counts(run)}",
        ", ".join(tree.circumstances(run)),
        *tree.what_makes_more(run),
        *tree.endings(run),
        "",
        *_pages(run),
    ]
    for title, checks in tree.comparison(run):
        lines += ["", title] if title.startswith("Since") else [f"  {title}"]
        lines += [f"    {each}" for each in checks[:CHANGES_SHOWN]]
        if len(checks) > CHANGES_SHOWN:
            lines.append(f"    … {len(checks) - CHANGES_SHOWN} more; the report names all")
    for check in tree.failing(run):
        lines += ["", *_check(check)]
    for title, texts in (("notes", run["notes"]), ("left behind", run["leftovers"])):
        lines += ["", f"{title}:", *(f"  {each}" for each in texts)] if texts else []
    lines += ["to remove them:", f"  {run['clean_up']}"] if run["clean_up"] else []
    for status, texts in tree.reasons(run):
        lines += ["", f"{status}:", *(f"  {each}" for each in texts[:REASONS_SHOWN])]
        if len(texts) > REASONS_SHOWN:
            lines.append(f"  … {len(texts) - REASONS_SHOWN} more reasons; the report names all")
    return "\n".join(lines)


def closing(run: Tree, report: str) -> str:
    """Return the verdict and the path of the report in one line."""
    return f"{run['headline']}: {tree.counts(run)} ({run['base_url']}); see {report}"


def _pages(run: Tree) -> Iterator[str]:
    pages = tree.counts_by_page(run)
    width = max(map(len, pages), default=0)
    for page, numbers in pages.items():
        parts = ", ".join(f"{numbers[status]} {status}" for status in Status if numbers[status])
        yield f"{page:<{width}}  {parts}"


def _check(check: Mapping[str, Any]) -> Iterator[str]:
    yield f"{check['status'].upper()}  {check['id']}: {check['sentence']}"
    yield from _labelled("operations", ", ".join(check["operations"]))
    yield from _labelled("documented", "\n".join(tree.sentences(check)[:SENTENCES_SHOWN]))
    yield from _labelled("see", "\n".join(tree.locations(check)[:SENTENCES_SHOWN]))
    yield from _labelled("reason", check["reason"])
    for failure in check["failures"]:
        if failure["title"] != check["sentence"]:
            yield f"  {failure['title']}"
        yield from _labelled("expected", failure["expected"])
        yield from _labelled("received", failure["received"])
        yield from _labelled("exchange", "".join(map(_exchange, failure["exchanges"][-1:])))
        yield from _labelled("curl", failure["curl"])
    yield from _labelled("again", check["again"], cut=False)


def _exchange(exchange: Mapping[str, Any]) -> str:
    status = exchange["status"] or "no response"
    sent = f"{exchange['method']} {exchange['url']} {exchange['request_body']}".rstrip()
    return f"{sent}\n-> {status} {exchange['response_body']}".rstrip()


def _labelled(label: str, value: str, *, cut: bool = True) -> Iterator[str]:
    lines = [line for line in value.splitlines() if line.strip()]
    for position, line in enumerate(lines[:LINES_SHOWN] if cut else lines):
        shown = f"{line[:LINE_SHOWN]}…" if cut and len(line) > LINE_SHOWN else line
        # No line begins with what a deployment sent: CI systems obey lines that begin with ::.
        yield f"    {label + ':' if position == 0 else '|':<12}{shown}"
    if cut and len(lines) > LINES_SHOWN:
        yield f"    {'|':<12}… {len(lines) - LINES_SHOWN} more lines"
