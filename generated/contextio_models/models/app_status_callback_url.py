"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class AppStatusCallbackUrl(Model):
    """The address that is told of changes in the state of all sources of a consumer key."""

    status_callback_url: Annotated[str | None, Field(description="The address; null while none is set.")]
    """The address; null while none is set."""

    resource_url: Annotated[str | None, Field(description="Absolute address of this setting.")] = None
    """Absolute address of this setting."""
