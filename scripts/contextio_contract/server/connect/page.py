"""The page behind `browser_redirect_url`, on which a person connects a mailbox."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from contextio_contract.server.db import accounts, tokens
from contextio_contract.server.db.errors import UnavailableError
from contextio_contract.server.db.sources import OPTIONS
from contextio_contract.server.http.context import context_of
from contextio_contract.server.http.forms import read_body, read_form
from contextio_contract.server.http.responses import RefusedError
from contextio_contract.server.http.threads import run_in_executor
from contextio_contract.server.jobs.synchronisation import enqueue_synchronisation, source_columns
from contextio_contract.server.mail.mailbox import Login
from contextio_contract.server.mail.observation import OK
from contextio_contract.server.outbound.limits import BusyError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import jinja2
    from sqlalchemy.engine import RowMapping
    from starlette.requests import Request

    from contextio_contract.server.services import Services

_TEMPLATES: Final = Path(__file__).with_name("templates")
_STYLE: Final = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
_HEADERS: Final = {
    # No form-action: browsers apply it to redirects after a form as well, and the last one leads away.
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "same-origin",  # without one, browsers send our own form with the origin null
    "x-content-type-options": "nosniff",
}
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_END_OF_HOST: Final = re.compile(r"[/?#]")
_PORTS: Final = frozenset(map(str, range(1, 65536)))
_BUSY: Final = "Too many mailboxes are being connected. Please try again in a minute."
_log = logging.getLogger(__name__)


def _is_address(text: str) -> bool:
    return len(text) <= accounts.MAX_ADDRESS and bool(_EMAIL.fullmatch(text))


_CHECKS: Final[tuple[tuple[str, Callable[[str], object], str], ...]] = (
    ("email", _is_address, "Enter your mail address, such as ada@example.com."),
    ("server", bool, "Enter the name of your mail server, such as imap.example.com."),
    ("port", _PORTS.__contains__, "Enter a port between 1 and 65535; 993 is the usual one."),
    ("username", bool, "Enter the user name of your mailbox; often it is your mail address."),
    ("password", bool, "Enter the password of your mailbox."),
)


class ConnectPage:
    """Shows the form, opens the mailbox, and redirects to the application."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def routes(self) -> list[Route]:
        """Return the routes of the page; a slash at the end makes no difference."""
        paths = ("/connect/{token}", "/connect/{token}/")
        return [Route(path, self._respond, methods=["GET", "POST"]) for path in paths]

    async def _respond(self, request: Request) -> Response:
        context_of(request.scope).operation = "connect page"
        sent: Mapping[str, str] | RefusedError | None = None
        try:
            if request.method == "POST":
                sent = dict(await read_form(request.headers, await read_body(request)))
        except RefusedError as refused:
            sent = refused
        except ClientDisconnect:
            return Response()
        try:
            # Opening a mailbox takes none of the threads that all calls share.
            executor = self._services.waiting if sent is not None else None
            return await run_in_executor(executor, self._process, request.path_params["token"], sent)
        except UnavailableError:
            title, text = "This does not work now", "Please try again in a minute."
            response = _render_notice(HTTPStatus.SERVICE_UNAVAILABLE, title, text)
            response.headers["retry-after"] = "60"
            return response
        except Exception:  # noqa: BLE001 - whatever goes wrong, people get a page
            _log.exception("a page could not be shown")
            title, text = "This did not work", "The fault is ours. Please try again later."
            return _render_notice(HTTPStatus.INTERNAL_SERVER_ERROR, title, text)

    def _process(self, token_name: str, sent: Mapping[str, str] | RefusedError | None) -> Response:
        with self._services.database.read() as connection:
            token = tokens.get_by_name(connection, self._services.clock(), token_name)
        is_revoked = token is not None and self._services.keys.is_revoked(token["consumer_key"])
        if token is None or token["used"] or is_revoked:
            return _closed(None if is_revoked else token)
        if sent is None:
            return _render_form(token, _prefill(token))
        if isinstance(sent, RefusedError):
            problem = f"The form could not be read: {sent.value}."
            return _render_form(token, _prefill(token), problem, sent.status)
        values = _fill(token, sent)
        if any("\0" in value for value in values.values()):
            problem = "The form has a NUL character, which no mailbox has."
            return _render_form(token, _prefill(token), problem, HTTPStatus.BAD_REQUEST)
        for name, check, sentence in _CHECKS:
            if not check(values[name]):
                return _render_form(token, values, sentence, HTTPStatus.BAD_REQUEST)
        return self._connect(token, values)

    def _connect(self, token: RowMapping, values: dict[str, str]) -> Response:
        credentials = values["username"], values["password"]
        login = Login(values["server"], int(values["port"]), values["use_ssl"] == "1", *credentials)
        claims = {"key": token["consumer_key"], "link": token["token"]}
        try:
            observation = self._services.mailboxes.probe(login, claims)
        except BusyError:
            response = _render_form(token, values, _BUSY, HTTPStatus.SERVICE_UNAVAILABLE)
            response.headers["retry-after"] = "60"
            return response
        if observation.status != OK:
            problem = f"Your mailbox could not be opened: {observation.message}."
            return _render_form(token, values, problem, observation.http_status)
        columns = source_columns(self._services, login, _options(token))
        now = self._services.clock()
        with self._services.database.transaction() as connection:
            key, account_id = token["consumer_key"], token["account_id"]
            # The account is locked first, as by all that change it: its end would end the token, too.
            is_there = account_id is None or accounts.lock(connection, key, account_id)
            if not is_there or not tokens.use(connection, token, now):
                # Deleted, alone or with its account, or used, while the mailbox was opened.
                return _closed(tokens.get_by_name(connection, now, token["token"]))
            account_id = account_id or accounts.add(connection, key, values, now)
            source = accounts.add_source(connection, key, account_id, values["email"], columns)
            tokens.set_result(connection, token, account_id, source["sequence"])
            enqueue_synchronisation(self._services, connection, source, key)
        address, hash_sign, fragment = token["callback_url"].partition("#")
        mark = "" if address.endswith("?") else "&" if "?" in address else "?"
        url = f"{address}{mark}contextio_token={token['token']}{hash_sign}{fragment}"
        return RedirectResponse(url, HTTPStatus.SEE_OTHER, _HEADERS)


