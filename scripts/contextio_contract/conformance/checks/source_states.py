"""Accounts with working and broken sources, which checks share and none changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD
from contextio_contract.conformance.outcome import NotExercised

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment, Resource

OK: Final = "OK"
"""The status of a source that works."""
BROKEN: Final = "INVALID_CREDENTIALS"
"""The status of a source whose password is wrong."""


def account_with(deployment: Deployment, *statuses: str) -> Resource:
    """Return an account with a source of each of these statuses, in this order."""

    def create() -> Resource:
        account = deployment.account()
        for status in statuses:
            source = deployment.source(account)
            if status == BROKEN:
                _break(source)
        return account

    return deployment.shared(f"account with {statuses}", create)


def _break(source: Resource) -> None:
    source.update(password=WRONG_PASSWORD)
    status = source.update(force_status_check=1).get("status")
    if status != BROKEN:
        message = f"a source with a wrong password has the status {status}, so no source can be broken"
        raise NotExercised(message)
