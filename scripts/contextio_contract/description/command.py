"""`contextio-contract lint`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.description.documented import Coverage

SPEC = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  contextio-contract lint
  contextio-contract lint --spec ../other/spec
"""
)
@click.option("--spec", type=SPEC, default="spec", show_default=True, help="Folder with openapi.yaml.")
@click.pass_context
def lint(context: click.Context, spec: Path) -> None:
    """Hold the description against its rules and the documented facts.

    Prints each finding as file:line:column, rule, what is wrong and what to write, then how much of the
    documentation is described.
    """
    if not (spec / "openapi.yaml").is_file():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    from contextio_contract.description import read  # noqa: PLC0415 - only for a folder that can be read

    reading = read(spec)
    for finding in reading.findings:
        click.echo(
            f"{click.style(str(finding.position), bold=True)}: {click.style(finding.rule, fg='red')}: "
            f"{finding.message}; {finding.fix}"
        )
    if reading.findings:
        files = len({finding.position.file for finding in reading.findings})
        click.echo(f"lint: {len(reading.findings)} findings in {files} files; mend them and run it again")
        context.exit(1)
    if reading.bundle is None:
        message = "nothing could be read, and nothing was found wrong; report this as a fault of lint"
        raise CannotRun(message)
    _show(reading.coverage)
    document = reading.bundle.document
    operations = sum(method in METHODS for item in document["paths"].values() for method in item)
    click.echo(f"lint: {operations} operations, {len(document['components']['schemas'])} schemas, 0 findings")


METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace"})


def _show(coverage: Coverage) -> None:
    """Print per page and tier how many of the documented facts are described."""
    from contextio_contract.description.documented import TIERS  # noqa: PLC0415 - as above

    pages = sorted({page for page, _ in coverage.documented})
    if not pages:
        return
    width = max(map(len, pages))
    click.echo(f"{'page':{width}}  " + "  ".join(f"{tier:>14}" for tier in TIERS))
    for page in pages:
        cells = []
        for tier in TIERS:
            described, documented = coverage.described[page, tier], coverage.documented[page, tier]
            share = f"{described}/{documented} {described * 100 // documented:>4}%" if documented else "-"
            cells.append(f"{share:>14}")
        click.echo(f"{page:{width}}  " + "  ".join(cells))
    if coverage.waiting:
        click.echo(f"documented and not described yet: {', '.join(coverage.waiting)}")
