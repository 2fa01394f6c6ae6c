"""What reverse proxies say of the requests that they pass on, believed from those that are trusted."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from ipaddress import IPv4Network, IPv6Network

    from starlette.types import Scope

_PROTO: Final = b"x-forwarded-proto"
_HOST: Final = b"x-forwarded-host"
_FOR: Final = b"x-forwarded-for"


class TrustedProxies:
    """Reverse proxies by address, which say with what scheme, host and address a request came to them."""

    def __init__(self, networks: Iterable[IPv4Network | IPv6Network] = ()) -> None:
        self._networks = tuple(networks)
        self._trusts = lru_cache(maxsize=1024)(self._is_trusted)

    def apply(self, scope: Scope) -> Scope:
        """Return a scope with scheme, host and client as a trusted proxy says; that of others as it is.

        Of several values, the last is believed, which the proxy next to us has added.
        """
        client = scope.get("client")
        if not (self._networks and client and self._trusts(client[0])):
            return scope
        said = {name: value for name, value in scope["headers"] if name in {_PROTO, _HOST, _FOR}}
        scope = {**scope, "client": (self._find_client(client[0], said.get(_FOR, b"")), 0)}
        scheme = _last(said.get(_PROTO, b"")).lower()
        if scheme in {"http", "https"}:
            scope["scheme"] = scheme
        if host := _last(said.get(_HOST, b"")):
            others = [header for header in scope["headers"] if header[0] != b"host"]
            scope["headers"] = [(b"host", host.encode("latin-1")), *others]
        return scope

    def _find_client(self, proxy: str, said: bytes) -> str:
        """Return the address that the farthest trusted proxy names."""
        client = proxy
        for address in reversed(said.decode("latin-1").split(",")):
            if not self._trusts(client):
                break
            client = address.strip() or client
        return client

    def _is_trusted(self, address: str) -> bool:
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        mapped = getattr(parsed, "ipv4_mapped", None) or parsed
        return any(mapped in network for network in self._networks)


def _last(value: bytes) -> str:
    return value.decode("latin-1").rpartition(",")[2].strip()
