"""Requests of tools, which were made for an address that leads nowhere, addressed to the deployment."""

from __future__ import annotations

from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import requests

from contextio_contract.conformance.safety.outgoing import Outgoing
from contextio_contract.conformance.wire.forwarding import forward

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.target import Target
    from contextio_contract.contract import Contract

NOWHERE: Final = "http://deployment.invalid"
"""What tools take for the deployment's address; RFC 2606 keeps such names from ever being one."""


class Addressing:
    """Gives requests the address of a deployment, and says where they lead."""

    def __init__(self, contract: Contract, target: Target, run_id: str) -> None:
        """Address requests of a run, each of which names the suite, the run, and what the user wants."""
        self._contract, self._target = contract, target
        agent = f"contextio-contract/{metadata.version('contextio-contract')} (conformance)"
        own = {"User-Agent": agent, "X-Conformance-Run": run_id}
        self._headers = {**target.connection.headers, **own}

    def address(self, request: requests.PreparedRequest) -> tuple[requests.PreparedRequest, Outgoing]:
        """Return a request with nothing that is not forwarded, and what the guard has to judge.

        Raises:
            requests.exceptions.InvalidURL: when it was not made for `NOWHERE`.
        """
        prepared, address = self._addressed(request)
        return prepared, self._as_it_leaves(prepared, address)

    def _addressed(self, request: requests.PreparedRequest) -> tuple[requests.PreparedRequest, str]:
        """Return the request with nothing that is not forwarded, and the address that its path follows."""
        url = str(request.url)
        if not url.startswith(NOWHERE + "/") and url != NOWHERE:
            message = "a request was made for an address outside the run"
            raise requests.exceptions.InvalidURL(message, request=request)
        target = url.removeprefix(NOWHERE)
        named = Outgoing(str(request.method), target, "")
        operation = self._contract.router.match(named.method, named.path)
        address = self._address(named)
        return forward(request, address, target, operation, self._headers), address

    def _address(self, outgoing: Outgoing) -> str:
        """Return the address that a path follows: the deployment's, or another for a server of its own."""
        route = self._contract.router.route(outgoing.path)
        own = next(iter(route[0].values())).base_path if route else None
        if own is None or own == (base_path := self._contract.base_path):
            return self._target.base_url
        is_based = self._target.base_url.endswith(base_path)
        return (self._target.base_url.removesuffix(base_path) if is_based else self._target.origin) + own

    def _as_it_leaves(self, prepared: requests.PreparedRequest, address: str) -> Outgoing:
        body = prepared.body or ""
        if not isinstance(body, str):
            body = bytes(body).decode(errors="surrogateescape")
        base, target = urlsplit(address).path, prepared.path_url
        # Encoded dots are decoded and resolved on the way to this point, so it may lead out of the base.
        target = target.removeprefix(base) if target.startswith(base + "/") else ""
        kind = prepared.headers.get("Content-Type", "")
        outgoing = Outgoing(str(prepared.method), target, body, kind)
        return outgoing if self._address(outgoing) == address else replace(outgoing, target="")
