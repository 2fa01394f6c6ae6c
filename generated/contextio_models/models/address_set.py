"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import person


class AddressSet(Model):
    """Sender and recipients of a message; a kind that the message does not have is absent."""

    from_: Annotated[person.Person | None, Field(alias="from")] = None
    """Sender."""

    to: list[person.Person] | None = None
    """Recipients."""

    cc: list[person.Person] | None = None
    """Recipients in copy."""

    bcc: list[person.Person] | None = None
    """Recipients in blind copy."""

    reply_to: list[person.Person] | person.Person | None = None
    """Where answers go."""

    sender: list[person.Person] | None = None
    """Sender on behalf of others."""

    return_path: list[person.Person] | None = None
    """Where bounces go."""
