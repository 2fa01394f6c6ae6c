"""The server put together."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.routing import Route

from contextio_contract.contract import load_bundle
from contextio_contract.server import connecting
from contextio_contract.server.api import Api
from contextio_contract.server.background import Background
from contextio_contract.server.connect_page import ConnectPage
from contextio_contract.server.mailbox import Mailboxes
from contextio_contract.server.reference import Reference
from contextio_contract.server.routing import Router
from contextio_contract.server.services import Services
from contextio_contract.server.settings import Clock, Settings, system_clock
from contextio_contract.server.store import sources
from contextio_contract.server.store.database import Database


def create_app(settings: Settings, clock: Clock = system_clock) -> Starlette:
    """Return the server as an ASGI application, with its `services` and `router` in `app.state`.

    Args:
        settings: keys, database and bounds.
        clock: what the time is; signatures are judged by the machine's time all the same.

    Raises:
        CannotRun: when there is no bundle, or the database is of another version of this server.
        sqlalchemy.exc.SQLAlchemyError: when the database cannot be opened.
        OSError: when the database's folder or key file cannot be made.
    """
    router = Router(load_bundle())
    database = Database(settings.database)
    services = Services(
        settings=settings,
        clock=clock,
        database=database,
        vault=database.vault(),
        mailboxes=Mailboxes(settings.mailbox_timeout, settings.mailbox_tls),
        background=Background(),
    )

    page = ConnectPage(services, router.operations["sources_create"].form)
    app = Starlette(
        routes=[
            Route("/", Reference(settings, router.base).respond, methods=["GET"]),
            Route("/connect/{token}", page),
            Route("/connect/{token}/", page),
        ],
    )
    # Not mounted: the pattern of a mount knows no line feeds, which a path may hold once it is decoded.
    app.router.default = Api(router, services)
    app.router.redirect_slashes = False
    app.state.services = services
    app.state.router = router
    _resume(services)
    return app


def _resume(services: Services) -> None:
    """Go on with the first synchronisations that a stop of the server cut short."""
    with services.database.transaction() as connection:
        pending = sources.unsynchronised(connection)
    for sequence in pending:
        connecting.synchronise_later(services, sequence)
