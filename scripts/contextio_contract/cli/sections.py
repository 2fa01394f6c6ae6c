"""Help with options and commands in sections, in the order in which they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class SectionedCommand(click.Command):
    """A command whose help has its options in sections."""

    def __init__(self, *arguments: Any, sections: Mapping[str, Sequence[str]], **settings: Any) -> None:
        """Make the command.

        Args:
            arguments: those of `click.Command`.
            sections: the names of parameters by title; others stand at the end, under `Other options`.
            settings: those of `click.Command`.
        """
        super().__init__(*arguments, **settings)
        self.sections = sections

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, a section each."""
        options = {each.name: each for each in self.get_params(ctx)}
        placed = {name for names in self.sections.values() for name in names}
        others = [name for name in options if name not in placed]
        for title, names in {**self.sections, "Other options": others}.items():
            records = [options[name].get_help_record(ctx) for name in names]
            with formatter.section(title):
                formatter.write_dl([record for record in records if record])
