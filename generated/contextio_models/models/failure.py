"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ValidationInfo, field_validator

from contextio_models.base import also_read_string

from .error import Error


class Failure(Error):
    """An error that answers a write, and tells that nothing was changed."""

    success: Literal[False]
    """Always false in an error."""

    feedback_code: str | None = None
    """Cause for which a mailbox could not be opened, as a code for programs."""

    connectionLog: str | None = None
    """What was said between service and mail server, without any password."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
