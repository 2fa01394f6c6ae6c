"""Messages that a run uploads, and how they are found again."""

from __future__ import annotations

from email import message_from_string
from email.utils import formatdate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextio_contract.contract import Collection


def message(text: str) -> bytes:
    """Return a message (RFC 5322) that bears a text in its Message-ID and its subject."""
    people = "From: Ada Lovelace <ada@example.com>\r\nTo: Grace Hopper <grace@example.org>\r\n"
    named = f"Subject: Notes {text}\r\nMessage-ID: <{text}@conformance.example>\r\nDate: {formatdate()}\r\n"
    return f"{people}{named}\r\nNotes of the run, {text}.\r\n".encode()


def header_fields(collection: Collection | None) -> tuple[str, dict[str, str]] | None:
    """Return the form field that takes a message, and the header field that each field of a read shows."""
    headers = collection.resource.headers if collection else {}
    return next(((field, dict(shown)) for field, shown in headers.items()), None)


def name_of_upload(collection: Collection | None, form: Any) -> str | None:
    """Return the name by which a path reaches the message of a form; None if the form holds none.

    It is the value of a header field that also names the resource (`headers`, `also-named`).
    """
    fields = header_fields(collection)
    if fields is None or collection is None or not isinstance(form, dict):
        return None
    field, shown = fields
    sent = form.get(field)
    text = sent.decode(errors="replace") if isinstance(sent, bytes) else str(sent or "")
    for name, prefix in collection.resource.also_named:
        if value := message_from_string(text).get(shown.get(name, "")):
            return f"{prefix}{value}"
    return None
