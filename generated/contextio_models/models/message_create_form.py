"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import flag


class MessageCreateForm(Model):
    """A message to store, and where."""

    dst_source: str | None = None
    """Label of the source to store into; the first source of the account without it."""

    dst_folder: Annotated[str, Field(min_length=1)]
    """Full name of the folder to store into, levels separated as the mail server does."""

    message: Annotated[bytes, Field(max_length=26214400)]
    """The raw message as RFC 5322 has it, 25 MiB at most."""

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
