"""The command `traffic`."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from contextio_contract.cli.description import resolve, spec_option, usable

if TYPE_CHECKING:
    from io import BufferedReader

    from contextio_contract.proxy.recorded.judging import Judge
    from contextio_contract.proxy.recorded.report import Archive


@click.command(
    epilog="""\b
Examples:
  contextio-contract traffic session.har
  contextio-contract traffic monday.har.gz tuesday.har.gz --format json
  contextio-contract traffic --base-url https://mail.example.com/2.0 session.har
  contextio-contract traffic - < session.har
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--base-url", metavar="URL", help="Where the API is; without it, wherever its paths are found.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@spec_option
@click.pass_context
def traffic(
    context: click.Context, files: tuple[str, ...], base_url: str | None, form: str, spec: Path | None
) -> None:
    """Hold recorded traffic against the contract.

    FILE is an HTTP archive (HAR), also compressed with gzip, as browsers, proxies such as mitmproxy or
    Charles, and conformance runs write them; - is the standard input. Neither a deployment nor keys are
    needed. Requests and answers are checked as by the proxy, apart from signatures, which recorders leave
    out. A request that is not as described is no violation if the deployment refused it. No value of the
    recording is printed.

    Exit status: 0 no violations, 1 violations, 2 no verdict, as when a file cannot be read to its end or
    nothing in it is of this API.
    """
    from contextio_contract.proxy.recorded import report
    from contextio_contract.proxy.recorded.judging import Judge

    contract = resolve(spec).contract
    with usable(contract):
        judge = Judge(contract, base_url)
    archives = [_read(judge, name) for name in files]
    if form == "json":
        click.echo(json.dumps(report.tree(judge, archives), indent=2, ensure_ascii=False))
    else:
        for line in report.lines(judge, archives):
            click.echo(line)
    status, verdict = report.verdict(judge, archives)
    click.echo(f"traffic: {verdict}", err=form != "text")
    context.exit(status)


def _read(judge: Judge, name: str) -> Archive:
    """Judge the entries of a file, up to where it is broken."""
    from contextio_contract.proxy.recorded.archive import BrokenArchiveError, entries
    from contextio_contract.proxy.recorded.report import Archive
    from contextio_contract.proxy.recorded.tally import Where

    archive = Archive("the standard input" if name == "-" else name)

    async def judge_all(stream: BufferedReader) -> None:
        for entry in entries(stream):
            archive.entries += 1
            await judge.judge(entry, Where(archive.name, archive.entries))

    try:
        with (
            nullcontext(cast("BufferedReader", sys.stdin.buffer))
            if name == "-"
            else Path(name).open("rb") as stream
        ):
            asyncio.run(judge_all(stream))
    except BrokenArchiveError as error:
        archive.problem = f"{error} after entry {archive.entries}" if archive.entries else str(error)
    except OSError as error:
        archive.problem = f"cannot be read ({error.strerror})"
    return archive
