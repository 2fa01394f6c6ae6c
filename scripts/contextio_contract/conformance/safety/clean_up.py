"""Removing what an earlier run left behind."""

from __future__ import annotations

import re
from typing import Final

from contextio_contract.cli.packaged import load_bundle
from contextio_contract.conformance.operations import Operations
from contextio_contract.conformance.safety import sandbox
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire import target
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.reach import reach
from contextio_contract.errors import CannotRun

RUN_ID: Final = re.compile(r"cio-[0-9a-f]{12}")


def clean_up(base_url: str | None, run_id: str) -> int:
    """Remove what bears the mark of a run, and return how many things that were.

    Args:
        base_url: the deployment.
        run_id: the id of the run, which its reports tell.

    Raises:
        CannotRun: when that cannot be done, or something is left.
    """
    if not base_url or not RUN_ID.fullmatch(run_id):
        message = "--clean-up needs the id of a run, such as cio-0123456789ab, and --base-url"
        raise CannotRun(message)
    deployment = target.named(base_url)
    operations = Operations(load_bundle())
    gateway = Gateway(deployment, Guard(operations, Mode.SANDBOX, run_id))
    reach(gateway, deployment, operations)
    count = sandbox.adopt(gateway, operations)
    with sandbox.cleaned_up(gateway):
        pass
    left = len(gateway.guard.ledger.leftovers())
    if left:
        message = f"{left} of {count} things could not be removed"
        raise CannotRun(message)
    return count
