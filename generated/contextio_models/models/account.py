"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model, SecretText

from . import source


class Account(Model):
    """A person whose mail the application works with."""

    id: Annotated[str, Field(description="Identifier of the account.")]
    """Identifier of the account."""

    username: Annotated[str, Field(description="Name that the service gave to the account.")]
    """Name that the service gave to the account."""

    created: Annotated[
        StrictInt, Field(ge=0, description="Time of creation in seconds since 1970-01-01 UTC.")
    ]
    """Time of creation in seconds since 1970-01-01 UTC."""

    suspended: Annotated[
        StrictInt,
        Field(
            ge=0,
            description="Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended.",
        ),
    ]
    """Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended."""

    email_addresses: Annotated[list[str], Field(description="Mail addresses of the person.")]
    """Mail addresses of the person."""

    first_name: Annotated[str, Field(description="Given name of the person; empty if none was sent.")]
    """Given name of the person; empty if none was sent."""

    last_name: Annotated[str, Field(description="Family name of the person; empty if none was sent.")]
    """Family name of the person; empty if none was sent."""

    password_expired: Annotated[
        StrictInt,
        Field(
            ge=0,
            description="Time at which the person's password expired, in seconds since 1970-01-01 UTC; 0 while it is valid.",
        ),
    ]
    """Time at which the person's password expired, in seconds since 1970-01-01 UTC; 0 while it is valid."""

    sources: Annotated[list[source.Source], Field(description="Mailboxes whose mail makes up the account.")]
    """Mailboxes whose mail makes up the account."""

    nb_messages: Annotated[
        StrictInt, Field(ge=0, description="How many messages the sources hold, taken together.")
    ]
    """How many messages the sources hold, taken together."""

    nb_files: Annotated[StrictInt, Field(ge=0, description="How many files are attached to those messages.")]
    """How many files are attached to those messages."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the account.")] = None
    """Absolute address of the account."""

    access_token: Annotated[
        str | None,
        SecretText(),
        Field(
            description="OAuth token for calls on this account; only for consumer keys that are switched to three legs."
        ),
    ] = None
    """OAuth token for calls on this account; only for consumer keys that are switched to three legs."""

    access_token_secret: Annotated[
        str | None,
        SecretText(),
        Field(
            description="Secret of `access_token`; only for consumer keys that are switched to three legs."
        ),
    ] = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""
