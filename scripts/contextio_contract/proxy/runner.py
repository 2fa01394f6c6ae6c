"""Creates the proxy, and runs it until a signal stops it."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from contextio_contract.contract import Contract
from contextio_contract.errors import CannotRun
from contextio_contract.proxy.app import Proxy
from contextio_contract.proxy.signing import Signer
from contextio_contract.server.http.runner import server, stop_quietly

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable


def create_proxy(contract: Contract, upstream: str, credentials: tuple[str, str] | None = None) -> Proxy:
    """Return a proxy for a deployment.

    Args:
        contract: the operations.
        upstream: the address of the deployment; a path in it takes the place of the described base path.
        credentials: consumer key and secret to sign requests anew with; None to leave them as they are.

    Raises:
        CannotRun: if the address is not valid.
        ContractError: if the contract has schemas that are not valid, or no server.
    """
    origin, path = _split(upstream)
    if path:
        contract = Contract({**contract.bundle, "servers": [{"url": path}]}, contract.source)
    # The environment may name this very proxy.
    client = httpx.AsyncClient(trust_env=False, verify=ssl.create_default_context())
    return Proxy(contract, client, origin, Signer(*credentials, origin) if credentials else None)


def run(proxy: Proxy, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Pass requests on until SIGINT or SIGTERM; `ready` is called once connections are accepted."""

    async def serve() -> None:
        async with proxy.client:
            await server(proxy, ready).serve(sockets=[listener])

    stop_quietly()
    asyncio.run(serve())


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
