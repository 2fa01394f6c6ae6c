"""Statuses of answers that only one of two descriptions states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.description.diff.changes import Direction

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from contextio_contract.contract import Response

    Responses: TypeAlias = Mapping[str, Response]


def rule_of(status: str, old: Responses, new: Responses, direction: Direction) -> str | None:
    """Return the rule for a status that only one side states; None if nothing changes.

    Args:
        status: the status, a range such as `2XX`, or `default`.
        old: the older answers by status.
        new: the newer ones.
        direction: who answers; the client does in callbacks.
    """
    if status in new:
        is_known = direction == Direction.REQUEST or response_of(status, old, direction) is not None
        is_unread = not is_known and _is_success(status) and not _is_read(new[status], old)
        return "success-added" if is_unread else "answer-added"
    if direction == Direction.REQUEST:
        return None if response_of(status, new, direction) else "success-removed"
    if not _is_success(status):
        return "failure-removed"
    return "success-narrowed" if status == "2XX" and any(map(_is_success, new)) else "success-removed"


def response_of(status: str, responses: Responses, direction: Direction) -> Response | None:
    """Return the answer of a status: its own, that of its range, or the default.

    What the service answers by default is taken for a failure where a success is stated. Its failures are not
    compared with those of other statuses, for clients have to expect any.
    """
    if status in responses:
        return responses[status]
    if direction == Direction.REQUEST:
        return responses.get(f"{status[:1]}XX") or responses.get("default")
    if not _is_success(status):
        return None
    return responses.get("2XX") or (None if any(map(_is_success, responses)) else responses.get("default"))


def _is_success(status: str) -> bool:
    return status.startswith("2")


def _is_read(response: Response, earlier: Responses) -> bool:
    """Return whether an answer has the content of an earlier success, or none of them has any."""
    contents = [each.node.get("content") for status, each in earlier.items() if _is_success(status)]
    return not any(contents) or response.node.get("content") in contents
