"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import Model


class MessageFile(Model):
    """An attachment as its message shows it."""

    file_id: str
    """Lasting identifier of the file."""

    file_name: str | None = None
    """Name of the file."""

    size: Annotated[StrictInt | None, Field(ge=0)] = None
    """Size in bytes."""

    type: str | None = None
    """Media type as the message gives it."""

    body_section: StrictInt | str | None = None
    """Number of the MIME section."""

    is_embedded: StrictBool | None = None
    """Whether the text shows it inline."""

    content_disposition: str | None = None
    """Mostly `attachment` or `inline`."""

    content_id: str | None = None
    """Content-Id of an inline object."""

    resource_url: str | None = None
    """Absolute address of the file."""
