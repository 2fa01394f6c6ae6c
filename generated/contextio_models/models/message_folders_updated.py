"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string


class MessageFoldersUpdated(Model):
    """Confirms that the folders of a message were changed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
