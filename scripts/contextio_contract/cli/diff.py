"""`contextio-contract diff`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from contextio_contract.cli.description import earlier, resolve, usable
from contextio_contract.errors import CannotRun

_COLOURS = {"breaking": "red", "additive": "green", "editorial": "cyan"}


@click.command(
    epilog="""\b
Examples:
  contextio-contract diff
  contextio-contract diff main
  contextio-contract diff v0.1.0 --spec spec
  contextio-contract diff origin/main --format markdown
  contextio-contract diff ../released/openapi.json
"""
)
@click.argument("base", default="HEAD")
@click.option(
    "--spec",
    type=click.Path(exists=True, path_type=Path),
    default="spec",
    show_default=True,
    help="Folder with openapi.yaml, or the JSON file of a bundle.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="For a terminal, or for the page of a pull request.",
)
@click.pass_context
def diff(context: click.Context, base: str, spec: Path, form: str) -> None:
    """Say what changed in the description since BASE, and what that means for those who rely on it.

    BASE is a git revision, a bundle or a folder with openapi.yaml. Changes are breaking, additive or
    editorial, by who sends and who reads the value. At the end stand the version that follows and an entry
    for CHANGELOG.md. Exit status: 1 if something breaks and the version hides it.
    """
    from contextio_contract.description.diff import report
    from contextio_contract.description.diff.changes import Level
    from contextio_contract.description.diff.operations import compare

    new, old = resolve(spec).contract, earlier(base, spec)
    was, now = report.parse(old.version), report.parse(new.version)
    if was is None or now is None:
        message = "info.version is not major.minor.patch on both sides; write it so"
        raise CannotRun(message)
    with usable(old):
        changes = compare(old, new)
    rules = report.documented_rules(spec.resolve(), new)
    lines = report.lines(changes, {*old.schemas, *new.schemas}, rules)
    counts = Counter(change.rule.level for change in changes)
    folder = spec.resolve() if spec.is_dir() else spec.resolve().parent
    released, log = folder / report.RELEASED, folder / "CHANGELOG.md"
    last = report.parse(earlier(str(released), spec).version) if released.is_file() else None
    # A version after the released one can still take changes, also if BASE has it.
    needed = report.following(min(was, last or was), counts)
    following = max(needed, now)
    version = report.written(following)
    draft = list(report.entry(changes, version)) if changes else []
    text = log.read_text("utf-8") if log.is_file() else ""
    is_begun = last is not None and following > last and report.section(text, version) is not None
    heading = f"To add to ## {version} in" if is_begun else "A draft for"
    verdict = f"info.version {report.written(now)} says so"
    if now < needed:
        verdict = f"write info.version: {report.written(needed)}"
    summary = ", ".join(f"{counts[level]} {level}" for level in Level)
    summary += f" since {base}; {verdict if changes else 'nothing to release'}"
    if form == "markdown":
        click.echo("\n".join(report.markdown(lines, draft, f"Changes of the description: {summary}")))
    else:
        for level, line in lines:
            click.secho(line, fg=_COLOURS[level] if level else None, dim=level is None)
        if changes:
            click.echo(f"\n{heading} {folder.name}/{log.name}:\n")
            click.echo("\n".join(draft[is_begun:]).strip() + "\n")
    click.echo(f"diff: {summary}", err=form != "text")
    context.exit(1 if counts[Level.BREAKING] and now < needed else 0)
