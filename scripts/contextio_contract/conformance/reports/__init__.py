"""The reports of a run, all made from one tree and written into one folder."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from contextio_contract.conformance.reports.badge import badge
from contextio_contract.conformance.reports.har import har
from contextio_contract.conformance.reports.junit import junit
from contextio_contract.conformance.reports.markdown import summary
from contextio_contract.conformance.reports.html import page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.reports.tree import Tree
    from contextio_contract.conformance.results import Exchange

NAMES = ("results.json", "report.html", "junit.xml", "exchanges.har", "summary.md", "badge.json")
"""The files, in the order in which they are written."""
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable with which a CI system names the file to which a job's summary is appended."""


def write(
    tree: Tree, exchanges: Sequence[Exchange], folder: Path, environment: Mapping[str, str] = os.environ
) -> None:
    """Write every report into a folder, each replaced as a whole.

    Args:
        tree: what `tree.tree` returns.
        exchanges: the requests of the run with their answers.
        folder: where to; made if it is not there.
        environment: may name a file for the summary in `GITHUB_STEP_SUMMARY`.

    Raises:
        OSError: when a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    in_markdown = summary(tree)
    texts = (
        _json(tree),
        page(tree),
        junit(tree),
        _json(har(exchanges, tree["tool_version"])),
        in_markdown,
        _json(badge(tree)),
    )
    for name, text in zip(NAMES, texts, strict=True):
        _replace(folder / name, text.encode())
    if job_summary := environment.get(JOB_SUMMARY):
        with Path(job_summary).open("a", encoding="utf-8") as file:
            file.write(in_markdown)


def clear(folder: Path) -> None:
    """Remove the reports of an earlier run, so that nobody takes them for those of one that is cut short."""
    for name in NAMES:
        with suppress(OSError):  # what cannot be removed cannot be replaced either, which will be reported
            (folder / name).unlink()


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _replace(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as file:
        file.write(content)
    try:
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError:
        Path(file.name).unlink()
        raise
