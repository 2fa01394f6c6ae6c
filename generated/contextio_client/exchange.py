"""Options of calls, retries and backoff. Generated from the description; not to be edited."""

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
    AnswerTooLargeError,
    APIConnectionError,
    APITimeoutError,
    IncompleteAnswerError,
    RequestError,
    without_query,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_client.auth import OAuth1
    from contextio_client.operation import Operation

_FIRST_BACKOFF: Final = 0.5
_MAX_DOUBLINGS: Final = 4

_logger = logging.getLogger("contextio_client")


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of calls, as `ContextIO` and its `with_options` describe them."""

    timeout: float = 60.0
    max_retries: int = 2
    retry_writes: bool = False
    strict: bool = True
    max_answer_bytes: int = 100 * 1024 * 1024
    extra_query: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])
    extra_form: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"], repr=False)
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def __post_init__(self) -> None:
        if not self.timeout > 0:
            message = f"timeout must be a positive number of seconds; it is {self.timeout}"
            raise ValueError(message)
        if self.max_retries < 0:
            message = f"max_retries must be 0 or more; it is {self.max_retries}"
            raise ValueError(message)
        if self.max_answer_bytes < 1:
            message = f"max_answer_bytes must be 1 or more; it is {self.max_answer_bytes}"
            raise ValueError(message)


class Tries:
    """The tries of one request, without their input and output; `wait` are the seconds before the next one."""

    def __init__(
        self, operation: Operation[Any], request: httpx.Request, options: Options, auth: OAuth1
    ) -> None:
        self.deadline = Deadline(options.timeout)
        self.response: httpx.Response | None = None
        self.wait = 0.0
        self._operation = operation
        self._request = request
        self._retries = options.max_retries if operation.is_read or options.retry_writes else 0
        self._done = 0
        self._timeout = options.timeout
        self._auth: OAuth1 | None = auth

    def next_request(self) -> httpx.Request:
        """Return the request of the next try, which may take the time that is left."""
        self._request.extensions["timeout"] = self.deadline.timeouts()
        return self._request

    def receive(self, response: httpx.Response) -> None:
        """Handle an answer.

        Raises:
            AnswerError: if it is no success, and is not retried.
        """
        if self._auth and self._auth.adopt_clock(response):
            self._auth, self.wait = None, 0.0
            return
        problem = self._operation.refusal(response)
        self._log(logging.DEBUG, f"is answered with {response.status_code}")
        if problem is None:
            self.response = response
        else:
            is_transient = response.status_code == 429 or response.status_code >= 500
            self._retry(problem, is_transient=is_transient, retry_after=retry_after_of(response))

    def is_left_unread(self, response: httpx.Response) -> bool:
        """Return whether the body of an answer is for a stream to read."""
        return self._operation.kind == "bytes" and response.is_success

    def fail(self, error: httpx.RequestError | httpx.InvalidURL) -> None:
        """Handle an exception of the transport.

        Raises:
            APIConnectionError: if the request is not retried.
        """
        if isinstance(error, httpx.TimeoutException):
            problem: APIConnectionError = self.timed_out()
        elif isinstance(error, httpx.ConnectError | httpx.ProxyError | httpx.LocalProtocolError):
            problem = APIConnectionError(f"cannot be sent: {error}", self._request)
        else:
            problem = IncompleteAnswerError(f"gets no complete answer: {error}", self._request)
        problem.__cause__ = error
        self._retry(problem, is_transient=True, retry_after=None)

    def timed_out(self) -> APITimeoutError:
        """Return the exception for a call whose time is up."""
        return APITimeoutError(f"is not answered in time; a call may take {self._timeout:g} s", self._request)

    def _retry(self, problem: RequestError, *, is_transient: bool, retry_after: float | None) -> None:
        backoff = _FIRST_BACKOFF * 2 ** min(self._done, _MAX_DOUBLINGS) * random.uniform(0.5, 1)
        self.wait = backoff if retry_after is None else retry_after
        is_late = self.wait > self.deadline.left
        if not is_transient or is_late or self._done >= self._retries:
            raise problem
        self._done += 1
        self._log(logging.INFO, f"is tried again in {self.wait:.1f} s after {type(problem).__name__}")

    def _log(self, level: int, happened: str) -> None:
        if _logger.isEnabledFor(level):
            _logger.log(level, "%s %s %s", self._request.method, without_query(self._request.url), happened)


class Body:
    """The body of an answer as it arrives, bounded in time and size, which httpx does not do.

    Its size counts after decompression, so that a short answer cannot become an endless one.
    """

    def __init__(self, response: httpx.Response, max_bytes: int, deadline: Deadline | None = None) -> None:
        self._response = response
        self._max_bytes = max_bytes
        self._deadline = deadline
        self._chunks: list[bytes] = []
        self._size = 0

    def add(self, chunk: bytes) -> None:
        """Take the next bytes.

        Raises:
            AnswerTooLargeError: if these are too many.
            httpx.ReadTimeout: if the time is up.
        """
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._deadline and self._deadline.is_over:
            message = "the time is up"
            raise httpx.ReadTimeout(message, request=self._response.request)
        if self._size > self._max_bytes:
            happened = (
                f"is answered with more than {self._max_bytes} bytes; set max_answer_bytes to read more"
            )
            raise AnswerTooLargeError(happened, self._response.request, self._with(b""))

    def response(self) -> httpx.Response:
        """Return the whole answer."""
        return self._with(b"".join(self._chunks))

    def _with(self, content: bytes) -> httpx.Response:
        headers = self._response.headers.copy()
        headers.pop("Content-Encoding", None)  # the content is decoded
        return httpx.Response(
            self._response.status_code,
            headers=headers,
            content=content,
            request=self._response.request,
            extensions=self._response.extensions,
        )


def retry_after_of(response: httpx.Response) -> float | None:
    """Return the seconds that the header `Retry-After` asks for, in seconds or as a date; None without it."""
    header = response.headers.get("Retry-After", "")
    try:
        if header.isdecimal():
            return float(header)
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
