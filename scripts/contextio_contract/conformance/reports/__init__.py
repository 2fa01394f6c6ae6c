"""Reports of a run, all made from one tree and written into one folder."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from contextio_contract.conformance.reports.har import har
from contextio_contract.conformance.reports.html import page
from contextio_contract.conformance.reports.junit import junit
from contextio_contract.conformance.reports.markdown import summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.reports.tree import Tree
    from contextio_contract.conformance.results import Exchange

NAMES = ("results.json", "report.html", "junit.xml", "exchanges.har", "summary.md")
"""The files of a report folder."""
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable with which a CI system names the file to which a job's summary is appended."""


def write(
    tree: Tree, exchanges: Sequence[Exchange], folder: Path, environment: Mapping[str, str] = os.environ
) -> None:
    """Write every report into a folder.

    Args:
        tree: the result of a run, see `tree.tree`.
        exchanges: the exchanges of the run.
        folder: the folder, which is created if it does not exist.
        environment: the environment; `GITHUB_STEP_SUMMARY` may name a file for the summary.

    Raises:
        OSError: if a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    markdown = summary(tree)
    texts = (_json(tree), page(tree), junit(tree), _json(har(exchanges, tree["tool_version"])), markdown)
    for name, text in zip(NAMES, texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    if job_summary := environment.get(JOB_SUMMARY):
        with Path(job_summary).open("a", encoding="utf-8") as file:
            file.write(markdown)


def clear(folder: Path) -> None:
    """Remove the reports of an earlier run, which could be mistaken for those of a run that is cut short."""
    for name in NAMES:
        with suppress(OSError):  # a file that cannot be removed cannot be written either, which is reported
            (folder / name).unlink()


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
