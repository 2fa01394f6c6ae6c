"""What one operation sends and reads. Generated from the description; not to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from contextio_client.errors import BY_STATUS, APIError, InvalidAnswerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from contextio_models import Error, Failure

T = TypeVar("T")


@dataclass(frozen=True)
class Operation(Generic[T]):
    """An operation of the API.

    Attributes:
        method: HTTP method.
        path: path template below the base URL.
        answer: type of the answers with a status of 2xx.
        errors: class of the error object by status, with the key 0 for all statuses not named.
    """

    method: str
    path: str
    answer: type[T]
    errors: Mapping[int, type[Error | Failure]]

    def request(
        self,
        path: Mapping[str, str],
        query: Mapping[str, object],
        form: Mapping[str, object] | None,
    ) -> dict[str, Any]:
        """Return the arguments with which httpx makes the request; None is not sent.

        Raises:
            ValueError: when a part of the path would lead to another path.
        """
        for name, value in path.items():
            if value in {"", ".", ".."}:
                message = f"{name} must name something; it is {value!r}"
                raise ValueError(message)
        return {
            "method": self.method,
            "url": self.path.format_map({name: quote(value, safe="") for name, value in path.items()}),
            "params": _sent(query),
            "data": _sent(form or {}),
        }

    def read(self, response: httpx.Response) -> T:
        """Return what the answer holds.

        Raises:
            APIError: when the status is not 2xx.
            InvalidAnswerError: when the body is not what the description says.
        """
        if not response.is_success:
            raise BY_STATUS.get(response.status_code, APIError)(response, self._error(response))
        try:
            return self._answer.validate_json(response.content)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, first["loc"])) or "the body"
            message = f"{self.method} {self.path}: {place} of the answer is wrong: {first['msg']}"
            raise InvalidAnswerError(message) from error

    @cached_property
    def _answer(self) -> TypeAdapter[T]:
        return TypeAdapter(self.answer)

    def _error(self, response: httpx.Response) -> Error | Failure | None:
        model = self.errors.get(response.status_code) or self.errors.get(0)
        try:
            return model.model_validate_json(response.content) if model else None
        except ValidationError:
            return None


def _sent(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in arguments.items() if value is not None}


class Send(Protocol):
    """How a page sends a request: what a client gives it."""

    def __call__(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str],
        query: Mapping[str, object],
        form: Mapping[str, object] | None,
    ) -> T:
        """Send the request and return what its answer holds."""


class AsyncSend(Protocol):
    """How a page sends a request that is to be awaited."""

    async def __call__(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str],
        query: Mapping[str, object],
        form: Mapping[str, object] | None,
    ) -> T:
        """Send the request and return what its answer holds."""
