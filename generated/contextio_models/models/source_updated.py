"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model, OpenEnumeration

from . import source_status


class SourceUpdated(Model):
    """Confirms that a source was changed, or tells the state that a test found."""

    success: Annotated[
        Literal[True] | None,
        AlsoReads("string"),
        Field(description="Always true where options were set; absent after a test."),
    ] = None
    """Always true where options were set; absent after a test."""

    status: Annotated[
        source_status.SourceStatus | str | None,
        OpenEnumeration(source_status.SourceStatus),
        Field(description="State that the test found; absent where options were set."),
    ] = None
    """State that the test found; absent where options were set."""
