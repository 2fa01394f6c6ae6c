"""Request bodies and forms, read in bounded space."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException, MultiPartParser

from contextio_contract.contract import FORM, MULTIPART
from contextio_contract.contract.media_types import essence
from contextio_contract.server.http.responses import RefusedError, bad_request

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.requests import Request

MAX_BODY: Final = 1024 * 1024
"""Bytes that a request body may have."""

MAX_FIELDS: Final = 1000
"""Parameters that a query or a form may have."""

_LOSSLESS: Final = "latin-1"
"""Maps each byte to a character, so that text leaves the multipart parser as the bytes that were sent."""

Pairs = list[tuple[str, str]]
"""Names and values in the order they were sent."""


async def read_body(request: Request) -> bytes:
    """Return the body of a request, or raise a 413 if it is too long."""
    chunks = bytearray()
    async for chunk in request.stream():
        chunks += chunk
        if len(chunks) > MAX_BODY:
            sentence = f"the body is too long; send {MAX_BODY} bytes or less"
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence)
    return bytes(chunks)


def media_type(headers: Headers) -> str:
    """Return the media type of a body; empty without a Content-Type, or with more than one."""
    values = headers.getlist("content-type")
    return essence(values[0]) if len(values) == 1 else ""


async def read_form(headers: Headers, body: bytes) -> Pairs:
    """Return the fields of a form, or raise a 400; an empty body is an empty form."""
    kind = media_type(headers)
    if kind == FORM:
        return parse_urlencoded(body, "the form")
    if kind == MULTIPART:
        return await _multipart(headers, body)
    if not body:
        return []
    raise bad_request(value=f"send the parameters as a form with the content type {FORM}")


def parse_urlencoded(text: bytes, name: str) -> Pairs:
    """Return the names and values of a query or form, or raise a 400 that calls it by a name."""
    try:
        return parse_qsl(text.decode(), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except UnicodeDecodeError as error:
        raise bad_request(value=f"{name} is not in UTF-8; encode its characters so") from error
    except ValueError as error:
        raise bad_request(value=f"{name} has more than {MAX_FIELDS} fields; send fewer") from error


class _Parser(MultiPartParser):
    """A parser that notes whether the closing boundary came."""

    complete = False

    def on_end(self) -> None:
        self.complete = True


async def _multipart(headers: Headers, body: bytes) -> Pairs:
    async def stream() -> AsyncGenerator[bytes]:
        yield body

    _, options = parse_options_header(headers["content-type"])
    if options.get(b"charset", b"utf-8").lower() != b"utf-8":
        raise bad_request(value="the multipart form is in another charset; encode its characters in UTF-8")
    boundary = options.get(b"boundary", b"").decode(_LOSSLESS)
    kind = f'{MULTIPART}; boundary="{boundary}"; charset={_LOSSLESS}'
    parser = _Parser(
        Headers({"content-type": kind}),
        stream(),
        max_files=0,
        max_fields=MAX_FIELDS,
        max_part_size=MAX_BODY,
    )
    try:
        fields = await parser.parse()
        pairs = [
            (_utf8(name), _utf8(value)) for name, value in fields.multi_items() if isinstance(value, str)
        ]
    except UnicodeDecodeError as error:
        raise bad_request(value="the multipart form is not in UTF-8; encode its characters so") from error
    except (MultiPartException, ValueError) as error:
        raise bad_request(
            value="the multipart form cannot be read; send plain fields with one boundary"
        ) from error
    if not parser.complete:
        raise bad_request(value="the multipart form is cut short; end it with its closing boundary")
    return pairs


def _utf8(text: str) -> str:
    return text.encode(_LOSSLESS).decode()
