"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model

from . import source


class Account(Model):
    """A person whose mail the application works with."""

    id: str
    """Identifier of the account."""

    username: str
    """Name that the service gave to the account."""

    created: Annotated[StrictInt, Field(ge=0)]
    """Time of creation in seconds since 1970-01-01 UTC."""

    suspended: Annotated[StrictInt, Field(ge=0)]
    """Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended."""

    email_addresses: list[str]
    """Mail addresses of the person."""

    first_name: str
    """Given name of the person; empty if none was sent."""

    last_name: str
    """Family name of the person; empty if none was sent."""

    password_expired: Annotated[StrictInt, Field(ge=0)]
    """Time at which the person's password expired, in seconds since 1970-01-01 UTC; 0 while it is valid."""

    sources: list[source.Source]
    """Mailboxes whose mail makes up the account."""

    nb_messages: Annotated[StrictInt, Field(ge=0)]
    """How many messages the sources hold, taken together."""

    nb_files: Annotated[StrictInt, Field(ge=0)]
    """How many files are attached to those messages."""

    resource_url: str | None = None
    """Absolute address of the account."""

    access_token: str | None = None
    """OAuth token for calls on this account; only for consumer keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""
