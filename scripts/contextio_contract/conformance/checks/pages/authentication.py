"""Checks of signatures: every operation refuses a request that is not signed as it is sent."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_fields, need
from contextio_contract.conformance.checks.shared import form_for, path_to
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.wire import signing

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract import Operation

STALE_TIMESTAMP: Final = 105
"""The code of the error about a stale timestamp."""


@check(rules=("auth-two-legged-no-token", "auth-header-default"), reads_only=True)
def auth_unsigned(deployment: Deployment) -> None:
    """Every operation refuses a request without a signature with 401."""
    _expect_refused(deployment, None)


@check(rules=("auth-two-legged-no-token",), reads_only=True)
def auth_wrong_secret(deployment: Deployment) -> None:
    """Every operation refuses a request that is signed with a wrong secret with 401."""
    _expect_refused(deployment, signing.WRONG_SECRET)


@check(rules=("auth-form-params-signed",))
def auth_form_params_signed(deployment: Deployment) -> None:
    """Every operation with a form refuses a form that was changed after it was signed with 401."""
    _expect_refused(deployment, signing.TAMPERED_BODY)


@check(rules=("auth-two-legged-no-token",), reads_only=True)
def auth_tampered_query(deployment: Deployment) -> None:
    """Every operation refuses a query that was changed after it was signed with 401."""
    _expect_refused(deployment, signing.TAMPERED_QUERY)


@check(reads_only=True)
def auth_timestamp_window(deployment: Deployment) -> None:
    """Every operation refuses a stale timestamp with 401, code 105 and both timestamps."""
    for error in _expect_refused(deployment, signing.STALE):
        expect_fields(error, code=STALE_TIMESTAMP)
        timestamps = re.findall(r"[0-9]{9,}", str(error.get("value")))
        expect(len(timestamps) > 1, "a value with both timestamps", error)


@check(rules=("auth-two-legged-no-token",), reads_only=True)
def auth_replayed_nonce(deployment: Deployment) -> None:
    """Every operation refuses a request that is sent a second time with 401."""
    _expect_refused(deployment, signing.REPLAYED)


def _expect_refused(deployment: Deployment, flaw: str | None) -> list[dict[str, Any]]:
    """Send each operation a flawed request, and return the errors."""
    errors = []
    missing = "none of the chosen operations can show it"
    for operation in deployment.operations:
        if flaw == signing.TAMPERED_BODY and operation.body is None:
            continue
        try:
            errors.append(_refusal(deployment, operation, flaw))
        except NotExercised as reason:
            missing = str(reason)
    need(errors, missing)
    status = deployment["accounts"].get(limit=1).status
    expect(status != HTTPStatus.UNAUTHORIZED, "a rightly signed request is not refused", f"status {status}")
    return errors


def _refusal(deployment: Deployment, operation: Operation, flaw: str | None) -> dict[str, Any]:
    path = path_to(deployment, operation.path.segments, reads=operation.is_safe)
    form = form_for(deployment, operation)
    if flaw == signing.REPLAYED:
        deployment.send(operation.method, path, data=form)
    response = deployment.send(operation.method, path, data=form, flaw=flaw)
    try:
        return response.must_be_error(HTTPStatus.UNAUTHORIZED).object
    except Unmet as unmet:
        raise unmet.by(operation.id) from None
