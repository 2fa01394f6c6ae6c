"""Settings of a run from a TOML file and the environment, as defaults of the command's options.

The options of the command are the only declaration. The key of an option in the file is its name without
hyphens before it, and its variable is that name in capitals after `CONFORMANCE_`.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Final

import click

from contextio_contract.conformance.verdict.known import KnownFailure, suggestion
from contextio_contract.errors import CannotRun

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
    """Make the content of a file the defaults of a command's options, and return the known failures in it.

    It is the callback of `--config`; without a path, `conformance.toml` is read if it is there.

    Raises:
        CannotRun: if the file cannot be read, or it or the environment holds an unknown setting.
    """
    options = {key_of(option): option for option in settings_of(context.command) if option is not parameter}
    secret = ("imap-password", "second-key", "second-secret")
    variables = {f"{PREFIX}_{key.replace('-', '_').upper()}" for key in (*options, "config", *secret)}
    for name in sorted(os.environ):  # a misspelt one must not go unnoticed
        if name.startswith(f"{PREFIX}_") and name not in variables:
            message = f"the variable {name} is not a setting{suggestion(name, variables) or '; unset it'}"
            raise CannotRun(message)
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
    return [each for each in command.params if isinstance(each, click.Option) and each.allow_from_autoenv]


def key_of(option: click.Option) -> str:
    """Return the key of an option in a file."""
    return (option.name or "").replace("_", "-")


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        if len(content) <= SIZE_LIMIT:
            return tomllib.loads(content.decode())
        message = f"{path} is larger than {SIZE_LIMIT // 2**20} MiB"
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror})"
    except ValueError as error:  # TOML and UTF-8
        message = f"{path} is not TOML: {error}"
    raise CannotRun(message)


def _argument(where: str, option: click.Option, value: Any) -> str | list[str]:
    """Return a value as it would stand on the command line, where click judges it."""
    values = value if option.multiple and isinstance(value, list) else [value]
    if not all(isinstance(each, (str, int, float)) and "\0" not in str(each) for each in values):
        message = f"{where} must be a {'list of single values' if option.multiple else 'single value'}"
        raise CannotRun(message)
    arguments = [str(each) for each in values]
    return arguments if option.multiple else arguments[0]
