"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class WebhookLogEntry(Model):
    """A delivery of a webhook."""

    account: str
    """Identifier of the account with the message."""

    webhook_id: str
    """Identifier of the webhook."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of sending in seconds since 1970-01-01 UTC."""

    status_code: StrictInt | None
    """Status code that the receiver answered; null without an answer."""
