"""The pages on which a person connects a mailbox: where `browser_redirect_url` leads."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import jinja2
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from contextio_contract.server.db import accounts, tokens
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.forms import read_body, read_form
from contextio_contract.server.mail import connections
from contextio_contract.server.mail.connections import FLAGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.engine import RowMapping
    from starlette.types import Receive, Scope, Send

    from contextio_contract.server.http.parameters import RequestParameters
    from contextio_contract.server.services import Services

_METHODS: Final = ("GET", "HEAD", "POST")
_TEMPLATES: Final = Path(__file__).with_name("templates")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_PORT: Final = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_PORT_TLS: Final = 993
_MAX_PORT: Final = 65535
_STYLE: Final = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
_HEADERS: Final = {
    # No form-action: browsers apply it to redirects after a form as well, and the last one leads away.
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_ENVIRONMENT: Final = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Form:
    """What a person filled in, with what the token knows already."""

    email: str
    first_name: str
    last_name: str
    server: str
    port: str
    use_ssl: bool
    username: str
    password: str = ""


class ConnectPage:
    """Shows the form, opens the mailbox, and sends the browser on."""

    def __init__(self, services: Services, parameters: Callable[[], RequestParameters | None]) -> None:
        """Prepare the pages.

        Args:
            services: the parts of the server.
            parameters: returns the parameters of the operation that a submitted form stands for.
        """
        self._services = services
        self._parameters = parameters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ASGI's own signature."""
        try:
            response = await self._respond(Request(scope, receive))
        except ClientDisconnect:
            return
        except Exception:  # noqa: BLE001 - whatever goes wrong, the answer stays a page
            _log.exception("a page could not be shown")
            response = _notice(500, "This did not work", "The fault is ours. Please try again later.")
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        name = request.path_params["token"]
        if request.method not in _METHODS:
            page = _notice(405, "This page cannot do that", "Open the link in a browser.")
            page.headers["allow"] = ", ".join(_METHODS)
            return page
        submitted: Mapping[str, str] | RefusedError | None = None
        if request.method == "POST":
            try:
                submitted = dict(await read_form(request.headers, await read_body(request)))
            except RefusedError as refused:
                submitted = refused
        return await run_in_threadpool(self._connect_or_ask, name, submitted)

    def _connect_or_ask(self, name: str, submitted: Mapping[str, str] | RefusedError | None) -> Response:
        with self._services.database.transaction() as connection:
            token = tokens.find(connection, self._services.clock(), name)
        if token is None or token["used"]:
            return _closed(token)
        if submitted is None:
            return _page(token, _prefilled(token), None, 200)
        if isinstance(submitted, RefusedError):
            unread = f"The form could not be read: {submitted.value}."
            return _page(token, _prefilled(token), unread, submitted.status)
        form = _filled_in(token, submitted)
        problem = _problem(form)
        if problem:
            return _page(token, form, problem, 400)
        try:
            return self._connect(token, form)
        except RefusedError as refused:
            return _page(token, form, f"Your mailbox could not be opened: {refused.value}.", refused.status)

    def _connect(self, token: RowMapping, form: _Form) -> Response:
        parameters = self._parameters()
        if parameters is None:
            return _notice(404, "This service has no mailboxes", "Its description knows no sources_create.")
        columns = connections.opened(self._services, parameters.form.read(_fields(token, form).items()))
        now = self._services.clock()
        with self._services.database.transaction() as connection:
            if not tokens.use(connection, token["sequence"], now):
                # Deleted, alone or with its account, or used, while the mailbox was opened.
                return _closed(tokens.find(connection, now, token["token"]))
            account_id = token["account_id"] or accounts.add(
                connection,
                token["consumer_key"],
                accounts.Person(form.email, form.first_name, form.last_name),
                now,
            )
            source = connections.attach(connection, account_id, form.email, columns)
            tokens.tie(connection, token["sequence"], account_id, source["sequence"])
        connections.synchronise_later(self._services, source["sequence"])
        return RedirectResponse(_with_token(token["callback_url"], token["token"]), 303, _HEADERS)


def _prefilled(token: RowMapping) -> _Form:
    email: str = token["email"]
    domain = email.rpartition("@")[2]
    complete = bool(_EMAIL.fullmatch(email))
    return _Form(
        email=email if complete else "",
        first_name=token["first_name"],
        last_name=token["last_name"],
        server=f"imap.{domain}" if domain else "",
        port=str(_PORT_TLS),
        use_ssl=True,
        username=email if complete else "",
    )


def _filled_in(token: RowMapping, fields: Mapping[str, str]) -> _Form:
    known = _prefilled(token)
    return _Form(
        email=known.email or fields.get("email", "").strip(),
        first_name=fields.get("first_name", known.first_name),
        last_name=fields.get("last_name", known.last_name),
        server=fields.get("server", "").strip(),
        port=fields.get("port", "").strip(),
        use_ssl=fields.get("use_ssl") == "1",
        username=fields.get("username", ""),
        password=fields.get("password", ""),
    )


def _problem(form: _Form) -> str | None:
    if not _EMAIL.fullmatch(form.email):
        return "Enter your mail address, such as ada@example.com."
    if not form.server:
        return "Enter the name of your mail server, such as imap.example.com."
    if not _PORT.fullmatch(form.port) or int(form.port) > _MAX_PORT:
        return f"Enter a port between 1 and {_MAX_PORT}; {_PORT_TLS} is the usual one."
    if not form.username:
        return "Enter the user name of your mailbox; often it is your mail address."
    if not form.password:
        return "Enter the password of your mailbox."
    return None


def _fields(token: RowMapping, form: _Form) -> dict[str, str]:
    """Return the fields of SourceCreateForm as text."""
    addresses = {
        "callback_url": token["source_callback_url"],
        "status_callback_url": token["status_callback_url"],
    }
    return {
        "email": form.email,
        "type": "IMAP",
        "server": form.server,
        "port": form.port,
        "use_ssl": "1" if form.use_ssl else "0",
        "username": form.username,
        "password": form.password,
        "sync_folders": token["source_sync_folders"],
        **{name: address for name, address in addresses.items() if address},
        **{flag: "1" if token[f"source_{flag}"] else "0" for flag in FLAGS},
    }


def _with_token(callback_url: str, token: str) -> str:
    parts = urlsplit(callback_url)
    query = f"{parts.query}&" if parts.query else ""
    return parts._replace(query=f"{query}contextio_token={token}").geturl()


def _page(token: RowMapping, form: _Form, problem: str | None, status: int) -> Response:
    application = urlsplit(token["callback_url"]).netloc.rpartition("@")[2]
    page = _ENVIRONMENT.get_template("connect.html").render(
        style=_STYLE,
        form=form,
        asks_person=not _EMAIL.fullmatch(token["email"]),
        problem=problem,
        application=application,
    )
    return HTMLResponse(page, status, _HEADERS)


def _closed(token: RowMapping | None) -> Response:
    if token:
        return _notice(
            410, "This link was used already", "The mailbox is connected. You can close this page."
        )
    return _notice(
        404,
        "This link is not valid",
        "It has expired, was deleted or was never made. Ask the application for a new one.",
    )


def _notice(status: int, title: str, text: str) -> Response:
    page = _ENVIRONMENT.get_template("notice.html").render(style=_STYLE, title=title, text=text)
    return HTMLResponse(page, status, _HEADERS)
