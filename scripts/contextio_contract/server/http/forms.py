"""Request bodies and forms, read in bounded space."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from python_multipart.multipart import parse_options_header
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from contextio_contract.contract import FORM, MULTIPART
from contextio_contract.contract.media_types import essence
from contextio_contract.server.http.responses import RefusedError, bad_request

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from starlette.requests import Request

MAX_BODY: Final = 1024 * 1024
"""Bytes that a request body may have."""

MAX_FIELDS: Final = 1000
"""Parameters that a query or a form may have."""

_LOSSLESS: Final = "latin-1"
"""Maps each byte to a character, so that text leaves the multipart parser as the bytes that were sent."""

Pairs = list[tuple[str, str]]
"""Names and values in the order they were sent."""


async def read_body(request: Request, limit: int = MAX_BODY) -> bytes:
    """Return the body of a request, or raise a 413 if it has more bytes than the limit."""
    return b"".join([chunk async for chunk in bounded(request.stream(), limit)])


async def bounded(stream: AsyncIterator[bytes], limit: int) -> AsyncGenerator[bytes]:
    """Yield what a stream holds, or raise a 413 once that is more bytes than the limit."""
    size = 0
    async for chunk in stream:
        size += len(chunk)
        if size > limit:
            raise too_long(limit=limit)
        yield chunk


def declared_size(headers: Headers) -> int | None:
    """Return the bytes that a body has by its headers, 0 for none; None if they do not say how many."""
    if "transfer-encoding" in headers:
        return None
    return int(headers.get("content-length", "0"))


def too_long(*, limit: int, name: str = "the body") -> RefusedError:
    """Return the error for a body, or a field of it, that has more bytes than a limit."""
    return RefusedError(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"{name} is too long; send {limit} bytes or less"
    )


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
        return (await parse_multipart(headers, once(body), 0))[0]
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
        raise too_many_fields(name) from error


def too_many_fields(name: str) -> RefusedError:
    """Return the error for a query or form, called by a name, with more fields than it may have."""
    return bad_request(value=f"{name} has more than {MAX_FIELDS} fields; send fewer")


class _Parser(MultiPartParser):
    """A parser that notes whether the closing boundary came."""

    complete = False

    def on_end(self) -> None:
        self.complete = True


async def once(body: bytes) -> AsyncGenerator[bytes]:
    """Yield a body that has been read."""
    yield body


async def parse_multipart(
    headers: Headers, stream: AsyncGenerator[bytes], max_files: int
) -> tuple[Pairs, list[tuple[str, UploadFile]]]:
    """Return the plain fields and the files of a multipart form, or raise a 400.

    Files of more than a megabyte lie on disk; who calls this closes them.
    """
    _, options = parse_options_header(headers["content-type"])
    if options.get(b"charset", b"utf-8").lower() != b"utf-8":
        raise bad_request(value="the multipart form is in another charset; encode its characters in UTF-8")
    boundary = options.get(b"boundary", b"").decode(_LOSSLESS)
    kind = f'{MULTIPART}; boundary="{boundary}"; charset={_LOSSLESS}'
    parser = _Parser(
        Headers({"content-type": kind}),
        stream,
        max_files=max_files,
        max_fields=MAX_FIELDS,
        max_part_size=MAX_BODY,
    )
    try:
        items = (await parser.parse()).multi_items()
        pairs = [(_utf8(name), _utf8(value)) for name, value in items if isinstance(value, str)]
        files = [(_utf8(name), value) for name, value in items if isinstance(value, UploadFile)]
    except UnicodeDecodeError as error:
        raise bad_request(value="the multipart form is not in UTF-8; encode its characters so") from error
    except (MultiPartException, ValueError) as error:
        raise bad_request(
            value="the multipart form cannot be read; send plain fields with one boundary"
            + (f", and {max_files} files at most" if max_files else "")
        ) from error
    if not parser.complete:
        raise bad_request(value="the multipart form is cut short; end it with its closing boundary")
    return pairs, files


def _utf8(text: str) -> str:
    return text.encode(_LOSSLESS).decode()
