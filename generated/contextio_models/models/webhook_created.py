"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class WebhookCreated(Model):
    """Confirms that a webhook was created."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    webhook_id: Annotated[str, Field(min_length=1, description="Identifier of the new webhook.")]
    """Identifier of the new webhook."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the new webhook.")] = None
    """Absolute address of the new webhook."""
