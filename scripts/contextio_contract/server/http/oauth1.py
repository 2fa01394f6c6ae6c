"""OAuth 1.0a signatures (RFC 5849), verified: HMAC-SHA1, two-legged."""

from __future__ import annotations

import hmac
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, unquote_plus

from contextio_contract.contract import FORM
from contextio_contract.server.http.forms import (
    MAX_FIELDS,
    Pairs,
    media_type,
    parse_urlencoded,
    too_many_fields,
)
from contextio_contract.server.http.nonces import Nonce
from contextio_contract.server.http.responses import CHALLENGE, RefusedError
from contextio_contract.server.http.signature import SIGNATURE, has_oauth_scheme, parse_authorization, sign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import Headers

WINDOW: Final = 300
"""Seconds by which a timestamp may differ from the server's clock, either way."""

STALE: Final = 105
"""Code of the error that names both timestamps (rule auth-timestamp-window)."""

_MAX_NONCE: Final = 128
_PREFIX: Final = "oauth_"
_DUMMY: Final = "no key has this secret"
_SCANNED: Final = 16 * 1024
"""Bytes of a form from which on it is searched for a key and a time before it is parsed."""
_KEY: Final = re.compile(rb"(?:^|&)oauth_consumer_key=([^&]{1,600})")
_TIME: Final = re.compile(rb"(?:^|&)oauth_timestamp=([^&]{1,30})")
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

SecretsOf = Callable[[str], tuple[str, ...]]
"""Returns the live secrets of a consumer key: two while it is rotated, none if it is unknown."""


def secrets_from(keys: Mapping[str, str]) -> SecretsOf:
    """Return what gives the secrets in a mapping of consumer keys, which may change."""
    return lambda key: (keys[key],) if key in keys else ()


@dataclass(frozen=True)
class Claim:
    """The signature of a request, with what it covers of header and query.

    Attributes:
        parameters: all decoded parameters of the query, and of the header.
        protocol: those of the protocol by name; empty if they can only be in the form.
    """

    parameters: Pairs
    protocol: Mapping[str, str]


