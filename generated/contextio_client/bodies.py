"""Bodies of answers as models, and the exceptions for those that are none. Generated from the description; not to be edited."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from contextio_client.decoding import CutOffError, NoJSONError, Problem, UnreadableError, list_places
from contextio_client.errors import IncompleteAnswerError, InvalidAnswerError, NotJSONError, RequestError
from contextio_client.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    import httpx

    from contextio_client.reading import Reader

T = TypeVar("T")
_logger = logging.getLogger("contextio_client")


def read_body(reader: Reader[T], response: httpx.Response, *, strict: bool) -> tuple[T, tuple[Problem, ...]]:
    """Return the parsed body of a success, and what in it is not as described.

    Raises:
        InvalidAnswerError: if it cannot be read, or is not as described and `strict`.
        IncompleteAnswerError: if it is cut off.
    """
    try:
        read, problems = reader.read(response.content, response.charset_encoding)
    except UnreadableError as error:
        failure = _unreadable(error, response)
    else:
        if not (problems and strict):
            return read, tuple(problems)
        failure = _invalid(problems[0], response)
        del read
    raise failure  # here, so that no context of it and no local holds what was read


def warn(call: str, problems: Sequence[Problem]) -> None:
    """Say in the log which places of an answer are not as described.

    Args:
        call: method and path of the operation.
        problems: what is wrong in the answer.
    """
    _logger.warning(
        "%s is not answered as described: %s; `problems` of the raw answer has all",
        call,
        list_places(problems),
    )


def _unreadable(error: UnreadableError, response: httpx.Response) -> RequestError:
    """Return the exception for a body that cannot be read."""
    if not response.content:
        return _empty(response)
    if isinstance(error, CutOffError):
        happened = f"is answered with {response.status_code} and half a body"
        return IncompleteAnswerError(happened, response.request, response)
    return (
        _not_json(response)
        if isinstance(error, NoJSONError)
        else _invalid(Problem("the body", str(error)), response)
    )


def _invalid(problem: Problem, response: httpx.Response) -> InvalidAnswerError:
    """Return the exception for a body that is not as described."""
    happened = f"is answered with {response.status_code}, but {problem.place} {problem.what}"
    return InvalidAnswerError(happened, response.request, response)


def _not_json(response: httpx.Response) -> NotJSONError:
    """Return the exception for an answer that is no JSON."""
    status, kind = response.status_code, shown(response.headers.get("Content-Type", "no type"))
    happened = (
        f"is answered with {status} and no JSON ({kind}); a proxy may have answered, or base_url is wrong"
    )
    return NotJSONError(happened, response.request, response)


def _empty(response: httpx.Response) -> IncompleteAnswerError:
    """Return the exception for a success without the body that is described."""
    happened = f"is answered with success ({response.status_code}) but with an empty body"
    return IncompleteAnswerError(happened, response.request, response)
