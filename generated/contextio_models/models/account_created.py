"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string

from . import source_reference


class AccountCreated(Model):
    """Confirms that an account was created."""

    success: Literal[True]
    """Always true in this answer."""

    id: str
    """Identifier of the new account."""

    resource_url: str
    """Absolute address of the new account."""

    source: source_reference.SourceReference | None = None
    """The new source; only there if the request asked for one."""

    access_token: str | None = None
    """OAuth token for calls on this account; only for consumer keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
