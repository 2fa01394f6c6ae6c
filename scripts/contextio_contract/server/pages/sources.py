"""Handlers of the page "accounts/sources"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, sources
from contextio_contract.server.http.responses import unknown
from contextio_contract.server.jobs.synchronisation import check_status, enqueue_synchronisation
from contextio_contract.server.lists.selection import select_elements
from contextio_contract.server.pages.accounts import begin, begin_reading, refuse_long_address
from contextio_contract.server.pages.columns import SOURCES
from contextio_contract.server.pages.mailbox_settings import open_mailbox, refuse_provider, refuse_when_busy
from contextio_contract.server.pages.representations import refer_to_source, render_source

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.http.call import Call
    from contextio_contract.server.services import Services

_DISABLED: Final = frozenset({"TEMP_DISABLED", "DISABLED"})
_CHANGEABLE: Final = ("sync_all_folders", "expunge_on_deleted_flag", "status_callback_url")


def list_sources(services: Services, call: Call) -> list[dict[str, Any]]:
    """List the sources of an account."""
    selection = select_elements(call.operation.listing, call.query, SOURCES)
    with begin_reading(services, call) as connection:
        rows = sources.list_selected(connection, call.consumer_key, call.path["id"], selection)
    return [render_source(row, call.addresses) for row in rows]


def create_source(services: Services, call: Call) -> dict[str, Any]:
    """Open a mailbox and attach it to an account."""
    refuse_long_address(call)
    with begin_reading(services, call):
        pass  # refused before a mailbox is opened; the account may be deleted while it is
    columns = open_mailbox(services, call)
    with begin(services, call) as connection:
        source = accounts.add_source(
            connection, call.consumer_key, call.path["id"], call.form["email"], columns
        )
        enqueue_synchronisation(services, connection, source, call.consumer_key)
    return {"success": True, **refer_to_source(source, call.addresses)}


def get_source(services: Services, call: Call) -> dict[str, Any]:
    """Read a source."""
    with begin_reading(services, call) as connection:
        source = _require_source(connection, call)
    return render_source(source, call.addresses)


def update_source(services: Services, call: Call) -> dict[str, Any]:
    """Change a source, enable it again, or check its status now.

    A source that is enabled or gets a new password is checked at once, and keeps the status that comes
    of it. The change itself succeeds whatever that is.
    """
    form = call.form
    with begin_reading(services, call) as connection:
        source = _require_source(connection, call)
    check = partial(check_status, services, call.consumer_key, source)
    if form.get("force_status_check") == 1:
        with refuse_when_busy(services):
            return {"status": check()}
    refuse_provider(form)
    changes = {name: form[name] for name in _CHANGEABLE if name in form}
    if "password" in form:
        changes |= services.vault.encrypt_columns(form["password"])
    enabled = source["status"] not in _DISABLED
    if (enabled and "password" in form) or ("status" in form and source["status"] != sources.OK):
        with refuse_when_busy(services):
            check(changes)
    else:
        with begin(services, call) as connection:
            sources.update_columns(connection, call.consumer_key, source["sequence"], changes)
    return {"success": True}


def delete_source(services: Services, call: Call) -> dict[str, Any]:
    """Detach a source."""
    with begin(services, call) as connection:
        sources.remove(connection, call.consumer_key, _require_source(connection, call)["sequence"])
    return {"success": True}


def _require_source(connection: Connection, call: Call) -> RowMapping:
    source = sources.get(connection, call.consumer_key, call.path["id"], call.path["label"])
    if source is None:
        raise unknown(call.path["label"], "source")
    return source
