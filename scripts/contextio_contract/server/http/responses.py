"""Responses in the media type that the contract describes, and errors in the shape that it gives them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from contextio_contract.contract import JSON
from contextio_contract.contract.operation import SAFE

if TYPE_CHECKING:
    from contextio_contract import contract

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


def bad_request(*, value: str) -> RefusedError:
    """Return the error for a request that has to be changed, as a sentence says."""
    return RefusedError(HTTPStatus.BAD_REQUEST, value)


def unknown(name: str, kind: str) -> RefusedError:
    """Return the error for a resource that does not exist for the consumer key."""
    return RefusedError(HTTPStatus.NOT_FOUND, f"{kind} {name[:100]} is invalid")


def error_response(error: RefusedError, method: str) -> Response:
    """Return the response that an error is; a failed write also has `success` (contract decision 7)."""
    success = {} if method in SAFE else {"success": False}
    body = {"type": "error", "value": error.value, **success, **error.details}
    return Response(_dump(body), error.status, error.headers, media_type=JSON)


def described_response(described: contract.Response, status: int, content: Any) -> Response:
    """Return a response in the media type that is described; text is written in UTF-8."""
    headers = example_headers(described, status) if described.kind == "redirect" else None
    if described.media is None:
        return Response(b"", status, headers)
    if described.kind == "json":
        body = _dump(content)
    else:
        body = content if isinstance(content, bytes) else str(content).encode()
    return Response(body, status, media_type=described.media.name)


def example_headers(described: contract.Response, status: int) -> dict[str, str]:
    """Return the headers of a response with the values of their examples."""
    examples = {name: header.example for name, header in described.headers.items()}
    challenge = CHALLENGE if status == HTTPStatus.UNAUTHORIZED else {}
    return {name: str(value) for name, value in examples.items() if value is not None} | challenge


def _dump(content: Any) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode("ascii")
