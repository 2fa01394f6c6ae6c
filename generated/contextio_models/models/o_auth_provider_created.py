"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string


class OAuthProviderCreated(Model):
    """Confirms that an OAuth client was registered."""

    success: Literal[True]
    """Always true in this answer."""

    provider_consumer_key: Annotated[str, Field(min_length=1)]
    """Key that names the registration."""

    resource_url: str | None = None
    """Absolute address of the registration."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
