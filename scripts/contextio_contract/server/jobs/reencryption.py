"""The encryption of all secrets under the first vault key, after an operator has set a new one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import encrypted, jobs
from contextio_contract.server.jobs.kind import Kind, Result, Retries
from contextio_contract.server.outbound.limits import PROCESS

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.services import Services

_ASK_OTHERS: Final = 10
"""Seconds for which a job is left to other workers."""
_AT_ONCE: Final = 10_000
"""Secrets that are encrypted in less than the time that a worker has to stop."""
_log = logging.getLogger(__name__)


def enqueue_reencryption(services: Services, connection: Connection) -> None:
    """Enqueue the encryption of secrets that are not under the first key, if there are any."""
    first = services.vault.fingerprint
    if encrypted.list_fingerprints(connection) - {first}:
        payload = {"vault_key": first}
        jobs.enqueue(connection, KIND.name, KIND.name, services.clock(), payload=payload)


def reencrypt(services: Services, job: Job) -> Result:
    """Encrypt some of what is left; a worker that was started with other keys leaves that to others."""
    if job.payload["vault_key"] != services.vault.fingerprint:
        return Result(run_again_at=services.clock() + _ASK_OTHERS)
    progress = encrypted.encrypt_anew(services.database, services.vault, _AT_ONCE)
    _log.info(
        "%d secrets were encrypted anew with the first vault key, %d cannot be decrypted",
        progress.encrypted,
        progress.unreadable,
    )
    has_more = progress.encrypted >= _AT_ONCE
    return Result(run_again_at=services.clock() if has_more else None)


KIND: Final = Kind("reencrypt", {PROCESS: 1}, Retries(first=60, longest=60 * 60))
