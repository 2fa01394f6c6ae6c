"""What the client raises. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from contextio_models import Error, Failure


class ContextIOError(Exception):
    """Base of everything that this client raises by itself, except `ValueError` for what cannot be sent."""


class MissingKeysError(ContextIOError):
    """The client is given no consumer key or no consumer secret."""


class CallbackError(ContextIOError):
    """A browser comes back with no connect token, with several, or with another one than it was sent off with."""


class RequestError(ContextIOError):
    """Base of what goes wrong with a request that was sent.

    Attributes:
        method: HTTP method.
        url: address without the query, which may hold personal data.
        request: the request; its body may hold passwords.
        response: the answer as it came, or None where none arrived completely.
        status: HTTP status of the answer, if there is one.
        body: the parsed error object, if the answer holds one.
    """

    def __init__(
        self,
        happened: str,
        request: httpx.Request,
        response: httpx.Response | None = None,
        body: Error | Failure | None = None,
    ) -> None:
        """Say what happened to a request."""
        self.method: str = request.method
        self.url: str = without_query(request.url)
        self.request = request
        self.response = response
        self.status = None if response is None else response.status_code
        self.body = body
        self._happened = happened
        super().__init__(f"{self.method} {self.url} {happened}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how to make the error anew, for `copy` and for `pickle` on the way out of another process."""
        return type(self), (self._happened, self.request, self.response, self.body)


class APIConnectionError(RequestError):
    """No complete answer arrived. What the network said is the cause."""


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class IncompleteAnswerError(APIConnectionError):
    """The answer breaks off."""


class AnswerError(RequestError):
    """Base of what is wrong with an answer that arrived.

    Attributes:
        status: HTTP status of the answer.
        response: the answer as it came.
    """

    status: int
    response: httpx.Response


class InvalidAnswerError(AnswerError):
    """The body of an answer is not what the description says."""


class NotJSONError(InvalidAnswerError):
    """The answer is no JSON, whatever its status, such as a proxy's page in HTML: the API has not answered."""


class RedirectError(AnswerError):
    """The server sends the client elsewhere. It does not go there: credentials are for `base_url` alone."""


class APIError(AnswerError):
    """The server answers with an error status."""

    @property
    def feedback_code(self) -> str | None:
        """Cause for which a mailbox was refused, such as `INVALID_CREDENTIALS`; None for other errors."""
        return getattr(self.body, "feedback_code", None)


class BadRequestError(APIError):
    """The server answers with status 400, Bad Request."""


class UnauthorizedError(APIError):
    """The server answers with status 401, Unauthorized."""


class NotFoundError(APIError):
    """The server answers with status 404, Not Found."""


class TooManyRequestsError(APIError):
    """The server answers with status 429, Too Many Requests."""


class ServiceUnavailableError(APIError):
    """The server answers with status 503, Service Unavailable."""


class ClockError(UnauthorizedError):
    """The server refuses the time of a signature, even after the clock was corrected by the server's."""


BY_STATUS: Final[Mapping[int, type[APIError]]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    404: NotFoundError,
    429: TooManyRequestsError,
    503: ServiceUnavailableError,
}


def without_query(url: httpx.URL) -> str:
    """Return an address as it may be shown."""
    return str(url.copy_with(query=None, fragment=None, userinfo=b""))
