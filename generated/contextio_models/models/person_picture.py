"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class PersonPicture(Model):
    """The picture of a person."""

    thumbnail: str | None = None
    """Address of the picture at Gravatar."""