class Verifier:
    """Verifies signed requests against the secrets of consumer keys.

    What costs little comes first: header and query name the key and the time, before a body is read.
    """

    def __init__(self, secrets_of: SecretsOf) -> None:
        self._secrets_of = secrets_of

    def verify(self, method: str, url: str, headers: Headers, body: bytes) -> Nonce:
        """Return the nonce of a signed request, with its key; it is to be kept, so that it counts once.

        The URL is as it was sent, nothing decoded. Of bodies, only urlencoded forms are signed (RFC 5849,
        section 3.4.1.3.1).

        Raises:
            RefusedError: 401 if the signature is missing, wrong or stale; 400 if there are too many
                parameters, or the form is not in UTF-8.
        """
        address, _, query = url.partition("?")
        claim = self.read_claim(method, address, query, headers)
        form = self.read_form(claim, body) if media_type(headers) == FORM else []
        return self.verify_claim(method, address, claim, form)

    def read_claim(self, method: str, address: str, query: str, headers: Headers) -> Claim:
        """Return what header and query say of the signature, with a key that there is and a recent time.

        Raises:
            RefusedError: 401 if they cannot belong to a request that is signed, 400 if there are too many
                parameters.
        """
        authorization = headers.get("authorization")
        in_query = _parse(query, "the query")
        in_header: Pairs = []
        if authorization is not None:
            if has_oauth_scheme(authorization) and any(name == SIGNATURE for name, _ in in_query):
                raise _unauthorized(_TWICE)
            try:
                in_header = list(parse_authorization(authorization))
            except ValueError as error:
                raise _unauthorized(_UNSIGNED) from error
        claim = Claim([*in_query, *in_header], _read_protocol(in_query, in_header))
        if not claim.protocol and media_type(headers) != FORM:
            raise _unauthorized(_UNSIGNED)
        if claim.protocol and not self._is_plausible(claim.protocol):
            # As much work as with a key that there is: the time that it takes tells nothing.
            self._sign(method, address, claim.parameters, _DUMMY)
            raise _unauthorized(_WRONG)
        return claim

    def read_form(self, claim: Claim, body: bytes) -> Pairs:
        """Return the parameters of a form that may have been signed.

        Raises:
            RefusedError: 401 if the signature can neither be there nor in the claim, 400 if the form cannot
                be read.
        """
        if not claim.protocol and len(body) > _SCANNED:
            key, timestamp = _KEY.search(body), _TIME.search(body)
            if not (key and timestamp and self._secrets_of(unquote_plus(key[1].decode("latin-1")))):
                raise _unauthorized(_UNSIGNED)
            _check_time(timestamp[1].decode("latin-1"))
        return parse_urlencoded(body, "the form")

    def verify_claim(self, method: str, address: str, claim: Claim, form: Pairs) -> Nonce:
        """Return the nonce of a signed request, whose form is empty if it has none.

        Raises:
            RefusedError: 401 if the signature is missing, wrong or stale.
        """
        protocol = claim.protocol
        if protocol and any(name == SIGNATURE for name, _ in form):
            raise _unauthorized(_TWICE)
        if not protocol or any(name.startswith(_PREFIX) for name, _ in form):
            protocol = _read_protocol(claim.parameters, form)
        plausible = self._is_plausible(protocol)
        key = protocol["oauth_consumer_key"] if plausible else ""
        secrets = self._secrets_of(key) if plausible else ()
        signature, parameters = protocol[SIGNATURE].encode(), [*claim.parameters, *form]
        expected = [self._sign(method, address, parameters, secret) for secret in secrets or (_DUMMY,)]
        fits = any(hmac.compare_digest(each.encode(), signature) for each in expected)
        if not (secrets and fits):
            raise _unauthorized(_WRONG)
        return Nonce(key, int(protocol["oauth_timestamp"]), protocol["oauth_nonce"])

    def _is_plausible(self, protocol: Mapping[str, str]) -> bool:
        """Return whether a signature may be right; 401 if there is none, or it is not of this time."""
        if not protocol.get(SIGNATURE):
            raise _unauthorized(_UNSIGNED)
        _check_time(protocol.get("oauth_timestamp", ""))
        nonce = protocol.get("oauth_nonce", "")
        return (
            bool(self._secrets_of(protocol.get("oauth_consumer_key", "")))
            and 0 < len(nonce) <= _MAX_NONCE
            and "\0" not in nonce  # which no text in PostgreSQL may have
            and protocol.get("oauth_signature_method") == "HMAC-SHA1"
            and protocol.get("oauth_version", "1.0") == "1.0"
        )

    @staticmethod
    def _sign(method: str, address: str, parameters: Pairs, secret: str) -> str:
        try:
            return sign(method, address, parameters, secret)
        except ValueError as error:  # an address that cannot be parsed
            raise _unauthorized(_UNSIGNED) from error


def replayed() -> RefusedError:
    """Return the error for a request whose nonce was used before."""
    return _unauthorized(_REPLAYED)


def _read_protocol(*places: Pairs) -> dict[str, str]:
    """Return the parameters of the protocol; empty without any.

    Raises:
        RefusedError: 401 if they stand in several places, or there more than once.
    """
    placed = [found for pairs in places if (found := [each for each in pairs if each[0].startswith(_PREFIX)])]
    protocol = dict(placed[0]) if placed else {}
    if len(placed) > 1 or (placed and len(protocol) < len(placed[0])):
        twice = [name for pairs in placed for name, _ in pairs].count(SIGNATURE) > 1
        raise _unauthorized(_TWICE if twice else _UNSIGNED)
    return protocol


def _check_time(timestamp: str) -> None:
    now = int(time.time())
    if not _TIMESTAMP.fullmatch(timestamp):
        raise _unauthorized(_NO_TIME)
    if abs(now - int(timestamp)) > WINDOW:
        sentence = f"Expired timestamp, yours {int(timestamp)}, ours {now}"
        raise _unauthorized(sentence, code=STALE)


def _parse(query: str, name: str) -> Pairs:
    """Return the parameters of a query; what is no UTF-8 is found once it is verified."""
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError as error:
        raise too_many_fields(name) from error


def _unauthorized(sentence: str, **details: Any) -> RefusedError:
    return RefusedError(HTTPStatus.UNAUTHORIZED, sentence, details, CHALLENGE)
