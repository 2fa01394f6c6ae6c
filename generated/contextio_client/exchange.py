"""Attempts of a call, with their answers and errors. Generated from the description; not to be edited."""

from __future__ import annotations

import logging
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import httpx

from contextio_client.attempts import Attempt, report
from contextio_client.deadline import Deadline
from contextio_client.errors import (
    APIConnectionError,
    APITimeoutError,
    IncompleteAnswerError,
    RequestError,
)
from contextio_client.headers import REQUEST_ID, request_id_of
from contextio_client.retries import LONGEST_WAIT, backoff, wait_asked_for
from contextio_client.shown import forget_frames, shown_error, without_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_client.auth import OAuth1
    from contextio_client.operation import Operation
    from contextio_client.options import Options

_TRANSPORT_ERRORS: Final = (httpx.HTTPError, httpx.InvalidURL, OSError, EOFError, RuntimeError, UnicodeError)

_logger = logging.getLogger("contextio_client")


class Tries:
    """The attempts of one call, without their input and output.

    Attributes:
        deadline: when the call must have ended.
        response: the answer; None until there is one.
        attempts: how many were begun.
        wait: the seconds before the next one; None if there is none.
    """

    def __init__(
        self, operation: Operation[Any], request: httpx.Request, options: Options, auth: OAuth1
    ) -> None:
        self.deadline = Deadline(options.timeout)
        self.response: httpx.Response | None = None
        self.attempts = 0
        self.wait: float | None = None
        self._operation = operation
        self._request = request
        self._options = options
        self._most_retries = options.max_retries if operation.is_read or options.retry_writes else 0
        self._retries = 0
        self._auth: OAuth1 | None = auth

    @contextmanager
    def attempt(self) -> Iterator[httpx.Request]:
        """Give the request of the next attempt, and handle what its transport raises.

        Raises:
            APIConnectionError: if no complete answer arrives, and it is not retried.
        """
        self._request.extensions["timeout"] = self.deadline.timeouts(
            self._options.connect_timeout, self._options.read_seconds
        )
        self.attempts += 1
        self._request.extensions["attempts"] = self.attempts
        self.wait = None
        self._status: int | None = None
        self._problem: BaseException | None = None
        self._answered_id = self._request.headers[REQUEST_ID]
        started, begin = time.time(), time.monotonic()
        try:
            try:
                yield self._request
            except transport_errors() as error:
                self._fail(error)
        except BaseException as error:
            is_cancelled = self.deadline.is_over and not isinstance(error, Exception)
            self._problem = self.timed_out(error) if is_cancelled else error
            raise
        finally:
            self._report(started, time.monotonic() - begin)

    def receive(self, response: httpx.Response) -> None:
        """Handle an answer.

        Raises:
            AnswerError: if it is no success, and is not retried.
        """
        self._status = response.status_code
        self._answered_id = request_id_of(response.headers, self._request)
        self._log(logging.DEBUG, f"is answered with {response.status_code}")
        problem = self._operation.refusal(response)
        if self._auth and self._auth.adopt_clock(response):
            self._auth, self.wait, self._problem = None, 0.0, problem
        elif problem is None:
            self.response = response
        else:
            self._retry(problem, wait_asked_for(response))

    def is_left_unread(self, response: httpx.Response) -> bool:
        """Return whether the body of an answer is for a stream to read."""
        return self._operation.kind == "bytes" and response.is_success

    def timed_out(self, error: BaseException) -> APITimeoutError:
        """Return the exception for a call whose time is up, with what ended it as its cause."""
        forget_frames(error)
        problem = APITimeoutError(f"is not answered in time; {self._bound_of(error)}", self._request)
        problem.__cause__ = error
        return problem

    def _bound_of(self, error: BaseException) -> str:
        """Return which bound of the time has ended an attempt, in words."""
        options = self._options
        if not self.deadline.is_over and isinstance(error, httpx.ConnectTimeout):
            return f"connecting may take {options.connect_timeout:g} s"
        if not self.deadline.is_over and isinstance(error, httpx.ReadTimeout):
            return f"{options.read_seconds:g} s may pass without a byte"
        return f"a call may take {options.timeout:g} s"

    def _fail(self, error: Exception) -> None:
        """Handle an exception of the transport."""
        forget_frames(error)
        what, request = shown_error(error), self._request
        problem: APIConnectionError
        if isinstance(error, httpx.TimeoutException | TimeoutError):
            problem = self.timed_out(error)
        elif isinstance(
            error, httpx.ConnectError | httpx.ProxyError | httpx.LocalProtocolError | ConnectionRefusedError
        ):
            problem = APIConnectionError(f"cannot be sent: {what}", request)
        elif isinstance(error, httpx.RequestError):
            problem = IncompleteAnswerError(f"gets no complete answer: {what}", request)
        else:
            problem = APIConnectionError(f"gets no answer: {what}", request)
        problem.__cause__ = error
        self._retry(problem, None)

    def _retry(self, problem: RequestError, wait: float | None) -> None:
        """Plan the next attempt, or raise the problem."""
        wait = backoff(self._retries) if wait is None else wait
        is_late = wait > min(self.deadline.left, LONGEST_WAIT)
        if not problem.retryable or is_late or self._retries >= self._most_retries:
            raise problem
        self._retries += 1
        self.wait, self._problem = wait, problem
        self._log(logging.INFO, f"is tried again in {wait:.1f} s after {type(problem).__name__}")

    def _report(self, started: float, seconds: float) -> None:
        """Tell the hook of the attempt that has ended."""
        if not self._options.on_attempt:
            return
        attempt = Attempt(
            operation=self._operation.id,
            method=self._operation.method,
            path=self._operation.path,
            url=without_query(self._request.url),
            number=self.attempts,
            started=started,
            seconds=seconds,
            status=self._status,
            error=self._problem,
            wait=self.wait,
            request_id=self._answered_id,
        )
        report(self._options.on_attempt, attempt)

    def _log(self, level: int, happened: str) -> None:
        if _logger.isEnabledFor(level):
            _logger.log(level, "%s %s %s", self._request.method, without_query(self._request.url), happened)


def transport_errors() -> tuple[type[Exception], ...]:
    """Return the classes of the exceptions by which transports fail, those of a user too."""
    if (anyio := sys.modules.get("anyio")) is None:
        return _TRANSPORT_ERRORS
    return (*_TRANSPORT_ERRORS, anyio.BrokenResourceError, anyio.ClosedResourceError, anyio.EndOfStream)
