"""Generated from the description; not to be edited."""

from __future__ import annotations

from pydantic import StrictBool

from contextio_models.base import Model


class FlagSet(Model):
    """Flags of a message on the mail server."""

    seen: StrictBool | None = None
    """Whether the message was read."""

    answered: StrictBool | None = None
    """Whether the message was answered."""

    flagged: StrictBool | None = None
    """Whether the message is starred or urgent."""

    deleted: StrictBool | None = None
    """Whether the message is to be removed."""

    draft: StrictBool | None = None
    """Whether the message is a draft."""

    nonjunk: StrictBool | None = None
    """Whether the message was marked as no junk; may be absent."""
