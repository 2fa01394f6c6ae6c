"""OAuth 1.0a signatures (RFC 5849) of two consumers, verified with the steps of oauthlib."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, unquote

from oauthlib.oauth1.rfc5849 import signature
from oauthlib.oauth1.rfc5849.utils import parse_authorization_header
from tests.conformance.independent.requests import Refused

if TYPE_CHECKING:
    from tests.conformance.independent.requests import Seen

KEY, SECRET = "key of tests", "secret of tests"
SECOND_KEY, SECOND_SECRET = "another key of tests", "another secret of tests"
SECRETS = {KEY: SECRET, SECOND_KEY: SECOND_SECRET}
FORM = "application/x-www-form-urlencoded"
WINDOW = 300
STALE = 105
METHOD = "HMAC-SHA1"


class Consumer:
    """What oauthlib signs with."""

    resource_owner_secret = ""

    def __init__(self, secret: str) -> None:
        self.client_secret = secret


class Signatures:
    """Takes each request once, and none that is not signed as it was sent, by the time of now."""

    def __init__(self) -> None:
        self.nonces: set[tuple[str, ...]] = set()

    def verify(self, origin: str, request: Seen) -> str:
        """Return the consumer key that signed a request."""
        try:
            sent, text = self.read(origin, request)
        except ValueError:
            raise Refused(HTTPStatus.UNAUTHORIZED, "the signature cannot be read") from None
        if "oauth_signature" not in sent or not sent.get("oauth_timestamp", "").isdecimal():
            raise Refused(HTTPStatus.UNAUTHORIZED, "the request is not signed")
        self.expect_protocol(sent)
        self.expect_time(int(sent["oauth_timestamp"]))
        self.expect_signature(sent, text)
        key = sent.get("oauth_consumer_key", "")
        self.expect_new(key, sent["oauth_timestamp"], sent.get("oauth_nonce", ""))
        return key

    def read(self, origin: str, request: Seen) -> tuple[dict[str, str], str]:
        return read(origin, request)

    def expect_protocol(self, sent: dict[str, str]) -> None:
        is_known = sent.get("oauth_version", "1.0") == "1.0" and sent.get("oauth_signature_method") == METHOD
        if not is_known or not sent.get("oauth_nonce"):
            raise Refused(HTTPStatus.BAD_REQUEST, f"sign with a nonce, OAuth 1.0 and {METHOD}")

    def expect_time(self, stamp: int) -> None:
        now = int(time.time())
        if abs(now - stamp) > WINDOW:
            sentence = f"Expired timestamp, yours {stamp}, ours {now}"
            raise Refused(HTTPStatus.UNAUTHORIZED, sentence, code=STALE)

    def expect_signature(self, sent: dict[str, str], text: str) -> None:
        secret = SECRETS.get(sent.get("oauth_consumer_key", ""))
        expected = signature.sign_hmac_sha1_with_client(text, Consumer(secret or ""))
        if secret is None or sent["oauth_signature"] != expected:
            raise Refused(HTTPStatus.UNAUTHORIZED, "the signature is wrong")

    def expect_new(self, *nonce: str) -> None:
        if nonce in self.nonces:
            raise Refused(HTTPStatus.UNAUTHORIZED, "the nonce was used before")
        self.nonces.add(nonce)


def read(origin: str, request: Seen) -> tuple[dict[str, str], str]:
    """Return the parameters of the protocol, from the header or the query, and the text that is signed."""
    header = request.headers.get("authorization", "")
    in_header = parse_authorization_header(header) if header.startswith("OAuth ") else []
    sent = {name: unquote(value) for name, value in in_header}
    sent = sent or {name: value for name, value in parse_qsl(request.query) if name.startswith("oauth_")}
    form: Any = request.body.decode() if request.headers.get("content-type") == FORM else []
    parameters: Any = signature.collect_parameters(
        uri_query=request.query, body=form, headers={"Authorization": header} if in_header else {}
    )
    text = signature.signature_base_string(
        cast("Any", request.method),
        signature.base_string_uri(origin + request.target),
        signature.normalize_parameters(parameters),
    )
    return sent, text
