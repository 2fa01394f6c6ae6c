"""Requests as they are about to leave, with every name and value that they carry."""

from __future__ import annotations

import json
from dataclasses import dataclass
from email import message_from_string
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from contextio_contract.contract import Exchange
from contextio_contract.contract.media_types import FORM, MULTIPART, essence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.contract import Operation


@dataclass(frozen=True)
class Outgoing:
    """A request as it would leave.

    Attributes:
        method: the HTTP method, in capitals.
        target: path and query as on the wire, from the slash that follows the address of the operation's
            server; empty for a request that leads out of the deployment.
        body: the body, where it is text; bytes that are none are surrogates.
        content_type: the `Content-Type` header.
    """

    method: str
    target: str
    body: str
    content_type: str = FORM

    @cached_property
    def path(self) -> Resource:
        """The decoded segments of the path; a slash at its end makes no difference."""
        raw = self.target.partition("?")[0].removeprefix("/").removesuffix("/")
        return tuple(unquote(segment, errors="surrogateescape") for segment in raw.split("/"))

    @cached_property
    def parameters(self) -> list[tuple[str, str]]:
        """The parameters of the query and the fields of the body, whatever its media type says."""
        texts = [self.target.partition("?")[2], self.body]
        pairs = [
            pair
            for text in texts
            for separator in "&;"  # the second is an older way, which some frameworks still know
            for pair in parse_qsl(text, keep_blank_values=True, separator=separator)
        ]
        return [*pairs, *self._parts, *_scalars("", json_or_none(self.body))]

    def exchange(self, operation: Operation, headers: Mapping[str, str], body: Any) -> Exchange:
        """Return the request with the headers and the parsed body of its response, for links."""
        return Exchange(
            path=operation.path.match(self.path) or {},
            query=dict(parse_qsl(self.target.partition("?")[2])),
            body=dict(self._parts or parse_qsl(self.body)) or json_or_none(self.body),
            response_headers={name.lower(): value for name, value in headers.items()},
            response_body=body,
            method=self.method,
        )

    @property
    def _parts(self) -> list[tuple[str, str]]:
        """The fields of a multipart form (RFC 7578); a file counts with its content."""
        if essence(self.content_type) != MULTIPART:
            return []
        boundary = message_from_string(f"Content-Type: {self.content_type}\r\n\r\n").get_boundary()
        if not boundary:
            return []
        # Not by `email`, which takes a message in a part for parts of its own.
        pairs = []
        for part in f"\r\n{self.body}".split(f"\r\n--{boundary}")[1:-1]:
            head, _, content = part.partition("\r\n\r\n")
            name = message_from_string(head.lstrip()).get_param("name", "", "content-disposition")
            pairs.append((str(name), content))
        return pairs


def json_or_none(text: str | bytes) -> Any:
    """Return a text as parsed JSON; None if it is not JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _scalars(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, ""
            yield from _scalars(key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(name, inner)
    elif value is not None:
        yield name, str(value)
