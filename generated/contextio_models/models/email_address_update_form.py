"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import Model


class EmailAddressUpdateForm(Model):
    """What to change about a mail address."""

    primary: Annotated[
        Literal[1] | None, Field(description="With 1, the address becomes the primary one.")
    ] = None
    """With 1, the address becomes the primary one."""
