"""Entries of HTTP archives as requests and answers, with what a recording leaves unknown of them."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import Headers

from contextio_contract.contract import FORM, MULTIPART
from contextio_contract.contract.media_types import essence
from contextio_contract.proxy.exchange import MAX_BODY
from contextio_contract.proxy.recorded.masks import are_masked
from contextio_contract.proxy.violations import SentRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

_METHOD: Final = re.compile("[A-Za-z-]{1,20}")
_GZIP: Final = b"\x1f\x8b"
_GZIP_WINDOW: Final = 16 + zlib.MAX_WBITS


class UnreadableEntryError(Exception):
    """Why an entry is no HTTP exchange that can be read."""


@dataclass(frozen=True)
class Exchange:
    """A request and its answer, as they were recorded.

    Attributes:
        origin: scheme, host and port that the request went to.
        request: the request.
        is_masked: whether masks stand in the request.
        status: the status of the answer; 0 where none came.
        headers: the header fields of the answer.
        body: the body of the answer; None if it is not known.
        lack: why the body is not known, or why it may not be whole; empty if it is known.
    """

    origin: str
    request: SentRequest
    is_masked: bool
    status: int
    headers: Headers
    body: bytes | None
    lack: str

    @property
    def request_headers(self) -> Headers:
        """The header fields of the request."""
        return Headers(raw=self.request.headers)

    def request_at(self, path: bytes) -> SentRequest:
        """Return the request, sent to another path."""
        return replace(self.request, path=path)


def read_entry(entry: Any) -> Exchange:
    """Return the exchange of an entry.

    Raises:
        UnreadableEntryError: if it is no entry, or not one of HTTP.
    """
    request, response = _object(entry, "request"), _object(entry, "response")
    method = request.get("method")
    if not isinstance(method, str) or not _METHOD.fullmatch(method):
        message = "the entry is not as HAR 1.2 has it"
        raise UnreadableEntryError(message)
    origin, path, query = split_url(request.get("url"))
    posted, content = _object(request, "postData"), _object(response, "content")
    sent = _headers(request, posted)
    body = _request_body(request, posted, sent)
    received = _headers(response, content)
    answer, lack = _response_body(content, received)
    status = response.get("status")
    return Exchange(
        origin=origin,
        request=SentRequest(method.upper(), path, query, sent.raw, body),
        is_masked=are_masked(path, query, body or b""),
        status=status if isinstance(status, int) else 0,
        headers=received,
        body=answer,
        lack=lack,
    )


def split_url(url: Any) -> tuple[str, bytes, bytes]:
    """Return the origin, the path and the query of an HTTP address.

    Raises:
        UnreadableEntryError: if it is none.
    """
    try:
        parts = urlsplit(url if isinstance(url, str) else "")
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = urlsplit(""), None, None
    if parts.scheme not in {"http", "https"} or not host:
        message = "the entry is not one of HTTP"
        raise UnreadableEntryError(message)
    name = f"[{host}]" if ":" in host else host
    is_usual = port in {None, {"http": 80, "https": 443}[parts.scheme]}
    origin = f"{parts.scheme}://{name}" if is_usual else f"{parts.scheme}://{name}:{port}"
    return origin, _bytes(parts.path or "/"), _bytes(parts.query)


def _object(parent: Any, name: str) -> Mapping[str, Any]:
    """Return an object in another; empty if either is none."""
    value = parent.get(name) if isinstance(parent, dict) else None
    return value if isinstance(value, dict) else {}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _headers(message: Mapping[str, Any], body: Mapping[str, Any]) -> Headers:
    """Return the header fields of a message, with the media type of its body if no field says it."""
    fields = message.get("headers")
    raw = [
        (_bytes(str(field.get("name"))).lower(), _bytes(str(field.get("value"))))
        for field in (fields if isinstance(fields, list) else ())
        if isinstance(field, dict)
    ]
    kind = body.get("mimeType")
    if isinstance(kind, str) and kind and not any(name == b"content-type" for name, _ in raw):
        raw.append((b"content-type", _bytes(kind)))
    return Headers(raw=raw)


def _request_body(request: Mapping[str, Any], posted: Mapping[str, Any], headers: Headers) -> bytes | None:
    """Return the body of a request; None if it is not known."""
    text, parameters = posted.get("text"), posted.get("params")
    kind = essence(headers.get("content-type", ""))
    if kind == MULTIPART:
        return None  # recorders decode its files as text, or leave them out
    if isinstance(text, str) and text:
        return _decoded(text, posted.get("encoding"))
    if isinstance(parameters, list) and parameters:
        if kind != FORM:
            return None
        fields = [each for each in parameters if isinstance(each, dict)]
        pairs = [(str(field.get("name")), str(field.get("value", ""))) for field in fields]
        return urlencode(pairs, errors="surrogatepass").encode()
    sizes = (headers.get("content-length", "0"), str(request.get("bodySize")))
    return None if any(size.isdecimal() and int(size) for size in sizes) else b""


def _response_body(content: Mapping[str, Any], headers: Headers) -> tuple[bytes | None, str]:
    """Return the body of an answer, and why it is not known or may not be whole."""
    text, length = content.get("text"), headers.get("content-length", "")
    if not isinstance(text, str) or not text:
        # Browsers write a size of 0 for bodies that they have lost, too.
        return (b"", "") if length == "0" else (None, "the recording has no body")
    body = _decoded(text, content.get("encoding"))
    if body is None:
        return None, "the encoding of the body in the recording cannot be read"
    coding = headers.get("content-encoding", "")
    if body.startswith(_GZIP) and coding:
        body, coding = _uncompressed(body), ""
        if body is None:
            return None, "the compressed body in the recording is too long or broken"
    if coding and content.get("encoding"):
        return body, "the body in the recording is compressed"
    whole = int(length) if length.isdecimal() and not coding else content.get("size")
    is_part = isinstance(whole, int) and len(body) < whole
    return body, "the recording has a part of the body only" if is_part else ""


def _decoded(text: str, encoding: Any) -> bytes | None:
    """Return the bytes of a text in an archive; None if its encoding cannot be read."""
    if encoding != "base64":
        return _bytes(text) if encoding is None or encoding == "" else None
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return None


def _uncompressed(body: bytes) -> bytes | None:
    """Return what is compressed with gzip; None if that is too long or broken."""
    decompressor = zlib.decompressobj(_GZIP_WINDOW)
    try:
        plain = decompressor.decompress(body, MAX_BODY)
    except zlib.error:
        return None
    return plain if decompressor.eof else None
