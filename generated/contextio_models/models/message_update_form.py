"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import flag


class MessageUpdateForm(Model):
    """Where a message is to go, and flags to set or clear."""

    dst_folder: Annotated[str, Field(min_length=1)]
    """Full name of the folder to go to, levels separated as the mail server does."""

    dst_source: str | None = None
    """Label of the source to go to; the source of the message without it."""

    move: flag.Flag | None = 0
    """With 1 the message is moved rather than copied."""

    flag_seen: flag.Flag | None = None
    """With 1 the message counts as read."""

    flag_answered: flag.Flag | None = None
    """With 1 the message counts as answered."""

    flag_flagged: flag.Flag | None = None
    """With 1 the message is starred."""

    flag_deleted: flag.Flag | None = None
    """With 1 the message is marked for removal."""

    flag_draft: flag.Flag | None = None
    """With 1 the message is a draft."""
