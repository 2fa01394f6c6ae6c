"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads

from .error import Error


class Failure(Error):
    """An error that answers a write, and tells that nothing was changed."""

    success: Annotated[Literal[False], AlsoReads("string"), Field(description="Always false in an error.")]
    """Always false in an error."""

    feedback_code: Annotated[
        str | None,
        Field(description="Cause for which a mailbox could not be opened, as a code for programs."),
    ] = None
    """Cause for which a mailbox could not be opened, as a code for programs."""

    connectionLog: Annotated[
        str | None, Field(description="What was said between service and mail server, without any password.")
    ] = None
    """What was said between service and mail server, without any password."""
