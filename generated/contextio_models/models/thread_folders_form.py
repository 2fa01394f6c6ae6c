"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class ThreadFoldersForm(Model):
    """A folder to add a conversation to, and one to take it out of."""

    add: Annotated[str | None, Field(description="Name or symbolic name of the folder to add.")] = None
    """Name or symbolic name of the folder to add."""

    remove: Annotated[str | None, Field(description="Name or symbolic name of the folder to leave.")] = None
    """Name or symbolic name of the folder to leave."""
