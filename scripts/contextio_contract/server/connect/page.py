"""The page behind `browser_redirect_url`, on which a person connects a mailbox."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from contextio_contract.server.connect import html
from contextio_contract.server.connect.fields import fill, find_problem, prefill
from contextio_contract.server.db import accounts, tokens
from contextio_contract.server.db.sources import OPTIONS
from contextio_contract.server.http.forms import read_body, read_form
from contextio_contract.server.http.responses import RefusedError
from contextio_contract.server.jobs.synchronisation import enqueue_synchronisation, source_columns
from contextio_contract.server.mail.mailbox import OK, Login

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import RowMapping
    from starlette.types import Receive, Scope, Send

    from contextio_contract.server.services import Services

METHODS: Final = ("GET", "HEAD", "POST")
_log = logging.getLogger(__name__)


class ConnectPage:
    """ASGI application: shows the form, opens the mailbox, and redirects to the application."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to a request."""
        try:
            response = await self._respond(Request(scope, receive))
        except ClientDisconnect:
            return
        except Exception:  # noqa: BLE001 - whatever goes wrong, people get a page
            _log.exception("a page could not be shown")
            title, text = "This did not work", "The fault is ours. Please try again later."
            response = html.render_notice(HTTPStatus.INTERNAL_SERVER_ERROR, title, text)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        sent: Mapping[str, str] | RefusedError | None = None
        if request.method == "POST":
            try:
                sent = dict(await read_form(request.headers, await read_body(request)))
            except RefusedError as refused:
                sent = refused
        return await run_in_threadpool(self._process, request.path_params["token"], sent)

    def _process(self, name: str, sent: Mapping[str, str] | RefusedError | None) -> Response:
        with self._services.database.transaction() as connection:
            token = tokens.get_by_name(connection, self._services.clock(), name)
        if token is None or token["used"]:
            return _closed(token)
        if sent is None:
            return html.render_form(token, prefill(token))
        if isinstance(sent, RefusedError):
            problem = f"The form could not be read: {sent.value}."
            return html.render_form(token, prefill(token), problem, sent.status)
        values = fill(token, sent)
        if correction := find_problem(values):
            return html.render_form(token, values, correction, HTTPStatus.BAD_REQUEST)
        return self._connect(token, values)

    def _connect(self, token: RowMapping, values: dict[str, str]) -> Response:
        credentials = values["username"], values["password"]
        login = Login(values["server"], int(values["port"]), values["use_ssl"] == "1", *credentials)
        observation = self._services.mailboxes.probe(login)
        if observation.status != OK:
            problem = f"Your mailbox could not be opened: {observation.message}."
            unreachable, refused = HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.BAD_REQUEST
            status = refused if observation.reachable else unreachable
            return html.render_form(token, values, problem, status)
        columns = source_columns(self._services, login, _options(token))
        now = self._services.clock()
        with self._services.database.transaction() as connection:
            if not tokens.use(connection, token["sequence"], now):
                # Deleted, alone or with its account, or used, while the mailbox was opened.
                return _closed(tokens.get_by_name(connection, now, token["token"]))
            account_id: str = token["account_id"] or accounts.add(
                connection, token["consumer_key"], values, now
            )
            source = accounts.add_source(connection, account_id, values["email"], columns)
            tokens.set_result(connection, token["sequence"], account_id, source["sequence"])
        enqueue_synchronisation(self._services, source["sequence"])
        url = _with_token(token["callback_url"], token["token"])
        return RedirectResponse(url, HTTPStatus.SEE_OTHER, html.HEADERS)


def _options(token: RowMapping) -> dict[str, object]:
    """Return the options of the source, which the application chose with the token."""
    options = {name: token[f"source_{name}"] for name in OPTIONS if f"source_{name}" in token}
    return {**options, "status_callback_url": token["status_callback_url"]}


def _with_token(callback_url: str, token: str) -> str:
    parts = urlsplit(callback_url)
    query = f"{parts.query}&" if parts.query else ""
    return parts._replace(query=f"{query}contextio_token={token}").geturl()


def _closed(token: RowMapping | None) -> Response:
    if token:
        text = "The mailbox is connected. You can close this page."
        return html.render_notice(HTTPStatus.GONE, "This link was used already", text)
    text = "It has expired, was deleted or was never made. Ask the application for a new one."
    return html.render_notice(HTTPStatus.NOT_FOUND, "This link is not valid", text)
