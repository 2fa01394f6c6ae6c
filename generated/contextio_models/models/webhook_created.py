"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string


class WebhookCreated(Model):
    """Confirms that a webhook was created."""

    success: Literal[True]
    """Always true in this answer."""

    webhook_id: Annotated[str, Field(min_length=1)]
    """Identifier of the new webhook."""

    resource_url: str | None = None
    """Absolute address of the new webhook."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
