"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class SourceCreated(Model):
    """Confirms that a source was attached."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    label: Annotated[str, Field(min_length=1, description="Label that the service chose for the source.")]
    """Label that the service chose for the source."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the new source.")] = None
    """Absolute address of the new source."""
