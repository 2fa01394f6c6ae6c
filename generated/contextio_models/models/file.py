"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import AlsoReads, Model

from . import address_set
from . import person_info as person_info_1


class File(Model):
    """A file that is attached to a message."""

    file_id: Annotated[str, Field(min_length=1, description="Lasting identifier of the file.")]
    """Lasting identifier of the file."""

    file_name: Annotated[str | None, Field(description="Name of the file.")] = None
    """Name of the file."""

    file_name_structure: Annotated[
        list[list[str]] | None, Field(description="The name in pieces, each with what it is.")
    ] = None
    """The name in pieces, each with what it is."""

    size: Annotated[StrictInt | None, Field(ge=0, description="Size in bytes.")] = None
    """Size in bytes."""

    type: Annotated[str | None, Field(description="Media type as the message gives it.")] = None
    """Media type as the message gives it."""

    subject: Annotated[str | None, Field(description="Subject of the message.")] = None
    """Subject of the message."""

    date: Annotated[
        StrictInt | None, Field(description="Date of the message in seconds since 1970-01-01 UTC.")
    ] = None
    """Date of the message in seconds since 1970-01-01 UTC."""

    date_indexed: Annotated[
        StrictInt | None,
        Field(ge=0, description="When the service saw the message first, in seconds since 1970-01-01 UTC."),
    ] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: Annotated[
        StrictInt | None,
        Field(
            description="When the message was received, in seconds since 1970-01-01 UTC; null for sent mail."
        ),
    ] = None
    """When the message was received, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: Annotated[
        address_set.AddressSet | None,
        AlsoReads("empty-array"),
        Field(description="Sender and recipients of the message."),
    ] = None
    """Sender and recipients of the message."""

    person_info: Annotated[
        person_info_1.PersonInfo | None,
        AlsoReads("empty-array"),
        Field(description="A picture for each address of the message."),
    ] = None
    """A picture for each address of the message."""

    body_section: Annotated[
        StrictInt | str | None, Field(description="Number of the MIME section.", union_mode="left_to_right")
    ] = None
    """Number of the MIME section."""

    supports_preview: Annotated[
        StrictBool | None, Field(description="Whether the preview function handles the file.")
    ] = None
    """Whether the preview function handles the file."""

    is_embedded: Annotated[
        StrictBool | None, Field(description="Whether the text of the message shows the file inline.")
    ] = None
    """Whether the text of the message shows the file inline."""

    content_disposition: Annotated[
        str | None, Field(description="Disposition of the MIME part, mostly `attachment` or `inline`.")
    ] = None
    """Disposition of the MIME part, mostly `attachment` or `inline`."""

    content_id: Annotated[str | None, Field(description="Content-Id of an inline object.")] = None
    """Content-Id of an inline object."""

    message_id: Annotated[str | None, Field(description="Identifier of the message.")] = None
    """Identifier of the message."""

    email_message_id: Annotated[str | None, Field(description="Message-ID header of the message.")] = None
    """Message-ID header of the message."""

    gmail_message_id: Annotated[
        str | None, Field(description="Gmail's identifier of the message; only for Gmail sources.")
    ] = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: Annotated[
        str | None, Field(description="Gmail's identifier of the conversation; only for Gmail sources.")
    ] = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    is_tnef_part: Annotated[
        StrictBool | None, Field(description="Whether the file came out of a `winmail.dat`.")
    ] = None
    """Whether the file came out of a `winmail.dat`."""

    similarity: Annotated[
        float | None,
        Field(
            ge=0.0,
            le=1.0,
            description="Resemblance of the names, 1 for the same; only in the list of related files.",
        ),
    ] = None
    """Resemblance of the names, 1 for the same; only in the list of related files."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the file.")] = None
    """Absolute address of the file."""
