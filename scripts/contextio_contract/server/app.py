"""The server as an ASGI application: the API, the pages of the connect flow and the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.server.connect.page import ConnectPage
from contextio_contract.server.db.errors import UnavailableError
from contextio_contract.server.http.api import ServedContract, compile_parameters
from contextio_contract.server.http.application import create_application
from contextio_contract.server.http.rates import Rates
from contextio_contract.server.pages import OPENS_MAILBOX, UNBOUNDED, page_handlers
from contextio_contract.server.services import Clock, Settings, system_clock
from contextio_contract.server.start import open_services, start_worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette

    from contextio_contract.contract import Contract


def create_app(
    settings: Settings,
    contract: Contract,
    *,
    clock: Clock = system_clock,
    reference: Callable[[], str | None] = lambda: None,
) -> Starlette:
    """Return the server as an ASGI application, with its `services` and `api` in `app.state`.

    It does jobs as well, unless the settings say otherwise.

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
    services = open_services(settings, clock)
    pages = page_handlers(services)
    written = {operation: pages[name] for name, operation in contract.operations.items() if name in pages}
    waiting = {
        operation: OPENS_MAILBOX[operation.id] for operation in written if operation.id in OPENS_MAILBOX
    }
    rates = Rates(
        settings.calls_per_hour,
        settings.mailbox_calls_per_minute,
        of_key=services.keys.calls_per_hour,
    )
    rates.refused = services.metrics.count_over_rate
    is_sqlite = services.database.is_sqlite
    served = ServedContract(
        contract,
        parameters,
        written,
        waiting,
        services.waiting,
        threaded=frozenset(each for each in written if each.id in UNBOUNDED or not is_sqlite),
        rates=rates,
        unavailable=(UnavailableError,),
    )
    app = create_application(
        served,
        services.keys.secrets_of,
        services.nonces.keep,
        reference=reference,
        routes=ConnectPage(services).routes(),
    )
    app.state.services = services
    if is_sqlite if settings.has_worker is None else settings.has_worker:
        start_worker(services)
    return app
