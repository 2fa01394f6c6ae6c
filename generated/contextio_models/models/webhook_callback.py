"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model

from . import callback_message


class WebhookCallback(Model):
    """What a webhook tells, a message or its own failure, signed with the consumer secret."""

    account_id: Annotated[str, Field(description="Identifier of the account with the message.")]
    """Identifier of the account with the message."""

    webhook_id: Annotated[str, Field(description="Identifier of the webhook.")]
    """Identifier of the webhook."""

    timestamp: Annotated[
        StrictInt,
        Field(ge=0, description="Time of sending in seconds since 1970-01-01 UTC; goes into the signature."),
    ]
    """Time of sending in seconds since 1970-01-01 UTC; goes into the signature."""

    token: Annotated[str, Field(description="Random text that goes into the signature.")]
    """Random text that goes into the signature."""

    signature: Annotated[
        str,
        Field(
            pattern="^[0-9a-f]{64}$",
            description="HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed with the consumer secret. It is the same in each attempt to deliver.",
        ),
    ]
    """
    HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed with the
    consumer secret. It is the same in each attempt to deliver.
    """

    message_data: Annotated[
        callback_message.CallbackMessage | None, Field(description="The message; absent in a failure notice.")
    ] = None
    """The message; absent in a failure notice."""

    data: Annotated[str | None, Field(description="Cause of the failure; only in a failure notice.")] = None
    """Cause of the failure; only in a failure notice."""
