"""How fast requests leave, how many, and when a deployment is to be left alone."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import requests

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

TOO_MANY: Final = 429
SERVER_ERROR: Final = 500
TRIES: Final = 4
"""How often a request is sent that the deployment turns away as one too many."""
RUN: Final = 30
"""How many undocumented 5xx in a row are a sign of trouble."""
LONGEST_WAIT: Final = 60.0
"""Seconds that a Retry-After may ask for."""


class Stopped(requests.RequestException):
    """The run may send no more; the text says why."""


@dataclass
class Throttle:
    """Spaces requests and stops them.

    Attributes:
        max_requests: how many may leave; 0 for any number.
        rate: how many may leave per second; 0 for as many as there are.
        stopped: why no more may leave; empty while they may.
        sent: how many left.
    """

    max_requests: int = 0
    rate: float = 0.0
    stopped: str = ""
    sent: int = 0
    _next: float = 0.0
    _failed: list[str] = field(default_factory=list)
    _exempt: bool = False

    def kept(
        self,
        send: Callable[[], requests.Response],
        operation: str,
        documented: Collection[str],
        send_another: Callable[[], requests.Response],
    ) -> requests.Response:
        """Send when it is time, again after a 429, and give up when the deployment is in trouble.

        One operation that fails is a finding, not yet trouble: that it is if another one fails as well.

        Args:
            send: what sends.
            operation: the operationId of what is sent.
            documented: the statuses that the operation documents; a 5xx among them is no sign of trouble.
            send_another: what sends a read of another operation.

        Raises:
            Stopped: when no more may leave.
        """
        for turn in range(TRIES):
            self._await_turn()
            answer = send()
            if answer.status_code != TOO_MANY:
                break
            wait = _retry_after(answer, 0.5 * 2**turn)
            if turn == TRIES - 1 or wait > LONGEST_WAIT:
                self._stop(f"the deployment turns requests away (429), also after {TRIES} tries")
            time.sleep(wait)
        else:  # pragma: no cover - the last turn breaks or raises
            raise AssertionError
        is_error = answer.status_code >= SERVER_ERROR and str(answer.status_code) not in documented
        self._failed = [*self._failed, operation] if is_error else []
        if is_error and "Retry-After" in answer.headers:
            time.sleep(min(_retry_after(answer, 1.0), LONGEST_WAIT))
        if len(self._failed) >= RUN:
            if len(set(self._failed)) > 1 or not self._works(send_another):
                self._stop(f"{RUN} answers in a row were server errors; the deployment is in trouble")
            self._failed = []
        return answer

    def clean_up(self) -> None:
        """Let what removes leftovers pass, whatever the budget is."""
        self._exempt = True
        self.stopped = ""

    def _works(self, send: Callable[[], requests.Response]) -> bool:
        self._await_turn()
        try:
            return send().status_code < SERVER_ERROR
        except requests.RequestException:
            return False

    def _await_turn(self) -> None:
        if self.stopped:
            raise Stopped(self.stopped)
        if self.max_requests and self.sent >= self.max_requests and not self._exempt:
            self._stop(f"the budget of {self.max_requests:,} requests is used up")
        if self.rate:
            time.sleep(max(0.0, self._next - time.monotonic()))
            self._next = time.monotonic() + 1 / self.rate
        self.sent += 1

    def _stop(self, why: str) -> None:
        self.stopped = why
        raise Stopped(why)


def _retry_after(answer: requests.Response, otherwise: float) -> float:
    text = answer.headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdigit() else otherwise
