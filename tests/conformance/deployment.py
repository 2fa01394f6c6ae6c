"""The independent deployment, served: it records what it is asked, and can misbehave."""

from __future__ import annotations

import asyncio
import base64
import copy
import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from tests.conformance.answering import running
from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.form_flaws import MultipartIsNotRead
from tests.conformance.independent.mail import Text
from tests.conformance.independent.pages import Pages, with_flaw
from tests.conformance.independent.requests import BASE, Parameters, Refused, Seen
from tests.conformance.independent.signature_flaws import UnsignedIsTaken
from tests.conformance.independent.signatures import KEY, SECOND_KEY, SECOND_SECRET, SECRET
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.store import Row, Store
from tests.conformance.independent.tokens import Tokens

from contextio_contract.conformance.wire.target import Target
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.conformance.independent.flaw import Flaw

__all__ = ["KEY", "SECRET", "Deployment", "Seen", "serving"]
JSON = "application/json"

CANNED = {
    "html": (200, b"<!doctype html><title>proxy</title>", {"content-type": "text/html"}),
    "proxy in trouble": (502, b"<html><title>502 Bad Gateway</title></html>", {"content-type": "text/html"}),
    "no JSON": (200, b"hello", {"content-type": "application/json"}),
    "keys refused": (401, b'{"type": "error", "value": "unknown key"}', {"content-type": "application/json"}),
}

TROUBLE: Mapping[str, tuple[Callable[[int, list[str]], bool], int, dict[str, str]]] = {
    "busy at first": (lambda number, path: number <= 2, 429, {"retry-after": "1"}),  # noqa: ARG005
    "busy for long": (lambda number, path: number > 5, 429, {"retry-after": "3600"}),  # noqa: ARG005
    "busy": (lambda number, path: number > 5, 429, {"retry-after": "0"}),  # noqa: ARG005
    "unavailable once": (lambda number, path: number == 1, 500, {"retry-after": "1"}),  # noqa: ARG005
    "unavailable for long": (lambda number, path: number > 5, 500, {"retry-after": "50"}),  # noqa: ARG005
    "down": (lambda number, path: number > 5, 500, {}),  # noqa: ARG005
    "accounts down": (lambda number, path: path[2] == "accounts" and number > 5, 500, {}),
    "no connect tokens": (lambda number, path: path[2] == "connect_tokens", 501, {}),  # noqa: ARG005
    "no list of tokens": (lambda number, path: path[2:] == ["connect_tokens"], 501, {}),  # noqa: ARG005
    "nothing beside the API": (lambda number, path: path[1] == "app", 404, {"content-type": "text/html"}),  # noqa: ARG005
    "logs missing": (lambda number, path: path[1:3] == ["app", "logs"], 404, {}),  # noqa: ARG005
    "nothing at all": (lambda number, path: True, 501, {}),  # noqa: ARG005
    "errors alone": (lambda number, path: True, 400, {}),  # noqa: ARG005
    "tokens at times": (lambda number, path: path[2] == "connect_tokens" and number % 3 == 0, 501, {}),
    "one account down": (lambda number, path: path[2] == "accounts" and len(path) == 4, 500, {}),  # noqa: ARG005
}
"""By fault: which requests, by number and path, get an error, with which status and headers."""


class OneHandedOut(Accounts):
    def create(self, form: Row) -> Row:
        del form
        return self.confirm(next(iter(self.store.accounts.values())))


class OneTokenHandedOut(Tokens):
    def create(self, owner: str | None, form: Row) -> Row:
        del owner, form
        return self.confirm(next(iter(self.store.tokens.values())))


class NoMailboxOpens(Sources):
    def open(self, form: Row) -> Row:
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, f"{form['server']} does not answer")


class PrivateCallbacksAreRefused(Parameters):
    """As a guard against requests that the server is to send into its own network does."""

    def expect_form(self, schema_name: str, form: Row) -> None:
        super().expect_form(schema_name, form)
        for name in ("callback_url", "status_callback_url", "source_callback_url"):
            try:
                host = urlsplit(str(form.get(name, ""))).hostname or ""
            except ValueError:
                host = "localhost"
            if host == "localhost" or re.fullmatch(r"[0-9.]+|\[?[0-9a-f:]*:[0-9a-f:.]*\]?", host):
                raise Refused(HTTPStatus.BAD_REQUEST, f"{name} must lead to a host on the internet")


class CreatedWith200(Accounts):
    created = HTTPStatus.OK


