"""HTTP/1.1 with capitalised names of response headers, such as `Content-Type`.

Header names are case-insensitive (RFC 9110, section 5.1), but two Java clients of the service look for
`Content-Type` alone. Starlette and uvicorn write names in lower case.
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
    """A connection that capitalises the names of headers in responses."""

    def send_with_data_passthrough(self, event: h11.Event) -> list[bytes] | None:
        if isinstance(event, h11.Response):
            event = h11.Response(
                status_code=event.status_code,
                headers=[(_capitalise(name), value) for name, value in event.headers.raw_items()],
                http_version=event.http_version,
                reason=event.reason,
            )
        return super().send_with_data_passthrough(event)


@lru_cache(maxsize=256)
def _capitalise(name: bytes) -> bytes:
    """Return a name with capitals; one that has some, as behind the proxy, stays as it is."""
    return _REGISTERED.get(name, name.title()) if name.islower() else name
