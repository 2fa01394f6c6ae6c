"""What a call sends and reads. Generated from the description; not to be edited."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from contextio_client.auth import is_stale
from contextio_client.errors import (
    BY_STATUS,
    APIError,
    ClockError,
    IncompleteAnswerError,
    InvalidAnswerError,
    NotJSONError,
    RedirectError,
    RequestError,
    without_query,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from contextio_models import Error, Failure

    from contextio_client.exchange import Options

T = TypeVar("T")


@dataclass(frozen=True)
class Operation(Generic[T]):
    """An operation of the API.

    Attributes:
        method: HTTP method.
        path: path template below the base URL.
        answer: type of the answers with a status of 2xx.
        errors: class of the error object by status, with the key 0 for all statuses not named.
        is_read: whether it changes nothing, so that it may be sent again.
    """

    method: str
    path: str
    answer: type[T]
    errors: Mapping[int, type[Error | Failure]]
    is_read: bool

    def refusal(self, response: httpx.Response) -> RequestError | None:
        """Return what to raise for an answer whose status is not 2xx."""
        if response.is_success:
            return None
        status, request = response.status_code, response.request
        if response.has_redirect_location:
            target = without_query(request.url.join(response.headers["Location"]))
            happened = f"is redirected to {target}; set base_url to the address that answers itself"
            return RedirectError(happened, request, response)
        body = self._error(response)
        if body is None and not _is_json(response.content):
            return _not_json(response)
        happened = f"is answered with {status}: {body.value if body else _unexplained(response)}"
        if is_stale(response):
            server = response.headers.get("Date", "unknown")
            return ClockError(
                f"{happened}; set the clock (the server's is {server})", request, response, body
            )
        if code := getattr(body, "feedback_code", None):
            happened += f" ({code})"
        if status == 401:
            happened += "; check the consumer key and the consumer secret"
        return BY_STATUS.get(status, APIError)(happened, request, response, body)

    def read(self, response: httpx.Response, *, strict: bool) -> T:
        """Return what the answer to a success holds.

        Args:
            response: the answer, read completely.
            strict: whether a field must be there where the description says so.

        Raises:
            InvalidAnswerError: when the body is not what the description says.
            IncompleteAnswerError: when it breaks off.
        """
        adapter = self._adapter if strict else self._lenient_adapter
        try:
            return adapter.validate_json(response.content)
        except ValidationError as error:
            raise _misfit(error, response) from None  # its text would show tokens

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        return TypeAdapter(self.answer)

    @cached_property
    def _lenient_adapter(self) -> TypeAdapter[T]:
        from contextio_client.lenient import lenient

        return TypeAdapter(lenient(self.answer))

    def _error(self, response: httpx.Response) -> Error | Failure | None:
        from contextio_models import Error

        described = self.errors.get(response.status_code) or self.errors.get(0, Error)
        for model in (described, Error):  # a deployment may say less than is described, and yet why
            with suppress(ValidationError):
                return model.model_validate_json(response.content)
        return None


@dataclass(frozen=True)
class Call(Generic[T]):
    """A call of an operation.

    Attributes:
        operation: what is asked.
        path: values for the path template.
        query: query parameters by name.
        form: fields of the form by name; None where the operation takes no form.
    """

    operation: Operation[T]
    path: Mapping[str, object] = field(default_factory=dict[str, object])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    form: Mapping[str, object] | None = None

    def request(self, options: Options) -> dict[str, Any]:
        """Return the arguments with which httpx makes the request; None is not sent.

        Raises:
            TypeError: when a part of the path is no text.
            ValueError: when a part of the path would lead to another path, or there is no form to extend.
        """
        method, template = self.operation.method, self.operation.path
        if self.form is None and options.extra_form:
            message = f"{method} {template} sends no form; there is no place for extra_form"
            raise ValueError(message)
        return {
            "method": method,
            "url": template.format_map({name: _segment(name, value) for name, value in self.path.items()}),
            "params": _sent({**self.query, **options.extra_query}),
            "data": _sent({**(self.form or {}), **options.extra_form}),
            "headers": options.extra_headers,
        }


def _segment(name: str, value: object) -> str:
    """Return a part of a path, encoded."""
    if not isinstance(value, str):
        message = f"{name} must be a str; it is of type {type(value).__name__}"
        raise TypeError(message)
    if value in {"", ".", ".."}:
        message = f"{name} must name something; it is {value!r}"
        raise ValueError(message)
    return quote(value, safe="")


def undescribed(method: str, path: str) -> Operation[Any]:
    """Return an operation that the description does not know.

    Raises:
        ValueError: when the path does not begin with one slash, so that it might name another host, or holds
            what is no part of a path.
    """
    from contextio_models import Error

    if not path.startswith("/") or path.startswith("//"):
        message = f"path must begin with one slash, below the base URL; it is {path!r}"
        raise ValueError(message)
    if re.search(r"[?#\x00-\x1f\x7f]", path):
        message = f"path must be a path alone, without query and fragment; give query= for {path!r}"
        raise ValueError(message)
    template = path.replace("{", "{{").replace("}", "}}")
    anything: Any = object
    return Operation(method.upper(), template, anything, {0: Error}, is_read=method.upper() == "GET")


@dataclass(frozen=True)
class Answer(Generic[T]):
    """The answer to a success, as it came.

    Attributes:
        operation: what was asked.
        response: status, headers and body.
        strict: whether a field must be there where the description says so.
    """

    operation: Operation[T]
    response: httpx.Response
    strict: bool

    @property
    def status(self) -> int:
        """HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> httpx.Headers:
        """Headers, by names in any case."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self.response.content

    def parse(self) -> T:
        """Return what the call returns without `with_raw_response`.

        Raises:
            InvalidAnswerError: when the body is not what the description says.
            IncompleteAnswerError: when it breaks off.
        """
        return self.operation.read(self.response, strict=self.strict)


def _misfit(error: ValidationError, response: httpx.Response) -> RequestError:
    """Return what to raise for a body that is not what the description says."""
    request, status = response.request, response.status_code
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        if str(first.get("ctx", {}).get("error")).startswith("EOF while"):
            return IncompleteAnswerError(f"is answered with {status} and half a body", request, response)
        return _not_json(response)
    place = ".".join(map(str, first["loc"])) or "the body"
    wrong = "is missing" if first["type"] == "missing" else f"is wrong: {first['msg']}"
    return InvalidAnswerError(f"is answered with {status}, but {place} {wrong}", request, response)


def _not_json(response: httpx.Response) -> NotJSONError:
    """Return what to raise where something else than the API has answered."""
    status, kind = response.status_code, response.headers.get("Content-Type", "no type")
    happened = (
        f"is answered with {status} and no JSON ({kind}); a proxy may have answered, or base_url is wrong"
    )
    return NotJSONError(happened, response.request, response)


def _is_json(content: bytes) -> bool:
    """Say whether a body is JSON or the beginning of some."""
    try:
        from_json(content, allow_partial=True)
    except ValueError:
        return not content
    return True


def _unexplained(response: httpx.Response) -> str:
    return f"{response.reason_phrase or 'no reason given'} (without an error object)"


def _sent(arguments: Mapping[str, object]) -> dict[str, object]:
    """Return what is sent: None is not, and an option that is given as a boolean is 0 or 1."""
    sent = {name: value for name, value in arguments.items() if value is not None}
    return {name: int(value) if isinstance(value, bool) else value for name, value in sent.items()}


class Send(Protocol):
    """How a page makes a call: what a client gives it."""

    def __call__(self, call: Call[T]) -> T:
        """Send the request and return what its answer holds."""
        ...


class AsyncSend(Protocol):
    """How a page makes a call that is to be awaited."""

    async def __call__(self, call: Call[T]) -> T:
        """Send the request and return what its answer holds."""
        ...
