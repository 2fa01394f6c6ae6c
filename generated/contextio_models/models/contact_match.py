"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class ContactMatch(Model):
    """A contact as the search shows it."""

    email: Annotated[str, Field(description="Address of the contact.")]
    """Address of the contact."""

    count: Annotated[
        StrictInt | None,
        Field(
            ge=0,
            description="How many messages were exchanged, the sum of `sent_count` and `received_count`.",
        ),
    ] = None
    """How many messages were exchanged, the sum of `sent_count` and `received_count`."""

    name: Annotated[str | None, Field(description="Latest name of the contact; may be absent.")] = None
    """Latest name of the contact; may be absent."""

    thumbnail: Annotated[str | None, Field(description="Address of a picture at Gravatar.")] = None
    """Address of a picture at Gravatar."""

    sent_count: Annotated[
        StrictInt | None, Field(ge=0, description="How many messages have the contact among the recipients.")
    ] = None
    """How many messages have the contact among the recipients."""

    received_count: Annotated[
        StrictInt | None, Field(ge=0, description="How many messages the contact sent.")
    ] = None
    """How many messages the contact sent."""

    sent_from_account_count: Annotated[
        StrictInt | None, Field(ge=0, description="How many messages the owner sent to the contact.")
    ] = None
    """How many messages the owner sent to the contact."""

    last_sent: Annotated[
        StrictInt | None,
        Field(description="Date of the latest message to the contact, in seconds since 1970-01-01 UTC."),
    ] = None
    """Date of the latest message to the contact, in seconds since 1970-01-01 UTC."""

    last_received: Annotated[
        StrictInt | None,
        Field(description="Date of the latest message from the contact, in seconds since 1970-01-01 UTC."),
    ] = None
    """Date of the latest message from the contact, in seconds since 1970-01-01 UTC."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the contact.")] = None
    """Absolute address of the contact."""
