"""Gateways for tests, whose time passes only when somebody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conformance.clock import Clock
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import KEY, SECRET

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.connection import Connection
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.conformance.wire.throttle import Throttle

if TYPE_CHECKING:
    from tests.conformance.deployment import Deployment


def open_gateway(deployment: Deployment, connection: Connection | None = None) -> Gateway:
    """Return a gateway that waits for nothing."""
    clock = Clock()
    guard = Guard(CONTRACT, Mode.SANDBOX, "cio-000000000000")
    target = Target(deployment.base_url, KEY, SECRET, connection=connection or Connection())
    return Gateway(target, guard, Throttle(clock=clock, sleep=clock.sleep))
