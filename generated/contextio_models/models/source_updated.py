"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string

from . import source_status


class SourceUpdated(Model):
    """Confirms that a source was changed, or tells the state that a test found."""

    success: Literal[True] | None = None
    """Always true where options were set; absent after a test."""

    status: source_status.SourceStatus | str | None = None
    """State that the test found; absent where options were set."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
