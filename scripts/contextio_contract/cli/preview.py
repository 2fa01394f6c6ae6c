"""The command `preview`."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from contextio_contract.cli.description import folder_option, resolve
from contextio_contract.cli.serve import credentials, describe_keys, open_listener, origin_of, port_option

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.applications import Starlette


@click.command(
    epilog="""\b
Examples:
  contextio-contract preview
  contextio-contract preview --port 0
  contextio-contract preview --spec ../other/spec
"""
)
@port_option(8080)
@folder_option
def preview(port: int, spec: Path) -> None:
    """Serve the API and its reference, and follow the description as it is saved.

    The API reference is at /, the API itself at its own path, with demo data that stays in memory across
    saves. Findings are shown in the page and here. If the description cannot be read, the last good version
    stays up. Nothing is written to generated/.

    The consumer key and its secret come from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET;
    without them a demo key is used.
    """
    from contextio_contract.description.lint.formats import print_findings
    from contextio_contract.preview.server import run
    from contextio_contract.server import demo
    from contextio_contract.server.app import create_app, replace_contract
    from contextio_contract.server.services import Settings

    key, secret = credentials()
    click.echo(f"preview: reading {spec}")
    contract = resolve(spec).contract

    with ExitStack() as stack:
        listener = stack.enter_context(open_listener("127.0.0.1", port))

        def create(reference: Callable[[], str]) -> Starlette:
            app = create_app(Settings({key: secret}), contract, reference=reference)
            stack.callback(app.state.services.close)
            demo.fill(app.state.services, key)
            return app

        origin = origin_of(listener)

        def ready() -> None:
            click.echo(f"preview: calls are signed with {describe_keys(key, secret)}")
            click.echo(f"preview: ready at {origin}/ and {origin}{contract.base_path}; end it with Ctrl-C")

        run(
            spec,
            create_app=create,
            replace_contract=replace_contract,
            listener=listener,
            print_findings=print_findings,
            ready=ready,
        )
    click.echo("preview: stopped; generated/ is as it was, and make generate writes what spec/ says now")
