"""Client of the Context.IO API. Generated from the description; not to be edited.

from contextio_client import ContextIO

with ContextIO("consumer key", "consumer secret") as client:
    for account in client.accounts.list(status_ok=1):
        print(account.id)
"""

from contextio_client.client import AsyncContextIO, ContextIO
from contextio_client.errors import (
    APIError,
    BadRequestError,
    ContextIOError,
    InvalidAnswerError,
    NotFoundError,
    ServiceUnavailableError,
    TooManyRequestsError,
    UnauthorizedError,
)

__version__ = "0.1.0"

__all__ = [
    "APIError",
    "AsyncContextIO",
    "BadRequestError",
    "ContextIO",
    "ContextIOError",
    "InvalidAnswerError",
    "NotFoundError",
    "ServiceUnavailableError",
    "TooManyRequestsError",
    "UnauthorizedError",
]
