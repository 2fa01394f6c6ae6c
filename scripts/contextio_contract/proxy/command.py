"""The command `proxy`."""

from __future__ import annotations

import click


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
@click.option(
    "--port",
    default=8090,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port on this machine to listen on; 0 takes any free one.",
)
@click.pass_context
def proxy(context: click.Context, upstream: str, port: int) -> None:
    """Check all traffic of a deployment against the contract.

    Requests pass unchanged, Host header and signature included, and their answers come back. What breaks
    the contract is named in the header Contextio-Contract-Violations and in a line on stdout. In the end,
    after Ctrl-C, a table tells which operations, statuses and parameters were exercised.

    A signature covers the address, so it matters for which one clients sign: for the address of this
    proxy where the deployment goes by the Host header, as `serve` does; for the deployment's own where
    they connect here by http_proxy. Where TLS ends at a load balancer, the proxy belongs behind it.

    Exit status: 0 no violations, 1 violations, 2 could not run.
    """
    from contextio_contract.contract import load_bundle
    from contextio_contract.proxy.running import run
    from contextio_contract.server.command import open_listener, origin_of

    bundle = load_bundle()
    listener = open_listener("127.0.0.1", port)
    try:
        coverage = run(
            bundle,
            upstream,
            listener,
            lambda base: click.echo(f"proxy: ready at {origin_of(listener)}{base}; end it with Ctrl-C"),
        )
    finally:
        listener.close()
    click.echo(coverage.table())
    advice = "; correct what is named above" if coverage.violations else ""
    click.echo(f"proxy: {coverage.summary()}{advice}")
    context.exit(1 if coverage.violations else 0)
