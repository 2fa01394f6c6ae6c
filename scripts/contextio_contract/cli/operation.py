"""What the commands of a deployment have in common for operators: their log, health and metrics."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.server.services import Services

_Command = TypeVar("_Command", bound="Callable[..., Any]")
Address = tuple[str, int]
"""Host and port."""


def ops_option(command: _Command) -> _Command:
    """Give a command the option `--ops`, whose value is an address or None."""

    def read(context: click.Context, parameter: click.Parameter, text: str | None) -> Address | None:
        if text is None:
            return None
        host, _, port = text.rpartition(":")
        if not (host and port.isdecimal() and int(port) < 1 << 16):
            message = "name host and port, such as 127.0.0.1:9090"
            raise click.BadParameter(message, context, parameter)
        return host.strip("[]"), int(port)

    return click.option(
        "--ops",
        metavar="HOST:PORT",
        callback=read,
        help="Address for operators alone, with /healthz, /readyz and /metrics (Prometheus); off without it.",
    )(command)


def log_format_option(command: _Command) -> _Command:
    """Give a command the option `--log-format`."""
    kinds = click.Choice(["text", "json"])
    text = "How lines of the log are written."
    return click.option("--log-format", type=kinds, default="text", show_default=True, help=text)(command)


def configure_log(log_format: str = "text") -> None:
    """Write the log to standard error, in one of the formats."""
    from contextio_contract.server.ops.logs import configure_logging

    configure_logging(log_format)


@contextmanager
def operating(
    services: Services, address: Address | None, is_stopping: Callable[[], bool]
) -> Iterator[list[str]]:
    """Serve health and metrics of a process for the time of a `with`, if there is an address for that.

    Yields lines to print about it.
    """
    from contextio_contract.server.monitoring import add_gauges, readiness_checks
    from contextio_contract.server.ops.endpoint import serving_ops

    if address is None:
        yield []
        return
    add_gauges(services)
    checks = readiness_checks(services, is_stopping)
    with ExitStack() as stack:
        try:
            host, port = stack.enter_context(serving_ops(address, checks, services.metrics.render))
        except OSError as error:
            message = (
                f"cannot listen on {address[0]} port {address[1]} for --ops: {error.strerror}; name another"
            )
            raise CannotRun(message) from error
        shown = f"[{host}]" if ":" in host else host
        yield [f"  for operators: http://{shown}:{port}/healthz, /readyz and /metrics"]
