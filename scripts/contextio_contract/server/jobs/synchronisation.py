"""First synchronisation and status checks of sources, and the callbacks that they cause."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from cryptography.fernet import InvalidToken

from contextio_contract.server.db import sources
from contextio_contract.server.jobs.deliveries import enqueue_callback
from contextio_contract.server.mail.mailbox import Login
from contextio_contract.server.mail.observation import INVALID_CREDENTIALS, OK, Observation
from contextio_contract.server.mail.statistics import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import RowMapping

    from contextio_contract.server.services import Services

_LOST_KEY: Final = "the stored password cannot be read any more; send it again"
_UNREADABLE: Final = Observation(INVALID_CREDENTIALS, _LOST_KEY, reachable=False, log=_LOST_KEY)
_log = logging.getLogger(__name__)


def enqueue_synchronisation(services: Services, sequence: int) -> None:
    """Enqueue the first synchronisation of a source: count its messages, then call `callback_url`."""
    with services.database.read() as connection:
        source = sources.get_with_consumer_key(connection, sequence)
    login = _login(services, source) if source else None
    if source is not None and login is not None:
        claims = {"host": login.host, "key": source["consumer_key"], "source": str(sequence)}
        services.jobs.enqueue(lambda: _synchronise(services, sequence), claims)


def resume_synchronisations(services: Services) -> None:
    """Enqueue the first synchronisations that the last stop of the server cut short."""
    with services.database.read() as connection:
        pending = sources.list_unsynchronised(connection)
    for sequence in pending:
        enqueue_synchronisation(services, sequence)


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
    with services.database.transaction() as connection:
        state = {"status": observation.status, "status_message": observation.message}
        sources.update_columns(connection, source["sequence"], {**(changes or {}), **state})
        current = sources.get_with_consumer_key(connection, source["sequence"])
    if current is None:
        return observation.status
    if observation.status != source["status"] and current["status_callback_url"]:
        failure = {"failure": current["status"], "failure_message": current["status_message"]}
        fields = {} if current["status"] == OK else failure
        enqueue_callback(services, current, current["status_callback_url"], fields)
    if observation.status == OK and not current["synchronised"]:
        enqueue_synchronisation(services, current["sequence"])
    return observation.status


def _synchronise(services: Services, sequence: int) -> None:
    with services.database.read() as connection:
        source = sources.get_with_consumer_key(connection, sequence)
    login = _login(services, source) if source else None
    if source is None or login is None or source["synchronised"]:
        return
    selection = Selection(source["sync_all_folders"], source["sync_folders"], source["raw_file_list"])
    try:
        messages, files = services.mailboxes.count(login, selection)
    except Exception as error:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
        _log.warning("a mailbox at %s could not be synchronised: %s", login.address, type(error).__name__)
        return
    counts = {"nb_messages": messages, "nb_files": files, "synchronised": True}
    with services.database.transaction() as connection:
        exists = sources.update_columns(connection, sequence, counts)
    if exists and source["callback_url"]:
        enqueue_callback(services, source, source["callback_url"], {})


def source_columns(services: Services, login: Login, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a source for a mailbox that was opened, and for options of its form."""
    return {
        "server": login.server,
        "port": login.port,
        "use_ssl": login.use_ssl,
        "username": login.username,
        "secret": services.vault.encrypt(login.password),
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
