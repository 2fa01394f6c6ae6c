"""The command `preview`."""

from __future__ import annotations

from pathlib import Path

import click

from contextio_contract.errors import CannotRun


@click.command(
    epilog="""\b
Examples:
  contextio-contract preview
  contextio-contract preview --port 0
  contextio-contract preview --spec ../other/spec
"""
)
@click.option(
    "--port",
    default=8080,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port on 127.0.0.1; 0 takes any free one.",
)
@click.option(
    "--spec",
    type=click.Path(file_okay=False, path_type=Path),
    default="spec",
    show_default=True,
    help="Folder with openapi.yaml.",
)
def preview(port: int, spec: Path) -> None:
    """Serve what the description says, and follow it as it is saved.

    The API reference is at /, the API itself at its own path, with demo data that is kept in memory across
    saves. Findings are shown in the page and here. A description that cannot be read leaves the last good
    version up. Nothing is written to generated/.

    The consumer key and its secret come from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET;
    without them a demo key is used.
    """
    if not (spec / "openapi.yaml").exists():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    from contextio_contract.cli.serve import credentials, open_listener
    from contextio_contract.preview.server import run

    key, secret = credentials()
    with open_listener("127.0.0.1", port) as listener:
        run(spec.resolve(), listener, key, secret)
    click.echo("preview: stopped; generated/ is as it was, and make generate writes what spec/ says now")
