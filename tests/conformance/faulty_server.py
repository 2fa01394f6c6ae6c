"""Our own server with a fault of the moment, which stands between it and whoever calls it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import requests
from starlette.datastructures import Headers
from tests.conformance.answering import running

from contextio_contract.conformance.wire.signing import Signer
from contextio_contract.conformance.wire.target import Target
from contextio_contract.contract import FORM, JSON
from contextio_contract.server.app import create_app
from contextio_contract.server.http.oauth1 import Verifier, secrets_from
from contextio_contract.server.http.responses import RefusedError
from contextio_contract.server.outbound.policy import DEVELOPMENT, Policy
from contextio_contract.server.services import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp

    from contextio_contract.contract import Contract

KEY, SECRET = "fault-key", "fault-secret"
SECOND_KEY, SECOND_SECRET = "another-fault-key", "another-fault-secret"
KEYS = {KEY: SECRET, SECOND_KEY: SECOND_SECRET}


@dataclass
class Exchange:
    """A request on its way to the server, and its response on the way back.

    `memory` is what the fault remembers between requests. A `status` that is set before the request reaches
    the server keeps it from there.
    """

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    headers: dict[str, str]
    origin: str
    memory: dict[Any, Any]
    resign: bool = False
    resign_as: str = ""
    status: int = 0
    body: Any = None
    kind: str = JSON
    others: list[tuple[bytes, bytes]] = field(default_factory=list)

    @property
    def authorization(self) -> str:
        return self.headers.get("authorization", "")

    @property
    def consumer_key(self) -> str:
        """The key of the tests that signs the request; the first one for an unknown key."""
        found = re.search(r'oauth_consumer_key="([^"]*)"', self.authorization)
        return found[1] if found and found[1] in KEYS else KEY

    @property
    def name(self) -> str:
        return self.path.rstrip("/").rpartition("/")[2]

    @property
    def objects(self) -> list[Any]:
        """The objects in the body of the response."""
        return self.body if isinstance(self.body, list) else [self.body]

    def answer(self, status: int, body: Any = None) -> None:
        error = {"type": "error", "value": "no", "success": False}
        self.status, self.body = status, error if body is None else body


Change = Callable[[Exchange], None]


@dataclass(frozen=True)
class Fault:
    """One way to break the server, and the check that must find it."""

    check: str
    name: str
    method: str
    path: str
    before: Change | None = None
    after: Change | None = None

    def is_about(self, exchange: Exchange) -> bool:
        return exchange.method in self.method and re.fullmatch(self.path, exchange.path) is not None


def changed(exchange: Exchange, change: Change) -> Exchange:
    """Return an exchange as a change leaves it; one that the change is not made for stays as it is."""
    copied = copy.copy(exchange)
    copied.query, copied.form, copied.body = copy.deepcopy((exchange.query, exchange.form, exchange.body))
    try:
        change(copied)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return exchange
    return copied


class FaultyServer:
    """A server as an ASGI application, our own unless another is given, with the fault of the moment."""

    def __init__(self, contract: Contract, app: ASGIApp | None = None) -> None:
        settings = Settings(keys=KEYS, database=":memory:", mailbox_timeout=5.0, policy=Policy(DEVELOPMENT))
        self.own = create_app(settings, contract)
        self.app = app or self.own
        self.verifier = Verifier(secrets_from(KEYS))
        self.fault: Fault | None = None
        self.memory: dict[Any, Any] = {}
        self.origin = ""

    def break_by(self, fault: Fault | None) -> None:
        self.fault, self.memory = fault, {}

    @property
    def target(self) -> Target:
        base_url = f"{self.origin}/2.0"
        return Target(base_url, KEY, SECRET, second=Target(base_url, SECOND_KEY, SECOND_SECRET))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        exchange = Exchange(
            method=scope["method"],
            path=scope["raw_path"].decode(),
            query=dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True)),
            form=dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True)),
            headers={name.decode(): value.decode("latin-1") for name, value in scope["headers"]},
            origin=self.origin,
            memory=self.memory,
        )
        fault = self.fault if self.fault and self.is_broken_for(exchange, scope, body) else None
        sent = (dict(exchange.query), dict(exchange.form))
        if fault and fault.before:
            exchange = changed(exchange, fault.before)
        if not exchange.status:
            if exchange.resign or sent != (exchange.query, exchange.form):
                body = self.sign(exchange, scope)
            await self.ask(exchange, scope, body)
        if fault and fault.after:
            exchange = changed(exchange, fault.after)
        content = exchange.body if isinstance(exchange.body, bytes) else json.dumps(exchange.body).encode()
        kind = [(b"content-type", exchange.kind.encode())] if exchange.kind else []
        size = [] if exchange.method == "HEAD" else [(b"content-length", b"%d" % len(content))]
        headers = [*exchange.others, *kind, *size]
        await send({"type": "http.response.start", "status": exchange.status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def is_broken_for(self, exchange: Exchange, scope: Any, body: bytes) -> bool:
        """Whether the fault applies to an exchange.

        Only faults of authentication change requests that are not signed rightly. None applies to a query
        with a repeated parameter, which could not be passed on as it is.
        """
        fault = self.fault
        query = scope["query_string"].decode()
        repeats = len(parse_qsl(query, keep_blank_values=True)) > len(exchange.query)
        if fault is None or not fault.is_about(exchange) or repeats:
            return False
        if fault.check.startswith("auth-") or not fault.before:
            return True
        url = f"{self.origin}{exchange.path}" + (f"?{query}" if query else "")
        try:
            self.verifier.verify(exchange.method, url, Headers(scope=scope), body)
        except RefusedError:
            return False
        return True

    def sign(self, exchange: Exchange, scope: Any) -> bytes:
        """Sign the changed request as its sender would have, and return its body."""
        query = urlencode(exchange.query)
        url = f"{self.origin}{exchange.path}" + (f"?{query}" if query else "")
        form = exchange.form if exchange.method == "POST" else None
        request = requests.Request(exchange.method, url, data=form).prepare()
        key = exchange.resign_as or exchange.consumer_key
        Signer(key, KEYS[key]).sign(request)
        body = str(request.body or "").encode()
        scope["query_string"] = query.encode()
        changed = {b"authorization", b"content-type", b"content-length"}
        scope["headers"] = [header for header in scope["headers"] if header[0] not in changed]
        scope["headers"] += [
            (b"authorization", request.headers["Authorization"].encode()),
            (b"content-length", b"%d" % len(body)),
            *([(b"content-type", FORM.encode())] if body else []),
        ]
        return body

    async def ask(self, exchange: Exchange, scope: Any, body: bytes) -> None:
        content = b""
        headers = {}

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            nonlocal content
            exchange.status = message.get("status", exchange.status)
            headers.update(message.get("headers", ()))
            content += message.get("body", b"")

        await self.app(scope, receive, send)
        headers.pop(b"content-length", None)
        exchange.kind = headers.pop(b"content-type", b"").decode()
        exchange.others = list(headers.items())
        exchange.body = json.loads(content) if exchange.kind == JSON else content


@contextmanager
def faulty_server(contract: Contract, app: ASGIApp | None = None) -> Iterator[FaultyServer]:
    """Serve an application, our own server without one, on a free port; it is whole until a fault is set."""
    faulty = FaultyServer(contract, app)
    try:
        with running(faulty) as faulty.origin:
            yield faulty
    finally:
        faulty.own.state.services.close()
