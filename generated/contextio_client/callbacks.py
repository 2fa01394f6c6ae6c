"""What the service sends to addresses of an application. Generated from the description; not to be edited.

Each function takes the body of a request, checks its signature and age, and returns the object in it.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

from contextio_models import StatusNotification, WebhookCallback
from pydantic import BaseModel

from contextio_client.decoding import UnreadableError, decode, list_places
from contextio_client.errors import CallbackError, MissingKeysError
from contextio_client.reading import Reader, get_reader

M = TypeVar("M", bound=BaseModel)
CLOCK_SKEW: Final = 300
"""How many seconds the clock of the service may be ahead."""
MAX_BYTES: Final = 10 * 1024 * 1024
"""How many bytes a body may have unless `max_bytes` says otherwise."""
_logger = logging.getLogger("contextio_client")
_JSON: Final = re.compile(r"application/(?:[^;]+\+)?json", re.IGNORECASE)


class CallbackSignatureError(CallbackError):
    """The signature of a callback fits none of the secrets: somebody else sent it, or it was changed."""

    status = 403


class CallbackAgeError(CallbackError):
    """The signature of a callback is right, but it was made too long ago, or in the future."""

    status = 403


class InvalidCallbackError(CallbackError):
    """The body of a callback is too large, no object in JSON, or lacks what is required."""


class Headers(Protocol):
    """Header fields of a request, such as a mapping or those of a web framework."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Return names and values."""
        ...


class _Secrets:
    """The consumer secrets, which no report of an error shows."""

    def __init__(self, given: str | Sequence[str] | None) -> None:
        stated = os.environ.get("CONTEXTIO_CONSUMER_SECRET", "") if given is None else given
        several: list[Any] = [stated] if isinstance(stated, str) else [*stated]
        self._keys = [each.encode() for each in several if isinstance(each, str)]
        self._are_texts = len(self._keys) == len(several)

    def require(self) -> None:
        """Refuse an empty secret, with which everybody could sign.

        Raises:
            MissingKeysError: if there is none, or an empty one.
            TypeError: if one is no text.
        """
        if not self._are_texts:
            message = "consumer_secret must be a str, or a list of them"
            raise TypeError(message)
        if not self._keys or not all(self._keys):
            message = "the consumer secret is missing; give consumer_secret or set CONTEXTIO_CONSUMER_SECRET"
            raise MissingKeysError(message)

    def fit(self, message: bytes, signature: bytes) -> bool:
        """Return whether a signature is that of a secret, in a time that does not tell where they differ."""
        expected = [hmac.new(key, message, hashlib.sha256).hexdigest().encode() for key in self._keys]
        return any([hmac.compare_digest(signature, each) for each in expected])


@dataclass(frozen=True)
class _Signature:
    """How a body is signed.

    Attributes:
        over: the names of the signed fields in their order, each with the type of its value.
        field: the name of the field with the signature.
        time: the name of the field with the time of sending, in seconds since 1970-01-01 UTC.
    """

    over: dict[str, type[int | str]]
    field: str
    time: str

    def message_of(self, body: dict[str, Any]) -> bytes:
        """Return what is signed."""
        values = (_field(body, name, kind) for name, kind in self.over.items())
        return "".join(map(str, values)).encode(errors="replace")


def receive_status_notification(
    body: bytes | str,
    headers: Headers | None = None,
    *,
    consumer_secret: str | Sequence[str] | None = None,
    max_age: float = 300,
    max_bytes: int = MAX_BYTES,
    now: float | None = None,
) -> StatusNotification:
    """Return what a request of the service tells, after checking its signature and age.

    - Tell that the state of the connection to the mailbox has changed.

    A request that was not answered with success may come again, with the same `token`.

    Args:
        body: the body of the request, as it came.
        headers: its header fields; the media type is checked if they name one.
        consumer_secret: the OAuth consumer secret, or several while a new one replaces another; by default that
            of `CONTEXTIO_CONSUMER_SECRET`.
        max_age: how many seconds ago it may have been signed.
        max_bytes: how many bytes the body may have.
        now: the time in seconds since 1970-01-01 UTC; by default that of the machine.

    Raises:
        CallbackSignatureError: if the signature fits no secret.
        CallbackAgeError: if it is older than `max_age`, or more than `CLOCK_SKEW` seconds in the future.
        InvalidCallbackError: if the body is too large, no object in JSON, or lacks a required field.
        MissingKeysError: if no secret is given, or an empty one.
    """
    secrets = _Secrets(consumer_secret)
    del consumer_secret  # or reports of errors would show it among the variables
    secrets.require()
    signature = _Signature({"timestamp": int, "token": str}, "signature", "timestamp")
    return _receive(StatusNotification, signature, secrets, _parse(body, headers, max_bytes), max_age, now)


