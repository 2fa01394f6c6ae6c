"""OAuth 1.0a signatures (RFC 5849), verified: HMAC-SHA1, two-legged."""

from __future__ import annotations

import hmac
import re
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from contextio_contract.contract import FORM
from contextio_contract.server.http.forms import MAX_FIELDS, media_type
from contextio_contract.server.http.responses import CHALLENGE, RefusedError
from contextio_contract.server.http.signature import SIGNATURE, has_oauth_scheme, parse_authorization, sign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import Headers

    from contextio_contract.server.http.forms import Pairs

WINDOW: Final = 300
"""Seconds by which a timestamp may differ from the server's clock, either way."""

STALE: Final = 105
"""Code of the error that names both timestamps (rule auth-timestamp-window)."""

_MAX_NONCE: Final = 128
_MAX_NONCES: Final = 100_000
_TIMESTAMP: Final = re.compile(r"[0-9]{1,10}", re.ASCII)

_UNSIGNED: Final = "the request is not signed; sign it with OAuth 1.0a and HMAC-SHA1"
_NO_TIME: Final = "oauth_timestamp must be the time in seconds since 1970-01-01 UTC"
_REPLAYED: Final = "the nonce was used before; sign every request anew"
_WRONG: Final = (
    "the signature does not fit; check consumer key and secret, HMAC-SHA1, "
    "and that method, address and all parameters were signed as they were sent"
)
_TWICE: Final = (
    "the request is signed twice; put the oauth_ parameters in the header, the query or the form alone"
)


NonceStore = Callable[[str, int, str, int], bool]
"""Keeps used nonces, so that a signed request counts once (RFC 5849, section 3.3).

It takes consumer key, timestamp, nonce and a time, and returns False if the key has used the nonce with this
timestamp before. Nonces with timestamps before the time, in seconds since 1970-01-01 UTC, may be dropped.
"""


class MemoryNonceStore:
    """A `NonceStore` in memory, for one process; the first that came go once there are too many."""

    def __init__(self) -> None:
        self._nonces: dict[tuple[str, int, str], None] = {}
        self._lock = threading.Lock()

    def __call__(self, consumer_key: str, timestamp: int, nonce: str, oldest: int) -> bool:
        """Keep a nonce; return False if it was used before."""
        entry = (consumer_key, timestamp, nonce)
        with self._lock:
            if entry in self._nonces:
                return False
            self._nonces[entry] = None
            while len(self._nonces) > _MAX_NONCES or next(iter(self._nonces))[1] < oldest:
                del self._nonces[next(iter(self._nonces))]
        return True


class Verifier:
    """Verifies signed requests against secrets by consumer key."""

    def __init__(self, keys: Mapping[str, str], nonces: NonceStore) -> None:
        self._keys = keys
        self._keep = nonces

    def verify(self, method: str, url: str, headers: Headers, body: bytes) -> str:
        """Return the consumer key that signed a request.

        The URL is as it was sent, nothing decoded. Of bodies, only urlencoded forms are signed (RFC 5849,
        section 3.4.1.3.1).

        Raises:
            RefusedError: 401 if the signature is missing, wrong or stale, or was used before.
        """
        address, _, query = url.partition("?")
        try:
            parameters, protocol = _read_parameters(headers, query, body)
            key = protocol.get("oauth_consumer_key", "")
            # With a secret for unknown keys, too: how long it takes tells nothing about the key.
            expected = sign(method, address, parameters, self._keys.get(key, "no key has this secret"))
        except ValueError as error:  # a header, a form or an address that cannot be parsed
            raise _unauthorized(_UNSIGNED) from error
        signature = protocol.get(SIGNATURE)
        if not signature:
            raise _unauthorized(_UNSIGNED)
        timestamp = protocol.get("oauth_timestamp", "")
        now = int(time.time())
        if not _TIMESTAMP.fullmatch(timestamp):
            raise _unauthorized(_NO_TIME)
        if abs(now - int(timestamp)) > WINDOW:
            sentence = f"Expired timestamp, yours {int(timestamp)}, ours {now}"
            raise _unauthorized(sentence, code=STALE)
        fits = hmac.compare_digest(expected.encode(), signature.encode())
        nonce = protocol.get("oauth_nonce", "")
        if not (fits and key in self._keys and 0 < len(nonce) <= _MAX_NONCE and _is_usual(protocol)):
            raise _unauthorized(_WRONG)
        if not self._keep(key, int(timestamp), nonce, now - WINDOW):
            raise _unauthorized(_REPLAYED)
        return key


def _read_parameters(headers: Headers, query: str, body: bytes) -> tuple[Pairs, dict[str, str]]:
    """Return all parameters of a request, and those of the protocol, which stand in one place, each once.

    Raises:
        RefusedError: 401 if the request is signed twice.
        ValueError: if they cannot be parsed, or the protocol's stand elsewhere too.
    """
    authorization = headers.get("authorization")
    text = body.decode("utf-8", "replace") if media_type(headers) == FORM else ""
    sent = [parse_qsl(each, keep_blank_values=True, max_num_fields=MAX_FIELDS) for each in (query, text)]
    in_header = has_oauth_scheme(authorization or "")
    if in_header + [name for pairs in sent for name, _ in pairs].count(SIGNATURE) > 1:
        raise _unauthorized(_TWICE)
    if authorization is not None:
        sent.append(list(parse_authorization(authorization)))
    placed = [pairs for each in sent if (pairs := [pair for pair in each if pair[0].startswith("oauth_")])]
    protocol = dict(placed[0]) if len(placed) == 1 else {}
    if not protocol or len(protocol) < len(placed[0]):
        message = "the parameters of the protocol are missing, in several places or there more than once"
        raise ValueError(message)
    return [pair for pairs in sent for pair in pairs], protocol


def _is_usual(protocol: Mapping[str, str]) -> bool:
    """Return whether a signature was made by the method and the version that are served."""
    return (
        protocol.get("oauth_signature_method") == "HMAC-SHA1"
        and protocol.get("oauth_version", "1.0") == "1.0"
    )


def _unauthorized(sentence: str, **details: Any) -> RefusedError:
    return RefusedError(HTTPStatus.UNAUTHORIZED, sentence, details, CHALLENGE)
