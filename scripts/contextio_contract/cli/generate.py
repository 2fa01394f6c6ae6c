"""`contextio-contract generate` and `check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.description import folder_option
from contextio_contract.codegen.targets import TARGETS, named
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contextio_contract.codegen.targets import Target


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its targets and folders."""
    folder = click.Path(file_okay=False, path_type=Path)
    output = click.option(
        "--output", type=folder, default="generated", show_default=True, help="Folder of the outputs."
    )
    targets = click.argument("targets", nargs=-1, type=click.Choice([each.name for each in TARGETS]))
    return targets(folder_option(output(command)))


@click.command(
    epilog="""\b
Examples:
  contextio-contract generate
  contextio-contract generate models typescript
  contextio-contract generate --output /tmp/preview
"""
)
@_options
def generate(targets: tuple[str, ...], spec: Path, output: Path) -> None:
    """Write generated/ from spec/: the bundle and what is made from it.

    With TARGETS, only these and the bundle; typescript needs Node and is made only by name. Outputs that are
    up to date are left alone. If anything goes wrong, all of them are.
    """
    from contextio_contract.codegen import manifest, pipeline

    wanted = named(targets)
    try:
        changed, outdated = pipeline.generate(spec, output.absolute(), wanted)
    except pipeline.BrokenDescriptionError as error:
        click.echo(error)
        click.echo("generate: nothing was changed; mend the description and run: make generate")
        raise SystemExit(1) from None
    except OSError as error:
        raise CannotRun(str(error)) from error
    for target in wanted:
        path = output / target.output
        word = "Updated" if target in changed else "Unchanged"
        click.echo(f"{word:9}  {path} ({counted(len(manifest.files(path)), 'file')})")
    hint = "" if targets else _hint(outdated)
    click.echo(f"generate: {len(changed)} of {counted(len(wanted), 'output')} updated{hint}")


@click.command(
    epilog="""\b
Examples:
  contextio-contract check
  contextio-contract check typescript
"""
)
@_options
def check(targets: tuple[str, ...], spec: Path, output: Path) -> None:
    """Compare each output with what spec/ gives, and print the first differing lines.

    With TARGETS, only these and the bundle. What needs Node is compared only by name; otherwise its
    recorded hashes tell whether it may be out of date, which is no failure.

    Exit status: 0 all fresh, 1 something is stale.
    """
    from contextio_contract.codegen import manifest, pipeline

    wanted = named(targets)
    state = manifest.inspect(spec, output.absolute())
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
    for target in outdated:
        click.echo(f"Stale  {output / target.output} (not compared)")
    stale = sum(map(bool, differing.values()))
    if stale or state.strays:
        strays = counted(len(state.strays), "stray")
        click.echo(f"check: {counted(stale, 'output')} stale, {strays}; run: make generate")
        raise SystemExit(1)
    click.echo(f"check: {counted(len(wanted), 'output')} fresh{_hint(outdated)}")


def _hint(outdated: Sequence[Target]) -> str:
    """Return the end of a summary: what to run for outputs that are made only by name."""
    names = " ".join(target.name for target in outdated)
    return f"; {names} may be out of date, with Node run: make generate TARGETS={names}" if names else ""
