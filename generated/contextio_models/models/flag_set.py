"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from contextio_models.base import Model


class FlagSet(Model):
    """Flags of a message on the mail server."""

    seen: Annotated[StrictBool | None, Field(description="Whether the message was read.")] = None
    """Whether the message was read."""

    answered: Annotated[StrictBool | None, Field(description="Whether the message was answered.")] = None
    """Whether the message was answered."""

    flagged: Annotated[StrictBool | None, Field(description="Whether the message is starred or urgent.")] = (
        None
    )
    """Whether the message is starred or urgent."""

    deleted: Annotated[StrictBool | None, Field(description="Whether the message is to be removed.")] = None
    """Whether the message is to be removed."""

    draft: Annotated[StrictBool | None, Field(description="Whether the message is a draft.")] = None
    """Whether the message is a draft."""

    nonjunk: Annotated[
        StrictBool | None, Field(description="Whether the message was marked as no junk; may be absent.")
    ] = None
    """Whether the message was marked as no junk; may be absent."""
