"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model

from . import callback_message


class WebhookCallback(Model):
    """What a webhook tells, a message or its own failure, signed with the consumer secret."""

    account_id: str
    """Identifier of the account with the message."""

    webhook_id: str
    """Identifier of the webhook."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of sending in seconds since 1970-01-01 UTC; goes into the signature."""

    token: str
    """Random text that goes into the signature."""

    signature: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """
    HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed with the
    consumer secret. It is the same in each attempt to deliver.
    """

    message_data: callback_message.CallbackMessage | None = None
    """The message; absent in a failure notice."""

    data: str | None = None
    """Cause of the failure; only in a failure notice."""
