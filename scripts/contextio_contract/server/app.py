"""The server as an ASGI application: the API, the pages of the connect flow and the reference."""

from __future__ import annotations

import html
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from contextio_contract.server.connect.page import ConnectPage
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.resources import ResourceStore
from contextio_contract.server.db.vault import Vault
from contextio_contract.server.http.api import Api, ServedContract, compile_parameters
from contextio_contract.server.http.oauth1 import Verifier
from contextio_contract.server.jobs.queue import JobQueue
from contextio_contract.server.jobs.synchronisation import resume_synchronisations
from contextio_contract.server.mail.mailbox import Mailboxes
from contextio_contract.server.mock.dispatch import compose_handlers
from contextio_contract.server.pages import HANDLERS
from contextio_contract.server.services import DEMO_KEY, DEMO_SECRET, Clock, Services, Settings, system_clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.http.call import Handler

_OPEN: Final = 'data-base="" data-key="" data-secret=""'
"""What the page leaves open for the server that serves it."""
_MISSING: Final = "There is no API reference beside the description that is served; run: make generate\n"
_HEADERS: Final = {
    # The page names its script and style in a policy of its own; this adds that it calls only us.
    "content-security-policy": "connect-src 'self'; frame-ancestors 'none'",
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def create_app(
    settings: Settings,
    contract: Contract,
    *,
    clock: Clock = system_clock,
    reference: Callable[[], str | None] = lambda: None,
) -> Starlette:
    """Return the server as an ASGI application, with its `services` and `api` in `app.state`.

    The clock gives the time that responses show; signatures are judged by the machine's time all the same.
    `reference` returns the API reference as HTML, or None without one; it is called for each request, in a
    thread.

    Raises:
        ContractError: if the contract cannot be served.
        CannotRun: if the database is of another version of this server.
        sqlalchemy.exc.SQLAlchemyError: if the database cannot be opened.
        OSError: if the database's folder or key file cannot be made.
    """
    parameters = compile_parameters(contract)  # before a database is made
    database = Database(settings.database)
    services = Services(
        settings=settings,
        clock=clock,
        database=database,
        vault=Vault.beside(database.path),
        mailboxes=Mailboxes(settings.mailbox_timeout, settings.mailbox_tls),
        jobs=JobQueue(),
    )
    served = ServedContract(contract, parameters, _handlers(contract, services))
    api = Api(served, services, Verifier(settings.keys, database.keep_nonce))
    home = _reference_route(settings, reference, contract.base_path)
    app = Starlette(routes=[home, *ConnectPage(services).routes()])
    # Not mounted: the pattern of a mount matches no line feeds, which a decoded path may hold.
    app.router.default = api
    app.router.redirect_slashes = False
    app.state.services = services
    app.state.api = api
    resume_synchronisations(services)
    return app


def replace_contract(app: Starlette, contract: Contract) -> None:
    """Let what `create_app` returned follow another contract: routes, validation and responses at once.

    Requests under way end with the contract they began with; what is stored stays. May be called from
    any thread, and takes some milliseconds.

    Raises:
        ContractError: if the contract cannot be served; the server goes on with the one it has.
    """
    parameters = compile_parameters(contract)
    app.state.api.served = ServedContract(contract, parameters, _handlers(contract, app.state.services))


def _handlers(contract: Contract, services: Services) -> dict[Operation, Handler]:
    return compose_handlers(contract, HANDLERS, ResourceStore(services.database), services.clock)


def _reference_route(settings: Settings, page: Callable[[], str | None], base_path: str) -> Route:
    """Return the route of the page, which comes with the demo key if that is in the settings.

    `page` is called in a thread for each request; None answers 404.
    """
    demo = settings.keys.get(DEMO_KEY) == DEMO_SECRET
    key, secret = (DEMO_KEY, DEMO_SECRET) if demo else ("", "")
    filled = f'data-base="{html.escape(base_path)}" data-key="{key}" data-secret="{secret}"'

    def respond(_: Request) -> Response:
        text = page()
        if text is None:
            return PlainTextResponse(_MISSING, HTTPStatus.NOT_FOUND)
        return HTMLResponse(text.replace(_OPEN, filled, 1), headers=_HEADERS)

    return Route("/", respond, methods=["GET"])
