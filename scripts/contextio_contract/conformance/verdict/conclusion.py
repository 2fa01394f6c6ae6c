"""The conclusion of a run: its reports, its last line and its exit status."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from contextio_contract.conformance import reports
from contextio_contract.conformance.outcome import NOT_IMPLEMENTED
from contextio_contract.conformance.process.signals import INTERRUPTED
from contextio_contract.conformance.reports.terminal import closing, text
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import RunResult, Status, Verdict
from contextio_contract.conformance.verdict.empty_run import without_checks
from contextio_contract.conformance.verdict.known import judge
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.settings.options import Options

UNFINISHED: Final = "the run has not ended yet, or was killed"
"""What reports say that no later ones took the place of."""
COLOURS: Final = {Verdict.CONFORMANT: "green", Verdict.NOT_CONFORMANT: "red", Verdict.NONE: "yellow"}


def begin(options: Options) -> None:
    """Put the reports of an unfinished run in the place of those of an earlier one.

    Raises:
        CannotRun: if they cannot be written, so that none could be in the end.
    """
    data = tree(without_checks(options, gave_up=UNFINISHED), options.again)
    try:
        reports.write(data, (), options.report_dir)
    except OSError as error:
        raise CannotRun(_cannot_write(options, error)) from error


def conclude(options: Options, result: RunResult) -> bool:
    """Judge a run by the known failures, write and print the reports, and return whether it is conformant.

    Raises:
        CannotRun: when there is no verdict, or the reports cannot be written.
    """
    judge(result.checks, options.known_failures, dt.datetime.now(dt.UTC).date())
    if options.compare and result.checks:
        result = replace(result, comparison=options.compare.compare(result, is_partial=options.is_partial))
    data = tree(result, options.again)
    last_line = closing(data, str(options.report_dir / "report.html"))
    try:
        reports.write(data, result.exchanges, options.report_dir)
    except OSError as error:
        message = f"{_cannot_write(options, error)}. {last_line}"
        raise CannotRun(message) from error
    if complaint := reports.add_to_job_summary(data):
        click.echo(f"conformance: {complaint}", err=True)
    if result.checks or result.unchanged:
        first, _, rest = text(data).partition("\n")
        colour = COLOURS[result.verdict]
        click.secho(first, fg=colour, bold=True)
        click.echo(f"{rest}\n")
        click.secho(last_line, fg=colour)
    if result.verdict is Verdict.NONE:
        raise CannotRun(_why_there_is_none(result))
    return result.verdict is Verdict.CONFORMANT


def _cannot_write(options: Options, error: OSError) -> str:
    return f"cannot write to {options.report_dir} ({error.strerror}); name another --report-dir"


def _why_there_is_none(result: RunResult) -> str:
    if reason := result.trouble or result.gave_up:
        return f"{reason}; there is no verdict" if reason == INTERRUPTED else reason
    for check in result.checks:
        if check.status is Status.ERROR:
            return f"the suite could not do all of its work: {check.id}: {check.reason}"
    reasons = [check.reason for check in result.checks if check.reason]
    reasons.sort(key=lambda reason: NOT_IMPLEMENTED not in reason)
    is_made = any(check.status is Status.PASS for check in result.checks)
    what = "no operation answered with success (2xx)" if is_made else "nothing could be checked"
    return f"{what} at {result.base_url}" + (f": {reasons[0]}" if reasons else "")
