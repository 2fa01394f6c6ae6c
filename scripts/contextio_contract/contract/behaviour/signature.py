"""Signatures of what the service sends to applications (`x-signature`): fields, algorithm and age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Signature:
    """The signature that an object carries: HMAC-SHA256 in hexadecimal digits.

    Its key is the consumer secret.

    Attributes:
        over: the fields whose values are signed, in this order and with nothing between them.
        field: the field that holds the signature.
        time: the field with the time of sending, in seconds since 1970-01-01 UTC.
        nonce: the field that tells one object from another, and stays the same when it is sent again.
        max_age: how many seconds after its time the object may still arrive.
    """

    over: tuple[str, ...]
    field: str
    time: str
    nonce: str
    max_age: int


def signature_of(node: Mapping[str, Any]) -> Signature | None:
    """Return the signature that a schema describes; None if its objects carry none."""
    stated = node.get("x-signature")
    if stated is None:
        return None
    return Signature(
        over=tuple(stated["over"]),
        field=stated["field"],
        time=stated["time"],
        nonce=stated["nonce"],
        max_age=int(stated["max-age"]),
    )
