"""Another way to our own server, on which property tests go beside the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.conformance.wire.gateway import Gateway

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.target import Target


def open_beside(gateway: Gateway, target: Target) -> Gateway:
    """Return another gateway to a deployment that was looked at; both count and record together.

    What either creates, the other one takes for that of others: it may read it, and writes nothing to it.
    """
    beside = Gateway(target, gateway.guard.beside_it(), gateway.throttle)
    beside.recorder, beside.answers, beside.retries = gateway.recorder, gateway.answers, gateway.retries
    return beside
