"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class AccountUpdateForm(Model):
    """The names to set on an account; one that is left out stays as it is."""

    first_name: Annotated[str | None, Field(description="Given name of the person.")] = None
    """Given name of the person."""

    last_name: Annotated[str | None, Field(description="Family name of the person.")] = None
    """Family name of the person."""
