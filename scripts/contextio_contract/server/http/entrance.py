"""The entrance of the server: what every request passes, and what is noted of it once it is answered."""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from contextio_contract.server.http.context import RequestContext, attach_context
from contextio_contract.server.http.forwarding import TrustedProxies
from contextio_contract.server.http.responses import RefusedError, error_response
from contextio_contract.server.http.target import read_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from contextio_contract.server.http.guard import Guard

_HEADER: Final = b"x-request-id"
_ID: Final = re.compile(rb"[A-Za-z0-9._~-]{1,64}")
_NO_PROXIES: Final = TrustedProxies()
_LINE: Final = "%(method)s %(path)s %(status)d %(ms).1f ms %(operation)s key=%(key)s request=%(request)s"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """A request that was answered.

    Attributes:
        operation: the operation; empty if the request named none.
        status: the status of the response.
        seconds: how long it took until the response began.
    """

    operation: str
    status: int
    seconds: float


class Entrance:
    """An ASGI application that hands on to another what it may answer, and notes what was answered."""

    def __init__(
        self,
        app: ASGIApp,
        guard: Guard,
        *,
        proxies: TrustedProxies = _NO_PROXIES,
        public_url: str = "",
        note: Callable[[Answered], None] = lambda _: None,
    ) -> None:
        """Stand before an application.

        Args:
            app: the application.
            guard: says which requests are taken.
            proxies: those whose word about a request is believed.
            public_url: what clients call and sign, without a slash at the end; else it follows each request.
            note: called with each request that was answered, to count it.
        """
        self._app = app
        self._guard = guard
        self._proxies = proxies
        self._public_url = public_url
        self._note = note

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        started = time.perf_counter()
        context = RequestContext(_request_id(scope), "")
        status = 0

        async def send_on(message: Message) -> None:
            nonlocal status
            if not status:
                status = message["status"]
                message["headers"] = [*message["headers"], (_HEADER, context.id.encode("ascii"))]
                self._finish(scope, context, status, time.perf_counter() - started)
            await send(message)

        attach_context(scope, context)
        try:
            scope = read_target(self._proxies.apply(scope))
            host = self._guard.check(scope)
            context.origin = self._public_url or f"{scope['scheme']}://{host}"
        except RefusedError as refused:
            await error_response(refused, scope["method"])(scope, receive, send_on)
            return
        await self._app(scope, receive, send_on)

    def _finish(self, scope: Scope, context: RequestContext, status: int, seconds: float) -> None:
        self._note(Answered(context.operation, status, seconds))
        if not _log.isEnabledFor(logging.INFO):
            return
        fields = {
            "method": scope["method"],
            "path": context.path or "*",
            "operation": context.operation or "-",
            "status": status,
            "ms": round(seconds * 1000, 1),
            "key": shorten(context.consumer_key),
            "client": scope["client"][0] if scope.get("client") else "-",
            "request": context.id,
        }
        # Made here: the search for its caller takes longer than all else.
        _log.handle(logging.LogRecord(_log.name, logging.INFO, __file__, 0, _LINE, (fields,), None))


@lru_cache(maxsize=1024)
def shorten(consumer_key: str) -> str:
    """Return what names a consumer key in the log, without being the key; `-` for none."""
    return hashlib.sha256(consumer_key.encode()).hexdigest()[:8] if consumer_key else "-"


def _request_id(scope: Scope) -> str:
    """Return the identifier that a client gave a request if it is well-formed, else a new one."""
    for name, value in scope["headers"]:
        if name == _HEADER and _ID.fullmatch(value):
            return bytes(value).decode("ascii")
    return secrets.token_hex(8)
