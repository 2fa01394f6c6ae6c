"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from contextio_models.base import Model


class Error(Model):
    """What went wrong, in a sentence that says what to change."""

    type: Annotated[Literal["error"], Field(description="Marks the object as an error.")]
    """Marks the object as an error."""

    value: Annotated[str, Field(min_length=1, description="The explanation, for a person to read.")]
    """The explanation, for a person to read."""

    code: Annotated[
        StrictInt | None,
        Field(description="Number of the error, where it has one; 105 is a stale timestamp."),
    ] = None
    """Number of the error, where it has one; 105 is a stale timestamp."""
