"""Whose requests are taken: those to a host of ours, and none that the page of another site makes.

A page can have a name lead to this machine (DNS rebinding), and send forms to any address. Without these
checks, every page that a developer visits could use a server on the loopback.
"""

from __future__ import annotations

import re
from functools import lru_cache
from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from contextio_contract.contract.operation import SAFE
from contextio_contract.server.http.responses import RefusedError, bad_request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import Scope

_HOST: Final = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_OWN_SITE: Final = frozenset({b"same-origin", b"none"})
"""Values of `Sec-Fetch-Site`: our own page made the request, or a person did, as with a bookmark."""
_CROSS_SITE: Final = RefusedError(
    HTTPStatus.FORBIDDEN, "the page of another site made this request; call the API from a program"
)


class Guard:
    """Refuses requests to other hosts, and changes that pages of other sites ask for."""

    def __init__(self, names: Iterable[str] = (), public_url: str = "") -> None:
        """Take requests to some host names, to `localhost`, and to addresses in figures.

        Addresses in figures are safe: no name leads to them.

        Args:
            names: the host names.
            public_url: the URL under which clients call, if it is known.
        """
        public = urlsplit(public_url)
        self._own_site = public.netloc
        self._names = frozenset(
            {"localhost", public.hostname or "localhost", *(name.lower() for name in names)}
        )
        self._accepts = lru_cache(maxsize=256)(self._is_ours)

    def check(self, scope: Scope) -> str:
        """Return the host that a request names, with the port if there is one.

        Raises:
            RefusedError: 400 without a host, 421 for another host, 403 for a change from another site.
        """
        hosts: list[bytes] = []
        origin = site = None
        for name, value in scope["headers"]:
            if name == b"host":
                hosts.append(value)
            elif name == b"origin":
                origin = value
            elif name == b"sec-fetch-site":
                site = value
        host = hosts[0].decode("latin-1") if len(hosts) == 1 else ""
        if not _HOST.fullmatch(host):
            raise bad_request(value="the Host header must be a host name, with a port if need be")
        if not self._accepts(host):
            sentence = f"this server is not {host[:100]}; start it with --allowed-host if it is"
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, sentence)
        if (site or origin) and scope["method"] not in SAFE and not self._is_same_site(host, origin, site):
            raise _CROSS_SITE
        return host

    def _is_ours(self, host: str) -> bool:
        parsed = _HOST.fullmatch(host)
        name = parsed[1].lower().removesuffix(".") if parsed else ""
        return name in self._names or _is_address(name)

    def _is_same_site(self, host: str, origin: bytes | None, site: bytes | None) -> bool:
        """Return whether our own page made a request, by what browsers add to it.

        Browsers send `Sec-Fetch-Site` over https and to the loopback alone, `Origin` with every form.
        """
        if site is not None:
            return site in _OWN_SITE
        if origin is None:
            return True
        return origin.decode("latin-1").lower().partition("://")[2] in {host.lower(), self._own_site or host}


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
