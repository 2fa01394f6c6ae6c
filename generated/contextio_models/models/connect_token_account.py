"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model, SecretText

from . import source


class ConnectTokenAccount(Model):
    """
    The account behind a used connect token; without any field while the token is unused. On an account's
    own tokens it is that account.
    """

    id: Annotated[str | None, Field(description="Identifier of the account.")] = None
    """Identifier of the account."""

    created: Annotated[
        StrictInt | None,
        Field(ge=0, description="Time of the account's creation in seconds since 1970-01-01 UTC."),
    ] = None
    """Time of the account's creation in seconds since 1970-01-01 UTC."""

    suspended: Annotated[
        StrictInt | None,
        Field(
            ge=0,
            description="Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended.",
        ),
    ] = None
    """Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended."""

    email_addresses: Annotated[
        list[str] | None, Field(description="Mail addresses of the person, as bare strings.")
    ] = None
    """Mail addresses of the person, as bare strings."""

    first_name: Annotated[str | None, Field(description="Given name of the person.")] = None
    """Given name of the person."""

    last_name: Annotated[str | None, Field(description="Family name of the person.")] = None
    """Family name of the person."""

    sources: Annotated[list[source.Source] | None, Field(description="Mailboxes of the account.")] = None
    """Mailboxes of the account."""

    access_token: Annotated[
        str | None,
        SecretText(),
        Field(
            description="OAuth token for calls on the account; only for consumer keys that are switched to three legs."
        ),
    ] = None
    """OAuth token for calls on the account; only for consumer keys that are switched to three legs."""

    access_token_secret: Annotated[
        str | None,
        SecretText(),
        Field(
            description="Secret of `access_token`; only for consumer keys that are switched to three legs."
        ),
    ] = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""
