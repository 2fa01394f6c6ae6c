"""Addresses in answers: which path of the deployment they name, whatever host they have."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from contextio_contract.conformance.checks.responses import expect
from contextio_contract.conformance.wire.target import is_loopback

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.gateway import Gateway


def path_in(url: object, gateway: Gateway) -> str:
    """Return the path, below the base of the API, of what an address in an answer leads to.

    The address may have another host and another prefix than the deployment is checked at, as behind a
    forwarded port, but only a deployment on this machine names this machine. The path has the base path of
    the API and belongs to an operation that reads.

    Raises:
        Unmet: if it is no such address.
    """
    parts = urlsplit(f"{url}")
    is_absolute = parts.scheme in {"http", "https"} and bool(parts.hostname)
    is_reachable = gateway.is_loopback or not is_loopback(parts.hostname or "")
    base = urlsplit(gateway.base_url).path
    _, _, below = parts.path.partition(f"{gateway.contract.base_path}/")
    below = parts.path.removeprefix(f"{base}/") if parts.path.startswith(f"{base}/") else below
    operation = gateway.contract.router.match("GET", [unquote(part) for part in below.rstrip("/").split("/")])
    expected = f"an absolute URL of something in the API, such as {gateway.base_url}/…"
    expect(is_absolute and is_reachable and operation is not None, expected, url)
    return f"/{below}" + (f"?{parts.query}" if parts.query else "")
