"""Responses of a deployment, and expectations about them, which raise `Unmet` if they are not met."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.outcome import NOT_IMPLEMENTED, NotExercised, Unmet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import requests

SHOWN: Final = 600
"""How many characters of a value a failure shows beside the exchange."""


def need(holds: object, reason: str, remedy: str = "") -> None:
    """Continue if a check can be made here; otherwise, `NotExercised` has the reason and the remedy."""
    if not holds:
        raise NotExercised(reason, remedy)


def need_implemented(operation: str, absence: int) -> None:
    """Continue unless a status tells that an operation is missing."""
    need(not absence, f"{operation} {NOT_IMPLEMENTED} ({absence})")


def expect(holds: bool, expected: str, received: object) -> None:  # noqa: FBT001 - reads as a sentence
    """Continue if something holds."""
    if not holds:
        raise Unmet(expected, (received if isinstance(received, str) else as_json(received))[:SHOWN])


def expect_equal(received: object, expected: object, name: str) -> None:
    """Continue if two values are the same."""
    expect(is_same(received, expected), f"{name} is {as_json(expected)}"[:SHOWN], as_json(received))


def as_json(value: object) -> str:
    """Return a value in JSON, without the fields that are not there."""
    if isinstance(value, Absent):
        return "absent"
    if isinstance(value, dict):
        value = {name: inner for name, inner in value.items() if not isinstance(inner, Absent)}
    return json.dumps(value, ensure_ascii=False, default=_as_text)


def _as_text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else f"{value}"


def is_same(one: object, other: object) -> bool:
    """Return whether two values of JSON are equal, where no boolean equals a number at any depth."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)


class Absent:
    """What a field has that is not there; it is no other value than null."""

    def __repr__(self) -> str:
        return "absent"

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Absent)

    def __hash__(self) -> int:
        return hash(None)


def fields_of(body: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return fields of an object by name, those included that are not there."""
    return {name: body.get(name, Absent()) for name in names}


def expect_fields(body: dict[str, Any], **fields: object) -> None:
    """Continue if an object has these fields with these values."""
    for name, value in fields.items():
        expect_equal(body.get(name, Absent()), value, name)


def expect_secret(secret: str, body: object) -> None:
    """Continue if a text is nowhere in a body, be it in a value or in a name."""
    match body:
        case str():
            expect(secret not in body, "a response without the password", "it is in the response")
        case dict():
            expect_secret(secret, [*body.keys(), *body.values()])
        case list():
            for value in body:
                expect_secret(secret, value)


@dataclass(frozen=True)
class Response:
    """A response of the deployment."""

    raw: requests.Response

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.raw.status_code

    @property
    def body(self) -> Any:
        """The body, which must be JSON."""
        try:
            return self.raw.json()
        except (ValueError, RecursionError):
            expected = "a body in JSON"
            raise Unmet(expected, self.raw.text[:SHOWN]) from None

    @property
    def object(self) -> dict[str, Any]:
        """The JSON body, which must be an object."""
        body = self.body
        expect(isinstance(body, dict), "a JSON object", body)
        return dict(body)

    def must_be(self, *statuses: int) -> Response:
        """Return the response if it has one of these statuses."""
        wanted = " or ".join(str(int(status)) for status in statuses)
        expect(self.status in statuses, f"status {wanted}", f"status {self.status}: {self.raw.text}")
        return self

    def must_be_error(self, *statuses: int) -> Response:
        """Return the response if it has one of these statuses and the body of an error."""
        error = self.must_be(*statuses).object
        is_error = error.get("type") == "error" and isinstance(error.get("value"), str)
        expect(is_error, 'an error: {"type": "error", "value": "…"}', error)
        return self

    def must_explain(self, password: str) -> Response:
        """Return the response if it says why a mailbox could not be opened, without its password."""
        error = self.object
        is_explained = all(isinstance(error.get(name), str) for name in ("feedback_code", "connectionLog"))
        expect(is_explained, "feedback_code and connectionLog", error)
        expect_secret(password, error)
        return self
