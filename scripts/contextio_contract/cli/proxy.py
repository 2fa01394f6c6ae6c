"""The command `proxy`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from contextio_contract.cli.description import resolve, spec_option, usable
from contextio_contract.cli.listening import KEY, SECRET, credentials, open_listener, origin_of, port_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    epilog="""\b
Examples:
  contextio-contract proxy --upstream http://127.0.0.1:8080
  contextio-contract proxy --upstream https://api.example.com/2.0 --port 9000
  http_proxy=http://127.0.0.1:8090 python my_client.py
"""
)
@click.option(
    "--upstream", required=True, metavar="URL", help="The deployment that requests are passed on to."
)
@port_option(8090)
@spec_option
@click.pass_context
def proxy(context: click.Context, upstream: str, port: int, spec: Path | None) -> None:
    """Check all traffic of a deployment against the contract.

    Requests pass and their responses come back. Violations of the contract are named in the header
    Contextio-Contract-Violations and on stdout. In the end, after Ctrl-C, a table shows which
    operations, statuses and parameters were exercised.

    Clients sign for the address of this proxy. With CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
    set, signatures are verified, and requests signed anew for the deployment. Without them, requests pass
    as they came, Host header included: enough for a deployment that goes by this header, as `serve` does,
    and for clients that sign for the deployment's own address and connect here by http_proxy.

    Exit status: 0 no violations, 1 violations, 2 could not run.
    """
    from contextio_contract.proxy.app import create_proxy, run

    keys = credentials() if {KEY, SECRET} & os.environ.keys() else None
    contract = resolve(spec).contract
    with usable(contract):
        app = create_proxy(contract, upstream, keys)
    with open_listener("127.0.0.1", port) as listener:
        address = origin_of(listener) + app.base_path
        run(app, listener, lambda: click.echo(f"proxy: ready at {address}; end it with Ctrl-C"))
    coverage = app.coverage
    click.echo(coverage.table())
    advice = "; correct what is named above" if coverage.violations else ""
    click.echo(f"proxy: {coverage.summary()}{advice}")
    context.exit(1 if coverage.violations else 0)
