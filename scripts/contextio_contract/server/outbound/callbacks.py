"""Signed callbacks to applications: one POST within one deadline, no redirects."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from contextio_contract.server.outbound.connection import Deadline
from contextio_contract.server.outbound.policy import CALLBACK

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.server.outbound.dialler import Dialler

_SECONDS: Final = 10.0
_MAX_BYTES: Final = 65_536
_SCHEMES: Final = frozenset({"http", "https"})


@dataclass(frozen=True)
class Outcome:
    """What came of a delivery.

    Attributes:
        status: the HTTP status; None if no response came.
        problem: what went wrong, in words of ours; empty if nothing did.
    """

    status: int | None
    problem: str = ""

    @property
    def is_delivered(self) -> bool:
        """Whether the receiver accepted the callback."""
        return self.status is not None and HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES


def sign(body: dict[str, Any], secret: str, clock: Callable[[], int]) -> dict[str, Any]:
    """Add `timestamp`, `token` and `signature` to the body of a callback (rule cb-signature)."""
    timestamp, token = clock(), secrets.token_hex(16)
    signature = hmac.new(secret.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {**body, "timestamp": timestamp, "token": token, "signature": signature}


def host_of(url: str) -> str:
    """Return the host of a URL; the rest of it may hold secrets."""
    try:
        return urlsplit(url).hostname or "a URL without a host"
    except ValueError:
        return "a URL that cannot be parsed"


class CallbackSender:
    """Sends callbacks, each on a connection of its own."""

    def __init__(
        self, dialler: Dialler, *, seconds: float = _SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Set the seconds from the lookup of the host to the last byte, and the clock that counts them."""
        self._dialler = dialler
        self._seconds, self._clock = seconds, clock

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """What verifies certificates, for callbacks alone: httpcore sets the protocol that it offers."""
        return ssl.create_default_context()

    def deliver(self, url: str, body: dict[str, Any]) -> Outcome:
        """Send a callback; whatever the receiver does, nothing is raised."""
        import httpx  # most servers never send one, and start without it

        from contextio_contract.server.outbound.transport import FAILURES, DialledTransport, describe_failure

        deadline = Deadline(self._seconds, self._clock)
        transport = DialledTransport(self._dialler, self._tls, CALLBACK, deadline, _MAX_BYTES)
        try:
            parsed = httpx.URL(url)
            if parsed.scheme not in _SCHEMES:
                return Outcome(None, "callbacks are sent to http and https alone")
            if not parsed.host:
                return Outcome(None, "the URL has no host")
            with (
                httpx.Client(transport=transport, trust_env=False) as client,
                client.stream("POST", parsed, json=body, follow_redirects=False) as response,
            ):
                with suppress(*FAILURES):  # the status stands; the rest is read so that the receiver can end
                    for _part in response.iter_raw():
                        pass
                return _judge(response.status_code)
        except FAILURES as error:  # first: a certificate that is not trusted is a ValueError as well
            return Outcome(None, describe_failure(error))
        except (httpx.InvalidURL, ValueError):
            return Outcome(None, "the URL cannot be called")


def _judge(status: int) -> Outcome:
    outcome = Outcome(status)
    return outcome if outcome.is_delivered else Outcome(status, f"it answered with {status}")
