"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from contextio_models.base import Model


class EmailAddress(Model):
    """A mail address of the person behind an account."""

    email: str
    """The address."""

    validated: Annotated[StrictInt, Field(ge=0)]
    """Time in seconds since 1970-01-01 UTC at which the address was confirmed; 0 if it was not."""

    primary: Literal[0, 1] | StrictInt
    """1 for the primary address, 0 for the others."""

    resource_url: str | None = None
    """Absolute address of this resource, with the mail address percent-encoded."""