def _options(token: RowMapping) -> dict[str, object]:
    """Return the options of the source, which the application chose with the token."""
    options = {name: token[f"source_{name}"] for name in OPTIONS if f"source_{name}" in token}
    return {**options, "status_callback_url": token["status_callback_url"]}


def _closed(token: RowMapping | None) -> Response:
    if token:
        text = "The mailbox is connected. You can close this page."
        return _render_notice(HTTPStatus.GONE, "This link was used already", text)
    text = "It has expired, was deleted or was never made. Ask the application for a new one."
    return _render_notice(HTTPStatus.NOT_FOUND, "This link is not valid", text)


def _render_form(
    token: RowMapping, values: dict[str, str], problem: str = "", status: int = HTTPStatus.OK
) -> Response:
    scheme, _, address = token["callback_url"].partition(":")
    host = _END_OF_HOST.split(address.removeprefix("//"), 1)[0].rpartition("@")[2]
    shown = {"values": values, "problem": problem, "application": host or scheme}
    return _render("connect.html", status, asks_person=not _names_person(token), **shown)


def _render_notice(status: int, title: str, text: str) -> Response:
    return _render("notice.html", status, title=title, text=text)


@cache
def _environment() -> jinja2.Environment:
    import jinja2  # a server starts sooner without it

    loader = jinja2.FileSystemLoader(_TEMPLATES)
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


def _render(template: str, status: int, **values: object) -> Response:
    page = _environment().get_template(template).render(style=_STYLE, **values)
    return HTMLResponse(page, status, _HEADERS)


def _names_person(token: RowMapping) -> bool:
    """Return whether a token has an address; it may be just a hint, such as `@example.com`."""
    return bool(_EMAIL.fullmatch(token["email"]))


def _prefill(token: RowMapping) -> dict[str, str]:
    """Return the values with which the form is first shown."""
    email = token["email"] if _names_person(token) else ""
    domain = token["email"].rpartition("@")[2]
    return {
        "email": email,
        "first_name": token["first_name"],
        "last_name": token["last_name"],
        "server": f"imap.{domain}" if domain else "",
        "port": "993",
        "use_ssl": "1",
        "username": email,
        "password": "",
    }


def _fill(token: RowMapping, sent: Mapping[str, str]) -> dict[str, str]:
    """Return the values that a browser sent; it sends nothing for an unchecked box."""
    values = {**_prefill(token), "use_ssl": ""}
    values |= {name: sent[name] for name in values if name in sent}
    values |= {name: values[name].strip() for name in ("email", "server", "port")}
    return {**values, "email": token["email"]} if _names_person(token) else values
