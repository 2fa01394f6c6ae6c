"""The page "accounts/sources"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.server.db import accounts, sources
from contextio_contract.server.http.errors import RefusedError, unknown
from contextio_contract.server.mail import connections
from contextio_contract.server.pages import representations
from contextio_contract.server.pages.accounts import status_filter

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.http.call import Call

_DISABLED = frozenset({"TEMP_DISABLED", "DISABLED"})


def sources_list(call: Call) -> list[dict[str, Any]]:
    """List the sources of an account."""
    with call.services.database.transaction() as connection:
        _require_account(connection, call)
        found = sources.listed(connection, call.path["id"], status_filter(call.query))
    return [representations.source(source, call.addresses) for source in found]


def sources_create(call: Call) -> dict[str, Any]:
    """Open a mailbox and attach it to an account."""
    with call.services.database.transaction() as connection:
        _require_account(connection, call)
    connections.refuse_providers(call.form)
    columns = connections.opened(call.services, call.form)
    with call.services.database.transaction() as connection:
        _require_account(connection, call)  # it may have been deleted while the mailbox was opened
        source = connections.attach(connection, call.path["id"], call.form["email"], columns)
    connections.synchronise_later(call.services, source["sequence"])
    return {
        "success": True,
        "label": source["label"],
        "resource_url": representations.source_address(source, call.addresses),
    }


def sources_get(call: Call) -> dict[str, Any]:
    """Read a source."""
    with call.services.database.transaction() as connection:
        source = _require_source(connection, call)
    return representations.source(source, call.addresses)


def sources_update(call: Call) -> dict[str, Any]:
    """Change a source, put it back to work, or test it now.

    A source that is put back to work, or gets a new password, is opened at once, and keeps the state
    that was seen; the change itself succeeds whatever that is.
    """
    form = call.form
    with call.services.database.transaction() as connection:
        source = _require_source(connection, call)
    if form.get("force_status_check") == 1:
        if len(form) > 1:
            raise RefusedError(
                400, "force_status_check must be the only field; send the other ones in another request"
            )
        return {"status": connections.check(call.services, source)}
    connections.refuse_providers(form)
    with call.services.database.transaction() as connection:
        sources.change(connection, source["sequence"], _changes(call))
        source = _require_source(connection, call)
    awake = source["status"] not in _DISABLED
    if (awake and "password" in form) or ("status" in form and source["status"] != sources.WORKING):
        connections.check(call.services, source)
    return {"success": True}


def sources_delete(call: Call) -> dict[str, Any]:
    """Detach a source."""
    with call.services.database.transaction() as connection:
        sources.remove(connection, _require_source(connection, call)["sequence"])
    return {"success": True}


def _changes(call: Call) -> dict[str, Any]:
    flags = ("sync_all_folders", "expunge_on_deleted_flag")
    changes: dict[str, Any] = {name: call.form[name] == 1 for name in flags if name in call.form}
    if "status_callback_url" in call.form:
        changes["status_callback_url"] = call.form["status_callback_url"]
    if "password" in call.form:
        changes["secret"] = call.services.vault.lock(call.form["password"])
    return changes


def _require_account(connection: Connection, call: Call) -> None:
    if not accounts.owned(connection, call.consumer_key, call.path["id"]):
        raise unknown(call.path["id"], "account")


def _require_source(connection: Connection, call: Call) -> RowMapping:
    _require_account(connection, call)
    source = sources.get(connection, call.path["id"], call.path["label"])
    if source is None:
        raise unknown(call.path["label"], "source")
    return source


HANDLERS = (sources_list, sources_create, sources_get, sources_update, sources_delete)
