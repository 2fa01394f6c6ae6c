"""Runs the proxy until a signal stops it."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from contextio_contract.contract import Contract
from contextio_contract.errors import CannotRun
from contextio_contract.proxy.app import Proxy
from contextio_contract.proxy.coverage import Coverage
from contextio_contract.proxy.signing import Signer
from contextio_contract.proxy.violations import Checker
from contextio_contract.server.http.runner import server, stop_quietly

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable


def run(
    contract: Contract,
    upstream: str,
    credentials: tuple[str, str] | None,
    listener: socket.socket,
    ready: Callable[[str], None],
) -> Coverage:
    """Pass requests on until SIGINT or SIGTERM, and return what was exercised.

    Args:
        contract: the operations.
        upstream: the address of the deployment; a path in it takes the place of the described base path.
        credentials: consumer key and secret to sign requests anew with; None to leave them as they are.
        listener: where to accept connections.
        ready: called with the path of the API once connections are accepted.

    Raises:
        CannotRun: if the address is not valid.
        ContractError: if the contract has schemas that are not valid, or no server.
    """
    origin, path = _split(upstream)
    if path:
        contract = Contract({**contract.bundle, "servers": [{"url": path}]}, contract.source)
    checker, coverage = Checker(contract), Coverage(contract)
    signer = Signer(*credentials, origin) if credentials else None

    async def serve() -> None:
        # The environment may name this very proxy.
        async with httpx.AsyncClient(trust_env=False, verify=ssl.create_default_context()) as client:
            app = Proxy(client, origin, checker, coverage, signer)
            await server(app, lambda: ready(contract.base_path)).serve(sockets=[listener])

    stop_quietly()
    asyncio.run(serve())
    return coverage


def _split(upstream: str) -> tuple[str, str]:
    """Return origin and path of the address of a deployment."""
    # Not repeated: it may hold a password.
    message = "--upstream must be an address such as http://127.0.0.1:8080, without user, query or fragment"
    try:
        parts = urlsplit(upstream)
        port = parts.port
        httpx.URL(upstream)
    except (ValueError, httpx.InvalidURL) as error:
        raise CannotRun(message) from error
    extras = {parts.username, parts.query, parts.fragment} - {None, ""}
    if parts.scheme not in {"http", "https"} or not parts.hostname or extras:
        raise CannotRun(message)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}", parts.path.rstrip("/")
