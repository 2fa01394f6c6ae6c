"""What happens between a call and its answer, apart from input and output. Generated; not to be edited."""

from __future__ import annotations

import logging
import random
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

import httpx

from contextio_client.deadline import Deadline
from contextio_client.errors import (
    APIConnectionError,
    APITimeoutError,
    IncompleteAnswerError,
    RequestError,
    without_query,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_client.operation import Operation

_FIRST_WAIT: Final = 0.5
_DOUBLED_AT_MOST: Final = 4
_TOO_MANY_REQUESTS: Final = 429
_SERVER_ERRORS: Final = 500

_logger = logging.getLogger("contextio_client")


@dataclass(frozen=True, kw_only=True)
class Options:
    """How calls are made.

    Attributes:
        timeout: seconds that a call may take in all.
        max_retries: how often a request is sent again.
        retry_writes: whether writes are, too.
        strict: whether a field must be there where the description says so.
        extra_query: query parameters to send besides.
        extra_form: form fields to send besides.
        extra_headers: headers to send besides.
    """

    timeout: float = 60.0
    max_retries: int = 2
    retry_writes: bool = False
    strict: bool = True
    extra_query: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])
    extra_form: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"], repr=False)
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def __post_init__(self) -> None:
        """Refuse what would never send a request.

        Raises:
            ValueError: when the timeout or the number of retries is none.
        """
        if not self.timeout > 0:
            message = f"timeout must be a positive number of seconds; it is {self.timeout}"
            raise ValueError(message)
        if self.max_retries < 0:
            message = f"max_retries must be 0 or more; it is {self.max_retries}"
            raise ValueError(message)


class Tries:
    """The tries of one request: told how each ends, it says what is next.

    Attributes:
        deadline: when the call ends, whatever has come until then.
        response: the answer to a success, once there is one.
        wait: seconds to wait before the next try.
    """

    def __init__(self, operation: Operation[Any], request: httpx.Request, options: Options) -> None:
        """Begin; nothing is sent yet."""
        self.deadline = Deadline(options.timeout)
        self.response: httpx.Response | None = None
        self.wait = 0.0
        self._operation = operation
        self._request = request
        self._retries = options.max_retries if operation.is_read or options.retry_writes else 0
        self._done = 0
        self._timeout = options.timeout

    def next(self) -> httpx.Request:
        """Return the request for the next try, which may take what is left of the time."""
        self._request.extensions["timeout"] = self.deadline.timeouts()
        return self._request

    def answered(self, response: httpx.Response) -> None:
        """Take an answer.

        Raises:
            AnswerError: when it is no success, and no further try is made.
        """
        problem = self._operation.refusal(response)
        self._log(logging.DEBUG, f"is answered with {response.status_code}")
        if problem is None:
            self.response = response
        else:
            is_passing = response.status_code == _TOO_MANY_REQUESTS or response.status_code >= _SERVER_ERRORS
            self._failed(problem, is_passing=is_passing, asked=retry_after(response))

    def lost(self, error: httpx.RequestError | httpx.InvalidURL) -> None:
        """Take what the network says in place of an answer.

        Raises:
            APIConnectionError: when no further try is made.
        """
        if isinstance(error, httpx.TimeoutException):
            problem: APIConnectionError = self.late()
        elif isinstance(error, httpx.ConnectError | httpx.ProxyError | httpx.LocalProtocolError):
            problem = APIConnectionError(f"cannot be sent: {error}", self._request)
        else:
            problem = IncompleteAnswerError(f"gets no complete answer: {error}", self._request)
        problem.__cause__ = error
        self._failed(problem, is_passing=True, asked=None)

    def late(self) -> APITimeoutError:
        """Return what to raise when the time is up."""
        return APITimeoutError(f"is not answered in time; a call may take {self._timeout:g} s", self._request)

    def _failed(self, problem: RequestError, *, is_passing: bool, asked: float | None) -> None:
        backoff = _FIRST_WAIT * 2 ** min(self._done, _DOUBLED_AT_MOST) * random.uniform(0.5, 1)
        self.wait = backoff if asked is None else asked
        is_late = self.wait > self.deadline.left
        if not is_passing or is_late or self._done >= self._retries:
            raise problem
        self._done += 1
        self._log(logging.INFO, f"is tried again in {self.wait:.1f} s after {type(problem).__name__}")

    def _log(self, level: int, happened: str) -> None:
        if _logger.isEnabledFor(level):
            _logger.log(level, "%s %s %s", self._request.method, without_query(self._request.url), happened)


def retry_after(response: httpx.Response) -> float | None:
    """Return the seconds that the header Retry-After asks for, be it seconds or a date."""
    header = response.headers.get("Retry-After", "")
    try:
        if header.isdecimal():
            return float(header)
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
