"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from contextio_models.base import Model, OpenEnumeration


class EmailAddress(Model):
    """A mail address of the person behind an account."""

    email: Annotated[str, Field(description="The address.")]
    """The address."""

    validated: Annotated[
        StrictInt,
        Field(
            ge=0,
            description="Time in seconds since 1970-01-01 UTC at which the address was confirmed; 0 if it was not.",
        ),
    ]
    """Time in seconds since 1970-01-01 UTC at which the address was confirmed; 0 if it was not."""

    primary: Annotated[
        Literal[0, 1] | StrictInt,
        OpenEnumeration(Literal[0, 1]),
        Field(description="1 for the primary address, 0 for the others."),
    ]
    """1 for the primary address, 0 for the others."""

    resource_url: Annotated[
        str | None,
        Field(description="Absolute address of this resource, with the mail address percent-encoded."),
    ] = None
    """Absolute address of this resource, with the mail address percent-encoded."""
