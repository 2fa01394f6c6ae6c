"""Checks of signatures: every operation refuses a request that is not signed as it is sent."""

from __future__ import annotations

import re
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_fields, need
from contextio_contract.conformance.checks.shared import (
    for_each_operation,
    for_some_operations,
    request_for,
)
from contextio_contract.conformance.wire import signing
from contextio_contract.conformance.wire.gateway import entry_points

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract import Operation

IN_FORM: Final = (signing.TAMPERED_FORM, signing.ADDED_FIELD, signing.CHANGED_FIELD)
IN_ANY_QUERY: Final = (signing.ADDED_PARAMETER, signing.CHANGED_PARAMETER)
UNREAD: Final = {"conformance": "signed"}
"""A query parameter that no operation reads."""


@check(id="auth-unsigned", rules=("auth-two-legged-no-token",), signature=signing.UNSIGNED)
@check(id="auth-wrong-secret", rules=("auth-two-legged-no-token",), signature=signing.WRONG_SECRET)
@check(id="auth-unknown-key", rules=("auth-two-legged-no-token",), signature=signing.UNKNOWN_KEY)
@check(id="auth-plaintext", rules=("auth-two-legged-no-token",), signature=signing.PLAINTEXT)
@check(id="auth-form-params-signed", rules=("auth-form-params-signed",), signature=signing.TAMPERED_FORM)
@check(id="auth-tampered-query", rules=("auth-two-legged-no-token",), signature=signing.TAMPERED_QUERY)
@check(id="auth-other-method", rules=("auth-two-legged-no-token",), signature=signing.OTHER_METHOD)
@check(id="auth-other-path", rules=("auth-two-legged-no-token",), signature=signing.OTHER_PATH)
@check(id="auth-replayed-nonce", rules=("auth-two-legged-no-token",), signature=signing.REPLAYED)
def refuses(deployment: Deployment, signature: str) -> None:
    """Every operation refuses {signature} with 401."""
    is_safe = deployment.gateway.is_private or signature != signing.PLAINTEXT
    need(is_safe, "others could read the secret on its way; use https")
    for_each_operation(partial(_expect_refused, signature=signature))(deployment)
    for operation in [*entry_points(deployment.contract)][:1]:
        _expect_taken(deployment, operation, signing.RIGHT)


@check()
def auth_timestamp_window(deployment: Deployment) -> None:
    """Every operation refuses a stale timestamp with 401, code 105 and both timestamps, and a future one."""
    refuses(deployment, signing.STALE)
    refuses(deployment, signing.FUTURE)


@check()
def auth_header_default(deployment: Deployment) -> None:
    """Every operation takes a signature in the query as well, and refuses a wrong one there with 401."""
    refuses(deployment, signing.WRONG_IN_QUERY)
    for_each_operation(partial(_expect_taken, signature=signing.IN_QUERY))(deployment)


@check(id="auth-added-parameter", rules=("auth-two-legged-no-token",), signature=signing.ADDED_PARAMETER)
@check(id="auth-changed-parameter", rules=("auth-two-legged-no-token",), signature=signing.CHANGED_PARAMETER)
@check(id="auth-added-field", rules=("auth-form-params-signed",), signature=signing.ADDED_FIELD)
@check(id="auth-changed-field", rules=("auth-form-params-signed",), signature=signing.CHANGED_FIELD)
@check(id="auth-other-host", rules=("auth-two-legged-no-token",), signature=signing.OTHER_HOST)
@check(id="auth-no-timestamp", rules=("auth-timestamp-window",), signature=signing.NO_TIMESTAMP)
@check(id="auth-no-nonce", rules=("auth-two-legged-no-token",), signature=signing.NO_NONCE)
@check(id="auth-double-nonce", rules=("auth-two-legged-no-token",), signature=signing.DOUBLE_NONCE)
@check(id="auth-reused-nonce", rules=("auth-two-legged-no-token",), signature=signing.REUSED_NONCE)
@check(id="auth-other-version", rules=("auth-two-legged-no-token",), signature=signing.OTHER_VERSION)
@check(id="auth-other-algorithm", rules=("auth-two-legged-no-token",), signature=signing.OTHER_ALGORITHM)
@check(id="auth-signed-twice", rules=("auth-header-default",), signature=signing.SIGNED_TWICE)
@check(id="auth-cut-signature", rules=("auth-two-legged-no-token",), signature=signing.CUT)
@check(id="auth-other-case", rules=("auth-two-legged-no-token",), signature=signing.OTHER_CASE)
@check(id="auth-empty-signature", rules=("auth-two-legged-no-token",), signature=signing.EMPTY)
def refuses_at_some(deployment: Deployment, signature: str) -> None:
    """A few operations, which the seed chooses, refuse {signature}, with 401 or as malformed with 400."""
    for_some_operations(partial(_expect_refused, signature=signature), signature)(deployment)


def _expect_refused(deployment: Deployment, operation: Operation, signature: str) -> None:
    # Where 400 counts as refused, nothing but the signature may be a reason for it.
    request = request_for(deployment, operation, succeeds=signature in signing.MALFORMED)
    # Only an urlencoded form is signed (RFC 5849, section 3.4.1.3.1).
    is_signed = bool(request.form and operation.body and operation.body.form)
    need(is_signed or signature not in IN_FORM, "there is no form that could be changed")
    if signature == signing.REPLAYED:
        request.send()
    elif signature == signing.REUSED_NONCE:
        others = [each for each in entry_points(deployment.contract) if each is not operation]
        need(others, "there is no other operation to call before")
        request_for(deployment, others[0]).send()
        request.send(signature=signing.IN_QUERY)  # in between, so that the nonce is not the latest one
    options = {"params": request.query | UNREAD} if signature in IN_ANY_QUERY else {}
    malformed = (HTTPStatus.BAD_REQUEST,) if signature in signing.MALFORMED else ()
    response = request.send(signature=signature, **options)
    error = response.must_be_error(HTTPStatus.UNAUTHORIZED, *malformed).object
    if signature == signing.STALE:
        expect_fields(error, code=105)
        timestamps = re.findall(r"[0-9]{9,}", str(error.get("value")))
        expect(len(timestamps) > 1, "a value with both timestamps", error)


def _expect_taken(deployment: Deployment, operation: Operation, signature: str) -> None:
    status = request_for(deployment, operation).send(signature=signature).status
    expect(status != HTTPStatus.UNAUTHORIZED, "a right signature is accepted", f"status {status}")
