"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class MessageFolder(Model):
    """A folder that holds a message, or one that is to hold it."""

    name: str | None = None
    """Full name of the folder."""

    symbolic_name: str | None = None
    """Special use of the folder, such as `\\Inbox`; absent without one."""
