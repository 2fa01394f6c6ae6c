"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictInt, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_empty_array

from . import address_set
from . import person_info as person_info_1


class File(Model):
    """A file that is attached to a message."""

    file_id: Annotated[str, Field(min_length=1)]
    """Lasting identifier of the file."""

    file_name: str | None = None
    """Name of the file."""

    file_name_structure: list[list[str]] | None = None
    """The name in pieces, each with what it is."""

    size: Annotated[StrictInt | None, Field(ge=0)] = None
    """Size in bytes."""

    type: str | None = None
    """Media type as the message gives it."""

    subject: str | None = None
    """Subject of the message."""

    date: StrictInt | None = None
    """Date of the message in seconds since 1970-01-01 UTC."""

    date_indexed: Annotated[StrictInt | None, Field(ge=0)] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: StrictInt | None = None
    """When the message was received, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: address_set.AddressSet | None = None
    """Sender and recipients of the message."""

    person_info: person_info_1.PersonInfo | None = None
    """A picture for each address of the message."""

    body_section: StrictInt | str | None = None
    """Number of the MIME section."""

    supports_preview: StrictBool | None = None
    """Whether the preview function handles the file."""

    is_embedded: StrictBool | None = None
    """Whether the text of the message shows the file inline."""

    content_disposition: str | None = None
    """Disposition of the MIME part, mostly `attachment` or `inline`."""

    content_id: str | None = None
    """Content-Id of an inline object."""

    message_id: str | None = None
    """Identifier of the message."""

    email_message_id: str | None = None
    """Message-ID header of the message."""

    gmail_message_id: str | None = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    is_tnef_part: StrictBool | None = None
    """Whether the file came out of a `winmail.dat`."""

    similarity: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    """Resemblance of the names, 1 for the same; only in the list of related files."""

    resource_url: str | None = None
    """Absolute address of the file."""

    @field_validator("addresses", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator_1(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)
