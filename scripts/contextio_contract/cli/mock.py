"""The command `mock`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contextio_contract.cli.description import resolve, spec_option, usable
from contextio_contract.cli.listening import (
    allowed_host_option,
    certificate_option,
    credentials,
    host_option,
    open_listener,
    port_option,
    run,
    second_credentials,
)
from contextio_contract.cli.operation import configure_log

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    epilog="""\b
Examples:
  contextio-contract mock
  contextio-contract mock --port 0 --spec ../other/spec
"""
)
@host_option
@port_option(8080)
@allowed_host_option
@certificate_option
@spec_option
def mock(
    host: str, port: int, allowed_hosts: tuple[str, ...], certificate: Path | None, spec: Path | None
) -> None:
    """Serve a mock of the description.

    Collections start with the examples of their lists, keep what is sent to them, in memory, and behave as
    the extensions of the description say; other operations answer their examples. The header Prefer steers
    a call: code=404, example=NAME or delay=2; several stand between commas.

    The consumer key and its secret come from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET;
    without them a demo key is used.
    """
    from contextio_contract.mock.app import create_mock
    from contextio_contract.server.http.entrance import Entrance
    from contextio_contract.server.http.guard import Guard

    configure_log()
    given = credentials()
    keys = {**dict([given]), **second_credentials()}
    description = resolve(spec)
    with open_listener(host, port) as listener:
        with usable(description.contract):
            app = create_mock(keys, description.contract, reference=lambda: description.reference)
        run("mock", app, Entrance(app, Guard(allowed_hosts)), listener, given, certificate=certificate)
    click.echo("mock: stopped")
