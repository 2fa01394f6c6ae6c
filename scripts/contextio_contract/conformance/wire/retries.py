"""Requests that got no answer of the deployment: they are sent again, and the run stops if none gets one.

| what comes in the place of an answer                    | how often a request is sent |
| 502, 503 or 504 that is not JSON, as gateways answer it | 3 times; 6 if that is usual |
| no connection, or one that is closed early              | 3 times; 6 if that is usual |
| no complete answer in time                              | twice                       |

If each of these attempts fails, another operation is read. If that is answered, the first one is at fault.
Otherwise the deployment is in trouble, and the run stops.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from contextlib import suppress
from http import HTTPStatus
from itertools import count
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

import requests

from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.conformance.wire.transport import (
    Closed,
    NoAnswer,
    TooLarge,
    TooLate,
    Unreadable,
    cause_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.conformance.wire.throttle import Throttle

TRIES: Final = 3
"""How often a request is sent that a gateway answers, or that gets no connection."""
TRIES_WHEN_FLAKY: Final = 6
"""The same once as many requests as `TRIES` had to be sent again, since then chance may fail that many."""
TRIES_IN_TIME: Final = 2
"""How often a request is sent that is not answered in time."""
WAIT: Final = 0.25
"""Seconds before the second attempt; before each further one it is twice as long."""
LONGEST_WAIT: Final = 1.0
"""Seconds before an attempt at most."""
SILENCE: Final = 3
"""After how many requests in a row without a complete answer an operation is asked no more."""
_GATEWAY: Final = frozenset(
    {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
)
"""The statuses with which a gateway says that it got no answer (RFC 9110, sections 15.6.3 to 15.6.5)."""
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,40}")
"""What a report may quote of a gateway."""


class Retries:
    """Sends requests until the deployment answers.

    Attributes:
        failed: how many attempts got no answer of the deployment, by what came instead.
        in_a_row: the same since the latest answer.
        uncertain: the writes that were sent more than once, of which any may have had its effect.
        resent: how many these are.
        recovered: how many requests were answered when they were sent again.
    """

    def __init__(self, throttle: Throttle) -> None:
        """Send when the throttle allows it."""
        self.failed, self.in_a_row = Counter[str](), Counter[str]()
        self.uncertain: WeakSet[requests.PreparedRequest] = WeakSet()
        self.resent = self.recovered = 0
        self._throttle = throttle
        self._since: tuple[float, float] | None = None
        self._has_answered = False
        self._unanswered: Counter[str] = Counter()
        self._probing = threading.RLock()
        self._prober: int | None = None

    def send(
        self,
        send: Callable[[], requests.Response],
        request: requests.PreparedRequest,
        operation: str,
        read_another: Callable[[], object],
    ) -> requests.Response:
        """Return the answer to a request, or the last thing that came instead if its operation is at fault.

        Args:
            send: sends it once, when it may leave.
            request: the request as its tool knows it.
            operation: its operationId; empty without one.
            read_another: reads by another operation; returns None if there is none.

        Raises:
            NoAnswer: when the operation gives no complete answer.
            Stopped: when no more may leave.
            requests.RequestException: when the first request of a run gets no connection.
        """
        if operation and self._unanswered[operation] >= SILENCE:
            message = f"it was asked no more, after {SILENCE} requests in a row without a complete answer"
            raise NoAnswer(message)
        outcome = self._persist(send, request, read_another)
        if isinstance(outcome, requests.Response):
            self._unanswered[operation] = 0
            return outcome
        self._unanswered[operation] += 1
        if isinstance(outcome, NoAnswer) or not self._has_answered:
            raise outcome
        raise NoAnswer(sign_of(outcome)) from outcome

    def is_answered(self, read: Callable[[], object]) -> bool:
        """Return whether the deployment answers, by reading once more if the latest request got no answer."""
        if self.in_a_row:
            with suppress(Stopped):
                self._probe(read)
        return not self.in_a_row

    def _persist(
        self,
        send: Callable[[], requests.Response],
        request: requests.PreparedRequest,
        read_another: Callable[[], object],
    ) -> requests.Response | requests.RequestException:
        """Send until an answer comes or every attempt failed, and return what came last."""
        for attempt in count(1):
            self._since = self._since or (time.time(), self._throttle.clock())
            outcome = _outcome(send)
            sign = sign_of(outcome)
            if not sign:
                self._has_answered, self._since = True, None
                self.recovered += attempt > 1
                self.in_a_row.clear()
                return outcome
            self.failed[sign] += 1
            self.in_a_row[sign] += 1
            if attempt >= self._limit(outcome):
                self._stop_unless_answered(read_another)
                return outcome
            if request.method not in {"GET", "HEAD"} and request not in self.uncertain:
                self.uncertain.add(request)
                self.resent += 1
            self._throttle.pause(min(WAIT * 2 ** (attempt - 1), LONGEST_WAIT))
        raise AssertionError

    def _limit(self, outcome: requests.Response | requests.RequestException) -> int:
        """Return how often a request is sent that this came of."""
        if self._throttle.trouble:
            return 1  # the run only cleans up, as far as the deployment is back
        is_probe = self._prober == threading.get_ident()
        if isinstance(outcome, TooLate):
            return 1 if is_probe or self.in_a_row.total() > TRIES_IN_TIME else TRIES_IN_TIME
        return TRIES_WHEN_FLAKY if self.recovered >= TRIES and not is_probe else TRIES

    def _stop_unless_answered(self, read_another: Callable[[], object]) -> None:
        """Stop the run if another operation gets no answer either."""
        if not self._has_answered or self._prober == threading.get_ident():
            return
        with self._probing:
            if not self._throttle.trouble:
                self._probe(read_another)
            if self.in_a_row:
                self._stop()

    def _probe(self, read: Callable[[], object]) -> None:
        """Read once, to see whether anything is answered; `in_a_row` tells."""
        self._prober = threading.get_ident()
        try:
            read()
        except Stopped:
            raise
        except requests.RequestException:
            pass
        finally:
            self._prober = None

    def _stop(self) -> None:
        since, began = self._since or (time.time(), self._throttle.clock())
        number, seconds = self.in_a_row.total(), self._throttle.clock() - began
        before = self._throttle.sent - number
        message = (
            f"the deployment stopped answering after request {before:,}; "
            f"the next {number}, within {seconds:.1f} s, got: {listed(self.in_a_row)}"
        )
        self._throttle.stop_for_trouble(message, since)


def sign_of(outcome: requests.Response | requests.RequestException) -> str:
    """Return what shows that no answer of the deployment came, such as `502 text/html`; empty if one did."""
    match outcome:
        case requests.Response():
            kind = outcome.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if outcome.status_code not in _GATEWAY or "json" in kind:
                return ""
            shown = kind if _MEDIA_TYPE.fullmatch(kind) else "of an odd media type"
            return f"{outcome.status_code} {shown if kind else 'without a media type'}"
        case TooLarge() | Unreadable():
            return ""
        case Closed():
            return "a closed connection"
        case NoAnswer():
            return str(outcome)
        case _:
            return f"no connection ({cause_of(outcome)})"


def listed(signs: Counter[str]) -> str:
    """Return signs with their numbers, the most frequent first; a single one without."""
    if len(signs) == 1:
        return next(iter(signs))
    return ", ".join(f"{number} x {sign}" for sign, number in signs.most_common())


def _outcome(send: Callable[[], requests.Response]) -> requests.Response | requests.RequestException:
    try:
        return send()
    except (Stopped, requests.exceptions.InvalidURL):
        raise
    except requests.RequestException as error:
        return error
