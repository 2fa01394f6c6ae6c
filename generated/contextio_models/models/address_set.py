"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import person


class AddressSet(Model):
    """Sender and recipients of a message; a kind that the message does not have is absent."""

    from_: Annotated[person.Person | None, Field(alias="from", description="Sender.")] = None
    """Sender."""

    to: Annotated[list[person.Person] | None, Field(description="Recipients.")] = None
    """Recipients."""

    cc: Annotated[list[person.Person] | None, Field(description="Recipients in copy.")] = None
    """Recipients in copy."""

    bcc: Annotated[list[person.Person] | None, Field(description="Recipients in blind copy.")] = None
    """Recipients in blind copy."""

    reply_to: Annotated[
        list[person.Person] | person.Person | None,
        Field(description="Where answers go.", union_mode="left_to_right"),
    ] = None
    """Where answers go."""

    sender: Annotated[list[person.Person] | None, Field(description="Sender on behalf of others.")] = None
    """Sender on behalf of others."""

    return_path: Annotated[list[person.Person] | None, Field(description="Where bounces go.")] = None
    """Where bounces go."""
