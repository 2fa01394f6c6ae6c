"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class CallbackSource(Model):
    """A source that holds a message."""

    label: Annotated[str, Field(description="Label of the source.")]
    """Label of the source."""
