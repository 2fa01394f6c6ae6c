"""Responses: rendered in the media type that the contract describes, and errors in JSON."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from contextio_contract.contract import JSON
from contextio_contract.server.http.errors import CHALLENGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract import contract
    from contextio_contract.server.http.errors import RefusedError


def json_response(
    status: int, content: Any, headers: Mapping[str, str] | None = None, media_type: str = JSON
) -> Response:
    """Return a response in JSON, whose content type is bare, as clients compare it."""
    body = json.dumps(content, separators=(",", ":")).encode("ascii")
    return Response(body, status, headers, media_type=media_type)


def error_response(error: RefusedError, method: str) -> Response:
    """Return the response that an error is to a request with a method."""
    return json_response(error.status, error.body(method), error.headers)


def described_response(described: contract.Response, status: int, content: Any) -> Response:
    """Return a response in the media type that is described; text is written in UTF-8."""
    headers = example_headers(described, status) if described.kind == "redirect" else None
    if described.media is None:
        return Response(b"", status, headers)
    if described.kind == "json":
        return json_response(status, content, media_type=described.media.name)
    body = content if isinstance(content, bytes) else str(content).encode()
    return Response(body, status, media_type=described.media.name)


def example_headers(described: contract.Response, status: int) -> dict[str, str]:
    """Return the headers of a response with the values of their examples."""
    examples = {name: header.example for name, header in described.headers.items()}
    challenge = CHALLENGE if status == HTTPStatus.UNAUTHORIZED else {}
    return {name: str(value) for name, value in examples.items() if value is not None} | challenge
