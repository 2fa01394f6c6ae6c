"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class SourceReference(Model):
    """Points to a source that was made along with its account."""

    label: Annotated[str, Field(min_length=1, description="Label of the new source.")]
    """Label of the new source."""

    resource_url: Annotated[str, Field(description="Absolute address of the new source.")]
    """Absolute address of the new source."""
