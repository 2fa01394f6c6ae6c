"""Every kind of jobs, and what does them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from contextio_contract.server.jobs import callbacks, purging, reencryption, synchronisation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.jobs.kind import Result
    from contextio_contract.server.services import Services

Runs: TypeAlias = "Mapping[str, Callable[[Services, Job], Result]]"
"""What makes an attempt, by kind: in a thread, without a transaction, and perhaps twice for one job."""

KINDS: Final = (callbacks.KIND, synchronisation.KIND, purging.KIND, reencryption.KIND)
"""The kinds, in the order in which workers look for their jobs."""
RECURRING: Final = (purging.KIND,)
"""The kinds with one job each, which recurs."""
RUNS: Final[Runs] = {
    callbacks.KIND.name: callbacks.deliver,
    synchronisation.KIND.name: synchronisation.synchronise,
    purging.KIND.name: purging.purge,
    reencryption.KIND.name: reencryption.reencrypt,
}
