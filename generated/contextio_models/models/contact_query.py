"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class ContactQuery(Model):
    """Filters that a search was made with; null for those that were not sent."""

    limit: Annotated[StrictInt | None, Field(description="How many contacts are listed at most.")] = None
    """How many contacts are listed at most."""

    offset: Annotated[
        StrictInt | None, Field(description="How many contacts were left out at the start.")
    ] = None
    """How many contacts were left out at the start."""

    active_after: Annotated[StrictInt | None, Field(description="Lower bound of the dates.")] = None
    """Lower bound of the dates."""

    active_before: Annotated[StrictInt | None, Field(description="Upper bound of the dates.")] = None
    """Upper bound of the dates."""

    search: Annotated[str | None, Field(description="Text that was looked for.")] = None
    """Text that was looked for."""
