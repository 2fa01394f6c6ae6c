"""Errors that answer a request, in the shape that the contract gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from contextio_contract.contract.operation import SAFE

CHALLENGE: Final = {"www-authenticate": "OAuth"}
"""The header of every 401."""


@dataclass(eq=False)
class RefusedError(Exception):
    """A request that is answered with an error.

    Attributes:
        status: the HTTP status.
        value: a sentence that says what to change.
        details: further fields of the body, such as `code` or `feedback_code`.
        headers: further headers of the response.
    """

    status: int
    value: str
    details: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def body(self, method: str) -> dict[str, Any]:
        """Return the body of the response: a failed write also has `success` (contract decision 7)."""
        success = {} if method in SAFE else {"success": False}
        return {"type": "error", "value": self.value, **success, **self.details}


def unknown(name: str, kind: str) -> RefusedError:
    """Return the error for a resource that does not exist for the consumer key."""
    return RefusedError(HTTPStatus.NOT_FOUND, f"{kind} {name[:100]} is invalid")
