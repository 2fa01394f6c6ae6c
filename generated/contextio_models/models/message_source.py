"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class MessageSource(Model):
    """A source that holds a message."""

    label: str
    """Label of the source."""

    resource_url: str | None = None
    """Absolute address of the source."""
