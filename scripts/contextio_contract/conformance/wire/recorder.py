"""A record of the exchanges of a run, without keys, signatures and passwords."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.results import Exchange
from contextio_contract.conformance.wire.redaction import Redaction

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import requests

    from contextio_contract.conformance.wire.target import Target

BODY_KEPT: Final = 10_000
"""Characters of a body that an exchange keeps."""


class Recorder:
    """Keeps what left and what came.

    Attributes:
        latest: the latest exchanges; who uses them may clear them.
        history: those of the whole run, up to the latest 10,000.
        redaction: takes secrets out of texts.
    """

    def __init__(self, target: Target, secret_names: Collection[str] = ()) -> None:
        self.latest: deque[Exchange] = deque(maxlen=100)
        self.history: deque[Exchange] = deque(maxlen=10_000)
        self.redaction = Redaction(target.consumer_secret, target.consumer_key, names=secret_names)

    def record(
        self,
        request: requests.PreparedRequest,
        response: requests.Response | None,
        started: float,
        operation: str,
    ) -> Exchange:
        """Keep a request that left and its response in a form fit for any reader.

        Args:
            request: what left.
            response: what came; None where nothing did.
            started: when it left, in seconds since 1970.
            operation: its operationId.
        """
        body = request.body or ""
        exchange = Exchange(
            method=str(request.method),
            url=self.redaction.of(str(request.url)),
            request_headers=self.headers(request.headers),
            request_body=self.body(body.encode() if isinstance(body, str) else bytes(body)),
            status=None if response is None else response.status_code,
            response_headers={} if response is None else self.headers(response.headers),
            response_body="" if response is None else self.body(response.content),
            started=started,
            seconds=time.time() - started,
            operation=operation,
        )
        self.latest.append(exchange)
        self.history.append(exchange)
        return exchange

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Return headers fit for any reader; the signature goes."""
        return {name: self.redaction.of(text) for name, text in headers.items() if name != "Authorization"}

    def body(self, content: bytes, length: int = BODY_KEPT) -> str:
        """Return the beginning of a body as text fit for any reader, whatever its bytes are."""
        return self.redaction.of(content[:length].decode(errors="replace"))
