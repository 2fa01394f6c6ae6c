"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class EmailAddressCreated(Model):
    """Confirms that an account has a mail address."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    email_address: Annotated[str, Field(description="The address; reads call it `email`.")]
    """The address; reads call it `email`."""

    resource_url: Annotated[str, Field(description="Absolute address of the new resource.")]
    """Absolute address of the new resource."""
