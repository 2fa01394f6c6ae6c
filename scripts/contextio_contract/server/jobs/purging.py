"""The recurring deletion of unused tokens, old nonces, and what is left of old jobs and deliveries."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import nonces, purging
from contextio_contract.server.db.tokens import LIFETIME
from contextio_contract.server.jobs.kind import Kind, Result, Retries
from contextio_contract.server.outbound.limits import PROCESS

if TYPE_CHECKING:
    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.services import Services

_EVERY: Final = 60
_DAY: Final = 24 * 60 * 60
_NONCES_KEPT: Final = 60 * 60
"""Seconds by the machine's clock, as signatures are; they count for less, but clocks may be set back."""


def purge(services: Services, _job: Job) -> Result:
    """Delete some of what is old, and be due again soon if there is more."""
    now = services.clock()
    with services.database.transaction() as connection:
        has_more = purging.purge_tokens(connection, now - LIFETIME)
        nonces.purge(connection, int(time.time()) - _NONCES_KEPT)
        has_more |= purging.purge_jobs(connection, now - services.settings.retention_days * _DAY)
    services.database.erase_deleted()
    return Result(run_again_at=now if has_more else now + _EVERY)


KIND: Final = Kind("purge", {PROCESS: 1}, Retries(first=60, longest=60 * 60))
