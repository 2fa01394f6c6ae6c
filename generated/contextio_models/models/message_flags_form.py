"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import flag


class MessageFlagsForm(Model):
    """Flags to set or clear; one that is left out stays as it is."""

    seen: Annotated[flag.Flag | None, Field(description="1 marks the message as read, 0 as unread.")] = None
    """1 marks the message as read, 0 as unread."""

    answered: Annotated[
        flag.Flag | None, Field(description="1 marks the message as answered, 0 as not answered.")
    ] = None
    """1 marks the message as answered, 0 as not answered."""

    flagged: Annotated[flag.Flag | None, Field(description="1 stars the message, 0 takes the star away.")] = (
        None
    )
    """1 stars the message, 0 takes the star away."""

    deleted: Annotated[
        flag.Flag | None, Field(description="1 marks the message for removal, 0 keeps it.")
    ] = None
    """1 marks the message for removal, 0 keeps it."""

    draft: Annotated[
        flag.Flag | None, Field(description="1 marks the message as a draft, 0 as finished.")
    ] = None
    """1 marks the message as a draft, 0 as finished."""
