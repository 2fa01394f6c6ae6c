"""Exceptions of the client. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx

from contextio_client.retries import is_transient
from contextio_client.shown import location_of, printable, text_of, without_query, without_secrets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_models import Error, Failure

_MOST_SHOWN: Final = 500
"""Characters of a URL in the text of an error."""
_MOST_KEPT: Final = 10_000
"""Characters of an answer in `text`."""


class ContextIOError(Exception):
    """Base of the exceptions of this client, except `ValueError` and `TypeError` for bad arguments."""


class MissingKeysError(ContextIOError):
    """The consumer key or the consumer secret is missing."""


class FileTooLargeError(ContextIOError):
    """A file has more bytes than the API takes. It was not sent, or not to its end."""


class UnreadableFileError(ContextIOError):
    """A file that was to be sent is not there, or cannot be read."""


class CallbackError(ContextIOError):
    """A request to an address of the application cannot be trusted, or is not as described.

    Attributes:
        status: the HTTP status with which to answer it.
    """

    status: int = 400

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        if status is not None:
            self.status = status


class RequestError(ContextIOError):
    """Base of failed requests. Its text is one printable line, without the query and with little of the answer.

    Copies and pickles leave out what may be secret: query, header fields and body of the request, cookies, and
    the body of a success.

    Attributes:
        method: the HTTP method.
        url: the URL without its query, which may hold personal data.
        request: the request; its body may hold passwords.
        response: the answer; None if none arrived completely.
        status: the HTTP status of the answer; None without one.
        body: the error object of the answer; None without one.
        attempts: how often the request was sent.
    """

    def __init__(
        self,
        happened: str,
        request: httpx.Request,
        response: httpx.Response | None = None,
        body: Error | Failure | None = None,
    ) -> None:
        self.method: str = request.method
        self.url: str = without_query(request.url)
        self.request = request
        self.response = response
        self.status = None if response is None else response.status_code
        self.body = body
        self.attempts: int = request.extensions.get("attempts", 1)
        self._happened = happened
        super().__init__(printable(f"{self.method} {self.url[:_MOST_SHOWN]} {happened}"))

    @property
    def headers(self) -> httpx.Headers:
        """The header fields of the answer, whose names are case-insensitive; empty without one."""
        return httpx.Headers() if self.response is None else self.response.headers

    @property
    def request_id(self) -> str | None:
        """The header `X-Request-Id` of the answer, or else of the request; None without one."""
        given: str | None = self.headers.get("X-Request-Id") or self.request.headers.get("X-Request-Id")
        return given

    @property
    def text(self) -> str:
        """The beginning of the body of the answer, as text; empty without one."""
        return "" if self.response is None else text_of(self.response)[:_MOST_KEPT]

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed later; the header `X-Should-Retry` of an error decides first."""
        return False

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to recreate the error, for `copy` and `pickle`."""
        request, response = without_secrets(self.request, self.response)
        return type(self), (self._happened, request, response, self.body), {"attempts": self.attempts}


class APIConnectionError(RequestError):
    """No complete answer arrived. The exception of the transport is its cause."""

    @property
    def retryable(self) -> bool:
        return True


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class IncompleteAnswerError(APIConnectionError):
    """The answer was cut off."""


class AnswerError(RequestError):
    """Base of errors about an answer that arrived."""

    status: int
    response: httpx.Response


class InvalidAnswerError(AnswerError):
    """The body of an answer is not as described."""


class NotJSONError(InvalidAnswerError):
    """The answer is a success and no JSON, such as the HTML page of a proxy."""


class UnexpectedTypeError(InvalidAnswerError):
    """The answer has another media type than is described."""


class AnswerTooLargeError(AnswerError):
    """The answer has more bytes than `max_answer_bytes`; it was not read to its end."""


class RedirectError(AnswerError):
    """The server redirects. Redirects are not followed: credentials are for `base_url` alone."""

    @property
    def location(self) -> str | None:
        """The absolute address to which the server redirects; None if it names none."""
        return location_of(self.response)


class APIError(AnswerError):
    """The answer has an error status."""

    @property
    def feedback_code(self) -> str | None:
        """The reason why a mailbox was refused, such as `INVALID_CREDENTIALS`; None for other errors."""
        return getattr(self.body, "feedback_code", None)

    @property
    def retryable(self) -> bool:
        return is_transient(self.response)


class ServerError(APIError):
    """The answer has a status from 500 on."""


class BadRequestError(APIError):
    """The answer has the status 400, Bad Request."""


class UnauthorizedError(APIError):
    """The answer has the status 401, Unauthorized."""


class ForbiddenError(APIError):
    """The answer has the status 403, Forbidden."""


class NotFoundError(APIError):
    """The answer has the status 404, Not Found."""


class ConflictError(APIError):
    """The answer has the status 409, Conflict."""


class TooManyRequestsError(APIError):
    """The answer has the status 429, Too Many Requests."""


class ServiceUnavailableError(ServerError):
    """The answer has the status 503, Service Unavailable."""


class ClockError(UnauthorizedError):
    """The server refuses the timestamp of a signature, even one by its own clock."""


BY_STATUS: Final[Mapping[int, type[APIError]]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    429: TooManyRequestsError,
    503: ServiceUnavailableError,
}


def class_of(status: int) -> type[APIError]:
    """Return the class of the error for a status."""
    return BY_STATUS.get(status) or (ServerError if status >= 500 else APIError)
