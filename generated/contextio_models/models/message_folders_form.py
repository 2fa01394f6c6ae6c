"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class MessageFoldersForm(Model):
    """Folders to add a message to and to take it out of."""

    add: str | None = None
    """Name or symbolic name of a folder to add."""

    add__: Annotated[list[str] | None, Field(alias="add[]")] = None
    """Names or symbolic names of folders to add."""

    remove: str | None = None
    """Name or symbolic name of a folder to leave."""

    remove__: Annotated[list[str] | None, Field(alias="remove[]")] = None
    """Names or symbolic names of folders to leave."""
