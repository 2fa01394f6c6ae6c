"""`contextio-contract generate` and `check`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.description import folder_option, pages_option
from contextio_contract.codegen.names import Names
from contextio_contract.codegen.targets import ALL, TARGETS, Edition, named
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contextio_contract.codegen.targets import Target


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its targets, its folders, and what packages for a team are called and have."""
    folder = click.Path(file_okay=False, path_type=Path)
    output = click.option(
        "--out",
        "--output",
        "output",
        type=folder,
        default="generated",
        show_default=True,
        help="Folder of the outputs.",
    )
    package = click.option(
        "--package",
        metavar="NAME",
        help="Packages for a team, NAME_models and NAME_client, in a folder of their own.",
    )
    pages = pages_option("The pages that these packages have, with commas between them; without it, all.")
    targets = click.argument("targets", nargs=-1, type=click.Choice([each.name for each in TARGETS]))
    return targets(folder_option(output(package(pages(command)))))


def _edition(
    package: str | None, pages: tuple[str, ...], targets: tuple[str, ...]
) -> tuple[Edition, tuple[Target, ...]]:
    """Return what a folder is to have, and the targets to make of that.

    Raises:
        CannotRun: if the options do not fit together.
    """
    if pages and package is None:
        message = "--pages goes with --package, the name of the packages that have these pages"
        raise CannotRun(message)
    if package is not None and not re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", package):
        message = f"--package {package}: write small letters, digits and underscores, such as acme_mail"
        raise CannotRun(message)
    edition = Edition(Names(package), pages) if package else ALL
    try:
        return edition, named(targets, edition)
    except LookupError as error:
        message = f"with --package, {error}"
        raise CannotRun(message) from error


@click.command(
    epilog="""\b
Examples:
  contextio-contract generate
  contextio-contract generate models typescript
  contextio-contract generate --out /tmp/preview
  contextio-contract generate --out mail --package acme_mail --pages accounts,messages
"""
)
@_options
def generate(
    targets: tuple[str, ...], spec: Path, output: Path, package: str | None, pages: tuple[str, ...]
) -> None:
    """Write generated/ from spec/: the bundle and what is made from it.

    With TARGETS, only these and the bundle; typescript needs Node and is made only by name. Outputs that are
    up to date are left alone. If anything goes wrong, all of them are. With --package, a new folder gets the
    bundle, the models and the client of some pages; a later run of the same name brings them up to date.
    """
    from contextio_contract.codegen import manifest, pipeline

    edition, wanted = _edition(package, pages, targets)
    try:
        changed, outdated = pipeline.generate(spec, output.absolute(), wanted, edition)
    except pipeline.BrokenDescriptionError as error:
        click.echo(error)
        click.echo("generate: nothing was changed; mend the description and run: make generate")
        raise SystemExit(1) from None
    except OSError as error:
        reason = error.strerror or error
        message = f"{output} cannot be written: {reason}; name another folder with --out"
        raise CannotRun(message) from error
    for target in wanted:
        path = output / target.output
        word = "Updated" if target in changed else "Unchanged"
        click.echo(f"{word:9}  {path} ({counted(len(manifest.files(path)), 'file')})")
    hint = "" if targets else _hint(outdated, package)
    if package and (
        folders := [output / each.output for each in wanted if each.name in {"models", "client"}]
    ):
        hint += f"; next: pip install {' '.join(map(str, folders))}"
    click.echo(f"generate: {len(changed)} of {counted(len(wanted), 'output')} updated{hint}")


@click.command(
    epilog="""\b
Examples:
  contextio-contract check
  contextio-contract check typescript
"""
)
@_options
def check(
    targets: tuple[str, ...], spec: Path, output: Path, package: str | None, pages: tuple[str, ...]
) -> None:
    """Compare each output with what spec/ gives, and print the first differing lines.

    With TARGETS, only these and the bundle. What needs Node is compared only by name; otherwise its
    recorded hashes tell whether it may be out of date, which is no failure.

    Exit status: 0 all fresh, 1 something is stale, 2 could not run.
    """
    from contextio_contract.codegen import manifest, pipeline

    edition, wanted = _edition(package, pages, targets)
    state = manifest.inspect(spec, output.absolute(), edition=edition)
    try:
        differing = pipeline.check(spec, output.absolute(), state, wanted)
    except pipeline.BrokenDescriptionError as error:
        click.echo(error)
        click.echo("check: mend the description and run: make check")
        raise SystemExit(1) from None
    for target in wanted:
        lines = differing.get(target.name, [])
        click.echo(f"{'Stale' if lines else 'Fresh'}  {output / target.output}")
        for line in lines:
            click.echo(f"       {line}")
    for stray in state.strays:
        click.echo(f"Stray  {output / stray.name}")
    outdated = [] if targets else state.outdated(wanted)
    again = "generate with the same options" if package else "make generate"
    for target in outdated:
        click.echo(f"Stale  {output / target.output} (not compared)")
    stale = sum(map(bool, differing.values()))
    if stale or state.strays:
        strays = counted(len(state.strays), "stray")
        click.echo(f"check: {counted(stale, 'output')} stale, {strays}; run: {again}")
        raise SystemExit(1)
    click.echo(f"check: {counted(len(wanted), 'output')} fresh{_hint(outdated, package)}")


def _hint(outdated: Sequence[Target], package: str | None) -> str:
    """Return the end of a summary: what to run for outputs that are made only by name."""
    names = " ".join(target.name for target in outdated)
    run = f"name {names} as well" if package else f"run: make generate TARGETS={names}"
    return f"; {names} may be out of date, with Node {run}" if names else ""
