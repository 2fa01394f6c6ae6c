"""`contextio-contract lint` and `lint-rules`."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.description import folder_option
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.description import Coverage, Reading


@click.command(
    epilog="""\b
Examples:
  contextio-contract lint
  contextio-contract lint --fix
  contextio-contract lint --format github
  contextio-contract lint --spec ../other/spec
"""
)
@folder_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as GitHub's annotations.",
)
@click.option(
    "--fix",
    "with_fix",
    is_flag=True,
    help="First correct misspelled keys and tags, words such as yes, and capitals and periods of sentences.",
)
@click.pass_context
def lint(context: click.Context, spec: Path, form: str, *, with_fix: bool) -> None:
    """Check the description against its rules and the documented facts.

    Prints each finding as file:line:column, rule, what is wrong and what to write, on a terminal with the
    line itself; then how much of the documentation is described. Exit status: 0 nothing found, 1 findings, 2
    no description there.
    """
    from contextio_contract.description import read, validated
    from contextio_contract.description.lint.fix import fix
    from contextio_contract.description.lint.formats import as_github, as_json, print_findings

    reading, corrected = fix(spec) if with_fix else (read(spec), [])
    reading = validated(reading)
    if form == "text":
        for finding in corrected:
            click.echo(f"{click.style('corrected', fg='green')} {finding}")
        print_findings(reading.findings, spec)
        _print_coverage(reading.coverage)
    else:
        click.echo({"json": as_json, "github": as_github}[form](reading.findings))
    corrections = f"{counted(len(corrected), 'correction')} made; " if with_fix else ""
    click.echo(f"lint: {corrections}{_summary(reading)}", err=form != "text")
    context.exit(1 if reading.findings else 0)


@click.command(
    epilog="""\b
Examples:
  contextio-contract lint-rules
  contextio-contract lint-rules --rule const-typed
"""
)
@click.option("--rule", "name", help="Id of the one rule to print.")
def lint_rules(name: str | None) -> None:
    """Print the rules of the description, each with an example that breaks it and one that keeps it.

    The examples are pieces of YAML to paste, each below the name of its file: of the page things, or of files
    of their own. A comment such as `# without schema` stands where a field is left out.
    """
    from contextio_contract.description.lint import RULES
    from contextio_contract.description.lint.pieces import piece
    from contextio_contract.description.source.finding import one_of

    if name is not None and name not in RULES:
        message = f"there is no rule {name}; ask for {one_of(name, RULES)}"
        raise CannotRun(message)
    rules = [RULES[name]] if name else sorted(RULES.values(), key=lambda rule: rule.id)
    for rule in rules:
        click.echo(f"{click.style(rule.id, bold=True)}: {rule.sentence}")
        click.echo(f"  looks at: {', '.join(kind.replace('-', ' ') for kind in rule.kinds) or 'files'}")
        for word, colour, example in (("bad", "red", rule.bad), ("good", "green", rule.good)):
            click.echo(f"  {click.style(word, fg=colour)}:\n{indent(piece(rule, example), ' ' * 4)}")
        click.echo()
    click.echo(f"lint-rules: {counted(len(rules), 'rule')}; make lint checks the description against them")


def _print_coverage(coverage: Coverage) -> None:
    from contextio_contract.description.evidence.facts import TIERS

    pages = sorted({page for page, _ in coverage.documented})
    if not pages:
        return
    width = max(map(len, pages))
    click.echo(f"{'page':{width}}  " + "  ".join(f"{tier:>14}" for tier in TIERS))
    for page in pages:
        row = f"{page:{width}}"
        for tier in TIERS:
            described, documented = coverage.described[page, tier], coverage.documented[page, tier]
            share = f"{described}/{documented} {described * 100 // documented:>4}%" if documented else "-"
            row += f"  {share:>14}"
        click.echo(row)
    for page, (described, documented) in sorted(coverage.partial.items()):
        click.echo(f"described in part: {page} ({described} of {documented} operations)")
    if coverage.waiting:
        click.echo(f"documented and not described yet: {', '.join(coverage.waiting)}")


def _summary(reading: Reading) -> str:
    if reading.findings or reading.bundle is None:
        files = len({finding.position.file for finding in reading.findings})
        findings = counted(len(reading.findings), "finding")
        return f"{findings} in {counted(files, 'file')}; correct what is named above and run it again"
    contract = reading.bundle.contract
    operations = counted(len(contract.operations), "operation")
    return f"{operations}, {counted(len(contract.schemas), 'schema')}, 0 findings"
