"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class SyncStarted(Model):
    """Confirms that a synchronisation is queued."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    syncs_queued: Annotated[
        str | list[str] | None,
        Field(
            description="What was queued. One client tells of a text for accounts and a list for sources.",
            union_mode="left_to_right",
        ),
    ] = None
    """What was queued. One client tells of a text for accounts and a list for sources."""

    resource_url: Annotated[
        str | None, Field(description="Absolute address at which the times are read.")
    ] = None
    """Absolute address at which the times are read."""

    label: Annotated[
        str | None, Field(description="Label of the source; absent where all sources are synchronised.")
    ] = None
    """Label of the source; absent where all sources are synchronised."""
