"""How the programs of this folder say what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Figure:
    """A figure, in words, and whether it is as it should be."""

    name: str
    value: str
    holds: bool


def end(subject: str, figures: Sequence[Figure]) -> int:
    """Print figures and one last line, and return the exit status: 1 if one is not as it should be."""
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        click.echo(
            f"  {figure.name:{width}}  {figure.value}{'' if figure.holds else '   <-- not as it should be'}"
        )
    broken = sum(not figure.holds for figure in figures)
    click.echo(
        f"{subject}: {f'{broken} figures are not as they should be' if broken else 'all as it should be'}"
    )
    return bool(broken)
