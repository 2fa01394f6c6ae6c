"""A throttle: how fast requests leave, how many, and when a deployment is left alone.

| response                     | what follows                                                           |
| 429                          | the request is sent again after Retry-After, up to 4 times in all      |
| a 5xx that is not documented | a pause, if Retry-After asks for one; but a 501 is no sign of trouble  |
| 30 of these in a row         | the run stops, unless all are of one operation and another one works   |

What got no answer of the deployment at all is the matter of `retries`.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, NoReturn

import requests

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.contract import Operation

TRIES: Final = 4
"""How often a request is sent that the deployment turns away as one too many."""
RUN: Final = 30
"""How many undocumented 5xx in a row are a sign of trouble."""
LONGEST_WAIT: Final = 60.0
"""Seconds that a Retry-After may ask for, and all those of server errors in a row."""


class Stopped(requests.RequestException):
    """The run may send no more; the text says why."""


@dataclass
class Throttle:
    """Spaces requests and stops them.

    Attributes:
        max_requests: how many may leave; 0 for any number.
        rate: how many may leave per second; 0 for as many as there are.
        clock: returns seconds that only grow.
        sleep: waits for seconds; None to wait until they are over or the run is stopped.
        stopped: why no more may leave; empty while they may.
        sent: how many left.
        turned_away: how many of them were answered 429.
        trouble: why the deployment can be asked no more; empty while it can.
        trouble_since: when the first request left that met this trouble, in seconds since 1970.
    """

    max_requests: int = 0
    rate: float = 0.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] | None = None
    stopped: str = ""
    sent: int = 0
    turned_away: int = 0
    trouble: str = ""
    trouble_since: float = float("inf")
    _next: float = 0.0
    _first: float | None = None
    _failed: list[tuple[str, float]] = field(default_factory=list)
    _paused: float = 0.0
    _halted: threading.Event = field(default_factory=threading.Event)
    _exempt: bool = False
    _turns: threading.Lock = field(default_factory=threading.Lock)

    def send(
        self,
        send: Callable[[], requests.Response],
        operation: Operation | None = None,
        send_another: Callable[[], requests.Response | None] = lambda: None,
    ) -> requests.Response:
        """Send when it is time, again after a 429, and give up when the deployment is in trouble.

        One operation that fails is a finding. It is trouble if another one fails as well.

        Args:
            send: sends the request.
            operation: its operation; a 5xx that this documents is no sign of trouble.
            send_another: reads by another operation; returns None if there is none.

        Raises:
            Stopped: when no more may leave.
        """
        started = time.time()
        response = self._accepted(send)
        status = response.status_code
        is_documented = operation is not None and str(status) in operation.responses
        if not _is_error(status) or is_documented:
            self._failed, self._paused = [], 0.0
            return response
        self._failed.append((operation.id if operation else "", started))
        if "Retry-After" in response.headers:
            wait = min(_retry_after(response, 1.0), LONGEST_WAIT - self._paused)
            self._paused += wait
            self.pause(wait)
        if len(self._failed) >= RUN:
            is_one, since = len({name for name, _ in self._failed}) == 1, self._failed[0][1]
            self._failed = []
            if not is_one or not _works(send_another):
                message = f"{RUN} answers in a row were server errors; the deployment is in trouble"
                self.stop_for_trouble(message, since)
        return response

    @property
    def accepted_rate(self) -> float:
        """How many requests per second were not turned away, so far, in tenths."""
        seconds = self.clock() - (self._first or 0.0)
        return max(0.1, int(10 * (self.sent - self.turned_away) / max(seconds, 0.1)) / 10)

    def clean_up(self) -> None:
        """Let what removes leftovers pass, whatever the budget is."""
        self._exempt = True
        self.stopped = ""
        self._halted.clear()

    def halt(self, why: str) -> None:
        """Let no more leave, and let those that wait for their turn wait no longer."""
        self.stopped = why
        self._halted.set()

    def pause(self, seconds: float) -> None:
        """Wait, unless the run is stopped meanwhile."""
        if self.sleep:
            self.sleep(seconds)
        else:
            self._halted.wait(seconds)

    def stop_for_trouble(self, why: str, since: float) -> NoReturn:
        """Let no more leave, since the deployment has been in trouble since a time, in seconds since 1970.

        Raises:
            Stopped: always.
        """
        if not self.trouble:
            self.trouble, self.trouble_since = why, since
        self._stop(why)

    def _accepted(self, send: Callable[[], requests.Response]) -> requests.Response:
        tries, started = 0, time.time()
        while True:
            self._await_turn()
            response = send()
            if response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
                return response
            self.turned_away += 1
            wait = _retry_after(response, 0.5 * 2**tries)
            tries += 1
            if wait > LONGEST_WAIT:
                message = f"the deployment turns requests away (429), and asks to wait {wait:,.0f} s"
                self.stop_for_trouble(message, started)
            if tries == TRIES:
                message = f"the deployment turns requests away (429), also after {tries} tries"
                self.stop_for_trouble(message, started)
            self.pause(wait)

    def _await_turn(self) -> None:
        with self._turns:
            if self.stopped:
                raise Stopped(self.stopped)
            if self.max_requests and self.sent >= self.max_requests and not self._exempt:
                self._stop(f"the budget of {self.max_requests:,} requests is used up")
            self.sent += 1
            now = self.clock()
            self._first = now if self._first is None else self._first
            turn = max(self._next, now)
            self._next = turn + 1 / self.rate if self.rate else turn
        if self.rate:
            self.pause(max(0.0, turn - self.clock()))

    def _stop(self, why: str) -> NoReturn:
        self.halt(why)
        raise Stopped(why)


def _works(send: Callable[[], requests.Response | None]) -> bool:
    try:
        response = send()
    except requests.RequestException:
        return False
    return response is not None and not _is_error(response.status_code)


def _is_error(status: int) -> bool:
    """Return whether a status is an error of the server, and not one that says that it lacks something."""
    return status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.NOT_IMPLEMENTED


def _retry_after(response: requests.Response, otherwise: float) -> float:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdigit() else otherwise
