"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class CallbackSource(Model):
    """A source that holds a message."""

    label: str
    """Label of the source."""
