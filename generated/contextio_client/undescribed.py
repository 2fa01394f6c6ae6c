"""Calls of operations that are not described. Generated from the description; not to be edited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

import httpx

from contextio_client.arguments import encode_headers
from contextio_client.call import Call
from contextio_client.operation import Operation
from contextio_client.uploads import Upload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_client.uploads import FileInput

_READS: Final = frozenset({"GET", "HEAD"})
_FORM: Final = "application/x-www-form-urlencoded"


def undescribed_call(
    method: str,
    path: str,
    *,
    query: Mapping[str, object] | None,
    form: Mapping[str, object] | None,
    json: object,
    content: bytes | str | None,
    files: Mapping[str, FileInput | Upload] | None,
    headers: Mapping[str, str] | None,
) -> Call[Any]:
    """Return a call with the arguments of `ContextIO.request`.

    Raises:
        TypeError: if the content is neither text nor bytes.
        ValueError: if the path leads elsewhere, or the body is given twice or cannot be sent.
    """
    method = method.upper()
    fields = httpx.Headers({"Accept": "application/json, */*;q=0.5"})
    fields.update(encode_headers(headers or {}))
    _check_path(path)
    _check_body(method, fields, form=form or files, json=json, content=content)
    if content is not None:
        kind = "text/plain; charset=utf-8" if isinstance(content, str) else "application/octet-stream"
        fields.setdefault("Content-Type", kind)
    return Call(
        _operation(method, path),
        query=query or {},
        header=dict(fields),
        form=form or ({} if files else form),
        file={
            name: file if isinstance(file, Upload) else Upload(file) for name, file in (files or {}).items()
        },
        body=json,
        content=content,
    )


def _operation(method: str, path: str) -> Operation[Any]:
    from contextio_models import Error

    anything: Any = object | None  # nothing, where the body is empty
    return Operation(method, path, anything, {0: Error}, is_read=method in _READS)


def _check_path(path: str) -> None:
    """Refuse a path that might name another host, or what is not below the base URL."""
    if not re.fullmatch(r"/(?!/)[^?#\\\x00-\x1f\x7f]*", path):
        message = (
            f"path must begin with one slash, without query and fragment; give query= for one; it is {path!r}"
        )
        raise ValueError(message)
    decoded = path
    while (once := unquote(decoded)) != decoded:  # servers and proxies may decode more than once
        decoded = once
    if {".", ".."} & {*re.split(r"[/\\]", decoded)}:
        message = f"path must be below the base URL, without the segments . and ..; it is {path!r}"
        raise ValueError(message)


def _check_body(method: str, headers: httpx.Headers, **bodies: object) -> None:
    if len([body for body in bodies.values() if body is not None]) > 1:
        message = "give one body: form and files, or json, or content"
        raise ValueError(message)
    content = bodies["content"]
    if content is not None and not isinstance(content, bytes | str):
        message = f"content must be bytes or a str; it is of type {type(content).__name__}"
        raise TypeError(message)
    if content is not None and headers.get("Content-Type", "").partition(";")[0].strip().lower() == _FORM:
        message = "give form= in place of content=, for the fields of a form are signed"
        raise ValueError(message)
    if method in _READS and bodies["form"]:
        message = f"{method} sends no form; give query="
        raise ValueError(message)
