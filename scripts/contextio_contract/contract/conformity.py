"""Violations of an operation's description in its responses, as sentences that repeat no values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract.operation import Operation

UNREADABLE: Final = "unreadable"
"""The rule of a body that is not in the format of its media type."""

_MAX_ERRORS: Final = 10


@dataclass(frozen=True)
class Violation:
    """What is wrong with a response.

    Attributes:
        message: what is wrong.
        rule: the keyword of the schema that is broken; `UNREADABLE` for a body that is not in its format;
            empty if the status, the media type or the presence of a body is wrong.
        place: the names and indices that lead to the value that is wrong; None outside of a value.
        value: the value that is wrong.
    """

    message: str
    rule: str = ""
    place: tuple[str | int, ...] | None = None
    value: Any = field(default=None, repr=False)

    def __str__(self) -> str:
        """Return what is wrong, behind its place."""
        return self.message if self.place is None else f"/{'/'.join(map(str, self.place))}: {self.message}"


def violations(
    operation: Operation, method: str, status: int, headers: Mapping[str, str], body: bytes
) -> list[str]:
    """Return what is wrong with a response, as `find` does, as sentences."""
    return [str(violation) for violation in find(operation, method, status, headers, body)]


def find(
    operation: Operation, method: str, status: int, headers: Mapping[str, str], body: bytes | None
) -> list[Violation]:
    """Return what is wrong with a response: its status, its media type, or up to ten places of its JSON.

    Args:
        operation: the operation that was called.
        method: the method that called it, which is HEAD where there is to be no body.
        status: the HTTP status.
        headers: the headers, found in whatever letter case.
        body: the body without content coding; None if it is not known, and then it is not judged.
    """
    described = operation.response(status)
    if described is None:
        return [Violation(f"status {status} is not described; there are {', '.join(operation.responses)}")]
    if not described.content:
        return [Violation("there is a body, and none is described")] if body else []
    content_type = headers.get("content-type", "")
    media = described.media_of(content_type)
    # The contract wants the bare type for JSON (decision 7); elsewhere a charset may follow.
    if media is None or (media.kind == "json" and content_type != media.name):
        return [Violation(f"the content type must be {' or '.join(described.content)}")]
    if media.kind == "binary" or method == "HEAD" or body is None:
        return []
    try:
        content = json.loads(body, parse_constant=_refuse_constant) if media.kind == "json" else body.decode()
        errors = list(islice(media.schema.validator.iter_errors(content), _MAX_ERRORS))
    except (ValueError, RecursionError):  # also for text that is no Unicode, and for hundreds of levels
        message = f"the body is no {'JSON' if media.kind == 'json' else 'text in UTF-8'}"
        return [Violation(message, UNREADABLE)]
    return [
        Violation(error.message, error.kind.name, tuple(error.instance_path), error.instance)
        for error in errors
    ]


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)
