"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model, SecretText

from . import source_reference


class AccountCreated(Model):
    """Confirms that an account was created."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    id: Annotated[str, Field(description="Identifier of the new account.")]
    """Identifier of the new account."""

    resource_url: Annotated[str, Field(description="Absolute address of the new account.")]
    """Absolute address of the new account."""

    source: Annotated[
        source_reference.SourceReference | None,
        Field(description="The new source; only there if the request asked for one."),
    ] = None
    """The new source; only there if the request asked for one."""

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
