"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model, SecretText


class ConnectTokenCreated(Model):
    """Confirms that a connect token was made, and says where to send the person's browser."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    token: Annotated[str, Field(min_length=1, description="Identifier of the new token.")]
    """Identifier of the new token."""

    resource_url: Annotated[str, Field(description="Absolute address of the new token.")]
    """Absolute address of the new token."""

    browser_redirect_url: Annotated[
        str, Field(description="Address to which the person's browser is to be sent.")
    ]
    """Address to which the person's browser is to be sent."""

    access_token: Annotated[
        str | None,
        SecretText(),
        Field(
            description="Temporary OAuth token for reading the new token; only for keys that are switched to three legs."
        ),
    ] = None
    """Temporary OAuth token for reading the new token; only for keys that are switched to three legs."""

    access_token_secret: Annotated[
        str | None,
        SecretText(),
        Field(
            description="Secret of `access_token`; only for consumer keys that are switched to three legs."
        ),
    ] = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""
