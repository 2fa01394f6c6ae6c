"""Client of the Context.IO API. Generated from the description; not to be edited.

Example:
    from contextio_client import ContextIO

    with ContextIO("consumer key", "consumer secret") as client:
        for account in client.accounts.list_all(status_ok=1):
            print(account.id)
"""

from typing import TYPE_CHECKING, Any

from contextio_client.client import AsyncContextIO, ContextIO
from contextio_client.errors import (
    AnswerError,
    APIConnectionError,
    APIError,
    APITimeoutError,
    BadRequestError,
    CallbackError,
    ClockError,
    ContextIOError,
    IncompleteAnswerError,
    InvalidAnswerError,
    MissingKeysError,
    NotFoundError,
    NotJSONError,
    RedirectError,
    RequestError,
    ServiceUnavailableError,
    TooManyRequestsError,
    UnauthorizedError,
)

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "AnswerError",
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AsyncContextIO",
    "BadRequestError",
    "CallbackError",
    "ClockError",
    "ContextIO",
    "ContextIOError",
    "IncompleteAnswerError",
    "InvalidAnswerError",
    "MissingKeysError",
    "NotFoundError",
    "NotJSONError",
    "RedirectError",
    "RequestError",
    "ServiceUnavailableError",
    "TooManyRequestsError",
    "UnauthorizedError",
]

if TYPE_CHECKING:
    from contextio_client.operation import Answer
else:  # type checkers shall report names that do not exist

    def __getattr__(name: str) -> Any:
        """Import `Answer` on demand, since pydantic comes with it."""
        if name == "Answer":
            from contextio_client.operation import Answer

            return Answer
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
