"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class WebhookLogEntry(Model):
    """A delivery of a webhook."""

    account: Annotated[str, Field(description="Identifier of the account with the message.")]
    """Identifier of the account with the message."""

    webhook_id: Annotated[str, Field(description="Identifier of the webhook.")]
    """Identifier of the webhook."""

    timestamp: Annotated[
        StrictInt, Field(ge=0, description="Time of sending in seconds since 1970-01-01 UTC.")
    ]
    """Time of sending in seconds since 1970-01-01 UTC."""

    status_code: Annotated[
        StrictInt | None, Field(description="Status code that the receiver answered; null without an answer.")
    ]
    """Status code that the receiver answered; null without an answer."""
