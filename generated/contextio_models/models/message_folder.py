"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class MessageFolder(Model):
    """A folder that holds a message, or one that is to hold it."""

    name: Annotated[str | None, Field(description="Full name of the folder.")] = None
    """Full name of the folder."""

    symbolic_name: Annotated[
        str | None, Field(description="Special use of the folder, such as `\\Inbox`; absent without one.")
    ] = None
    """Special use of the folder, such as `\\Inbox`; absent without one."""
