"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import Model


class FolderSync(Model):
    """When a folder was synchronised, in seconds since 1970-01-01 UTC."""

    initial_import_finished: Annotated[
        StrictBool, Field(description="Whether all mail that was there at the beginning has been read.")
    ]
    """Whether all mail that was there at the beginning has been read."""

    last_sync_start: Annotated[
        StrictInt, Field(ge=0, description="When the latest synchronisation began; 0 before the first.")
    ]
    """When the latest synchronisation began; 0 before the first."""

    last_sync_stop: Annotated[
        StrictInt, Field(ge=0, description="When the latest synchronisation ended; 0 before the first.")
    ]
    """When the latest synchronisation ended; 0 before the first."""

    last_expunge: Annotated[
        StrictInt,
        Field(
            ge=0,
            description="When mail that had vanished from the folder was last removed; 0 if it never was.",
        ),
    ]
    """When mail that had vanished from the folder was last removed; 0 if it never was."""
