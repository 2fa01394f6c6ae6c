"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class WebhookUpdated(Model):
    """Confirms that a webhook was changed."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the webhook.")] = None
    """Absolute address of the webhook."""
