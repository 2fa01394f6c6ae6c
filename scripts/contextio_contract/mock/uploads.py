"""Uploaded files: the fields of a resource that show them, or header fields of a message (RFC 5322)."""

from __future__ import annotations

from contextlib import suppress
from email.parser import BytesHeaderParser
from email.policy import default
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.media_types import includes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Contract, Operation, Schema


def header_fields(
    message: bytes, names: Mapping[str, str], properties: Mapping[str, Schema]
) -> dict[str, Any]:
    """Return fields that show header fields of a message, without those that it lacks.

    Args:
        message: the message as it was sent.
        names: the names of header fields by field.
        properties: the schemas of the fields; a number is a time in seconds since 1970-01-01 UTC.
    """
    headers = BytesHeaderParser(policy=default).parsebytes(message)
    fields: dict[str, Any] = {}
    for field, name in names.items():
        value = str(headers.get(name, "")).strip()
        shown = next((each for each in _readings(value) if properties[field].is_valid(each)), None)
        if value and shown is not None:
            fields[field] = shown
    return fields


def part_fields(contract: Contract, creates: Operation, reads: Operation) -> dict[str, str]:
    """Return by form field that takes a file the field of the read that a part answers as such a file."""
    form = creates.body.multipart if creates.body else None
    parts = [
        (each.part.field, each.success.media)
        for each in contract.operations.values()
        if each.part and each.part.of == reads.id and each.method == "GET"
    ]
    return {
        name: field
        for name, encoding in (form.node.get("encoding", {}) if form else {}).items()
        for field, media in parts
        if media and media.kind == "binary" and includes(media.name, encoding.get("contentType", ""))
    }


def _readings(value: str) -> Iterator[Any]:
    """Yield a header field as the types that fields of an answer have."""
    with suppress(ValueError, OverflowError):
        yield int(parsedate_to_datetime(value).timestamp())
    yield value
    yield value.split()
