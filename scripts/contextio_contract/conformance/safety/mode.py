"""The decision what a run may do to a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.safety.survey import ALL_PAGES, survey
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Collection

    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.conformance.wire.target import Target

ONLY_READS: Final = "it needs to write, and this run only reads"
"""Why a check is not made."""
MAY_WRITE: Final = "--mode sandbox"
"""With which option it is made."""


def decide_mode(gateway: Gateway, deployment: Target, asked: Mode | None, left_out: Collection[str]) -> Mode:
    """Return what a run may do, having looked at what is there.

    Args:
        gateway: the way to the deployment.
        deployment: whose address and owner count.
        asked: what the user allows; None to leave it to the address.
        left_out: operationIds that are not called.

    Raises:
        CannotRun: if the user allows writing, but what is there cannot be listed.
    """
    if deployment.is_own and asked is None:
        gateway.guard.ends_with_run = True
        survey(gateway, ALL_PAGES, left_out)
        return Mode.SANDBOX
    if asked is Mode.DISPOSABLE:
        return asked
    if asked is Mode.READ_ONLY or (asked is None and not deployment.is_loopback):
        survey(gateway, 1, left_out)
        return Mode.READ_ONLY
    if survey(gateway, ALL_PAGES, left_out):
        return Mode.SANDBOX
    if asked is Mode.SANDBOX and not any(gateway.answers.failures.values()):
        message = "--mode sandbox: what is there could not be listed, so nothing may be written"
        raise CannotRun(message)
    return Mode.READ_ONLY


def why_only_read(deployment: Target, asked: Mode | None) -> str:
    """Return why `decide_mode` came to reading alone."""
    if asked is Mode.READ_ONLY:
        return "it was asked for"
    return "what is there could not be listed" if deployment.is_loopback else "its address is not loopback"
