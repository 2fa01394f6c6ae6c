"""OAuth 1.0a signatures (RFC 5849: HMAC-SHA1, two legs) for the requests of a run, right and wrong ones."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import re
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from oauthlib.oauth1 import SIGNATURE_HMAC_SHA256, SIGNATURE_PLAINTEXT, SIGNATURE_TYPE_QUERY, Client

from contextio_contract.conformance.wire.oauth import authorization
from contextio_contract.contract.media_types import FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import requests

RIGHT: Final = ""
IN_QUERY: Final = "in the query"  # and right (section 3.5.3)
UNSIGNED: Final = "a request without a signature"
WRONG_SECRET: Final = "a wrong secret"  # noqa: S105 - the name of a flaw
WRONG_IN_QUERY: Final = "a wrong secret, in the query"
SIGNED_TWICE: Final = "a right signature in the header, with a wrong one in the query"
UNKNOWN_KEY: Final = "an unknown key"
PLAINTEXT: Final = "the secret itself in place of a signature"
TAMPERED_FORM: Final = "a form that was changed after it was signed"
ADDED_FIELD: Final = "a form field that was added after the form was signed"
CHANGED_FIELD: Final = "a form field with another value than the signed one"
TAMPERED_QUERY: Final = "a query that was changed after it was signed"
ADDED_PARAMETER: Final = "a query parameter that was added after the query was signed"
CHANGED_PARAMETER: Final = "a query parameter with another value than the signed one"
OTHER_METHOD: Final = "a signature for another HTTP method"
OTHER_PATH: Final = "a signature for another path"
OTHER_HOST: Final = "a signature for another host"
STALE: Final = "a stale timestamp"
FUTURE: Final = "a timestamp that is a day ahead"
NO_TIMESTAMP: Final = "a signature without a timestamp"
NO_NONCE: Final = "a signature without a nonce"
DOUBLE_NONCE: Final = "a second nonce that is not signed"
OTHER_VERSION: Final = "another version of the protocol than 1.0"
OTHER_ALGORITHM: Final = "another signature method than the signature was made with"
CUT: Final = "a signature without its end"
OTHER_CASE: Final = "a signature with its letters in the other case"
EMPTY: Final = "an empty signature"
REPLAYED: Final = "a request that was sent before"  # with the latest signature
REUSED_NONCE: Final = "the nonce of another request"  # of the latest one

MALFORMED: Final = frozenset(
    {SIGNED_TWICE, NO_TIMESTAMP, NO_NONCE, DOUBLE_NONCE, OTHER_VERSION, OTHER_ALGORITHM, PLAINTEXT, EMPTY}
)
"""What a server may answer with 400 as well (section 3.2)."""

_DAY: Final = 86_400
_SECONDS: Final = itertools.cycle(range(60))
"""Seconds ago, so that what has no nonce is not refused as what came at that time before."""
_SIGNATURE: Final = re.compile(r'(?<=oauth_signature=")[^"]*')
_PERCENT: Final = re.compile("(%[0-9A-F]{2})")
_NONCE: Final = re.compile(r'oauth_(nonce|timestamp)="([^"]*)"')

_STATED: Final[Mapping[str, Callable[[Client], Mapping[str, Any]]]] = {
    WRONG_SECRET: lambda client: {"client_secret": f"not {client.client_secret}"},
    WRONG_IN_QUERY: lambda client: {
        "signature_type": SIGNATURE_TYPE_QUERY,
        "client_secret": f"not {client.client_secret}",
    },
    IN_QUERY: lambda _: {"signature_type": SIGNATURE_TYPE_QUERY},
    UNKNOWN_KEY: lambda client: {"client_key": f"not {client.client_key}"},
    PLAINTEXT: lambda _: {"signature_method": SIGNATURE_PLAINTEXT},
    STALE: lambda _: {"timestamp": str(int(time.time()) - _DAY)},
    FUTURE: lambda _: {"timestamp": str(int(time.time()) + _DAY)},
    NO_TIMESTAMP: lambda _: {"stated": {"oauth_timestamp": ""}},
    NO_NONCE: lambda _: {
        "timestamp": str(int(time.time()) - next(_SECONDS)),
        "stated": {"oauth_nonce": ""},
    },
    OTHER_VERSION: lambda _: {"stated": {"oauth_version": "2.0"}},
    OTHER_ALGORITHM: lambda _: {"stated": {"oauth_signature_method": SIGNATURE_HMAC_SHA256}},
}
"""Attributes of the client that signs, by the flaw that they make."""

_SIGNED: Final[Mapping[str, Callable[[requests.PreparedRequest], Mapping[str, Any]]]] = {
    OTHER_METHOD: lambda sent: {"method": "POST" if sent.method == "PUT" else "PUT"},
    OTHER_PATH: lambda sent: {"url": _with_path(str(sent.url), "/otherwise")},
    OTHER_HOST: lambda sent: {"url": re.sub("(?<=://)[^/]*", "other.example.com", str(sent.url))},
    TAMPERED_QUERY: lambda sent: {"url": f"{sent.url}{'&' if '?' in str(sent.url) else '?'}signed=otherwise"},
    ADDED_PARAMETER: lambda sent: {"url": re.sub("[?&][^?&]*$", "", str(sent.url))},
    CHANGED_PARAMETER: lambda sent: {"url": f"{sent.url}0"},
    TAMPERED_FORM: lambda sent: {"body": f"{_text(sent.body)}&signed=otherwise"},
    ADDED_FIELD: lambda sent: {"body": _text(sent.body).rpartition("&")[0]},
    CHANGED_FIELD: lambda sent: {"body": f"{_text(sent.body)}0"},
}
"""Attributes of the request that is signed in place of the one that is sent, by the flaw that they make."""

_WRITTEN: Final[Mapping[str, Callable[[str], str]]] = {
    CUT: lambda header: _SIGNATURE.sub(lambda found: found[0][:12], header),
    OTHER_CASE: lambda header: _SIGNATURE.sub(lambda found: _other_case(found[0]), header),
    EMPTY: lambda header: _SIGNATURE.sub("", header),
    DOUBLE_NONCE: lambda header: f'{header}, oauth_nonce="another"',
}
"""What becomes of the header once it is signed, by the flaw that it makes."""


class Signer:
    """Signs with the key of a consumer."""

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        self._key, self._secret = consumer_key, consumer_secret
        self._latest = threading.local()  # each worker repeats what it sent itself

    @property
    def latest(self) -> str:
        """The latest Authorization header that was made in this thread; empty before the first."""
        return getattr(self._latest, "header", "")

    @latest.setter
    def latest(self, header: str) -> None:
        self._latest.header = header

    def sign(self, request: requests.PreparedRequest, signature: str = RIGHT) -> None:
        """Give a request one of the signatures of this module.

        A body is signed if it can be read as a form (RFC 5849, section 3.4.1.3.1).
        """
        if signature == REPLAYED:
            request.headers["Authorization"] = self.latest
            return
        if signature == RIGHT and (usual := authorization(request, self._key, self._secret)):
            self.latest = request.headers["Authorization"] = usual
            return
        client, signed = _Client(self._key, client_secret=self._secret), request.copy()
        vars(client).update(_STATED[signature](client) if signature in _STATED else {})
        vars(signed).update(_SIGNED[signature](request) if signature in _SIGNED else {})
        if signature == REUSED_NONCE:
            vars(client).update(_NONCE.findall(self.latest))
        url, headers = _signed(signed, client)
        if client.signature_type == SIGNATURE_TYPE_QUERY:
            request.url = url
            request.headers.pop("Authorization", None)
            return
        if signature == SIGNED_TWICE:
            self.sign(request, WRONG_IN_QUERY)
        header = headers["Authorization"]
        self.latest = request.headers["Authorization"] = _WRITTEN.get(signature, str)(header)

    def code_of(self, message: str) -> str:
        """Return the HMAC-SHA256 of a message, keyed with the consumer secret, in hexadecimal digits."""
        return hmac.new(self._secret.encode(), message.encode(), hashlib.sha256).hexdigest()


class _Client(Client):
    """A client that states some parameters of the protocol otherwise than it signs by."""

    stated: Mapping[str, str] = {}

    def get_oauth_params(self, request: Any) -> list[tuple[str, str]]:
        """Return the parameters of the protocol, without those that are stated as empty."""
        usual: Any = super().get_oauth_params  # without type stubs
        parameters = {**dict(usual(request)), **self.stated}
        return [(name, value) for name, value in parameters.items() if value]


def _signed(request: requests.PreparedRequest, client: Client) -> tuple[str, dict[str, str]]:
    """Return the address and the headers of a request, one of them with its signature."""
    method: Any = request.method  # the type stubs of oauthlib know only some methods
    headers = {"Content-Type": FORM} if request.headers.get("Content-Type") == FORM else {}
    try:
        url, headers, _ = client.sign(str(request.url), method, headers and _text(request.body), headers)
    except ValueError:
        url, headers, _ = client.sign(str(request.url), method, None, {})
    return url, headers


def _with_path(url: str, end: str) -> str:
    address, mark, query = url.partition("?")
    return f"{address}{end}{mark}{query}"


def _other_case(signature: str) -> str:
    """Return a percent-encoded signature with its letters in the other case, encoded as it is."""
    return "".join(part if part[:1] == "%" else part.swapcase() for part in _PERCENT.split(signature))


def _text(body: bytes | str | None) -> str:
    return body.decode("latin-1") if isinstance(body, bytes) else body or ""
