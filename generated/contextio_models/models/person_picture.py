"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class PersonPicture(Model):
    """The picture of a person."""

    thumbnail: Annotated[str | None, Field(description="Address of the picture at Gravatar.")] = None
    """Address of the picture at Gravatar."""
