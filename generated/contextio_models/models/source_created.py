"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string


class SourceCreated(Model):
    """Confirms that a source was attached."""

    success: Literal[True]
    """Always true in this answer."""

    label: Annotated[str, Field(min_length=1)]
    """Label that the service chose for the source."""

    resource_url: str | None = None
    """Absolute address of the new source."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
