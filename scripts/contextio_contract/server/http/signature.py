"""Signatures with HMAC-SHA1 and the header that carries them (RFC 5849, sections 3.4 and 3.5.1)."""

from __future__ import annotations

import base64
import hmac
import re
import secrets
import time
from functools import lru_cache
from ipaddress import IPv6Address
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIGNATURE: Final = "oauth_signature"
"""The one parameter that is not signed."""

_UNRESERVED: Final = re.compile(r"[A-Za-z0-9._~-]*")
_SCHEME: Final = "oauth "
_PARAMETER: Final = re.compile(r'\s*([^\s=",]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))\s*(?:,|$)')
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def sign(method: str, address: str, parameters: Iterable[tuple[str, str]], secret: str) -> str:
    """Return the signature of a request with a consumer's secret, and no token's.

    Args:
        method: the method.
        address: the absolute address without its query, as it was sent.
        parameters: the decoded parameters of header, query and form; `oauth_signature` is passed over.
        secret: the secret.

    Raises:
        ValueError: if the address has no host, or a port that there is not.
    """
    encoded = sorted((_encode(name), _encode(value)) for name, value in parameters if name != SIGNATURE)
    joined = "&".join(f"{name}={value}" for name, value in encoded)
    # Encoded once more: all that can be in there and is not unreserved are these three.
    twice = joined.replace("%", "%25").replace("&", "%26").replace("=", "%3D")
    text = f"{_encode(method.upper())}&{_encode(_base_string_uri(address))}&{twice}"
    digest = hmac.digest(f"{_encode(secret)}&".encode(), text.encode(), "sha1")
    return base64.b64encode(digest).decode("ascii")


def sign_query(method: str, address: str, key: str, secret: str) -> str:
    """Return the address of a request without parameters, with a signature in its query."""
    parameters = {
        "oauth_consumer_key": key,
        "oauth_nonce": secrets.token_hex(16),
        "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": str(int(time.time())),
        "oauth_version": "1.0",
    }
    signature = sign(method, address, parameters.items(), secret)
    return f"{address}?{urlencode(parameters | {SIGNATURE: signature}, quote_via=quote)}"


def parse_authorization(header: str) -> Iterator[tuple[str, str]]:
    """Yield the decoded parameters of a header `Authorization`, without its realm.

    Raises:
        ValueError: if it is not of the scheme OAuth, or cannot be parsed.
    """
    if not has_oauth_scheme(header):
        message = "the header has another scheme"
        raise ValueError(message)
    position = len(_SCHEME)
    while position < len(header):
        parameter = _PARAMETER.match(header, position)
        if parameter is None:
            message = "the header has something else than parameters"
            raise ValueError(message)
        name, quoted, bare = parameter.groups()
        if name != "realm":
            yield unquote(name), unquote(bare if quoted is None else quoted)
        position = parameter.end()


def has_oauth_scheme(header: str) -> bool:
    """Return whether a header `Authorization` has the scheme OAuth, in whatever letter case."""
    return header[: len(_SCHEME)].lower() == _SCHEME


def _base_string_uri(address: str) -> str:
    """Return scheme, host and path as they are signed (RFC 5849, section 3.4.1.2)."""
    end = address.find("/", address.find("//") + 2)  # of the origin
    return (
        f"{_base_string_origin(address)}/"
        if end < 0
        else f"{_base_string_origin(address[:end])}{address[end:]}"
    )


@lru_cache(maxsize=64)
def _base_string_origin(origin: str) -> str:
    parts = urlsplit(origin, allow_fragments=False)
    host, port = parts.hostname, parts.port
    if not host or port == 0:
        message = "the address has no host, or port 0"
        raise ValueError(message)
    if ":" in host:
        host = f"[{IPv6Address(host)}]"
    shown = "" if port in {None, _DEFAULT_PORTS.get(parts.scheme)} else f":{port}"
    return f"{parts.scheme}://{host}{shown}"


def _encode(text: str) -> str:
    return text if _UNRESERVED.fullmatch(text) else quote(text, safe="")
