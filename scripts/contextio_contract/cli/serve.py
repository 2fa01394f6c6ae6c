"""The command `serve`."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from contextio_contract.cli.description import resolve, spec_option, usable
from contextio_contract.errors import CannotRun
from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from contextio_contract.server.http.api import ServedContract

_Command = TypeVar("_Command", bound="Callable[..., Any]")
KEY, SECRET = "CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET"


def port_option(default: int) -> Callable[[_Command], _Command]:
    """Give a command the option `--port`."""
    port, text = click.IntRange(0, 65535), "Port to listen on; 0 takes any free one."
    return click.option("--port", default=default, show_default=True, type=port, help=text)


def host_option(command: _Command) -> _Command:
    """Give a command the option `--host`."""
    option = click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
    return option(command)


@click.command(
    epilog="""\b
Examples:
  contextio-contract serve
  contextio-contract serve --mock
  contextio-contract serve --port 0 --database :memory: --no-demo
  CONTEXTIO_CONSUMER_KEY=key CONTEXTIO_CONSUMER_SECRET=secret contextio-contract serve
"""
)
@host_option
@port_option(8080)
@click.option(
    "--database",
    default=".cache/contextio-server.sqlite3",
    show_default=True,
    help="SQLite file that keeps the data, or :memory:.",
)
@click.option(
    "--demo/--no-demo", default=True, show_default=True, help="Fill an empty database with demo data."
)
@click.option(
    "--mock", "with_mock", is_flag=True, help="Let a mock answer what this server does not implement."
)
@spec_option
def serve(  # noqa: PLR0913 - one for each option
    host: str, port: int, database: str, spec: Path | None, *, demo: bool, with_mock: bool
) -> None:
    """Serve the API, with accounts, mailboxes and tokens that are kept.

    Operations that this server does not implement are answered with 501. With --mock, a mock answers them
    as the description says, completes answers that lack described fields, and follows the header Prefer.

    The consumer key and its secret come from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET;
    without them a demo key is used.
    """
    from contextio_contract.mock.app import add_mock
    from contextio_contract.server.app import create_app
    from contextio_contract.server.demo import fill
    from contextio_contract.server.http.runner import run_server, server
    from contextio_contract.server.services import Settings

    key, secret = credentials()
    description = resolve(spec)
    contract = description.contract
    with open_listener(host, port) as listener:
        settings = Settings({key: secret}, database)
        with usable(contract), _usable_database(database):
            app = create_app(settings, contract, reference=lambda: description.reference)
            if demo:
                fill(app.state.services, key)
        mocked = add_mock(app) if with_mock else None
        origin = origin_of(listener)
        text = welcome(app.state.api.served, origin, key, secret)
        if mocked is not None:
            text += f"\n  operations without code are answered by the mock: {', '.join(mocked) or 'none'}"
        text += f"\nserve: ready at {origin}{contract.base_path}"
        run_server(server(app, lambda: click.echo(text)), listener)
        app.state.services.close()
    click.echo("serve: stopped")


def credentials() -> tuple[str, str]:
    """Return consumer key and secret from the environment, or those of the demo if neither is set."""
    key, secret = os.environ.get(KEY), os.environ.get(SECRET)
    if bool(key) != bool(secret):
        message = f"{KEY} and {SECRET} belong together; set both or neither"
        raise CannotRun(message)
    return (key, secret) if key and secret else (DEMO_KEY, DEMO_SECRET)


def describe_keys(key: str, secret: str) -> str:
    """Return with what to sign calls; the secret is shown for the demo key only."""
    return f"consumer key {key}, secret {secret if key == DEMO_KEY else 'as set'}"


def open_listener(host: str, port: int) -> socket.socket:
    """Return a listening socket; CannotRun is raised if the address is taken, or not one of this machine."""
    from contextio_contract.server.http.runner import listen

    try:
        return listen(host, port)
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or "no such address").partition(" (")[0].lower()
        message = f"cannot listen on {host} port {port}: {reason}; name another --port or --host"
        raise CannotRun(message) from error


def origin_of(listener: socket.socket) -> str:
    """Return scheme, host and port under which a listening socket can be called."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - turned into a callable address
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


@contextmanager
def _usable_database(database: str) -> Iterator[None]:
    from sqlalchemy.exc import SQLAlchemyError

    name = re.sub(r"(?<=://)[^/]*@", "", database)  # without the password that a URL may hold
    try:
        yield
    except ModuleNotFoundError as error:
        remedy = f"name a SQLite file, or run: pip install {error.name}"
        message = f"cannot use the database {name}: its driver {error.name} is not installed; {remedy}"
        raise CannotRun(message) from error
    except (SQLAlchemyError, OSError, ValueError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        message = f"cannot use the database {name}: {reason}; name another --database"
        raise CannotRun(message) from error


def welcome(served: ServedContract, origin: str, key: str, secret: str) -> str:
    """Return the operations that are served, the key and a first call to paste."""
    from oauthlib.oauth1 import SIGNATURE_TYPE_QUERY, Client

    from contextio_contract.server.http.oauth1 import WINDOW

    base = origin + served.contract.base_path
    served_here = [each for each in served.contract.operations.values() if each in served.handlers]
    operations = sorted(served_here, key=lambda operation: operation.path.text)
    lines = [f"  {operation.method:6} {base}{operation.path}" for operation in operations]
    lines.append(f"  the API reference, to read and to try: {origin}/")
    lines.append(f"  {describe_keys(key, secret)}")
    plain = [each.path for each in operations if each.method == "GET" and not each.path.parameters]
    if plain:
        signer = Client(key, client_secret=secret, signature_type=SIGNATURE_TYPE_QUERY)
        url, _headers, _body = signer.sign(f"{base}{plain[0]}")
        lines.append(f"  a first call, signed for one use in the next {WINDOW // 60} minutes:")
        lines.append(f"  curl '{url}'")
    return "\n".join(lines)