def receive_webhook_callback(
    body: bytes | str,
    headers: Headers | None = None,
    *,
    consumer_secret: str | Sequence[str] | None = None,
    max_age: float = 86400,
    max_bytes: int = MAX_BYTES,
    now: float | None = None,
) -> WebhookCallback:
    """Return what a request of the service tells, after checking its signature and age.

    - Tell of a message that passes the filters.
    - Tell that the webhook has failed and stopped.

    A request that was not answered with success may come again, with the same `token`.

    Args:
        body: the body of the request, as it came.
        headers: its header fields; the media type is checked if they name one.
        consumer_secret: the OAuth consumer secret, or several while a new one replaces another; by default that
            of `CONTEXTIO_CONSUMER_SECRET`.
        max_age: how many seconds ago it may have been signed.
        max_bytes: how many bytes the body may have.
        now: the time in seconds since 1970-01-01 UTC; by default that of the machine.

    Raises:
        CallbackSignatureError: if the signature fits no secret.
        CallbackAgeError: if it is older than `max_age`, or more than `CLOCK_SKEW` seconds in the future.
        InvalidCallbackError: if the body is too large, no object in JSON, or lacks a required field.
        MissingKeysError: if no secret is given, or an empty one.
    """
    secrets = _Secrets(consumer_secret)
    del consumer_secret  # or reports of errors would show it among the variables
    secrets.require()
    signature = _Signature({"timestamp": int, "token": str}, "signature", "timestamp")
    return _receive(WebhookCallback, signature, secrets, _parse(body, headers, max_bytes), max_age, now)


def _parse(body: bytes | str, headers: Headers | None, max_bytes: int) -> dict[str, Any]:
    """Return the fields of a body."""
    content = body.encode(errors="replace") if isinstance(body, str) else body
    if len(content) > max_bytes:
        raise InvalidCallbackError(
            f"the callback has {len(content)} bytes, and may have {max_bytes}", status=413
        )
    given = next(
        (value for name, value in (headers.items() if headers else ()) if name.lower() == "content-type"), ""
    )
    if given and not _JSON.fullmatch(given.partition(";")[0].strip()):
        raise InvalidCallbackError("the callback names another media type than JSON", status=415)
    try:
        fields, _ = decode(content)
    except UnreadableError:
        fields = None
    if not isinstance(fields, dict):
        raise InvalidCallbackError("the body of the callback is no object in JSON")
    return fields


def _receive(
    model: type[M],
    signature: _Signature,
    secrets: _Secrets,
    fields: dict[str, Any],
    max_age: float,
    now: float | None,
) -> M:
    """Return the object of some fields once their signature and age are right."""
    _verify(fields, signature, secrets)
    _check_age(_field(fields, signature.time, int), max_age, time.time() if now is None else now)
    return _read(model, fields)


def _field(body: dict[str, Any], name: str, kind: type[int | str]) -> Any:
    """Return a field that the signature needs."""
    if type(value := body.get(name)) is not kind:
        noun = "text" if kind is str else "whole number"
        raise InvalidCallbackError(f"the callback has no {noun} in its field {name}")
    return value


def _verify(body: dict[str, Any], signature: _Signature, secrets: _Secrets) -> None:
    """Compare the signature of a body with those of all secrets."""
    given = _field(body, signature.field, str).encode(errors="replace")
    if not secrets.fit(signature.message_of(body), given):
        raise CallbackSignatureError("the signature of the callback does not fit; check the consumer secret")


def _check_age(sent: int, max_age: float, now: float) -> None:
    """Check when a callback was signed; whole numbers are compared with any other without loss."""
    if sent > now + CLOCK_SKEW:
        raise CallbackAgeError("the callback was signed in the future; check the clock of this machine")
    if not sent >= now - max_age:
        raise CallbackAgeError(f"the callback was signed more than {max_age:g} seconds ago")


def _read(model: type[M], fields: dict[str, Any]) -> M:
    """Return the object of some fields; those that are not as described keep the values that were sent."""
    for name, field in model.model_fields.items():
        if field.is_required() and (field.alias or name) not in fields:
            raise InvalidCallbackError(f"the callback has no {field.alias or name}")
    reader: Reader[M] = get_reader(model)
    read, problems = reader.read_value(fields)
    if problems:
        _logger.warning("a callback is no %s as described: %s", model.__name__, list_places(problems))
    return read
