"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import flag


class MessageCreateForm(Model):
    """A message to store, and where."""

    dst_source: Annotated[
        str | None,
        Field(description="Label of the source to store into; the first source of the account without it."),
    ] = None
    """Label of the source to store into; the first source of the account without it."""

    dst_folder: Annotated[
        str,
        Field(
            min_length=1,
            description="Full name of the folder to store into, levels separated as the mail server does.",
        ),
    ]
    """Full name of the folder to store into, levels separated as the mail server does."""

    message: Annotated[
        bytes, Field(max_length=26214400, description="The raw message as RFC 5322 has it, 25 MiB at most.")
    ]
    """The raw message as RFC 5322 has it, 25 MiB at most."""

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
