"""OAuth 1.0a signatures (RFC 5849), verified: HMAC-SHA1, two-legged."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, urlencode

from oauthlib.oauth1 import RequestValidator, SignatureOnlyEndpoint

from contextio_contract.contract import FORM
from contextio_contract.server.http.forms import MAX_FIELDS, media_type
from contextio_contract.server.http.responses import CHALLENGE, RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauthlib.common import Request
    from starlette.datastructures import Headers

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


class _Keys(RequestValidator):
    """The keys and rules by which oauthlib verifies."""

    allowed_signature_methods = ("HMAC-SHA1",)
    timestamp_lifetime = WINDOW
    enforce_ssl = False
    dummy_client = ""

    def __init__(self, secrets: Mapping[str, str]) -> None:
        super().__init__()
        self._secrets = secrets

    def check_client_key(self, client_key: str) -> bool:
        return bool(client_key)

    def check_nonce(self, nonce: str) -> bool:
        return 0 < len(nonce) <= _MAX_NONCE

    def validate_client_key(self, client_key: str, *_: object, **__: object) -> bool:
        return client_key in self._secrets

    def get_client_secret(self, client_key: str, *_: object, **__: object) -> str:
        return self._secrets.get(client_key, "no key has this secret")

    def get_access_token_secret(self, *_: object, **__: object) -> str:
        return ""  # two-legged: an oauth_token is signed, but stands for nothing

    def validate_timestamp_and_nonce(self, *_: object, **__: object) -> bool:
        return True  # oauthlib asks before it checks the signature; unsigned requests must not fill the store


class Verifier:
    """Verifies signed requests against secrets by consumer key."""

    def __init__(self, keys: Mapping[str, str], nonces: NonceStore) -> None:
        self._endpoint = SignatureOnlyEndpoint(_Keys(keys))
        self._keep = nonces

    def verify(self, method: str, url: str, headers: Headers, body: bytes) -> str:
        """Return the consumer key that signed a request.

        The URL is as it was sent, nothing decoded. Of bodies, only urlencoded forms are signed (RFC 5849,
        section 3.4.1.3.1).

        Raises:
            RefusedError: 401 if the signature is missing, wrong or stale, or was used before.
        """
        valid, request = self._validate(method, url, headers, body)
        # The stubs take the parameters for a list of names.
        parameters: dict[str, str] = dict(cast("Any", request).oauth_params) if request else {}
        if not parameters.get("oauth_signature"):
            raise _unauthorized(_UNSIGNED)
        timestamp = parameters.get("oauth_timestamp", "")
        now = int(time.time())
        if not _TIMESTAMP.fullmatch(timestamp):
            raise _unauthorized(_NO_TIME)
        if abs(now - int(timestamp)) > WINDOW:
            sentence = f"Expired timestamp, yours {int(timestamp)}, ours {now}"
            raise _unauthorized(sentence, code=STALE)
        if not valid:
            raise _unauthorized(_WRONG)
        key = parameters["oauth_consumer_key"]
        if not self._keep(key, int(timestamp), parameters["oauth_nonce"], now - WINDOW):
            raise _unauthorized(_REPLAYED)
        return key

    def _validate(self, method: str, url: str, headers: Headers, body: bytes) -> tuple[bool, Request | None]:
        """Return whether the signature fits, and the request as oauthlib read it."""
        address, mark, query = url.partition("?")
        has_form = media_type(headers) == FORM
        # oauthlib compares the header letter by letter, and must come to the same view as media_type.
        compared = {**headers, "content-type": FORM if has_form else ""}
        try:
            # Encoded anew, since oauthlib refuses some characters that clients send without encoding.
            pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MAX_FIELDS)
            text = body.decode("utf-8", "replace") if has_form else ""
            fields = parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_FIELDS)
            in_header = headers.get("authorization", "").lower().startswith("oauth ")
            if in_header + [name for name, _ in (*pairs, *fields)].count("oauth_signature") > 1:
                raise _unauthorized(_TWICE)
            valid, request = self._endpoint.validate_request(
                f"{address}{mark}{urlencode(pairs)}", method, urlencode(fields), compared
            )
        except ValueError:  # what oauthlib raises on a header or an address that it cannot parse
            return False, None
        return valid, request


def _unauthorized(sentence: str, **details: Any) -> RefusedError:
    return RefusedError(HTTPStatus.UNAUTHORIZED, sentence, details, CHALLENGE)
