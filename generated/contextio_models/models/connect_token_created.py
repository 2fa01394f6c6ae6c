"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string


class ConnectTokenCreated(Model):
    """Confirms that a connect token was made, and says where to send the person's browser."""

    success: Literal[True]
    """Always true in this answer."""

    token: Annotated[str, Field(min_length=1)]
    """Identifier of the new token."""

    resource_url: str
    """Absolute address of the new token."""

    browser_redirect_url: str
    """Address to which the person's browser is to be sent."""

    access_token: str | None = None
    """Temporary OAuth token for reading the new token; only for keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
