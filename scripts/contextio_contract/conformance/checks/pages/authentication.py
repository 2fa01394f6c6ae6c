"""Signatures, for every operation: what is not signed as it is sent is turned away with 401."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.steps import (
    UNAUTHORIZED,
    expect,
    expect_equal,
)
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.wire import signing

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract import Operation

EXPIRED: Final = 105
"""The number of the error that tells of a stale timestamp."""


@check(rules=("auth-two-legged-no-token", "auth-header-default"), reads_only=True)
def auth_unsigned(deployment: Deployment) -> None:
    """A request without a signature is turned away with 401, by every operation."""
    _expect_turned_away(deployment, None)


@check(rules=("auth-two-legged-no-token",), reads_only=True)
def auth_wrong_secret(deployment: Deployment) -> None:
    """A request that is signed with another secret is turned away with 401, by every operation."""
    _expect_turned_away(deployment, signing.WRONG_SECRET)


@check(rules=("auth-form-params-signed",))
def auth_form_params_signed(deployment: Deployment) -> None:
    """A form that was changed after it was signed is turned away with 401, by every operation with a form."""
    _expect_turned_away(deployment, signing.TAMPERED_BODY)


@check(rules=("auth-two-legged-no-token",), reads_only=True)
def auth_tampered_query(deployment: Deployment) -> None:
    """A query that was changed after it was signed is turned away with 401, by every operation."""
    _expect_turned_away(deployment, signing.TAMPERED_QUERY)


@check(reads_only=True)
def auth_timestamp_window(deployment: Deployment) -> None:
    """A stale timestamp is turned away with 401, error 105 and both timestamps, by every operation."""
    for error in _expect_turned_away(deployment, signing.STALE):
        expect_equal(error.get("code"), EXPIRED, "code")
        stamps = re.findall(r"[0-9]{9,}", str(error.get("value")))
        expect(len(stamps) > 1, "a value with both timestamps", error)


@check(rules=("auth-two-legged-no-token",), reads_only=True)
def auth_replayed_nonce(deployment: Deployment) -> None:
    """A request that is sent a second time, as it is, is turned away with 401, by every operation."""
    _expect_turned_away(deployment, signing.REPLAYED)


def _expect_turned_away(deployment: Deployment, flaw: str | None) -> list[dict[str, Any]]:
    """Send each operation a flawed request, and return the errors that it answers."""
    errors = []
    missing = "none of the chosen operations can show it"
    for operation in deployment.operations:
        if flaw == signing.TAMPERED_BODY and operation.body is None:
            continue
        try:
            errors.append(_turned_away(deployment, operation, flaw))
        except NotExercised as reason:
            missing = str(reason)
    if not errors:
        raise NotExercised(missing)
    _expect_admitted(deployment)
    return errors


def _expect_admitted(deployment: Deployment) -> None:
    """Make sure that it was the flaw for which requests were turned away."""
    status = deployment.accounts.get(limit=1).status
    expect(status != UNAUTHORIZED, "what is signed right is not turned away", f"status {status}")


def _turned_away(deployment: Deployment, operation: Operation, flaw: str | None) -> dict[str, Any]:
    path = deployment.path_to(operation)
    form = deployment.form_of(operation)
    if flaw == signing.REPLAYED:
        deployment.send(operation.method, path, data=form)
    answer = deployment.send(operation.method, path, data=form, flaw=flaw)
    try:
        return answer.must_be_refused(UNAUTHORIZED).thing
    except Unmet as unmet:
        raise unmet.by(operation.id) from None
