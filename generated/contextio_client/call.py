"""Calls of the operations, and how their arguments are sent. Generated from the description; not to be edited."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar
from urllib.parse import quote

import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import ExitStack

    from contextio_client.operation import Operation
    from contextio_client.options import Options
    from contextio_client.uploads import Upload

T = TypeVar("T")
BASE_PATH: Final = "/2.0"
"""The path of the described API, with which the URL of a deployment ends."""


@dataclass(frozen=True)
class Call(Generic[T]):
    """A call of an operation, with its arguments by their names on the wire.

    `form` is None for an operation without a form; `body` is sent in JSON, `content` as it is.
    """

    operation: Operation[T]
    path: Mapping[str, object] = field(default_factory=dict[str, object])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    header: Mapping[str, object] = field(default_factory=dict[str, object])
    form: Mapping[str, object] | None = None
    file: Mapping[str, Upload] = field(default_factory=dict[str, "Upload"])
    body: object = None
    content: bytes | str | None = None

    def request(
        self, options: Options, base_url: httpx.URL, headers: Mapping[str, str], files: ExitStack
    ) -> httpx.Request:
        """Return the request; arguments that are None are not sent.

        Args:
            options: the options of the call.
            base_url: the URL of the deployment.
            headers: the header fields that every request has; options and arguments replace them.
            files: closes the files that are opened for the request.

        Raises:
            ContextIOError: if a file cannot be sent.
            TypeError: if an argument has a type that cannot be sent.
            ValueError: if a path parameter would change the path, or there is no form to extend.
        """
        operation = self.operation
        if self.form is None and options.extra_form:
            message = f"{operation.method} {operation.path} sends no form; there is no place for extra_form"
            raise ValueError(message)
        path = operation.path
        if self.path:  # a path that is not described may have braces
            path = path.format_map({name: _segment(name, value) for name, value in self.path.items()})
        url = str(base_url) if operation.base_path == BASE_PATH else _root(base_url) + operation.base_path
        arguments = {name: str(value) for name, value in _encoded(self.header).items()}
        fields = httpx.Headers(headers)
        for more in (options.default_headers, operation.headers, arguments, options.extra_headers):
            fields.update(more)
        request: dict[str, Any] = {
            "method": operation.method,
            "url": url + path,
            "params": _encoded({**options.default_query, **_encoded(self.query), **options.extra_query}),
            "headers": fields,
        }
        form = _encoded({**(self.form or {}), **options.extra_form})
        uploads = {
            name: upload.open(name, files) for name, upload in self.file.items() if upload.file is not None
        }
        if self.body is not None:
            from pydantic import TypeAdapter

            content = TypeAdapter(object).dump_json(self.body, by_alias=True, exclude_unset=True)
            fields.setdefault("Content-Type", "application/json")
            return httpx.Request(**request, content=content)
        if self.content is not None:
            return httpx.Request(**request, content=self.content)
        return httpx.Request(**request, data=form, files=uploads or None)


def joined(values: object) -> object:
    """Return several values as one text, with commas between them; None and a text stay as they are."""
    return (
        ",".join(map(str, values))
        if isinstance(values, Collection) and not isinstance(values, str)
        else values
    )


def is_several(values: object) -> bool:
    """Return whether an argument has several values."""
    return isinstance(values, Collection) and not isinstance(values, str)


def whole(name: str, value: object) -> str:
    """Return a whole number as a path parameter.

    Raises:
        TypeError: if it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"{name} must be an int; it is of type {type(value).__name__}"
        raise TypeError(message)
    return str(value)


def _segment(name: str, value: object) -> str:
    """Return a path parameter as one percent-encoded segment."""
    if not isinstance(value, str):
        message = f"{name} must be a str; it is of type {type(value).__name__}"
        raise TypeError(message)
    if value in {"", ".", ".."}:
        message = f"{name} must name something; it is {value!r}"
        raise ValueError(message)
    return quote(value, safe="")


def _root(base_url: httpx.URL) -> str:
    """Return the URL of a deployment without the path of the described API, or else its origin."""
    url = str(base_url).rstrip("/")
    return (
        url.removesuffix(BASE_PATH)
        if url.endswith(BASE_PATH)
        else str(base_url.copy_with(raw_path=b"/"))[:-1]
    )


def _encoded(arguments: Mapping[str, object]) -> dict[str, object]:
    """Return arguments as they are sent, without None."""
    return {name: _wire(value) for name, value in arguments.items() if value is not None}


def _wire(value: object) -> object:
    """Return a boolean as 0 or 1 and a time as RFC 3339 has it, in UTC; without a zone it is local time."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value
