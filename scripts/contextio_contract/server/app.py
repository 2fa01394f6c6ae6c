"""The server as an ASGI application: the API, the pages of the connect flow and the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.server.connect.page import ConnectPage
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.resources import ResourceStore
from contextio_contract.server.db.vault import Vault
from contextio_contract.server.http.api import ServedContract, compile_parameters
from contextio_contract.server.http.application import create_application
from contextio_contract.server.jobs.queue import JobQueue
from contextio_contract.server.jobs.synchronisation import resume_synchronisations
from contextio_contract.server.mail.mailbox import Mailboxes
from contextio_contract.server.mock.dispatch import compose_handlers
from contextio_contract.server.pages import page_handlers
from contextio_contract.server.services import Clock, Services, Settings, system_clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.http.call import Handler


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
    app = create_application(
        ServedContract(contract, parameters, _handlers(contract, services)),
        settings.keys,
        database.keep_nonce,
        reference=reference,
        routes=ConnectPage(services).routes(),
    )
    app.state.services = services
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
    written = page_handlers(services)
    return compose_handlers(contract, written, ResourceStore(services.database), services.clock)
