"""Checks of discovery, which is no collection."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect_fields

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

UNKNOWN: Final = "nobody@conformance.invalid"
"""An address in a domain that never exists (RFC 2606, section 2)."""


@check("discovery_get", reads_only=True)
def dis_not_found_200(deployment: Deployment) -> None:
    """For an address of an unknown domain, the status is 200 and found is false."""
    response = deployment.send("GET", ("discovery",), params={"email": UNKNOWN, "source_type": "IMAP"})
    expect_fields(response.must_be(HTTPStatus.OK).object, email=UNKNOWN, found=False)
