"""Options, keys and sockets of the commands that listen."""

from __future__ import annotations

import os
import ssl
from contextlib import nullcontext
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from contextio_contract.errors import CannotRun
from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from starlette.applications import Starlette

    from contextio_contract.server.http.api import ServedContract
    from contextio_contract.server.http.entrance import Entrance
    from contextio_contract.server.http.oauth1 import SecretsOf
    from contextio_contract.server.http.runner import Server

_Command = TypeVar("_Command", bound="Callable[..., Any]")
Credentials = tuple[str, str]
"""A consumer key and its secret."""

KEY, SECRET = "CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET"
DEMO: Final[Credentials] = (DEMO_KEY, DEMO_SECRET)


def port_option(default: int) -> Callable[[_Command], _Command]:
    """Give a command the option `--port`."""
    port, text = click.IntRange(0, 65535), "Port to listen on; 0 takes any free one."
    return click.option("--port", default=default, show_default=True, type=port, help=text)


def host_option(command: _Command) -> _Command:
    """Give a command the option `--host`."""
    option = click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
    return option(command)


def certificate_option(command: _Command) -> _Command:
    """Give a command the option `--certificate`."""

    def check(context: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
        del context, parameter
        try:
            if path is not None:
                ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(path, password="")
        except OSError as error:
            wanted = "a PEM file with the certificate, its chain, and its key without a password"
            message = f"{path} cannot be used for https; name {wanted}"
            raise CannotRun(message) from error
        return path

    return click.option(
        "--certificate",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        callback=check,
        help="PEM file with a certificate, its chain and its key; serves https in place of http.",
    )(command)


def allowed_host_option(command: _Command) -> _Command:
    """Give a command the option `--allowed-host`."""
    text = "Host name that clients use, beside localhost and addresses in figures; may be repeated."
    return click.option("--allowed-host", "allowed_hosts", multiple=True, metavar="NAME", help=text)(command)


def given_credentials() -> Credentials | None:
    """Return consumer key and secret from the environment; None if neither is set.

    Raises:
        CannotRun: if one is missing, or has blanks around it that no client signs with.
    """
    key, secret = os.environ.get(KEY), os.environ.get(SECRET)
    for name, value in ((KEY, key), (SECRET, secret)):
        if value and value != value.strip():
            message = f"{name} has blanks or line breaks around it; remove them"
            raise CannotRun(message)
    if bool(key) != bool(secret):
        message = f"{KEY} and {SECRET} belong together; set both or neither"
        raise CannotRun(message)
    return (key, secret) if key and secret else None


def credentials() -> Credentials:
    """Return consumer key and secret from the environment, or those of the demo if neither is set."""
    return given_credentials() or DEMO


def keep_demo_on_loopback(listener: socket.socket, given: Credentials | None) -> None:
    """Refuse the demo key, which everyone knows, where other machines can call."""
    if given == DEMO and not ip_address(listener.getsockname()[0]).is_loopback:
        message = (
            "everyone knows the demo key, so that it is served on loopback addresses alone; "
            f"set {KEY} and {SECRET}, or leave out --host"
        )
        raise CannotRun(message)


def second_credentials() -> dict[str, str]:
    """Return the second key that a conformance run gives the server which it starts, with its secret."""
    key, secret = (os.environ.get(f"CONFORMANCE_SECOND_{name}") for name in ("KEY", "SECRET"))
    return {key: secret} if key and secret else {}


def refuse_other_secret(secrets_of: SecretsOf, given: Credentials | None) -> None:
    """Refuse a key whose secret in the environment is not one that the server accepts for it."""
    if given and given[1] not in secrets_of(given[0]):
        remedy = f"set {KEY} and {SECRET} to a live one, or unset both"
        message = f"the consumer key {given[0]} has another secret in the database, or is revoked; {remedy}"
        raise CannotRun(message)


def describe_keys(given: Credentials) -> str:
    """Return with what to sign calls; key and secret are shown for the demo only."""
    return f"consumer key {DEMO_KEY}, secret {DEMO_SECRET}" if given == DEMO else f"the consumer key in {KEY}"


def open_listener(host: str, port: int) -> socket.socket:
    """Return a listening socket; CannotRun is raised if the address is taken, or not one of this machine."""
    from contextio_contract.server.http.runner import listen

    try:
        return listen(host, port)
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or "no such address").partition(" (")[0].lower()
        message = f"cannot listen on {host} port {port}: {reason}; name another port or host"
        raise CannotRun(message) from error


def origin_of(listener: socket.socket, scheme: str = "http") -> str:
    """Return scheme, host and port under which a listening socket can be called."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - turned into a callable address
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def run(  # noqa: PLR0913 - what differs between the commands
    command: str,
    app: Starlette,
    entrance: Entrance,
    listener: socket.socket,
    given: Credentials | None,
    *notes: str,
    certificate: Path | None,
    public_url: str = "",
    watch: Callable[[Server], AbstractContextManager[list[str]]] = lambda _: nullcontext([]),
) -> None:
    """Serve an application of the API until SIGINT or SIGTERM, and print what can be called, with notes.

    Args:
        command: the name of the command.
        app: the application.
        entrance: the application behind its entrance.
        listener: the socket that accepts connections.
        given: the consumer key to call with, if it is known.
        *notes: lines to print.
        certificate: a PEM file for https.
        public_url: what clients call, if that is another address.
        watch: watches the server for as long as it runs; gives further lines to print.
    """
    from contextio_contract.server.http.runner import run_server, server

    def announce() -> None:
        click.echo("\n".join([*_welcome(served, public_url or origin, given), *notes, *watched, ready]))

    served, origin = app.state.api.served, origin_of(listener, "https" if certificate else "http")
    ready = f"{command}: ready at {origin}{served.contract.base_path}"
    running = server(entrance, announce, certificate)
    with watch(running) as watched:
        run_server(running, listener)


def _welcome(served: ServedContract, origin: str, given: Credentials | None) -> list[str]:
    """Return the operations that are served, how to sign, and for the demo a call to paste, line by line."""
    from contextio_contract.server.http.oauth1 import WINDOW
    from contextio_contract.server.http.signature import sign_query

    base = origin + served.contract.base_path
    served_here = [each for each in served.contract.operations.values() if each in served.handlers]
    operations = sorted(served_here, key=lambda operation: operation.path.text)
    lines = [f"  {operation.method:6} {base}{operation.path}" for operation in operations]
    lines.append(f"  the API reference, to read and to try: {origin}/")
    by = describe_keys(given) if given else "the consumer keys that `contextio-contract keys list` shows"
    lines.append(f"  calls are signed with {by}")
    plain = [each.path for each in operations if each.method == "GET" and not each.path.parameters]
    if plain and given == DEMO:  # with any other key, whoever reads the output could send the call
        url = sign_query("GET", f"{base}{plain[0]}", *given)
        lines.append(f"  a first call, signed for one use in the next {WINDOW // 60} minutes:")
        lines.append(f"  curl '{url}'")
    return lines
