"""The server as an ASGI application: the API, the pages of the connect flow and the reference."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from contextio_contract.server.connect.page import ConnectPage
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.vault_keys import open_vault
from contextio_contract.server.http.api import ServedContract, compile_parameters
from contextio_contract.server.http.application import create_application
from contextio_contract.server.http.oauth1 import secrets_from
from contextio_contract.server.jobs.queue import JobQueue
from contextio_contract.server.jobs.synchronisation import resume_synchronisations
from contextio_contract.server.mail.mailbox import Mailboxes
from contextio_contract.server.outbound.callbacks import CallbackSender
from contextio_contract.server.outbound.dialler import Dialler
from contextio_contract.server.outbound.limits import CALLBACKS, PROCESS, SYNCHRONISATIONS, Limits
from contextio_contract.server.pages import OPENS_MAILBOX, page_handlers
from contextio_contract.server.services import Clock, Services, Settings, system_clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette

    from contextio_contract.contract import Contract

_SPARE_THREADS: Final = 16
"""Threads beyond the mailboxes that may be open, for calls that are refused or store what came of one."""


def create_app(
    settings: Settings,
    contract: Contract,
    *,
    clock: Clock = system_clock,
    reference: Callable[[], str | None] = lambda: None,
) -> Starlette:
    """Return the server as an ASGI application, with its `services` and `api` in `app.state`.

    Args:
        settings: the settings.
        contract: the contract. Operations that this server does not implement are answered with 501.
        clock: gives the time that responses show; signatures are judged by the machine's time all the same.
        reference: returns the API reference as HTML, or None without one.

    Raises:
        ContractError: if the contract cannot be served.
        CannotRun: if the database is of another version of this server, or its secrets cannot be decrypted.
        sqlalchemy.exc.SQLAlchemyError: if the database cannot be opened.
        OSError: if the database's folder or key file cannot be made.
    """
    parameters = compile_parameters(contract)  # before a database is made
    database = Database(settings.database)
    dialler, limits = Dialler(settings.policy), Limits(settings.mailbox_limits)
    services = Services(
        settings=settings,
        clock=clock,
        database=database,
        vault=open_vault(settings.vault_keys, database),
        mailboxes=Mailboxes(dialler, limits, settings.mailbox_timeout, settings.mailbox_tls),
        waiting=ThreadPoolExecutor(limits.most[PROCESS] + _SPARE_THREADS, "waiting"),
        callbacks=CallbackSender(dialler),
        jobs=JobQueue(Limits(SYNCHRONISATIONS)),
        deliveries=JobQueue(Limits(CALLBACKS)),
    )
    pages = page_handlers(services)
    written = {operation: pages[name] for name, operation in contract.operations.items() if name in pages}
    waiting = {
        operation: OPENS_MAILBOX[operation.id] for operation in written if operation.id in OPENS_MAILBOX
    }
    app = create_application(
        ServedContract(contract, parameters, written, waiting, services.waiting),
        secrets_from(settings.keys),
        database.keep_nonce,
        reference=reference,
        routes=ConnectPage(services).routes(),
    )
    app.state.services = services
    resume_synchronisations(services)
    return app
