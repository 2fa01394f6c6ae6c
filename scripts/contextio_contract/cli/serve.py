"""The command `serve`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

from contextio_contract.cli.description import resolve, spec_option
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from contextio_contract.cli.description import Description

KEY, SECRET = "CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET"


@click.command(
    epilog="""\b
Examples:
  contextio-contract serve
  contextio-contract serve --port 0 --database :memory: --no-demo
  CONTEXTIO_CONSUMER_KEY=key CONTEXTIO_CONSUMER_SECRET=secret contextio-contract serve
"""
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8080,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port; 0 takes any free one.",
)
@click.option(
    "--database",
    default=".cache/contextio-server.sqlite3",
    show_default=True,
    help="SQLite file that keeps the data, or :memory:.",
)
@click.option(
    "--demo/--no-demo", default=True, show_default=True, help="Fill an empty database with demo data."
)
@spec_option
def serve(host: str, port: int, database: str, spec: Path | None, *, demo: bool) -> None:
    """Serve the API, with accounts, mailboxes and tokens that are kept.

    The consumer key and its secret come from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET;
    without them a demo key is used.
    """
    key, secret = credentials()
    description = resolve(spec)
    listener = open_listener(host, port)
    try:
        _serve(description, listener, database, key, secret, demo=demo)
    finally:
        listener.close()
    click.echo("serve: stopped")


def credentials() -> tuple[str, str]:
    """Return consumer key and secret from the environment, or those of the demo.

    Raises:
        CannotRun: when only one of them is set.
    """
    from contextio_contract.server.settings import DEMO_KEY, DEMO_SECRET

    key, secret = os.environ.get(KEY), os.environ.get(SECRET)
    if bool(key) != bool(secret):
        message = f"{KEY} and {SECRET} belong together; set both or neither"
        raise CannotRun(message)
    return (key, secret) if key and secret else (DEMO_KEY, DEMO_SECRET)


def open_listener(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes any free one.

    Raises:
        CannotRun: when the address is taken, or not one of this machine.
    """
    from contextio_contract.server.http.runner import listen

    try:
        return listen(host, port)
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or "no such address").partition(" (")[0].lower()
        message = f"cannot listen on {host} port {port}: {reason}; name another --port or --host"
        raise CannotRun(message) from error


def _serve(  # noqa: PLR0913 - all that a server needs
    description: Description, listener: socket.socket, database: str, key: str, secret: str, *, demo: bool
) -> None:
    from sqlalchemy.exc import SQLAlchemyError

    from contextio_contract.cli.welcome import welcome
    from contextio_contract.contract import ContractError
    from contextio_contract.server import demo as demo_data
    from contextio_contract.server.app import create_app
    from contextio_contract.server.http.runner import run
    from contextio_contract.server.settings import Settings

    try:
        app = create_app(
            Settings({key: secret}, database),
            description.contract,
            reference=lambda: description.reference,
        )
        if demo:
            demo_data.fill(app.state.services, key)
    except ContractError as error:
        message = f"the description {description.contract.source} cannot be used: {error}; run: make lint"
        raise CannotRun(message) from error
    except ModuleNotFoundError as error:
        message = (
            f"cannot use the database {_printable(database)}: its driver {error.name} is not installed; "
            f"name a SQLite file, or run: pip install {error.name}"
        )
        raise CannotRun(message) from error
    except (SQLAlchemyError, OSError, ValueError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        message = f"cannot use the database {_printable(database)}: {reason}; name another --database"
        raise CannotRun(message) from error
    origin = origin_of(listener)

    def ready() -> None:
        router = app.state.api.router
        click.echo(f"{welcome(router, origin, key, secret)}\nserve: ready at {origin}{router.base}")

    run(app, listener, ready)


def _printable(database: str) -> str:
    """Return the place of a database without the password that a URL may hold."""
    return re.sub(r"(?<=://)[^/]*@", "", database)


def origin_of(listener: socket.socket) -> str:
    """Return scheme, host and port under which a listening socket can be called."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - turned into a callable address
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
