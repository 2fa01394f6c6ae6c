"""Options that say how to connect to a deployment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")
_FILE: Final = click.Path(dir_okay=False, path_type=Path)


class _Line(click.types.StringParamType):
    """A text with spaces in it, so that lines separate several of them in a variable."""

    name = "line"
    envvar_list_splitter = "\n"


_OPTIONS: Final = (
    click.option(
        "--timeout",
        type=click.FloatRange(0.1),
        default=10.0,
        metavar="SECONDS",
        help="In which an answer must be complete.",
    ),
    click.option(
        "--ca", type=_FILE, metavar="FILE", help="Certificates to trust, in PEM, as of a private CA."
    ),
    click.option("--insecure", is_flag=True, help="Trust any certificate of a deployment on loopback."),
    click.option("--cert", type=_FILE, metavar="FILE", help="Client certificate with its key, in PEM."),
    click.option(
        "--header",
        type=_Line(),
        multiple=True,
        metavar="'NAME: VALUE'",
        help="Send this header with every request; repeatable. No report has its value.",
    ),
    click.option(
        "--proxy", metavar="URL", help="Proxy to the deployment; without it, HTTPS_PROXY but not to loopback."
    ),
)


def connection_options(command: Command) -> Command:
    """Give a command the options of `Connection`, in their order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
