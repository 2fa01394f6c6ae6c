"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictInt, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_empty_array

from . import address_set, body_part, flag_set, header_map, message_file, message_source
from . import person_info as person_info_1


class Message(Model):
    """A message of an account, wherever it lies."""

    message_id: Annotated[str, Field(min_length=1)]
    """Lasting identifier of the message."""

    email_message_id: str | None = None
    """Message-ID header with its angle brackets; absent without one."""

    gmail_message_id: str | None = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    subject: str | None = None
    """Subject line; absent without one."""

    date: StrictInt | None = None
    """
    Date header in seconds since 1970-01-01 UTC. Without one it is `date_received`, or else `date_indexed`.
    """

    date_indexed: Annotated[StrictInt | None, Field(ge=0)] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: StrictInt | None = None
    """Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: address_set.AddressSet | None = None
    """Sender and recipients."""

    person_info: person_info_1.PersonInfo | None = None
    """A picture for each address of the message."""

    files: list[message_file.MessageFile] | None = None
    """Attachments of the message; may be absent where there are none."""

    folders: list[str] | None = None
    """Folders or labels of the message, by name and by symbolic name."""

    sources: list[message_source.MessageSource] | None = None
    """Sources that hold the message."""

    references: list[str] | None = None
    """Identifiers of the References header; absent without one."""

    in_reply_to: str | None = None
    """Identifier of the In-Reply-To header; absent without one."""

    list_unsubscribe: Annotated[str | None, Field(alias="list-unsubscribe")] = None
    """List-Unsubscribe header; absent without one."""

    list_help: Annotated[str | None, Field(alias="list-help")] = None
    """List-Help header; absent without one."""

    body: list[body_part.BodyPart] | None = None
    """Text parts; only with `include_body`."""

    flags: flag_set.FlagSet | None = None
    """Flags on the mail server; only with `include_flags`."""

    headers: header_map.HeaderMap | str | None = None
    """Headers by name, or as one text; only with `include_headers`."""

    thread_size: Annotated[StrictInt | None, Field(ge=1)] = None
    """How many messages the conversation has; only with `include_thread_size`."""

    source: str | None = None
    """Raw text of the message; only with `include_source`."""

    resource_url: str | None = None
    """Absolute address of the message."""

    @field_validator("addresses", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator_1(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)
