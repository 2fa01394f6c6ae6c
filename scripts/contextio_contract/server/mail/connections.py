"""Connecting mailboxes to accounts, and keeping track of how they are."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from cryptography.fernet import InvalidToken

from contextio_contract.server.db import accounts, sources
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.mail.mailbox import INVALID_CREDENTIALS, OK, Login, Observation
from contextio_contract.server.mail.statistics import Selection
from contextio_contract.server.outbound import callbacks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.services import Services

FLAGS: Final = ("sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list")
PROVIDER_FIELDS: Final = (
    "provider_consumer_key",
    "provider_refresh_token",
    "provider_token",
    "provider_token_secret",
)
_log = logging.getLogger(__name__)


def refuse_providers(form: Mapping[str, Any]) -> None:
    """Turn down a mailbox that is to be opened with a provider's token.

    Such a token outranks a password and needs a registered OAuth client (rules
    src-create-provider-beats-password and src-create-consumer-key-registered). None can be registered
    here, as the page `oauth_providers` is not served yet.

    Raises:
        RefusedError: 400, when any parameter of a provider is there.
    """
    if not any(name in form for name in PROVIDER_FIELDS):
        return
    if "provider_consumer_key" not in form:
        raise RefusedError(400, "provider_consumer_key is missing; send it beside the provider's token")
    raise RefusedError(
        400, "provider_consumer_key is not registered here; leave all provider_ fields out, send password"
    )


def opened(services: Services, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Open a mailbox and return the columns of a source for it.

    Args:
        services: the server's parts.
        settings: the fields of SourceCreateForm.

    Raises:
        RefusedError: 503 when the mail server is out of reach, 400 when it refuses.
    """
    login = Login(
        server=settings["server"],
        port=settings["port"],
        use_ssl=settings["use_ssl"] == 1,
        username=settings["username"],
        password=settings["password"],
    )
    observation = services.mailboxes.observe(login)
    if observation.status != OK:
        raise RefusedError(
            400 if observation.reachable else 503,
            observation.message or "the mailbox could not be opened",
            {"feedback_code": observation.status, "connectionLog": observation.log},
        )
    return {
        "server": login.server,
        "port": login.port,
        "use_ssl": login.use_ssl,
        "username": login.username,
        "secret": services.vault.lock(login.password),
        "status": OK,
        "callback_url": settings.get("callback_url"),
        "status_callback_url": settings.get("status_callback_url"),
        "sync_folders": settings.get("sync_folders", ""),
        **{name: settings.get(name) == 1 for name in FLAGS},
    }


def attach(connection: Connection, account_id: str, email: str, columns: dict[str, Any]) -> RowMapping:
    """Attach an opened mailbox to an account, and its address to the account's addresses."""
    accounts.add_address(connection, account_id, email)
    return sources.add(connection, account_id, email, columns)


def synchronise_later(services: Services, sequence: int) -> None:
    """Count what a source holds after the answer was given, then tell its `callback_url`."""
    services.background.submit(lambda: _synchronise(services, sequence))


def check(services: Services, source: RowMapping) -> str:
    """Open a source's mailbox now, keep the state that is seen, and return it."""
    observation = _observe(services, source)
    with services.database.transaction() as connection:
        changes = {"status": observation.status, "status_message": observation.message}
        there = sources.change(connection, source["sequence"], changes)
        owner = sources.with_owner(connection, source["sequence"]) if there else None
    if owner and observation.status != source["status"] and owner["status_callback_url"]:
        _tell_status(services, owner)
    return observation.status


def _observe(services: Services, source: RowMapping) -> Observation:
    login = _login(services, source)
    if login is None:
        message = "the stored password cannot be read any more; send it again"
        return Observation(INVALID_CREDENTIALS, message, reachable=False, log=message)
    return services.mailboxes.observe(login)


def _login(services: Services, source: RowMapping) -> Login | None:
    try:
        password = services.vault.unlock(source["secret"])
    except InvalidToken:
        return None
    return Login(source["server"], source["port"], source["use_ssl"], source["username"], password)


def _tell_status(services: Services, source: RowMapping) -> None:
    failure = {"failure": source["status"], "failure_message": source["status_message"]}
    content = {**_subject(source), **(failure if source["status"] != OK else {})}
    signed = callbacks.signed(content, services.settings.keys[source["consumer_key"]], services.clock)
    services.background.submit(lambda: callbacks.post(source["status_callback_url"], signed))


def _synchronise(services: Services, sequence: int) -> None:
    with services.database.transaction() as connection:
        source = sources.with_owner(connection, sequence)
    login = _login(services, source) if source else None
    if source is None or login is None:
        return
    selection = Selection(source["sync_all_folders"], source["sync_folders"], source["raw_file_list"])
    try:
        messages, files = services.mailboxes.count(login, selection)
    except Exception as error:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
        _log.warning("a mailbox at %s could not be synchronised: %s", login.server, type(error).__name__)
        return
    values = {"nb_messages": messages, "nb_files": files, "synchronised": True}
    with services.database.transaction() as connection:
        if not sources.change(connection, sequence, values):
            return
    if source["callback_url"] and source["consumer_key"] in services.settings.keys:
        secret = services.settings.keys[source["consumer_key"]]
        callbacks.post(source["callback_url"], callbacks.signed(_subject(source), secret, services.clock))


def _subject(source: RowMapping) -> dict[str, Any]:
    return {"account_id": source["account_id"], "server_label": source["label"]}
