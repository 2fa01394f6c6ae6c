"""A second, small deployment of the contract, in memory, that records what it is asked and can break it.

It opens no mailboxes: every valid request for a source is answered 503.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import secrets
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, unquote

import jsonschema_rs
import uvicorn
from oauthlib.oauth1.rfc5849 import signature
from oauthlib.oauth1.rfc5849.utils import parse_authorization_header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

KEY, SECRET = "consumer key", "consumer secret"
BASE = "/2.0"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
NAMES = ("email", "first_name", "last_name")
INTEGER = re.compile(r"-?[0-9]{1,400}")


CANNED = {
    "html": (200, b"<!doctype html><title>proxy</title>", {"content-type": "text/html"}),
    "proxy in trouble": (502, b"<html><title>502 Bad Gateway</title></html>", {"content-type": "text/html"}),
    "another API": (200, b'{"hello": "world"}', {"content-type": "application/json"}),
    "keys refused": (401, b'{"type": "error", "value": "unknown key"}', {"content-type": "application/json"}),
}

TROUBLE: Mapping[str, tuple[Callable[[int, list[str]], bool], int, dict[str, str]]] = {
    "busy at first": (lambda number, path: number <= 2, 429, {"retry-after": "1"}),  # noqa: ARG005
    "busy for long": (lambda number, path: number > 5, 429, {"retry-after": "3600"}),  # noqa: ARG005
    "busy": (lambda number, path: number > 5, 429, {"retry-after": "0"}),  # noqa: ARG005
    "unavailable once": (lambda number, path: number == 1, 500, {"retry-after": "1"}),  # noqa: ARG005
    "down": (lambda number, path: number > 5, 500, {}),  # noqa: ARG005
    "accounts down": (lambda number, path: path[2] == "accounts" and number > 5, 500, {}),
    "one account down": (lambda number, path: path[2] == "accounts" and len(path) == 4, 500, {}),  # noqa: ARG005
}
"""By fault: which requests, by number and path, get an error, with which status and headers."""


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> list[str]:
        return [unquote(part) for part in self.target.partition("?")[0].split("/")]


@dataclass
class Deployment:
    """The state of a deployment, what it was asked, and how it is to misbehave."""

    bundle: Mapping[str, Any]
    fault: str = ""
    base_url: str = ""
    accounts: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)

    def add_account(self, email: str, first_name: str = "", last_name: str = "") -> str:
        account = secrets.token_hex(12)
        self.accounts[account] = {
            "id": account,
            "username": f"{email.replace('@', '.')}_{secrets.token_hex(8)}",
            "created": int(time.time()),
            "suspended": 0,
            "email_addresses": [email],
            "first_name": first_name,
            "last_name": last_name,
            "password_expired": 0,
            "sources": [],
            "nb_messages": 0,
            "nb_files": 0,
        }
        return account

    def add_token(self, callback_url: str, account: str | None = None, **names: str) -> str:
        token = secrets.token_hex(8)
        answer = {
            "token": token,
            "created": int(time.time()),
            "used": 0,
            "expires": int(time.time()) + 86400,
            "callback_url": callback_url,
            "account": {},
        }
        answer |= {name: names.get(name, "") for name in NAMES}
        self.tokens[token] = {"account": account, "answer": answer}
        return token

    def populate(self, number: int) -> None:
        """Give it accounts and tokens that belong to others than the run."""
        for position in range(number):
            account = self.add_account(f"person{position}@example.com", "Ada", "Lovelace")
            self.add_token("https://app.example.com/", account)
            self.add_token("https://app.example.com/")

    def snapshot(self) -> bytes:
        return json.dumps([self.accounts, self.tokens], sort_keys=True).encode()

    def answer_to(self, request: Seen) -> tuple[int, Any]:
        self.admit(request)
        path = request.target.partition("?")[0].removeprefix(BASE).strip("/")
        match request.method, [unquote(part) for part in path.split("/")]:
            case "GET", ["accounts"]:
                window = self.query("/accounts", request)
                start = window.get("offset", 0)
                return 200, list(self.accounts.values())[start : start + min(window.get("limit", 100), 100)]
            case "POST", ["accounts"]:
                return self.create_account(self.form("AccountCreateForm", request))
            case _, ["accounts", account, *_] if account not in self.accounts:
                if self.fault == "server error" and request.method == "GET":
                    raise KeyError(account)
                raise Refused(404, f"account {account} is invalid")
            case method, ["accounts", account]:
                return self.one_account(method, account, request)
            case method, ["accounts", _, "sources"]:
                return self.some_sources(method, request)
            case method, ["connect_tokens", *rest]:
                return self.some_tokens(method, None, rest, request)
            case method, ["accounts", account, "connect_tokens", *rest]:
                return self.some_tokens(method, account, rest, request)
        raise Refused(404, "there is nothing here")

    def admit(self, request: Seen) -> None:
        """Refuse what is not signed or not meant for this API."""
        if not (self.fault == "unsigned accepted" and "authorization" not in request.headers):
            check_signature(self.base_url, request)
        if not request.target.startswith(BASE + "/"):
            raise Refused(404, "there is nothing here")

    def create_account(self, form: dict[str, Any]) -> tuple[int, Any]:
        if "server" in form:
            raise Refused(503, "the mail server does not answer")
        if self.fault == "existing account handed out":
            account = next(iter(self.accounts))
        else:
            account = self.add_account(**{name: form[name] for name in NAMES if name in form})
        url = f"{self.base_url}/accounts/{account}"
        status = 200 if self.fault == "wrong status" else 201
        return status, {"success": True, "id": account, "resource_url": url}

    def one_account(self, method: str, account: str, request: Seen) -> tuple[int, Any]:
        if method == "GET":
            hidden = "username" if self.fault == "missing field" else ""
            return 200, {name: value for name, value in self.accounts[account].items() if name != hidden}
        if method == "DELETE":
            if self.fault != "resurrecting delete":
                del self.accounts[account]
                self.tokens = {name: each for name, each in self.tokens.items() if each["account"] != account}
        else:
            form = self.form("AccountUpdateForm", request)
            self.accounts[account] |= {name: form[name] for name in NAMES[1:] if name in form}
        return 200, {"success": True}

    def some_sources(self, method: str, request: Seen) -> tuple[int, Any]:
        if method == "POST":
            self.form("SourceCreateForm", request)
            raise Refused(503, "the mail server does not answer")
        self.query("/accounts/{id}/sources", request)
        return 200, []

    def some_tokens(
        self, method: str, account: str | None, rest: list[str], request: Seen
    ) -> tuple[int, Any]:
        match method, rest:
            case "GET", []:
                if self.fault == "broken list":
                    return 200, {"connect_tokens": []}
                return 200, [each["answer"] for each in self.tokens.values() if each["account"] == account]
            case "POST", []:
                form = self.form("ConnectTokenCreateForm", request)
                names = {name: form[name] for name in NAMES if name in form}
                if self.fault == "existing token handed out":
                    token = next(iter(self.tokens))
                else:
                    token = self.add_token(form["callback_url"], account, **names)
                scope = f"/accounts/{account}" if account else ""
                return 201, {
                    "success": True,
                    "token": token,
                    "resource_url": f"{self.base_url}{scope}/connect_tokens/{token}",
                    "browser_redirect_url": f"{self.base_url.removesuffix(BASE)}/connect/{token}",
                }
            case _, [token] if self.tokens.get(token, {"account": ()})["account"] != account:
                raise Refused(404, f"token {token} is invalid")
            case "GET", [token]:
                return 200, self.tokens[token]["answer"]
            case "DELETE", [token]:
                del self.tokens[token]
                return 200, {"success": True}
        raise Refused(404, "there is nothing here")

    def form(self, schema_name: str, request: Seen) -> dict[str, Any]:
        """The form as its schema wants it, or 400."""
        schema = self.bundle["components"]["schemas"][schema_name]
        try:
            pairs = parse_qsl(request.body.decode(), keep_blank_values=True)
        except ValueError:
            raise Refused(400, "the form is not text in UTF-8") from None
        form = {name: self.cast(value, schema["properties"].get(name, {})) for name, value in pairs}
        for error in self.validator(schema).iter_errors(form):
            raise Refused(400, f"a form field is wrong: {error.message}")
        return form

    def query(self, path: str, request: Seen) -> dict[str, Any]:
        """The declared parameters of a query, or 400."""
        schemas = {}
        for entry in self.bundle["paths"][path]["get"]["parameters"]:
            parameter = self.resolve(entry, "parameters")
            schemas[parameter["name"]] = parameter["schema"]
        result = {}
        for name, text in parse_qsl(request.target.partition("?")[2], keep_blank_values=True):
            if name in schemas:
                result[name] = self.cast(text, schemas[name])
                if not self.validator(schemas[name]).is_valid(result[name]):
                    raise Refused(400, f"{name} is wrong")
        return result

    def resolve(self, node: Mapping[str, Any], section: str) -> Mapping[str, Any]:
        while "$ref" in node:
            node = self.bundle["components"][section][node["$ref"].rsplit("/", 1)[1]]
        return node

    def cast(self, text: str, schema: Mapping[str, Any]) -> str | int:
        is_integer = self.resolve(schema, "schemas").get("type") == "integer"
        return int(text) if is_integer and INTEGER.fullmatch(text) else text

    def validator(self, schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator({**schema, "components": self.bundle["components"]})


class Refused(Exception):  # noqa: N818 - named for what it answers
    def __init__(self, status: int, value: str) -> None:
        super().__init__(value)
        self.status = status


class Consumer:
    """What oauthlib signs with."""

    client_secret = SECRET
    resource_owner_secret = ""


def check_signature(base_url: str, request: Seen) -> None:
    header = request.headers.get("authorization", "")
    if not header.startswith("OAuth "):
        raise Refused(401, "the request is not signed")
    url = base_url.removesuffix(BASE) + request.target
    form: Any = request.body.decode() if request.headers.get("content-type") == FORM else []
    try:
        sent = {name: unquote(value) for name, value in parse_authorization_header(header)}
        parameters: Any = signature.collect_parameters(
            uri_query=url.partition("?")[2], body=form, headers={"Authorization": header}
        )
        base = signature.signature_base_string(
            cast("Any", request.method),
            signature.base_string_uri(url),
            signature.normalize_parameters(parameters),
        )
    except ValueError:
        raise Refused(401, "the signature cannot be read") from None
    expected = signature.sign_hmac_sha1_with_client(base, Consumer)
    if (sent.get("oauth_consumer_key"), sent.get("oauth_signature")) != (KEY, expected):
        raise Refused(401, "the signature is wrong")


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
        kind = {"content-type": "text/json" if fault == "wrong content type" else "application/json"}
        if fault in CANNED:
            return CANNED[fault]
        if fault in TROUBLE:
            concerns, status, headers = TROUBLE[fault]
            if (request.method == "GET" or fault == "down") and concerns(
                len(self.deployment.seen), request.path
            ):
                return status, b'{"type": "error", "value": "not now"}', kind | headers
        if fault.startswith("redirect to "):
            return 302, b"", {"location": fault.removeprefix("redirect to ")}
        if request.method != "GET" and (odd := odd_answer(fault, request)):
            return odd
        try:
            status, content = self.deployment.answer_to(request)
        except Refused as error:
            status = error.status
            content = {"type": "error", "value": str(error)}
            if request.method != "GET":
                content["success"] = False
        except KeyError:
            return (
                500,
                f"trouble with {request.headers['authorization']}".encode(),
                {"content-type": "text/plain"},
            )
        return status, json.dumps(content).encode(), kind

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
def serving(deployment: Deployment) -> Iterator[int]:
    """Serve a deployment on a free port of this machine, until the context ends."""
    config = uvicorn.Config(App(deployment), port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + 10
        while not server.started:
            assert time.monotonic() < deadline, "uvicorn does not start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        deployment.base_url = f"http://127.0.0.1:{port}{BASE}"
        yield port
    finally:
        server.should_exit = server.force_exit = True
        thread.join(10)
