"""The command line: one subcommand per make target, each imported only when it is called."""

from __future__ import annotations

import importlib
from typing import Any, Final

import click

from contextio_contract.errors import not_installed

COMMANDS: Final = {
    "lint": ("lint", "codegen"),
    "lint-rules": ("lint", "codegen"),
    "new-operation": ("new_operation", "codegen"),
    "diff": ("diff", "codegen"),
    "generate": ("generate", "codegen"),
    "check": ("generate", "codegen"),
    "release": ("release", "dev"),
    "preview": ("preview", "preview"),
    "mock": ("mock", "server"),
    "serve": ("serve", "server"),
    "migrate": ("migrate", "server"),
    "work": ("work", "server"),
    "jobs": ("jobs", "server"),
    "deliveries": ("deliveries", "server"),
    "keys": ("keys", "server"),
    "proxy": ("proxy", "proxy"),
    "traffic": ("traffic", "proxy"),
    "conformance": ("conformance", "conformance"),
    "rules": ("rules", "conformance"),
}
"""The module of each subcommand, and the extra of the package that brings what it needs."""


_SENTENCE: Final = 300
"""Characters of a sentence about a subcommand that are shown."""


class LazyGroup(click.Group):
    """A group that imports a subcommand's module only when the subcommand is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names in the order of the work they belong to."""
        del ctx
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each subcommand with its whole first sentence."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        rows = [
            (name, command.get_short_help_str(_SENTENCE)) for name, command in commands.items() if command
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand, or None for an unknown name (click then exits with 2)."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"{__name__}.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; a missing library becomes the name of the extra that brings it."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("contextio_contract"):
                raise
            _, extra = COMMANDS[str(ctx.invoked_subcommand)]
            raise not_installed(error.name, extra) from error


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="contextio-contract")
def main() -> None:
    """Work with the contract of the Context.IO 2.0 API.

    Exit status: 0 fine, 1 findings, 2 could not run.
    """
