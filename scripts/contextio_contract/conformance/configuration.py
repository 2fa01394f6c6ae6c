"""Settings of a run from a TOML file and the environment, as defaults of the command's options.

The options of the command are the only declaration. The key of an option in the file is its name without
hyphens before it, and its variable is that name in capitals after `CONFORMANCE_`.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from contextio_contract.conformance.known import KnownFailure, suggestion
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX: Final = "CONFORMANCE"
"""The prefix of the variables."""
NAME: Final = "conformance.toml"
"""The file that is read if none is named."""
KNOWN_FAILURES: Final = "known-failures"
"""The key of the list of known failures, for which there is no option."""
PASSWORD: Final = f"{PREFIX}_IMAP_PASSWORD"
"""The variable of the mailbox's password, for which there is neither an option nor a key."""
SIZE_LIMIT: Final = 2**20
"""The largest file that is read, in bytes."""


def configure(
    context: click.Context, parameter: click.Parameter, path: Path | None
) -> tuple[KnownFailure, ...]:
    """Make the content of a file the defaults of a command's options, as a callback of `--config`.

    Args:
        context: the context of the command, whose `default_map` is set.
        parameter: the option `--config`.
        path: the file that it names; None for `conformance.toml` in the current folder, if it is there.

    Returns:
        The known failures that the file lists.

    Raises:
        CannotRun: if the file cannot be read, or it or the environment holds an unknown setting.
    """
    options = {key_of(option): option for option in settings_of(context.command) if option is not parameter}
    _refuse_unknown_variables(options.keys())
    if path is None:
        path = Path(NAME)
        if not path.is_file():
            return ()
    document = _read(path)
    failures = document.pop(KNOWN_FAILURES, [])
    for key in document.keys() - options.keys():
        message = f"{path}: {key} is not a setting{suggestion(key, [*options, KNOWN_FAILURES])}"
        raise CannotRun(message)
    context.default_map = {
        options[key].name: _argument(f"{path}: {key}", options[key], value) for key, value in document.items()
    }
    if not isinstance(failures, list):
        message = f"{path}: {KNOWN_FAILURES} must be a list of tables, each under [[{KNOWN_FAILURES}]]"
        raise CannotRun(message)
    where = f"{path}: {KNOWN_FAILURES}"
    return tuple(KnownFailure.read(entry, f"{where} {number}") for number, entry in enumerate(failures, 1))


def settings_of(command: click.Command) -> list[click.Option]:
    """Return the options that are settings of a run."""
    options = [option for option in command.params if isinstance(option, click.Option)]
    return [option for option in options if option.allow_from_autoenv]


def key_of(option: click.Option) -> str:
    """Return the key of an option in a file."""
    return (option.name or "").replace("_", "-")


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        if len(content) > SIZE_LIMIT:
            message = f"{path} is larger than {SIZE_LIMIT // 2**20} MiB"
            raise CannotRun(message)
        return tomllib.loads(content.decode())
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror})"
        raise CannotRun(message) from error
    except ValueError as error:  # TOML and UTF-8
        message = f"{path} is not TOML: {error}"
        raise CannotRun(message) from error


def _argument(where: str, option: click.Option, value: Any) -> str | list[str]:
    """Return a value as it would stand on the command line, where click judges it."""
    values = value if option.multiple and isinstance(value, list) else [value]
    if not all(isinstance(each, (str, int, float)) and "\0" not in str(each) for each in values):
        message = f"{where} must be a {'list of single values' if option.multiple else 'single value'}"
        raise CannotRun(message)
    arguments = [str(each) for each in values]
    return arguments if option.multiple else arguments[0]


def _refuse_unknown_variables(keys: Iterable[str]) -> None:
    """Refuse variables that look like settings, so that a misspelt one does not go unnoticed."""
    variables = {f"{PREFIX}_{key.replace('-', '_').upper()}" for key in (*keys, "config", "imap-password")}
    for name in sorted(os.environ):
        if name.startswith(f"{PREFIX}_") and name not in variables:
            message = f"the variable {name} is not a setting{suggestion(name, variables) or '; unset it'}"
            raise CannotRun(message)
