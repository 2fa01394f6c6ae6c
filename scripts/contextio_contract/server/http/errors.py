"""The one way in which a request is turned down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class RefusedError(Exception):
    """A request that is answered with an error.

    Attributes:
        status: the HTTP status.
        value: a sentence that says what to change.
        details: further fields of the body, such as `code` or `feedback_code`.
        headers: further headers of the answer.
    """

    status: int
    value: str
    details: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def body(self, method: str) -> dict[str, Any]:
        """Return the error as the contract shapes it: a failed write also has `success`."""
        success = {} if method in {"GET", "HEAD", "OPTIONS"} else {"success": False}
        return {"type": "error", "value": self.value, **success, **self.details}


def unknown(name: str, kind: str) -> RefusedError:
    """Return the answer for something that does not exist for the consumer key."""
    return RefusedError(404, f"{kind} {name[:100]} is invalid")
