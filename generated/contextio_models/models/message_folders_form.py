"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class MessageFoldersForm(Model):
    """Folders to add a message to and to take it out of."""

    add: Annotated[str | None, Field(description="Name or symbolic name of a folder to add.")] = None
    """Name or symbolic name of a folder to add."""

    add__: Annotated[
        list[str] | None, Field(alias="add[]", description="Names or symbolic names of folders to add.")
    ] = None
    """Names or symbolic names of folders to add."""

    remove: Annotated[str | None, Field(description="Name or symbolic name of a folder to leave.")] = None
    """Name or symbolic name of a folder to leave."""

    remove__: Annotated[
        list[str] | None, Field(alias="remove[]", description="Names or symbolic names of folders to leave.")
    ] = None
    """Names or symbolic names of folders to leave."""
