"""The command line: one subcommand per make target, each imported only when it is called."""

from __future__ import annotations

import importlib
from typing import Any, Final

import click

from contextio_contract.errors import CannotRun

COMMANDS: Final = {
    "lint": "contextio_contract.cli.lint",
    "lint-rules": "contextio_contract.cli.lint",
    "new-operation": "contextio_contract.cli.new_operation",
    "diff": "contextio_contract.cli.diff",
    "generate": "contextio_contract.cli.generate",
    "check": "contextio_contract.cli.generate",
    "preview": "contextio_contract.cli.preview",
    "mock": "contextio_contract.cli.mock",
    "serve": "contextio_contract.cli.serve",
    "proxy": "contextio_contract.cli.proxy",
    "conformance": "contextio_contract.cli.conformance",
    "rules": "contextio_contract.cli.rules",
}

EXTRAS: Final = {
    "preview": "preview",
    "mock": "server",
    "serve": "server",
    "proxy": "proxy",
    "conformance": "conformance",
    "rules": "conformance",
}
"""The extra of the package that brings what a subcommand needs; `codegen` for the others."""


class LazyGroup(click.Group):
    """A group that imports a subcommand's module only when the subcommand is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names in the order of the work they belong to."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand, or None for an unknown name (click then exits with 2)."""
        del ctx
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(importlib.import_module(module), cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; a missing library becomes the name of the extra that brings it."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("contextio_contract"):
                raise
            extra = EXTRAS.get(str(ctx.invoked_subcommand), "codegen")
            message = f"{error.name} is not installed; run: pip install 'contextio-contract[{extra}]'"
            raise CannotRun(message) from error


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="contextio-contract")
def main() -> None:
    """Work with the contract of the Context.IO 2.0 API.

    Exit status: 0 fine, 1 findings, 2 could not run.
    """
