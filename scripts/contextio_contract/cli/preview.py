"""The command `preview`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contextio_contract.cli.description import folder_option, resolve
from contextio_contract.cli.listening import (
    allowed_host_option,
    credentials,
    describe_keys,
    open_listener,
    origin_of,
    port_option,
)
from contextio_contract.cli.operation import configure_log

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    epilog="""\b
Examples:
  contextio-contract preview
  contextio-contract preview --port 0
  contextio-contract preview --spec ../other/spec
"""
)
@port_option(8080)
@allowed_host_option
@folder_option
def preview(port: int, allowed_hosts: tuple[str, ...], spec: Path) -> None:
    """Serve the API and its reference, and follow the description as it is saved.

    The API reference is at /. At its own path, a mock answers for the API: it begins with the examples of
    the lists, and keeps in memory what is sent to it, across saves. Findings are shown in the page and
    here. If the description cannot be read, the last good version stays up. Nothing is written to
    generated/.

    The consumer key and its secret come from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET;
    without them a demo key is used.
    """
    from contextio_contract.preview.server import run

    configure_log()
    given = credentials()
    click.echo(f"preview: reading {spec}")
    contract = resolve(spec).contract
    with open_listener("127.0.0.1", port) as listener:
        origin = origin_of(listener)

        def ready() -> None:
            click.echo(f"preview: calls are signed with {describe_keys(given)}")
            click.echo(f"preview: ready at {origin}/ and {origin}{contract.base_path}; end it with Ctrl-C")

        run(spec, contract, dict([given]), listener, ready, allowed_hosts)
    click.echo("preview: stopped; generated/ is as it was, and make generate writes what spec/ says now")
