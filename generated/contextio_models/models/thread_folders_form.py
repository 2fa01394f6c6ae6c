"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class ThreadFoldersForm(Model):
    """A folder to add a conversation to, and one to take it out of."""

    add: str | None = None
    """Name or symbolic name of the folder to add."""

    remove: str | None = None
    """Name or symbolic name of the folder to leave."""
