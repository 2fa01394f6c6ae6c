"""HTTP/1.1 with capitalised names of headers, such as `Content-Type`, and short responses in one piece.

Header names are case-insensitive (RFC 9110, section 5.1), but two Java clients of the service look for
`Content-Type` alone. Starlette and uvicorn write names in lower case, and write the header and the body one
after the other: each wakes the client up.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_REGISTERED: Final = {b"etag": b"ETag", b"www-authenticate": b"WWW-Authenticate"}
"""Names that RFC 9110 writes with more capitals than one for each word."""


class CapitalisingProtocol(H11Protocol):
    """The protocol of uvicorn with another connection, through which it sends all that it sends."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.conn = _Connection(h11.SERVER)


class _Connection(h11.Connection):
    """A connection that capitalises the names of headers, and keeps a header until its body begins."""

    def __init__(self, our_role: type[h11.SERVER]) -> None:
        super().__init__(our_role)
        self._kept: list[bytes] = []

    def send_with_data_passthrough(self, event: h11.Event) -> list[bytes] | None:
        if not isinstance(event, h11.Response):
            kept, self._kept = self._kept, []
            sent = super().send_with_data_passthrough(event)
            return kept + (sent or []) if kept else sent
        event = h11.Response(
            status_code=event.status_code,
            headers=[(_capitalise(name), value) for name, value in event.headers.raw_items()],
            http_version=event.http_version,
            reason=event.reason,
        )
        sent = super().send_with_data_passthrough(event)
        if sent is None or all(name != b"content-length" for name, _ in event.headers):
            return sent  # of a stream, whose body may be long in coming
        self._kept = sent
        return []


@lru_cache(maxsize=256)
def _capitalise(name: bytes) -> bytes:
    """Return a name with capitals; one that has some, as behind the proxy, stays as it is."""
    return _REGISTERED.get(name, name.title()) if name.islower() else name
