"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class AccountUpdateForm(Model):
    """The names to set on an account; one that is left out stays as it is."""

    first_name: str | None = None
    """Given name of the person."""

    last_name: str | None = None
    """Family name of the person."""
