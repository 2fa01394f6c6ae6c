"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model

from . import flag_set


class MessageFlagsUpdated(Model):
    """Confirms that flags were changed, and tells all of them."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    flags: Annotated[flag_set.FlagSet | None, Field(description="The flags as they are now.")] = None
    """The flags as they are now."""