class WithoutField(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        shown = super().show(account, sources)
        del shown["username"]
        return shown


class Stumbling(Accounts):
    def require(self, name: str) -> Row:
        return self.store.accounts[name]


class WrappedList(Tokens):
    def show_all(self, owner: str | None) -> Any:
        return {"connect_tokens": super().show_all(owner)}


class OtherMediaType(Pages):
    media_type = "text/json"


FLAWS: Mapping[str, type] = {
    "existing account handed out": OneHandedOut,
    "existing token handed out": OneTokenHandedOut,
    "mail servers out of reach": NoMailboxOpens,
    "private callbacks refused": PrivateCallbacksAreRefused,
    "wrong status": CreatedWith200,
    "missing field": WithoutField,
    "server error": Stumbling,
    "broken list": WrappedList,
    "unsigned accepted": UnsignedIsTaken,
    "wrong content type": OtherMediaType,
    "multipart not read": MultipartIsNotRead,
}
"""By fault: the class with the flaw."""


@dataclass
class Deployment:
    """The independent deployment, what it was asked, and how it is to misbehave."""

    bundle: Mapping[str, Any] = field(repr=False)
    fault: str = ""
    store: Store = field(default_factory=Store)
    seen: list[Seen] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)
    """What is answered in the place of a success, by operationId."""

    def __post_init__(self) -> None:
        self.whole = self.store
        self.pages = self.pages_with([FLAWS[self.fault]] if self.fault in FLAWS else [])

    def pages_with(self, flaws: Sequence[type]) -> Pages:
        return with_flaw(Pages, flaws)(self.bundle, self.store, *flaws)

    def break_by(self, flaw: Flaw | None) -> None:
        """Put a flaw in the place of the one before, after which the store is as if that had not been."""
        if flaw:
            self.whole = copy.deepcopy(self.store)
        else:
            vars(self.store).update(vars(self.whole))
        self.pages = self.pages_with(flaw.classes if flaw else ())

    @property
    def target(self) -> Target:
        return Target(self.base_url, KEY, SECRET, second=Target(self.base_url, SECOND_KEY, SECOND_SECRET))

    @property
    def base_url(self) -> str:
        return self.store.base_url

    @base_url.setter
    def base_url(self, url: str) -> None:
        self.store.base_url = url

    @property
    def accounts(self) -> dict[str, Row]:
        return self.store.accounts

    @property
    def tokens(self) -> dict[str, Row]:
        return self.store.tokens

    def populate(self, number: int) -> None:
        """Give it accounts and tokens that belong to others than the run."""
        for position in range(number):
            names = {"first_name": "Ada", "last_name": "Lovelace"}
            account = self.pages.accounts.add({"email": f"person{position}@example.com", **names})
            self.add_token(account["id"])
            self.add_token()

    def add_token(self, owner: str | None = None) -> None:
        self.pages.tokens.add(owner, {"callback_url": "https://app.example.com/"})


def odd_answer(fault: str, request: Seen) -> tuple[int, bytes, dict[str, str]] | None:
    """What a fault answers to a write, if it does."""
    if fault.startswith("writes redirected to ") and len(request.path) > 3:
        return 307, b"", {"location": fault.removeprefix("writes redirected to ")}
    if fault == "delete refused" and request.method == "DELETE":
        return 400, b'{"type": "error", "value": "not now", "success": false}', {"content-type": JSON}
    if fault == "echo":
        form = request.body.decode()
        values = [value for _, value in parse_qsl(form)]
        in_base64 = [base64.b64encode(f"AB{value}".encode()).decode() for value in values]
        error = {"type": "error", "value": " ".join([form, json.dumps(values), *in_base64]), "success": False}
        return 400, json.dumps(error).encode(), {"content-type": JSON}
    return None


class App:
    """The deployment as an ASGI application."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.contract = Contract(dict(deployment.bundle))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        query = scope["query_string"].decode()
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
        target = scope["raw_path"].decode() + (f"?{query}" if query else "")
        # To a proxy, requests name the host as well.
        target = target.removeprefix(self.deployment.base_url.removesuffix(BASE))
        request = Seen(scope["method"], target, headers, body)
        self.deployment.seen.append(request)
        await self.respond(request, send)

    def answer(self, request: Seen) -> tuple[int, bytes, dict[str, str]]:
        fault = self.deployment.fault
        kind = {"content-type": self.deployment.pages.media_type}
        if fault in CANNED:
            return CANNED[fault]
        if fault in TROUBLE:
            concerns, status, headers = TROUBLE[fault]
            is_affected = request.method == "GET" or fault == "down" or status in {404, 501}
            if is_affected and concerns(len(self.deployment.seen), request.path):
                return status, b'{"type": "error", "value": "not now"}', kind | headers
        if fault.startswith("redirect to "):
            return 302, b"", {"location": fault.removeprefix("redirect to ")}
        if fault == "logs missing" and request.path[1] == "app":
            return 200, b'{"status_callback_url": null}', kind
        if request.method != "GET" and (odd := odd_answer(fault, request)):
            return odd
        return self.answer_by_pages(request, kind)

    def answer_by_pages(self, request: Seen, kind: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
        try:
            status, content = self.deployment.pages.answer(request)
        except Refused as error:
            status = error.status
            content = {"type": "error", "value": str(error), **error.details}
            if request.method != "GET":
                content["success"] = False
        except KeyError:
            return (
                500,
                f"trouble with {request.headers['authorization']}".encode(),
                {"content-type": "text/plain"},
            )
        if isinstance(content, Text):
            return status, content.text.encode(), {"content-type": content.kind, **content.headers}
        body = json.dumps(content).encode()
        if self.deployment.bodies and status < 300:
            operation = self.contract.router.match(request.method, request.path[2:])
            body = self.deployment.bodies.get(operation.id if operation else "", body)
        return status, body, kind

    async def respond(self, request: Seen, send: Any) -> None:
        status, content, headers = self.answer(request)
        fault = self.deployment.fault
        is_faulty = fault in {"hang", "drip", "flood"} and request.method == "GET" and len(request.path) == 4
        is_faulty = is_faulty and request.path[2] == "accounts"
        is_lost = fault == "creation without answer" and request.method == "POST"
        if is_lost or (is_faulty and fault == "hang"):
            await asyncio.sleep(3600)
        encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": encoded})
        if is_faulty:
            piece, pause = (b" ", 0.2) if fault == "drip" else (b" " * 2**20, 0)
            for _ in range(100):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
                await asyncio.sleep(pause)
        await send({"type": "http.response.body", "body": content})


@contextmanager
def serving(deployment: Deployment) -> Iterator[None]:
    """Serve a deployment on a free port of this machine, until the context ends."""
    with running(App(deployment)) as origin:
        deployment.base_url = f"{origin}{BASE}"
        yield
