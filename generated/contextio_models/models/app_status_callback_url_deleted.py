"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class AppStatusCallbackUrlDeleted(Model):
    """Confirms that no address is set."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""
