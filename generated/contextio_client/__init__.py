"""Client of the Context.IO API. Generated from the description; not to be edited.

Example:
    from contextio_client import ContextIO

    with ContextIO("consumer key", "consumer secret") as client:
        for account in client.accounts.list_all(status_ok=1):
            print(account.id)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from contextio_client.attempts import Attempt
from contextio_client.client import AsyncContextIO, ContextIO
from contextio_client.errors import (
    AnswerError,
    AnswerTooLargeError,
    APIConnectionError,
    APIError,
    APITimeoutError,
    BadRequestError,
    CallbackError,
    ClockError,
    ConflictError,
    ContextIOError,
    FileTooLargeError,
    ForbiddenError,
    IncompleteAnswerError,
    InvalidAnswerError,
    MissingKeysError,
    NotFoundError,
    NotJSONError,
    RedirectError,
    RequestError,
    ServerError,
    ServiceUnavailableError,
    TooManyRequestsError,
    UnauthorizedError,
    UnexpectedTypeError,
    UnreadableFileError,
)

__version__ = "0.3.0"

__all__ = [
    "Answer",
    "AnswerError",
    "AnswerTooLargeError",
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AsyncByteStream",
    "AsyncContextIO",
    "AsyncPage",
    "AsyncPaginator",
    "Attempt",
    "BadRequestError",
    "ByteStream",
    "CallbackError",
    "ClockError",
    "ConflictError",
    "ContextIO",
    "ContextIOError",
    "FileTooLargeError",
    "ForbiddenError",
    "IncompleteAnswerError",
    "InvalidAnswerError",
    "MissingKeysError",
    "NotFoundError",
    "NotJSONError",
    "Page",
    "Paginator",
    "RedirectError",
    "RequestError",
    "ServerError",
    "ServiceUnavailableError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "UnexpectedTypeError",
    "UnreadableFileError",
    "Upload",
]

if TYPE_CHECKING:
    from contextio_client.operation import Answer
    from contextio_client.paging import AsyncPage, AsyncPaginator, Page, Paginator
    from contextio_client.streams import AsyncByteStream, ByteStream
    from contextio_client.uploads import Upload
else:  # type checkers shall report names that do not exist
    _ON_DEMAND = {
        "Answer": "operation",
        "AsyncByteStream": "streams",
        "AsyncPage": "paging",
        "AsyncPaginator": "paging",
        "ByteStream": "streams",
        "Page": "paging",
        "Paginator": "paging",
        "Upload": "uploads",
    }

    def __getattr__(name: str) -> Any:
        """Import on demand what is not needed by most: pydantic comes with `Answer`."""
        if name in _ON_DEMAND:
            return getattr(import_module(f"{__name__}.{_ON_DEMAND[name]}"), name)
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
