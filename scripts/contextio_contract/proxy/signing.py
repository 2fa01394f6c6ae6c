"""Signatures: verified, and made anew for the address of the deployment."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, unquote_plus, urlencode

from oauthlib.oauth1 import Client
from starlette.datastructures import Headers

from contextio_contract.contract import FORM
from contextio_contract.proxy.exchange import end_to_end
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.forms import media_type
from contextio_contract.server.http.oauth1 import MemoryNonceStore, Verifier

if TYPE_CHECKING:
    from contextio_contract.proxy.exchange import Outgoing


class Signer:
    """Signs requests for the origin of a deployment, with a consumer key that it knows."""

    def __init__(self, key: str, secret: str, origin: str) -> None:
        self._verifier = Verifier({key: secret}, MemoryNonceStore())
        self._client = Client(key, client_secret=secret)
        self._origin = origin

    def sign_anew(self, request: Outgoing) -> Outgoing:
        """Return a request that was signed for the address of the proxy, signed for the deployment's.

        Raises:
            RefusedError: 401 if the signature is missing, wrong or stale, or was used before; 400 if the
                request is of a kind that cannot be signed.
        """
        headers = Headers(raw=request.headers)
        path, query = request.path.decode("ascii"), request.query.decode("latin-1")
        url = f"http://{headers.get('host', '')}{path}?{query}"
        self._verifier.verify(request.method, url, headers, request.body)

        has_form = media_type(headers) == FORM
        unsigned_query = _without_oauth(request.query)
        body = _without_oauth(request.body) if has_form else request.body
        fields = _encoded(body) if has_form else ""
        try:
            _, signed, _ = self._client.sign(
                f"{self._origin}{path}?{_encoded(unsigned_query)}",
                cast("Any", request.method),  # the stubs know some methods only
                body=fields or None,
                headers={"Content-Type": FORM} if fields else {},
            )
        except ValueError as error:
            raise RefusedError(
                HTTPStatus.BAD_REQUEST, "the request is of a kind that cannot be signed"
            ) from error
        kept = end_to_end(request.headers, b"authorization", b"host", b"content-length")
        authorization = (b"authorization", signed["Authorization"].encode("ascii"))
        return replace(request, query=unsigned_query, headers=[*kept, authorization], body=body)


def _without_oauth(text: bytes) -> bytes:
    """Return a query or form without the parameters of a signature, the others as they were sent."""
    parts = text.split(b"&")
    names = (unquote_plus(part.partition(b"=")[0].decode("latin-1")) for part in parts)
    return b"&".join(part for part, name in zip(parts, names, strict=True) if not name.startswith("oauth_"))


def _encoded(text: bytes) -> str:
    """Return a query or form in the encoding that oauthlib reads."""
    return urlencode(parse_qsl(text.decode("utf-8", "replace"), keep_blank_values=True))
