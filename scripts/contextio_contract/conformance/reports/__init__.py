"""Reports of a run, all made from one tree and written into one folder."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from contextio_contract.conformance.reports.har import har
from contextio_contract.conformance.reports.junit import junit
from contextio_contract.conformance.reports.markdown import summary
from contextio_contract.conformance.reports.tree import counts, counts_by_page, description
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.reports.tree import Tree
    from contextio_contract.conformance.results import Exchange

NAMES = ("results.json", "report.html", "junit.xml", "exchanges.har", "summary.md")
"""The files of a report folder."""


def write(
    tree: Tree, exchanges: Sequence[Exchange], folder: Path, environment: Mapping[str, str] = os.environ
) -> None:
    """Write every report into a folder, and the summary into the file that a CI system names for it as well.

    Raises:
        OSError: if a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    markdown = summary(tree)
    texts = (_json(tree), _page(tree), junit(tree), _json(har(exchanges, tree["tool_version"])), markdown)
    for name, text in zip(NAMES, texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    if job_summary := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(job_summary).open("a", encoding="utf-8") as file:
            file.write(markdown)


def clear(folder: Path) -> None:
    """Remove the reports of an earlier run, which could be mistaken for those of a run that is cut short."""
    for name in NAMES:
        with suppress(OSError):  # a file that cannot be removed cannot be written either, which is reported
            (folder / name).unlink()


def _page(tree: Tree) -> str:
    """Return the HTML report: one page without scripts, styles or images from elsewhere."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__name__, "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )

    def rank(status: str) -> tuple[bool, bool, int]:
        """Put what needs attention first, and what passes last."""
        return status not in tree["red"], status == Status.PASS, list(Status).index(Status(status))

    return environment.get_template("report.html.jinja").render(
        run=tree,
        counts=counts(tree),
        description=description(tree),
        checks=sorted(tree["checks"], key=lambda check: rank(check["status"])),
        pages=counts_by_page(tree),
        statuses=sorted((status for status, count in tree["counts"].items() if count), key=rank),
    )


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
