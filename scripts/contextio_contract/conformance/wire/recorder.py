"""A record of the exchanges of a run, without keys, signatures and passwords."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from contextio_contract.conformance.privacy.privacy import Privacy
from contextio_contract.conformance.results import Exchange
from contextio_contract.conformance.safety.outgoing import Outgoing
from contextio_contract.conformance.wire.redaction import Redaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    import requests

    from contextio_contract.conformance.safety.guard import Guard
    from contextio_contract.conformance.wire.target import Target

SHORTEST_SECRET: Final = 6
"""Characters of a header's value from which on it is taken out of texts; fewer could stand anywhere."""
_BODY_KEPT: Final = 10_000
"""Characters of a body that an exchange keeps."""


class Recorder:
    """Keeps what left and what came.

    Attributes:
        history: those of the whole run, up to the latest 10,000.
        of_requests: the exchange of each request of a tool, for as long as the tool keeps the request.
        redaction: takes secrets out of texts.
        privacy: masks what the run did not create, once the run is over and all of that is known.
    """

    def __init__(self, target: Target, guard: Guard) -> None:
        self.history: deque[Exchange] = deque(maxlen=10_000)
        self.of_requests: WeakKeyDictionary[requests.PreparedRequest, Exchange] = WeakKeyDictionary()
        self.redaction = Redaction(
            target.consumer_secret, target.consumer_key, names=guard.contract.secret_names
        )
        self.privacy = Privacy(guard, target.base_url)
        self._unseen = {"Authorization", *target.connection.headers}
        for value in target.connection.headers.values():
            if len(value) >= SHORTEST_SECRET:
                self.redaction.hide(value)

    def exchange(
        self,
        request: requests.PreparedRequest,
        response: requests.Response | None,
        started: float,
        operation: str,
    ) -> Exchange:
        """Return a request and its response without secrets.

        Args:
            request: what left.
            response: what came; None where nothing did.
            started: when it left, in seconds since 1970.
            operation: its operationId; empty without one.
        """
        body = request.body or ""
        text = body if isinstance(body, str) else bytes(body).decode(errors="replace")
        kind = request.headers.get("Content-Type", "")
        self.privacy.meet(Outgoing(str(request.method), request.path_url, text, kind), response)
        content = b"" if response is None else response.content[:_BODY_KEPT]
        return Exchange(
            method=str(request.method),
            url=self.redaction.of(str(request.url)),
            request_headers=self._headers(request.headers),
            request_body=self.redaction.of(text[:_BODY_KEPT]),
            status=None if response is None else response.status_code,
            response_headers={} if response is None else self._headers(response.headers),
            response_body=self.redaction.of(content.decode(errors="replace")),
            started=started,
            seconds=time.time() - started,
            operation=operation,
            bytes_left_out=0 if response is None else len(response.content) - len(content),
        )

    def _headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {name: self.redaction.of(text) for name, text in headers.items() if name not in self._unseen}
