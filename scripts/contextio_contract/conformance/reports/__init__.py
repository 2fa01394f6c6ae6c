"""Reports of a run, all made from one tree and written into one folder."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from contextio_contract.conformance.reports.har import har
from contextio_contract.conformance.reports.junit import junit
from contextio_contract.conformance.reports.markdown import summary
from contextio_contract.conformance.reports.tree import (
    comparison,
    counts,
    counts_by_page,
    description,
    endings,
    what_makes_more,
)
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.reports.tree import Tree
    from contextio_contract.conformance.results import Exchange

NAMES = ("results.json", "report.html", "junit.xml", "exchanges.har", "summary.md")
"""The files of a report folder."""


def write(tree: Tree, exchanges: Sequence[Exchange], folder: Path) -> None:
    """Write every report into a folder, in the place of those of an earlier run.

    Raises:
        OSError: if a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    archive = json.dumps(har(exchanges, tree["tool_version"]), ensure_ascii=False)  # indented, it takes long
    texts = (_json(tree), _page(tree), junit(tree), archive, summary(tree))
    for name, text in zip(NAMES, texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")


def add_to_job_summary(tree: Tree, environment: Mapping[str, str] = os.environ) -> str:
    """Append the summary to the file that a CI system names for it; return what kept it from that."""
    name = environment.get("GITHUB_STEP_SUMMARY")
    if not name:
        return ""
    try:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(summary(tree))
    except OSError as error:
        return f"{name}, which GITHUB_STEP_SUMMARY names, did not take the summary ({error.strerror})"
    return ""


def _page(tree: Tree) -> str:
    """Return the HTML report: one page without scripts, styles or images from elsewhere."""

    def rank(status: str) -> tuple[bool, bool, int]:
        """Put what needs attention first, and what passes last."""
        return status not in tree["red"], status == Status.PASS, list(Status).index(Status(status))

    return _template().render(
        run=tree,
        counts=counts(tree),
        description=description(tree),
        endings=endings(tree),
        more=what_makes_more(tree),
        comparison=comparison(tree),
        checks=sorted(tree["checks"], key=lambda check: rank(check["status"])),
        pages=counts_by_page(tree),
        statuses=sorted((status for status, count in tree["counts"].items() if count), key=rank),
    )


@cache
def _template() -> jinja2.Template:
    """Return the template of the HTML report, which takes longer to compile than to render."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__name__, "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("report.html.jinja")


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
