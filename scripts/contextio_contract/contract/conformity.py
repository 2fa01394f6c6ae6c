"""Violations of an operation's description in its responses, as sentences that repeat no values."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract.operation import Operation

_MAX_ERRORS: Final = 10


def violations(
    operation: Operation, method: str, status: int, headers: Mapping[str, str], body: bytes
) -> list[str]:
    """Return what is wrong with a response: its status, its media type, or up to ten places of its JSON.

    Args:
        operation: the operation that was called.
        method: the method that called it, which is HEAD where there is to be no body.
        status: the HTTP status.
        headers: the headers, found in whatever letter case.
        body: the body without content coding.
    """
    described = operation.response(status)
    if described is None:
        return [f"status {status} is not described; there are {', '.join(operation.responses)}"]
    if not described.content:
        return ["there is a body, and none is described"] if body else []
    content_type = headers.get("content-type", "")
    media = described.media_of(content_type)
    # The contract wants the bare type for JSON (decision 7); elsewhere a charset may follow.
    if media is None or (media.kind == "json" and content_type != media.name):
        return [f"the content type must be {' or '.join(described.content)}"]
    if media.kind == "binary" or method == "HEAD":
        return []
    try:
        content = json.loads(body, parse_constant=_refuse_constant) if media.kind == "json" else body.decode()
        errors = list(islice(media.schema.validator.iter_errors(content), _MAX_ERRORS))
    except (ValueError, RecursionError):  # also for text that is no Unicode, and for hundreds of levels
        return [f"the body is no {'JSON' if media.kind == 'json' else 'text in UTF-8'}"]
    return [f"/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in errors]


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)
