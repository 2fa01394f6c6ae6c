"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model

from . import flag


class MessageFlagsForm(Model):
    """Flags to set or clear; one that is left out stays as it is."""

    seen: flag.Flag | None = None
    """1 marks the message as read, 0 as unread."""

    answered: flag.Flag | None = None
    """1 marks the message as answered, 0 as not answered."""

    flagged: flag.Flag | None = None
    """1 stars the message, 0 takes the star away."""

    deleted: flag.Flag | None = None
    """1 marks the message for removal, 0 keeps it."""

    draft: flag.Flag | None = None
    """1 marks the message as a draft, 0 as finished."""
