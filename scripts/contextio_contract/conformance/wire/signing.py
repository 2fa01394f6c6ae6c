"""OAuth 1.0a signatures (RFC 5849: HMAC-SHA1, two legs) for the requests of a run, right and wrong ones."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from oauthlib.oauth1 import SIGNATURE_PLAINTEXT, SIGNATURE_TYPE_QUERY, Client

from contextio_contract.contract.media_types import FORM

if TYPE_CHECKING:
    import requests

RIGHT: Final = ""
IN_QUERY: Final = "in the query"  # and right (section 3.5.3)
UNSIGNED: Final = "a request without a signature"
WRONG_SECRET: Final = "a wrong secret"  # noqa: S105 - the name of a flaw
WRONG_IN_QUERY: Final = "a wrong secret, in the query"
UNKNOWN_KEY: Final = "an unknown key"
PLAINTEXT: Final = "the secret itself in place of a signature"
TAMPERED_FORM: Final = "a form that was changed after it was signed"
TAMPERED_QUERY: Final = "a query that was changed after it was signed"
OTHER_METHOD: Final = "a signature for another HTTP method"
OTHER_PATH: Final = "a signature for another path"
STALE: Final = "a stale timestamp"
FUTURE: Final = "a timestamp that is a day ahead"
REPLAYED: Final = "a request that was sent before"  # with the latest signature


class Signer:
    """Signs with the key of a consumer."""

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        self._key, self._secret = consumer_key, consumer_secret
        self._latest = ""

    def sign(self, request: requests.PreparedRequest, signature: str = RIGHT) -> None:
        """Give a request one of the signatures of this module.

        A body is signed if it can be read as a form (RFC 5849, section 3.4.1.3.1).
        """
        if signature == REPLAYED:
            request.headers["Authorization"] = self._latest
            return
        client, signed = Client(self._key, client_secret=self._secret), request.copy()
        address, mark, query = str(request.url).partition("?")
        wrong, now = f"not {self._secret}", int(time.time())
        changes: dict[str, tuple[object, dict[str, Any]]] = {
            IN_QUERY: (client, {"signature_type": SIGNATURE_TYPE_QUERY}),
            WRONG_IN_QUERY: (client, {"signature_type": SIGNATURE_TYPE_QUERY, "client_secret": wrong}),
            WRONG_SECRET: (client, {"client_secret": wrong}),
            UNKNOWN_KEY: (client, {"client_key": f"not {self._key}"}),
            PLAINTEXT: (client, {"signature_method": SIGNATURE_PLAINTEXT}),
            STALE: (client, {"timestamp": str(now - 86_400)}),
            FUTURE: (client, {"timestamp": str(now + 86_400)}),
            OTHER_METHOD: (signed, {"method": "POST" if request.method == "PUT" else "PUT"}),
            OTHER_PATH: (signed, {"url": f"{address}/otherwise{mark}{query}"}),
            TAMPERED_QUERY: (signed, {"url": f"{request.url}{'&' if mark else '?'}signed=otherwise"}),
            TAMPERED_FORM: (signed, {"body": f"{_text(request.body)}&signed=otherwise"}),
        }
        changed, attributes = changes.get(signature, (client, {}))
        vars(changed).update(attributes)
        url, headers = _signed(signed, client)
        if client.signature_type == SIGNATURE_TYPE_QUERY:
            request.url = url
            request.headers.pop("Authorization", None)
        else:
            self._latest = request.headers["Authorization"] = headers["Authorization"]


def _signed(request: requests.PreparedRequest, client: Client) -> tuple[str, dict[str, str]]:
    """Return the address and the headers of a request, one of them with its signature."""
    method: Any = request.method  # the type stubs of oauthlib know only some methods
    headers = {"Content-Type": FORM} if request.headers.get("Content-Type") == FORM else {}
    try:
        url, headers, _ = client.sign(str(request.url), method, headers and _text(request.body), headers)
    except ValueError:
        url, headers, _ = client.sign(str(request.url), method, None, {})
    return url, headers


def _text(body: bytes | str | None) -> str:
    return body.decode("latin-1") if isinstance(body, bytes) else body or ""
