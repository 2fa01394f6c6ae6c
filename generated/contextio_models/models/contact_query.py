"""Generated from the description; not to be edited."""

from __future__ import annotations

from pydantic import StrictInt

from contextio_models.base import Model


class ContactQuery(Model):
    """Filters that a search was made with; null for those that were not sent."""

    limit: StrictInt | None = None
    """How many contacts are listed at most."""

    offset: StrictInt | None = None
    """How many contacts were left out at the start."""

    active_after: StrictInt | None = None
    """Lower bound of the dates."""

    active_before: StrictInt | None = None
    """Upper bound of the dates."""

    search: str | None = None
    """Text that was looked for."""
