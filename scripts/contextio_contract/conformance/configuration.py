"""Settings from a file and from the environment, for the options that the command line leaves open.

The options of the command are the only declaration: their names are the keys of the file and, in capitals
after CONFORMANCE_, the variables.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.conformance.known import KnownFailure

PREFIX: Final = "CONFORMANCE"
"""What the names of variables begin with."""
NAME: Final = "conformance.toml"
"""The file that is read where none is named."""
KNOWN_FAILURES: Final = "known-failures"
"""The key that no option has: the list of what is known to fail."""
PASSWORD: Final = f"{PREFIX}_IMAP_PASSWORD"
"""The variable that no option has: command lines and files in a repository are no place for a password."""
SIZE_LIMIT: Final = 2**20
"""Bytes that the file may have."""


def configured(
    context: click.Context, parameter: click.Parameter, path: Path | None
) -> tuple[KnownFailure, ...]:
    """Make what a file says the defaults of a command's options, as a callback of `--config`.

    Args:
        context: the context of the command, whose `default_map` is set.
        parameter: the option `--config`.
        path: the file that it names; without one, `conformance.toml` of this folder, if it is there.

    Returns:
        The known failures that the file lists.

    Raises:
        CannotRun: when the file cannot be read, or holds what is no setting.
    """
    options = {flag_of(option): option for option in settings_of(context.command) if option is not parameter}
    _must_be_variables(options, os.environ)
    if path is None:
        path = Path(NAME)
        if not path.is_file():
            return ()
    document = _read(path)
    failures = document.pop(KNOWN_FAILURES, [])
    for key, value in document.items():
        if key not in options:
            message = f"{path}: {key} is no setting{_meant(key, [*options, KNOWN_FAILURES])}"
            raise CannotRun(message)
        _must_fit(f"{path}: {key}", value, options[key])
    context.default_map = {options[key].name: value for key, value in document.items()}
    return _known_failures(failures, path)


def settings_of(command: click.Command) -> list[click.Option]:
    """Return the options that are settings; the others ask for something else than a run."""
    options = [option for option in command.params if isinstance(option, click.Option)]
    return [option for option in options if option.allow_from_autoenv]


def flag_of(option: click.Option) -> str:
    """Return the name of an option without hyphens before it, which is its key in a file."""
    return (option.name or "").replace("_", "-")


def variable_of(option: click.Option) -> str:
    """Return the variable from which an option is read."""
    return f"{PREFIX}_{(option.name or '').upper()}"


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
    except ValueError as error:  # of TOML, or of UTF-8
        message = f"{path} is no TOML: {error}"
        raise CannotRun(message) from error


def _must_fit(where: str, value: Any, option: click.Option) -> None:
    """Refuse a value of a kind that its option cannot have; click judges the value itself."""
    if option.multiple:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            message = f"{where} must be a list of strings"
            raise CannotRun(message)
    elif option.is_flag != isinstance(value, bool):
        message = f"{where} must be {'true or false' if option.is_flag else 'a single value'}"
        raise CannotRun(message)
    elif not isinstance(value, (str, int, float)):
        message = f"{where} must be a single value"
        raise CannotRun(message)
    elif isinstance(value, float) and isinstance(option.type, click.IntRange):
        message = f"{where} must be an integer"  # click would cut off what follows the point
        raise CannotRun(message)
    elif isinstance(value, str) and "\0" in value:
        message = f"{where} must be a single value without NUL"
        raise CannotRun(message)


def _must_be_variables(options: Mapping[str, click.Option], environment: Iterable[str]) -> None:
    """Refuse a variable that looks like a setting and is none, so that a typing error changes no run."""
    known = [*map(variable_of, options.values()), f"{PREFIX}_CONFIG", PASSWORD]
    for name in sorted(environment):
        if name.startswith(f"{PREFIX}_") and name not in known:
            message = f"the variable {name} is no setting{_meant(name, known) or '; unset it'}"
            raise CannotRun(message)


def _known_failures(entries: Any, path: Path) -> tuple[KnownFailure, ...]:
    from contextio_contract.conformance.known import KnownFailure

    if not isinstance(entries, list):
        message = f"{path}: {KNOWN_FAILURES} must be a list of tables, each under [[{KNOWN_FAILURES}]]"
        raise CannotRun(message)
    return tuple(
        KnownFailure.read(entry, f"{path}: {KNOWN_FAILURES} {number}")
        for number, entry in enumerate(entries, 1)
    )


def _meant(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
