"""The command line: one subcommand per make target, each imported only when it is called."""

from __future__ import annotations

import importlib
from typing import Final

import click

from contextio_contract.errors import CannotRun

COMMANDS: Final = {
    "lint": "contextio_contract.description.command:lint",
    "generate": "contextio_contract.codegen.command:generate",
    "check": "contextio_contract.codegen.command:check",
    "serve": "contextio_contract.server.command:serve",
    "conformance": "contextio_contract.conformance.command:conformance",
}

EXTRAS: Final = {"codegen": "codegen", "server": "server", "conformance": "conformance"}


class LazyGroup(click.Group):
    """A group that imports a subcommand's module when the subcommand is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands' names in the order of the work they belong to."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand, or None for an unknown name (click then exits with 2)."""
        del ctx
        target = COMMANDS.get(cmd_name)
        if target is None:
            return None
        module_name, _, attribute = target.partition(":")
        try:
            command = getattr(importlib.import_module(module_name), attribute)
        except ModuleNotFoundError as error:
            return _missing_extra(cmd_name, module_name, error)
        if not isinstance(command, click.Command):
            message = f"{target} is no click command"
            raise TypeError(message)
        return command


def _missing_extra(cmd_name: str, module_name: str, error: ModuleNotFoundError) -> click.Command:
    """Return a stand-in that names the extra to install, so that the other commands go on working."""
    extra = EXTRAS.get(module_name.split(".")[1])
    if extra is None or (error.name or "").startswith("contextio_contract"):
        raise error

    @click.command(cmd_name, context_settings={"ignore_unknown_options": True})
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def stand_in(arguments: tuple[str, ...]) -> None:
        del arguments
        message = f"{cmd_name} needs {error.name}; run: pip install 'contextio-contract[{extra}]'"
        raise CannotRun(message)

    return stand_in


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="contextio-contract")
def main() -> None:
    """Work with the contract of the Context.IO 2.0 API.

    Exit status: 0 fine, 1 findings, 2 could not run.
    """
