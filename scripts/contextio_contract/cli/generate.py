"""`generate` and `check`: bring generated/ up to date, and say whether it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contextio_contract.codegen.targets import TARGETS, named
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contextio_contract.codegen.targets import Target


def _folders(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say where things are."""
    folder = click.Path(file_okay=False, path_type=Path)
    for name, default, purpose in (
        ("--output", "generated", "Folder of the outputs."),
        ("--spec", "spec", "Folder with openapi.yaml."),
    ):
        command = click.option(name, type=folder, default=default, show_default=True, help=purpose)(command)
    return command


@click.command(
    epilog="""\b
Examples:
  contextio-contract generate
  contextio-contract generate models
  contextio-contract generate typescript
  contextio-contract generate --output /tmp/preview
"""
)
@click.argument("targets", nargs=-1, type=click.Choice([target.name for target in TARGETS]))
@_folders
def generate(targets: tuple[str, ...], spec: Path, output: Path) -> None:
    """Write generated/ from spec/: the bundle and what is made from it.

    With TARGETS, only these and the bundle; typescript, which needs Node, is made only by name. What is up
    to date is left alone, and when anything goes wrong, everything is.
    """
    from contextio_contract.codegen import pipeline

    try:
        results, behind = pipeline.generate(spec.absolute(), output.absolute(), named(targets))
    except pipeline.BrokenDescriptionError as error:
        click.echo(error)
        click.echo("generate: nothing was changed; mend the description and run: make generate")
        raise SystemExit(1) from None
    except OSError as error:
        message = f"{error}; nothing was changed"
        raise CannotRun(message) from error
    for result in results:
        word = "Updated" if result.updated else "Unchanged"
        click.echo(f"{word:9}  {_shown(output / result.target.output)} ({_counted(result.files, 'file')})")
    updated = sum(result.updated for result in results)
    hint = "" if targets else _hint(behind)
    click.echo(f"generate: {updated} of {_counted(len(results), 'output')} updated{hint}")


@click.command(
    epilog="""\b
Examples:
  contextio-contract check
  contextio-contract check typescript
"""
)
@click.argument("targets", nargs=-1, type=click.Choice([target.name for target in TARGETS]))
@_folders
def check(targets: tuple[str, ...], spec: Path, output: Path) -> None:
    """Say of each output whether it is what spec/ gives; with the first differing lines where it is not.

    With TARGETS, only of these and the bundle. What needs Node is compared only by name; otherwise its
    recorded hashes tell whether it may be out of date, which is said and is no failure.

    Exit status: 0 all fresh, 1 something is stale.
    """
    from contextio_contract.codegen import pipeline

    try:
        state = pipeline.inspect(spec.absolute(), output.absolute())
        asked = named(targets)
        differing = pipeline.check(spec.absolute(), output.absolute(), state, asked)
    except pipeline.BrokenDescriptionError as error:
        click.echo(error)
        click.echo("check: mend the description and run: make check")
        raise SystemExit(1) from None
    for target in asked:
        lines = differing.get(target.name, [])
        click.echo(f"{'Stale' if lines else 'Fresh'}  {_shown(output / target.output)}")
        for line in lines:
            click.echo(f"       {line}")
    for stray in state.strays:
        click.echo(f"Stray  {_shown(output / stray.name)}")
    behind = [] if targets else state.behind(asked)
    for target in behind:
        click.echo(f"Stale  {_shown(output / target.output)} (not compared)")
    stale = sum(map(bool, differing.values()))
    if stale or state.strays:
        strays = _counted(len(state.strays), "stray")
        click.echo(f"check: {_counted(stale, 'output')} stale, {strays}; run: make generate")
        raise SystemExit(1)
    click.echo(f"check: {_counted(len(asked), 'output')} fresh{_hint(behind)}")


def _hint(behind: Sequence[Target]) -> str:
    """Return how a summary ends where the inputs of outputs that are made only by name have changed."""
    names = " ".join(target.name for target in behind)
    return f"; {names} may be out of date, with Node run: make generate TARGETS={names}" if names else ""


def _shown(path: Path) -> Path:
    """Return the path as seen from the working directory, where that is shorter."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
