"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import AlsoReads, Model

from . import address_set, body_part, callback_source, flag_set, header_map, message_file
from . import person_info as person_info_1


class CallbackMessage(Model):
    """
    A message as a webhook tells of it. Unlike reads of the API, it has its text in `bodies`, and its sources
    have no address.
    """

    message_id: Annotated[str, Field(min_length=1, description="Lasting identifier of the message.")]
    """Lasting identifier of the message."""

    email_message_id: Annotated[
        str | None, Field(description="Message-ID header with its angle brackets; absent without one.")
    ] = None
    """Message-ID header with its angle brackets; absent without one."""

    gmail_message_id: Annotated[
        str | None, Field(description="Gmail's identifier of the message; only for Gmail sources.")
    ] = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: Annotated[
        str | None, Field(description="Gmail's identifier of the conversation; only for Gmail sources.")
    ] = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    subject: Annotated[str | None, Field(description="Subject line; absent without one.")] = None
    """Subject line; absent without one."""

    date: Annotated[StrictInt | None, Field(description="Date header, in seconds since 1970-01-01 UTC.")] = (
        None
    )
    """Date header, in seconds since 1970-01-01 UTC."""

    date_indexed: Annotated[
        StrictInt | None,
        Field(ge=0, description="When the service saw the message first, in seconds since 1970-01-01 UTC."),
    ] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: Annotated[
        StrictInt | None,
        Field(description="Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail."),
    ] = None
    """Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: Annotated[
        address_set.AddressSet | None, AlsoReads("empty-array"), Field(description="Sender and recipients.")
    ] = None
    """Sender and recipients."""

    person_info: Annotated[
        person_info_1.PersonInfo | None,
        AlsoReads("empty-array"),
        Field(description="A picture for each address of the message."),
    ] = None
    """A picture for each address of the message."""

    files: Annotated[
        list[message_file.MessageFile] | None, Field(description="Attachments of the message.")
    ] = None
    """Attachments of the message."""

    folders: Annotated[
        list[str] | None, Field(description="Folders or labels of the message, by name and by symbolic name.")
    ] = None
    """Folders or labels of the message, by name and by symbolic name."""

    sources: Annotated[
        list[callback_source.CallbackSource] | None, Field(description="Sources that hold the message.")
    ] = None
    """Sources that hold the message."""

    references: Annotated[
        list[str] | None, Field(description="Identifiers of the References header; absent without one.")
    ] = None
    """Identifiers of the References header; absent without one."""

    list_unsubscribe: Annotated[
        str | None,
        Field(alias="list-unsubscribe", description="List-Unsubscribe header; absent without one."),
    ] = None
    """List-Unsubscribe header; absent without one."""

    bodies: Annotated[
        list[body_part.BodyPart] | None, Field(description="Text parts; only with `include_body`.")
    ] = None
    """Text parts; only with `include_body`."""

    headers: Annotated[
        header_map.HeaderMap | str | None,
        Field(
            description="Headers by name, or as one text; only with `include_header`.",
            union_mode="left_to_right",
        ),
    ] = None
    """Headers by name, or as one text; only with `include_header`."""

    flags: Annotated[flag_set.FlagSet | None, Field(description="Flags of the message; may be absent.")] = (
        None
    )
    """Flags of the message; may be absent."""
