"""OAuth 1.0a signatures (RFC 5849: HMAC-SHA1, two legs) for the requests of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from oauthlib.oauth1 import Client

if TYPE_CHECKING:
    import requests

FORM: Final = "application/x-www-form-urlencoded"


class Signer:
    """Signs with the key of a consumer."""

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        """Sign with this key and secret."""
        self._client = Client(consumer_key, client_secret=consumer_secret)

    def authorization(self, request: requests.PreparedRequest) -> str:
        """Return the Authorization header for a request.

        The parameters of a form body take part in the signature where the body can be read as a form
        (RFC 5849, section 3.4.1.3.1); any other body does not.
        """
        body = request.body or ""
        if isinstance(body, bytes):
            body = body.decode("latin-1")
        if request.headers.get("Content-Type") == FORM:
            try:
                return self._header(request, body, {"Content-Type": FORM})
            except ValueError:
                pass
        return self._header(request, None, {})

    def _header(self, request: requests.PreparedRequest, body: str | None, headers: dict[str, str]) -> str:
        method: Any = request.method  # the type stubs of oauthlib know only some methods
        _, signed, _ = self._client.sign(str(request.url), method, body, headers)
        return str(signed["Authorization"])
