"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import flag


class MessageUpdateForm(Model):
    """Where a message is to go, and flags to set or clear."""

    dst_folder: Annotated[
        str,
        Field(
            min_length=1,
            description="Full name of the folder to go to, levels separated as the mail server does.",
        ),
    ]
    """Full name of the folder to go to, levels separated as the mail server does."""

    dst_source: Annotated[
        str | None, Field(description="Label of the source to go to; the source of the message without it.")
    ] = None
    """Label of the source to go to; the source of the message without it."""

    move: Annotated[
        flag.Flag | None, Field(description="With 1 the message is moved rather than copied.")
    ] = 0
    """With 1 the message is moved rather than copied."""

    flag_seen: Annotated[flag.Flag | None, Field(description="With 1 the message counts as read.")] = None
    """With 1 the message counts as read."""

    flag_answered: Annotated[
        flag.Flag | None, Field(description="With 1 the message counts as answered.")
    ] = None
    """With 1 the message counts as answered."""

    flag_flagged: Annotated[flag.Flag | None, Field(description="With 1 the message is starred.")] = None
    """With 1 the message is starred."""

    flag_deleted: Annotated[
        flag.Flag | None, Field(description="With 1 the message is marked for removal.")
    ] = None
    """With 1 the message is marked for removal."""

    flag_draft: Annotated[flag.Flag | None, Field(description="With 1 the message is a draft.")] = None
    """With 1 the message is a draft."""
