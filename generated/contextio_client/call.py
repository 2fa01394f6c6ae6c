"""Calls of the operations, and how their arguments are sent. Generated from the description; not to be edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import httpx

from contextio_client.arguments import encode, encode_headers, encode_segment
from contextio_client.shown import forget_frames, shown

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
    """A call of an operation, with its arguments by their names on the wire, which its repr does not show.

    `form` is None for an operation without a form; `body` is sent in JSON, `content` as it is.
    """

    operation: Operation[T]
    path: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    query: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    header: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    form: Mapping[str, object] | None = field(default=None, repr=False)
    file: Mapping[str, Upload] = field(default_factory=dict[str, "Upload"], repr=False)
    body: object = field(default=None, repr=False)
    content: bytes | str | None = field(default=None, repr=False)

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
            ValueError: if a path parameter would change the path, or a header field cannot be sent. Also if there
                is no form to extend.
        """
        operation = self.operation
        if self.form is None and options.extra_form:
            message = f"{operation.method} {operation.path} sends no form; there is no place for extra_form"
            raise ValueError(message)
        uploads = {
            name: upload.open(name, files) for name, upload in self.file.items() if upload.file is not None
        }
        form = encode({**(self.form or {}), **options.extra_form})
        address = self._address(options, base_url)
        fields = httpx.Headers(headers)
        for more in (
            options.default_headers,
            operation.headers,
            encode_headers(self.header),
            options.extra_headers,
        ):
            fields.update(more)
        if self.body is not None:
            fields.setdefault("Content-Type", "application/json")
            return httpx.Request(operation.method, address, headers=fields, content=self._json())
        if self.content is not None:
            return httpx.Request(operation.method, address, headers=fields, content=self.content)
        if uploads and "Content-Type" in fields:
            message = "the client sets the Content-Type of a form with files itself"
            raise ValueError(message)
        return httpx.Request(operation.method, address, headers=fields, data=form, files=uploads or None)

    def _address(self, options: Options, base_url: httpx.URL) -> httpx.URL:
        """Return the URL with its query."""
        operation = self.operation
        path = operation.path
        if self.path:  # a path that is not described may have braces
            path = path.format_map({name: encode_segment(name, value) for name, value in self.path.items()})
        url = str(base_url) if operation.base_path == BASE_PATH else _root(base_url) + operation.base_path
        query = encode({**options.default_query, **encode(self.query), **options.extra_query})
        try:
            return httpx.URL(url + path, params=query)
        except httpx.InvalidURL as error:
            message = f"{operation.method} {shown(operation.path)} has no valid address: {shown(str(error))}"
            raise ValueError(message) from None

    def _json(self) -> bytes:
        """Return the body in JSON."""
        from pydantic import TypeAdapter
        from pydantic_core import PydanticSerializationError

        try:
            return TypeAdapter(object).dump_json(
                self.body,
                by_alias=True,
                exclude_unset=True,
                warnings=False,  # which would show values
            )
        except (PydanticSerializationError, ValueError) as error:
            forget_frames(error)
            message = f"the body cannot be sent as JSON: {shown(str(error))}"
            raise TypeError(message) from None


def _root(base_url: httpx.URL) -> str:
    """Return the URL of a deployment without the path of the described API, or else its origin."""
    url = str(base_url).rstrip("/")
    return (
        url.removesuffix(BASE_PATH)
        if url.endswith(BASE_PATH)
        else str(base_url.copy_with(raw_path=b"/"))[:-1]
    )
