"""Media types, as `Content-Type` headers and the `content` of OpenAPI name them (RFC 9110, section 8.3)."""

from __future__ import annotations

from typing import Final

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
TEXT: Final = "text/plain"
ANY: Final = "*/*"
"""The media range of `content` that stands for every media type."""


def essence(content_type: str) -> str:
    """Return a media type without its parameters, in small letters."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Return whether a media type is JSON, or has JSON as its structured syntax (RFC 6839)."""
    name = essence(content_type)
    return name == JSON or name.endswith("+json")


def includes(described: str, content_type: str) -> bool:
    """Return whether a media type or range of a description, such as `*/*`, includes a media type."""
    name, given = essence(described), essence(content_type)
    if name == ANY:
        return "/" in given
    return given.startswith(name[:-1]) if name.endswith("/*") else given == name
