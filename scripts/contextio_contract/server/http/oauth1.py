"""Verification of OAuth 1.0a signatures (RFC 5849): HMAC-SHA1, two legs."""

from __future__ import annotations

import re
import threading
import time
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, urlencode

from oauthlib.oauth1 import RequestValidator, SignatureOnlyEndpoint

from contextio_contract.server.db import nonces
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.media import FORM, media_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauthlib.common import Request
    from starlette.datastructures import Headers

    from contextio_contract.server.db.database import Database

WINDOW: Final = 300
"""Seconds by which a timestamp may differ from the server's clock, either way."""

STALE: Final = 105
"""Number of the error that names both timestamps (rule auth-timestamp-window)."""

MAX_FIELDS: Final = 1000
_MAX_NONCE = 128
_TIMESTAMP = re.compile(r"[0-9]{1,10}", re.ASCII)
CHALLENGE: Final = {"www-authenticate": "OAuth"}
"""The header of every 401."""

_UNFIT = (
    "the signature does not fit; check consumer key and secret, HMAC-SHA1, "
    "and that method, address and all parameters were signed as they were sent"
)
_TWICE = "the request is signed twice; put the oauth_ parameters in the header, the query or the form alone"


class _Keys(RequestValidator):
    """What oauthlib asks for while it verifies."""

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

    def validate_client_key(self, client_key: str, request: Request) -> bool:
        del request
        return client_key in self._secrets

    def get_client_secret(self, client_key: str, request: Request) -> str:
        del request
        return self._secrets.get(client_key, "no key has this secret")

    def get_access_token_secret(self, client_key: str, token: str, request: Request) -> str:
        del client_key, token, request
        return ""  # two legs: an oauth_token is signed, but stands for nothing

    def validate_timestamp_and_nonce(  # noqa: PLR0913, PLR0917 - oauthlib's signature
        self,
        client_key: str,
        timestamp: object,
        nonce: str,
        request: Request,
        request_token: str | None = None,
        access_token: str | None = None,
    ) -> bool:
        del client_key, timestamp, nonce, request, request_token, access_token
        return True  # oauthlib asks before it checks the signature; unsigned requests must not fill the table


class Verifier:
    """Verifies signed requests against a set of keys."""

    def __init__(self, keys: Mapping[str, str], database: Database) -> None:
        """Take the secrets by consumer key, and where used nonces are kept."""
        self._endpoint = SignatureOnlyEndpoint(_Keys(keys))
        self._database = database
        self._purged = 0.0
        self._purging = threading.Lock()

    def consumer_key(self, method: str, url: str, headers: Headers, body: bytes) -> str:
        """Return the consumer key that signed a request.

        Args:
            method: the method as sent.
            url: scheme, host, path and query as sent, nothing decoded.
            headers: as sent.
            body: the body as sent; only urlencoded forms are signed.

        Raises:
            RefusedError: 401, when the signature is missing, wrong, stale or was used before.
        """
        valid, request = self._verify(method, url, headers, body)
        # The stubs take the parameters for a list of names.
        parameters: dict[str, str] = dict(cast("Any", request).oauth_params) if request else {}
        if not parameters.get("oauth_signature"):
            raise RefusedError(
                401, "the request is not signed; sign it with OAuth 1.0a and HMAC-SHA1", headers=CHALLENGE
            )
        timestamp = parameters.get("oauth_timestamp", "")
        now = int(time.time())
        if not _TIMESTAMP.fullmatch(timestamp):
            raise RefusedError(
                401, "oauth_timestamp must be the time in seconds since 1970-01-01 UTC", headers=CHALLENGE
            )
        if abs(now - int(timestamp)) > WINDOW:
            raise RefusedError(
                401, f"Expired timestamp, yours {int(timestamp)}, ours {now}", {"code": STALE}, CHALLENGE
            )
        if not valid:
            raise RefusedError(401, _UNFIT, headers=CHALLENGE)
        self._forget_old(now)
        key = parameters["oauth_consumer_key"]
        if not nonces.remember(self._database, key, int(timestamp), parameters["oauth_nonce"]):
            raise RefusedError(401, "the nonce was used before; sign every request anew", headers=CHALLENGE)
        return key

    def _verify(self, method: str, url: str, headers: Headers, body: bytes) -> tuple[bool, Request | None]:
        """Tell whether the signature fits, and what oauthlib made of the request.

        Raises:
            RefusedError: 401, when there is more than one signature.
        """
        address, mark, query = url.partition("?")
        form = media_type(headers) == FORM
        # oauthlib compares the header letter by letter, and must not come to another view than media_type.
        given = {**headers, "content-type": FORM if form else ""}
        try:
            # Encoded anew, since oauthlib refuses some characters that clients send without encoding.
            pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MAX_FIELDS)
            fields = (
                parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MAX_FIELDS)
                if form
                else []
            )
            in_header = headers.get("authorization", "").lower().startswith("oauth ")
            if in_header + [name for name, _ in (*pairs, *fields)].count("oauth_signature") > 1:
                raise RefusedError(401, _TWICE, headers=CHALLENGE)
            valid, request = self._endpoint.validate_request(
                f"{address}{mark}{urlencode(pairs)}", method, urlencode(fields), given
            )
        except ValueError:  # what oauthlib raises on a header or an address that it cannot parse
            return False, None
        return valid, request

    def _forget_old(self, now: int) -> None:
        with self._purging:
            due = now - self._purged > WINDOW
            self._purged = now if due else self._purged
        if due:
            nonces.forget(self._database, before=now - WINDOW)
