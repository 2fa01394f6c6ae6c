"""Requests and answers of the operations. Generated from the description; not to be edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, cast, get_args

import httpx

from contextio_client.auth import is_stale
from contextio_client.call import BASE_PATH
from contextio_client.errors import (
    ClockError,
    RequestError,
    UnexpectedTypeError,
    class_of,
)
from contextio_client.headers import request_id_of
from contextio_client.redirects import redirect_error
from contextio_client.shown import location_of, shown, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_models import Error, Failure

    from contextio_client.decoding import Problem
    from contextio_client.options import Options
    from contextio_client.paging import Window
    from contextio_client.reading import Reader

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Operation(Generic[T_co]):
    """An operation of the API, with the type of its success and the classes of its errors.

    Attributes:
        method: the HTTP method.
        path: the path below the base path, with its parameters in braces.
        answer: the type of a success.
        errors: the classes of error objects by status; 4 stands for 4XX, and 0 for all that are not named.
        is_read: whether it changes nothing.
        kind: how a success is read; a `link` is a text that is an address, and a `redirect` names one.
        media: the media type of a success that is no JSON, or a range of them.
        base_path: the path of its server.
        id: its name in the description; empty for one that is not described.
        window: how a success that is a list is divided into pages; None if it is not.
    """

    method: str
    path: str
    answer: Any
    errors: Mapping[int, type[Error | Failure]]
    is_read: bool
    kind: Literal["json", "text", "link", "bytes", "redirect", "none"] = "json"
    media: str | None = None
    base_path: str = BASE_PATH
    id: str = ""
    window: Window | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The header fields that ask for its media type; JSON is asked for by default."""
        if self.media is None:
            return {}
        return {"Accept": self.media} | ({"Accept-Encoding": "identity"} if self.kind == "bytes" else {})

    def refusal(self, response: httpx.Response) -> RequestError | None:
        """Return the exception for an answer; None for a success."""
        if response.is_success:
            return self._unexpected(response)
        if response.is_redirect:
            if self.kind == "redirect" and location_of(response):
                return None
            advice = (
                "get what is there"
                if self.kind == "bytes"
                else "set base_url to the address that answers itself"
            )
            return redirect_error(response, advice)
        status, request = response.status_code, response.request
        body = self._error(response)
        happened = f"is answered with {status}: {_explanation(response, body)}"
        if is_stale(response):
            server = shown(response.headers.get("Date", "unknown"))
            return ClockError(
                f"{happened}; set the clock (the server's is {server})", request, response, body
            )
        if code := getattr(body, "feedback_code", None):
            happened += f" ({shown(str(code))})"
        if status == HTTPStatus.UNAUTHORIZED and "secret" not in happened:
            happened += "; check the consumer key and the consumer secret"
        return class_of(status)(happened, request, response, body)

    def read(self, response: httpx.Response, *, strict: bool) -> tuple[T_co, tuple[Problem, ...]]:
        """Return the parsed body of a success, and what in it is not as described.

        Raises:
            InvalidAnswerError: if it cannot be read, or is not as described and `strict`.
            IncompleteAnswerError: if it is cut off.
        """
        if self.kind != "json":
            return cast("T_co", self._text(response)), ()
        if not response.content and NoneType in get_args(self.answer):
            return cast("T_co", None), ()
        from contextio_client.bodies import read_body

        return read_body(self._reader, response, strict=strict)

    def _text(self, response: httpx.Response) -> str | None:
        """Return a body that is no JSON, or the address of a redirect; None if no body is described."""
        if self.kind == "redirect":
            return str(response.request.url.join(response.headers["Location"]))
        if self.kind == "none":
            return None
        return text_of(response).strip() if self.kind == "link" else text_of(response)

    def _unexpected(self, response: httpx.Response) -> UnexpectedTypeError | None:
        """Return the exception for a success in another media type than is described; None if it is right."""
        if self.media is None:
            return None
        given = response.headers.get("Content-Type", "")
        kind, is_range = self.media.removesuffix("*"), self.media.endswith("*")
        name = given.partition(";")[0].strip().lower()
        if self.media == "*/*" or name == kind or (is_range and name.startswith(kind)):
            return None
        type_ = shown(given) or "no type"
        happened = f"is answered with {response.status_code} and {type_}, where {self.media} is described"
        return UnexpectedTypeError(happened, response.request, response)

    @cached_property
    def _reader(self) -> Reader[T_co]:
        from contextio_client.reading import Reader  # which imports pydantic, needed by the first call

        return Reader(self.answer)

    def _error(self, response: httpx.Response) -> Error | Failure | None:
        from contextio_models import Error

        from contextio_client.reading import read_error

        status = response.status_code
        described = self.errors.get(status) or self.errors.get(status // 100) or self.errors.get(0, Error)
        return read_error((described, Error), response.content, response.charset_encoding)


@dataclass(frozen=True)
class Answer(Generic[T_co]):
    """The raw answer of a success."""

    operation: Operation[T_co] = field(repr=False)
    response: httpx.Response
    options: Options = field(repr=False)
    paged: Callable[[list[Any]], list[Any]] = field(default=list, repr=False, compare=False)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> httpx.Headers:
        """The headers; names are case-insensitive."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """The body in bytes; that of a stream is read with `parse()`."""
        return self.response.content

    @property
    def text(self) -> str:
        """The body as text, in the encoding that the answer names."""
        return self.response.text

    @property
    def request_id(self) -> str:
        """The header `X-Request-Id` of the answer, or else that of the request."""
        return request_id_of(self.headers, self.response.request)

    @property
    def attempts(self) -> int:
        """How often the request was sent."""
        return int(self.response.request.extensions["attempts"])

    def json(self) -> Any:
        """Return the body as JSON, whatever its media type; None if it is empty.

        Raises:
            InvalidAnswerError: if it is no JSON.
            IncompleteAnswerError: if it is cut off.
        """
        return _ANYTHING.read(self.response, strict=False)[0]

    def parse(self) -> T_co:
        """Return the parsed body or the stream, as the method without `with_raw_response` does.

        Raises:
            InvalidAnswerError: if the body is not as described.
            IncompleteAnswerError: if it is cut off.
        """
        if self.operation.kind == "bytes":
            from contextio_client.streams import AsyncByteStream, ByteStream

            stream = (
                AsyncByteStream if isinstance(self.response.stream, httpx.AsyncByteStream) else ByteStream
            )
            return cast("T_co", stream(self.response, self.options))
        parsed = self._parsed[0]
        return (
            cast("T_co", self.paged(parsed)) if self.operation.window and isinstance(parsed, list) else parsed
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What in the body is not as described; such values are kept as they were sent. Empty for a stream.

        Raises:
            InvalidAnswerError: if the body is not as described.
            IncompleteAnswerError: if it is cut off.
        """
        return () if self.operation.kind == "bytes" else self._parsed[1]

    @cached_property
    def _parsed(self) -> tuple[T_co, tuple[Problem, ...]]:
        parsed, problems = self.operation.read(self.response, strict=self.options.strict)
        if problems:
            from contextio_client.bodies import warn

            warn(f"{self.operation.method} {self.operation.path}", problems)
        return parsed, problems


_ANYTHING: Final[Operation[Any]] = Operation("", "", object | None, {}, is_read=True)


def _explanation(response: httpx.Response, body: Error | Failure | None) -> str:
    """Return what is known of an error: what its body says, or else the meaning of its status."""
    meaning = shown(response.reason_phrase) or "no reason given"
    if body:
        return shown(str(body.value)) or meaning
    given = shown(response.headers.get("Content-Type", "")) or "no type"
    return f"{meaning}, no error object ({given if response.content else 'an empty body'})"
