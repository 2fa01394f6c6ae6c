"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model

from . import file


class FileGroup(Model):
    """Files that are versions of one document."""

    occurences: Annotated[
        list[file.File],
        Field(
            deprecated="The versions; the name is spelled so.",
            description="The versions; the name is spelled so.",
        ),
    ]
    """The versions; the name is spelled so."""

    file_name: Annotated[
        str | None,
        Field(deprecated="Name that the versions share.", description="Name that the versions share."),
    ] = None
    """Name that the versions share."""

    latest_date: Annotated[
        StrictInt | None,
        Field(
            deprecated="Date of the newest version, in seconds since 1970-01-01 UTC.",
            description="Date of the newest version, in seconds since 1970-01-01 UTC.",
        ),
    ] = None
    """Date of the newest version, in seconds since 1970-01-01 UTC."""
