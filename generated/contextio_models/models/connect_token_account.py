"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model

from . import source


class ConnectTokenAccount(Model):
    """
    The account behind a used connect token; without any field while the token is unused. On an account's
    own tokens it is that account.
    """

    id: str | None = None
    """Identifier of the account."""

    created: Annotated[StrictInt | None, Field(ge=0)] = None
    """Time of the account's creation in seconds since 1970-01-01 UTC."""

    suspended: Annotated[StrictInt | None, Field(ge=0)] = None
    """Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended."""

    email_addresses: list[str] | None = None
    """Mail addresses of the person, as bare strings."""

    first_name: str | None = None
    """Given name of the person."""

    last_name: str | None = None
    """Family name of the person."""

    sources: list[source.Source] | None = None
    """Mailboxes of the account."""

    access_token: str | None = None
    """OAuth token for calls on the account; only for consumer keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""
