"""What the client raises. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from contextio_models import Error, Failure


class ContextIOError(Exception):
    """Base of everything that this client raises by itself."""


class InvalidAnswerError(ContextIOError):
    """The server reports success with a body that is not what the description says."""


class APIError(ContextIOError):
    """The server answers with an error status.

    Attributes:
        status: the HTTP status.
        method: method of the request.
        url: address of the request, without its query.
        body: the parsed error object, or None where the body is no such object.
        response: the answer as it came.
    """

    def __init__(self, response: httpx.Response, body: Error | Failure | None) -> None:
        """Take over what the answer says."""
        self.status: int = response.status_code
        self.method: str = response.request.method
        self.url: str = str(response.request.url.copy_with(query=None))
        self.body = body
        self.response = response
        reason = body.value if body else response.reason_phrase
        super().__init__(f"{self.method} {self.url} is answered with {self.status}: {reason}")


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


BY_STATUS: Final[Mapping[int, type[APIError]]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    404: NotFoundError,
    429: TooManyRequestsError,
    503: ServiceUnavailableError,
}
