"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class BodyPart(Model):
    """A text part of a message."""

    type: Annotated[str | None, Field(description="Media type of the part.")] = None
    """Media type of the part."""

    charset: Annotated[str | None, Field(description="Character set of the part in the message.")] = None
    """Character set of the part in the message."""

    content: Annotated[
        str | None, Field(description="Text of the part, with the line ends of the message.")
    ] = None
    """Text of the part, with the line ends of the message."""

    body_section: Annotated[
        StrictInt | str | None, Field(description="Number of the MIME section.", union_mode="left_to_right")
    ] = None
    """Number of the MIME section."""

    format: Annotated[
        str | None, Field(description="Format parameter of a `text/plain` part, `fixed` or `flowed`.")
    ] = None
    """Format parameter of a `text/plain` part, `fixed` or `flowed`."""

    delsp: Annotated[
        str | None, Field(description="DelSp parameter of a flowed part; absent without one.")
    ] = None
    """DelSp parameter of a flowed part; absent without one."""
