"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import Model


class MessageFile(Model):
    """An attachment as its message shows it."""

    file_id: Annotated[str, Field(description="Lasting identifier of the file.")]
    """Lasting identifier of the file."""

    file_name: Annotated[str | None, Field(description="Name of the file.")] = None
    """Name of the file."""

    size: Annotated[StrictInt | None, Field(ge=0, description="Size in bytes.")] = None
    """Size in bytes."""

    type: Annotated[str | None, Field(description="Media type as the message gives it.")] = None
    """Media type as the message gives it."""

    body_section: Annotated[
        StrictInt | str | None, Field(description="Number of the MIME section.", union_mode="left_to_right")
    ] = None
    """Number of the MIME section."""

    is_embedded: Annotated[StrictBool | None, Field(description="Whether the text shows it inline.")] = None
    """Whether the text shows it inline."""

    content_disposition: Annotated[str | None, Field(description="Mostly `attachment` or `inline`.")] = None
    """Mostly `attachment` or `inline`."""

    content_id: Annotated[str | None, Field(description="Content-Id of an inline object.")] = None
    """Content-Id of an inline object."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the file.")] = None
    """Absolute address of the file."""
