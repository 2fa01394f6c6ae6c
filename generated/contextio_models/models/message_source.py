"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class MessageSource(Model):
    """A source that holds a message."""

    label: Annotated[str, Field(description="Label of the source.")]
    """Label of the source."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the source.")] = None
    """Absolute address of the source."""
