"""`contextio-contract lint` and `lint-rules`."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import get_terminal_size
from textwrap import indent
from typing import TYPE_CHECKING

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.description import Coverage, Finding, Reading

SPEC = click.Path(file_okay=False, path_type=Path)


@click.command(
    epilog="""\b
Examples:
  contextio-contract lint
  contextio-contract lint --fix
  contextio-contract lint --format sarif > lint.sarif
  contextio-contract lint --spec ../other/spec
"""
)
@click.option("--spec", type=SPEC, default="spec", show_default=True, help="Folder with openapi.yaml.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For people, programs, GitHub's annotations, or code scanning.",
)
@click.option("--fix", is_flag=True, help="Correct first what needs no judgement.")
@click.pass_context
def lint(context: click.Context, spec: Path, form: str, *, fix: bool) -> None:
    """Hold the description against its rules and the documented facts.

    Prints each finding as file:line:column, rule, what is wrong and what to write, on a terminal with the
    line itself; then how much of the documentation is described. Exit status: 0 nothing found, 1 findings, 2
    no description there.
    """
    if not (spec / "openapi.yaml").exists():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    from contextio_contract.description import read
    from contextio_contract.description.lint import formats
    from contextio_contract.description.lint.fix import mend

    spec = spec.resolve()
    reading, mended = mend(spec) if fix else (read(spec), [])
    if form != "text":
        written = {"json": formats.as_json, "github": formats.as_github, "sarif": formats.as_sarif}
        click.echo(written[form](reading.findings))
    else:
        _print(reading, mended, spec)
    corrected = f"{_counted(len(mended), 'correction')} made; " if fix else ""
    click.echo(f"lint: {corrected}{_closing(reading)}", err=form != "text")
    context.exit(1 if reading.findings else 0)


@click.command(
    epilog="""\b
Examples:
  contextio-contract lint-rules
  contextio-contract lint-rules --rule const-typed
"""
)
@click.option("--rule", "wanted", help="Id of the one rule to print.")
def lint_rules(wanted: str | None) -> None:
    """Print the rules of the description, each with an example that breaks it and one that keeps it.

    The examples are fields, in YAML, of the kind of object that is named; of a rule on files, whole files.
    """
    from contextio_contract.description.lint import RULES
    from contextio_contract.description.lint.file_rules import BASICS
    from contextio_contract.description.lint.formats import sentences
    from contextio_contract.description.lint.phrases import one_of

    rules = sentences()
    if wanted is not None and wanted not in rules:
        message = f"there is no rule {wanted}; ask for {one_of(wanted, rules)}"
        raise CannotRun(message)
    chosen = sorted(rules) if wanted is None else [wanted]
    for name in chosen:
        click.echo(f"{click.style(name, bold=True)}: {rules[name]}")
        if name in RULES:
            rule = RULES[name]
            click.echo(f"  looks at: {', '.join(kind.replace('-', ' ') for kind in rule.kinds)}")
            _show_examples(rule.bad, rule.good)
        else:
            click.echo("  looks at: files")
            _show_examples(*map(_files, (BASICS[name].bad, BASICS[name].good)))
        click.echo()
    click.echo(f"lint-rules: {_counted(len(chosen), 'rule')}; make lint holds the description against them")


def _show_examples(bad: str, good: str) -> None:
    for word, colour, example in (("bad", "red", bad), ("good", "green", good)):
        click.echo(f"  {click.style(word, fg=colour)}:\n{indent(example.strip(), ' ' * 4)}")


def _files(contents: Mapping[str, str]) -> str:
    """Return files as one text, each under its name."""
    return "\n".join(f"# {name}\n{content.strip()}" for name, content in contents.items())


def _print(reading: Reading, mended: Sequence[Finding], spec: Path) -> None:
    """Print what was corrected, what is left and the coverage; on a terminal with the lines themselves."""
    for finding in mended:
        click.echo(f"{click.style('corrected', fg='green')} {finding}")
    print_findings(reading.findings, spec)
    _show(reading.coverage)


def print_findings(findings: Sequence[Finding], spec: Path) -> None:
    """Print each finding on a line; on a terminal with the line that it is about.

    Args:
        findings: what to print.
        spec: the folder of the description.
    """
    if sys.stdout.isatty():
        from contextio_contract.description.lint.excerpt import shown

        width = get_terminal_size().columns
        for finding in findings:
            click.echo(shown(finding, spec.parent, width))
    else:
        for finding in findings:
            click.echo(_styled(finding))


def _styled(finding: Finding) -> str:
    place, rule = str(finding.position), f" {finding.rule}:"
    rest = str(finding).removeprefix(f"{place}:{rule}")
    return f"{click.style(place, bold=True)}:{click.style(rule, fg='red')}{rest}"


def _show(coverage: Coverage) -> None:
    """Print per page and tier how many of the documented facts are described."""
    from contextio_contract.description.evidence.facts import TIERS

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
    from contextio_contract.description.lint.grammar import METHODS

    document = reading.bundle.document if reading.bundle else {}
    operations = sum(method in METHODS for item in document.get("paths", {}).values() for method in item)
    schemas = len(document.get("components", {}).get("schemas", {}))
    return f"{_counted(operations, 'operation')}, {_counted(schemas, 'schema')}, 0 findings"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
