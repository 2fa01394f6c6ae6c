"""Exceptions of the client. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from contextio_models import Error, Failure


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
    """Base of failed requests.

    Attributes:
        method: the HTTP method.
        url: the URL without its query, which may hold personal data.
        request: the request; its body may hold passwords.
        response: the answer; None if none arrived completely.
        status: the HTTP status of the answer; None without one.
        body: the error object of the answer; None without one.
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
        self._happened = happened
        super().__init__(f"{self.method} {self.url} {happened}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to recreate the error, for `copy` and `pickle`."""
        return type(self), (self._happened, self.request, self.response, self.body)


class APIConnectionError(RequestError):
    """No complete answer arrived. The exception of the transport is its cause."""


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
    """The answer is no JSON, such as the HTML page of a proxy, whatever its status."""


class UnexpectedTypeError(InvalidAnswerError):
    """The answer has another media type than is described."""


class AnswerTooLargeError(AnswerError):
    """The answer has more bytes than `max_answer_bytes`; it was not read to its end."""


class RedirectError(AnswerError):
    """The server redirects. Redirects are not followed: credentials are for `base_url` alone."""

    @property
    def location(self) -> str:
        """The absolute address to which the server redirects."""
        return str(self.request.url.join(self.response.headers["Location"]))


class APIError(AnswerError):
    """The answer has an error status."""

    @property
    def feedback_code(self) -> str | None:
        """The reason why a mailbox was refused, such as `INVALID_CREDENTIALS`; None for other errors."""
        return getattr(self.body, "feedback_code", None)


class BadRequestError(APIError):
    """The answer has the status 400, Bad Request."""


class UnauthorizedError(APIError):
    """The answer has the status 401, Unauthorized."""


class NotFoundError(APIError):
    """The answer has the status 404, Not Found."""


class TooManyRequestsError(APIError):
    """The answer has the status 429, Too Many Requests."""


class ServiceUnavailableError(APIError):
    """The answer has the status 503, Service Unavailable."""


class ClockError(UnauthorizedError):
    """The server refuses the timestamp of a signature, even one by its own clock."""


BY_STATUS: Final[Mapping[int, type[APIError]]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    404: NotFoundError,
    429: TooManyRequestsError,
    503: ServiceUnavailableError,
}


def without_query(url: httpx.URL) -> str:
    """Return a URL as it may be shown."""
    return str(url.copy_with(query=None, fragment=None, userinfo=b""))
