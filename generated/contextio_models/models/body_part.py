"""Generated from the description; not to be edited."""

from __future__ import annotations

from pydantic import StrictInt

from contextio_models.base import Model


class BodyPart(Model):
    """A text part of a message."""

    type: str | None = None
    """Media type of the part."""

    charset: str | None = None
    """Character set of the part in the message."""

    content: str | None = None
    """Text of the part, with the line ends of the message."""

    body_section: StrictInt | str | None = None
    """Number of the MIME section."""

    format: str | None = None
    """Format parameter of a `text/plain` part, `fixed` or `flowed`."""

    delsp: str | None = None
    """DelSp parameter of a flowed part; absent without one."""
