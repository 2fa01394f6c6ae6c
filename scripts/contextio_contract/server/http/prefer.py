"""The header `Prefer` (RFC 7240), with which a client steers the answer to one call.

`code=404` and `example=NAME` ask for an answer out of the description, and nothing is carried out;
`delay=SECONDS` holds the answer back. Other preferences are passed over.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.request import parse_http_list

from contextio_contract.server.http.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.datastructures import Headers

    from contextio_contract.server.http.responses import Answer
    from contextio_contract.server.http.routing import Operation

MAX_DELAY: Final = 30
"""Seconds by which an answer can be held back at most."""

_SECONDS: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?", re.ASCII)
_ERROR: Final = re.compile(r"[45][0-9]{2}", re.ASCII)
_MAX_SHOWN: Final = 100


@dataclass(frozen=True)
class Described:
    """An answer as it stands in the description.

    Attributes:
        status: its HTTP status.
        answer: what is described.
        body: the example.
    """

    status: int
    answer: Answer
    body: Any


@dataclass(frozen=True)
class Preferences:
    """What a client asks for.

    Attributes:
        delay: seconds by which to hold the answer back.
        code: the status of the answer, as it was sent; None for whatever comes about.
        example: the name of the example; None for the first.
    """

    delay: float = 0
    code: str | None = None
    example: str | None = None

    def described(self, operation: Operation) -> Described | None:
        """Return the answer that is asked for; None where the call is to be carried out.

        Raises:
            RefusedError: 400, with what there is to choose from, when there is no such answer.
        """
        if self.code is None and self.example is None:
            return None
        answers = list(_answers(operation) if self.code is None else _of_code(operation, self.code))
        if self.example is None:
            status, answer = answers[0]
            return Described(status, answer, answer.body.sample)
        for status, answer in answers:
            if self.example in answer.examples:
                return Described(status, answer, answer.examples[self.example])
        names = dict.fromkeys(name for _, answer in answers for name in answer.examples)
        raise RefusedError(
            400,
            f"there is no example {self.example[:_MAX_SHOWN]}; the header Prefer can name "
            f"{', '.join(names) or 'none here, send code alone'}",
        )

    def applied(self, described: Described | None) -> str:
        """Return the value of the header `Preference-Applied` for an answer that kept to the preferences.

        Args:
            described: the answer out of the description, if it was one.
        """
        values = {"code": self.code, "example": self.example} if described else {}
        values["delay"] = f"{self.delay:g}" if self.delay else None
        return ", ".join(f"{name}={value}" for name, value in values.items() if value is not None)


def preferences(headers: Headers) -> Preferences:
    """Return what the headers `Prefer` of a request ask for.

    Raises:
        RefusedError: 400, when the delay is no number of seconds, or too long.
    """
    values: dict[str, str] = {}
    for each in parse_http_list(",".join(headers.getlist("prefer"))):
        name, _, value = each.partition(";")[0].partition("=")
        values.setdefault(name.strip().lower(), value.strip().strip('"'))
    text = values.get("delay", "0")
    delay = float(text) if _SECONDS.fullmatch(text) else math.inf
    if delay > MAX_DELAY:
        raise RefusedError(
            400, f"delay in the header Prefer must be a number of seconds from 0 to {MAX_DELAY}"
        )
    return Preferences(delay, values.get("code"), values.get("example"))


def _answers(operation: Operation) -> Iterator[tuple[int, Answer]]:
    """Give all answers of an operation with a status for each, its success first."""
    yield operation.status, operation.answer
    for code, answer in operation.answers.items():
        if answer is not operation.answer:
            yield int(code) if code.isdigit() else HTTPStatus.INTERNAL_SERVER_ERROR, answer


def _of_code(operation: Operation, code: str) -> Iterator[tuple[int, Answer]]:
    answers = operation.answers
    answer = answers.get(code) if code.isdigit() else None
    if answer is None and _ERROR.fullmatch(code):
        answer = answers.get(f"{code[0]}XX") or answers.get("default")
    if answer is None:
        named = ", ".join(each for each in answers if each.isdigit())
        further = " and any other from 400 to 599" if "default" in answers else ""
        raise RefusedError(
            400,
            f"there is no answer {code[:_MAX_SHOWN]}; the header Prefer can name {named}{further}",
        )
    yield int(code), answer
