"""First synchronisation and status checks of sources, and the callbacks that they cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cryptography.fernet import InvalidToken

from contextio_contract.server.db import accounts, jobs, sources
from contextio_contract.server.jobs.callbacks import STATUS_CHANGED, SYNCHRONISED, enqueue_callback
from contextio_contract.server.jobs.kind import Kind, Result, Retries
from contextio_contract.server.mail.mailbox import Login, host_of
from contextio_contract.server.mail.observation import (
    INVALID_CREDENTIALS,
    OK,
    Observation,
    observe_failure,
)
from contextio_contract.server.mail.statistics import Selection
from contextio_contract.server.outbound.limits import SYNCHRONISATIONS, BusyError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.services import Services

_NAME: Final = "synchronise"
KIND: Final = Kind(_NAME, SYNCHRONISATIONS, Retries(first=60, longest=60 * 60, within=3 * 24 * 60 * 60))
_UNSIGNABLE: Final = (
    "its consumer key is revoked or unknown to this worker, and nothing can sign its callback"
)
_LOST_KEY: Final = "the stored password cannot be read any more; send it again"
ASKS_FOR_PASSWORD: Final = {"status": INVALID_CREDENTIALS, "status_message": _LOST_KEY}
"""Columns of a source whose stored password is lost."""
_UNREADABLE: Final = Observation(INVALID_CREDENTIALS, _LOST_KEY, reachable=False, log=_LOST_KEY)


def enqueue_synchronisation(
    services: Services, connection: Connection, source: Mapping[Any, Any], consumer_key: str
) -> None:
    """Enqueue the first synchronisation of a source: count its messages, then call `callback_url`.

    Args:
        services: the services.
        connection: the transaction that attaches the source, or finds that its mailbox can be opened again.
        source: the columns of the source.
        consumer_key: the key of its account.
    """
    columns = {"source": source["sequence"], "host": host_of(source["server"]), "consumer_key": consumer_key}
    jobs.enqueue(connection, _NAME, f"{_NAME} {source['sequence']}", services.clock(), **columns)


def check_status(
    services: Services, consumer_key: str, source: RowMapping, changes: Mapping[str, Any] | None = None
) -> str:
    """Open the mailbox of a source now, store the status that comes of it, and return that.

    Changes of columns, such as a new password, count for the mailbox and are stored with the status.
    A change of the status enqueues a call of `status_callback_url`. A first synchronisation that has failed
    is tried again.

    Raises:
        BusyError: if the mailbox cannot be opened now. Nothing is stored then.
    """
    login = _login(services, {**source, **(changes or {})})
    claims = {"key": consumer_key, "source": str(source["sequence"])}
    observation = services.mailboxes.probe(login, claims) if login else _UNREADABLE
    state = {"status": observation.status, "status_message": observation.message}
    with services.database.transaction() as connection:
        accounts.lock(connection, consumer_key, source["account_id"])
        before = sources.get(connection, consumer_key, source["account_id"], source["label"])
        if before is None or before["sequence"] != source["sequence"]:
            return observation.status
        current = {**before, **(changes or {}), **state}
        sources.update_columns(connection, consumer_key, source["sequence"], {**(changes or {}), **state})
        if observation.status != before["status"]:
            failure = {"failure": observation.status, "failure_message": observation.message}
            fields = {} if observation.status == OK else failure
            enqueue_callback(services, connection, current, STATUS_CHANGED, fields)
        if observation.status == OK and not current["synchronised"]:
            enqueue_synchronisation(services, connection, current, consumer_key)
    return observation.status


def synchronise(services: Services, job: Job) -> Result:
    """Count the messages and files of a source, unless that was done before."""
    sequence = job.source
    with services.database.read() as connection:
        source = sources.get_by_sequence(connection, sequence) if sequence is not None else None
    if source is None or source["synchronised"]:
        return Result()
    if source["callback_url"] and services.keys.signing_secret(source["consumer_key"]) is None:
        services.keys.refresh()  # it may have been added a moment ago
        if services.keys.signing_secret(source["consumer_key"]) is None:
            return Result(_UNSIGNABLE)
    login = _login(services, source)
    if login is None:
        return Result(_LOST_KEY, is_final=True)
    selection = Selection(source["sync_all_folders"], source["sync_folders"], source["raw_file_list"])
    try:
        messages, files = services.mailboxes.count(login, selection)
    except BusyError:
        return Result("this machine has no room for it")
    except Exception as error:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
        observation = observe_failure(error, login.address, [])
        is_final = observation.status == INVALID_CREDENTIALS
        return Result(f"{login.address}: {observation.log}", is_final=is_final)
    counts = {"nb_messages": messages, "nb_files": files, "synchronised": True}

    def store(connection: Connection) -> None:
        key = source["consumer_key"]
        accounts.lock(connection, key, source["account_id"])
        current = sources.get_by_sequence(connection, source["sequence"])
        if current is not None and sources.update_columns(connection, key, current["sequence"], counts):
            enqueue_callback(services, connection, current, SYNCHRONISED, {})

    return Result(store=store)


def source_columns(services: Services, login: Login, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a source for a mailbox that was opened, and for options of its form."""
    return {
        "server": login.server,
        "port": login.port,
        "use_ssl": login.use_ssl,
        "username": login.username,
        **services.vault.encrypt_columns(login.password),
        "status": OK,
        **{name: options[name] for name in sources.OPTIONS if name in options},
    }


def _login(services: Services, source: Mapping[Any, Any]) -> Login | None:
    """Return what opens the mailbox of a source; None if the stored password cannot be decrypted."""
    try:
        password = services.vault.decrypt(source["secret"])
    except InvalidToken:
        return None
    return Login(source["server"], source["port"], source["use_ssl"], source["username"], password)
