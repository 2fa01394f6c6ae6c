"""`contextio-contract lint`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.description import Coverage, Finding, Reading

SPEC = click.Path(file_okay=False, path_type=Path)


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
    documentation is described. Exit status: 0 nothing found, 1 findings, 2 no description there.
    """
    if not (spec / "openapi.yaml").exists():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    from contextio_contract.description import read

    reading = read(spec.resolve())
    for finding in reading.findings:
        click.echo(_styled(finding))
    _show(reading.coverage)
    click.echo(f"lint: {_closing(reading)}")
    context.exit(1 if reading.findings else 0)


def _styled(finding: Finding) -> str:
    place, rule = str(finding.position), f" {finding.rule}:"
    rest = str(finding).removeprefix(f"{place}:{rule}")
    return f"{click.style(place, bold=True)}:{click.style(rule, fg='red')}{rest}"


def _show(coverage: Coverage) -> None:
    """Print per page and tier how many of the documented facts are described."""
    from contextio_contract.description.documentation import TIERS

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


def _closing(reading: Reading) -> str:
    if reading.findings:
        files = len({finding.position.file for finding in reading.findings})
        found = _counted(len(reading.findings), "finding")
        return f"{found} in {_counted(files, 'file')}; correct what is named above and run it again"
    from contextio_contract.description.grammar import METHODS

    document = reading.bundle.document if reading.bundle else {}
    operations = sum(method in METHODS for item in document.get("paths", {}).values() for method in item)
    schemas = len(document.get("components", {}).get("schemas", {}))
    return f"{_counted(operations, 'operation')}, {_counted(schemas, 'schema')}, 0 findings"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
