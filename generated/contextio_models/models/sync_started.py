"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ValidationInfo, field_validator

from contextio_models.base import Model, also_read_string


class SyncStarted(Model):
    """Confirms that a synchronisation is queued."""

    success: Literal[True]
    """Always true in this answer."""

    syncs_queued: str | list[str] | None = None
    """What was queued. One client tells of a text for accounts and a list for sources."""

    resource_url: str | None = None
    """Absolute address at which the times are read."""

    label: str | None = None
    """Label of the source; absent where all sources are synchronised."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)
