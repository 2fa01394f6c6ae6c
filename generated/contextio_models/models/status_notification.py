"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class StatusNotification(Model):
    """What the service sends when the state of a connection has changed."""

    account_id: Annotated[str, Field(description="Identifier of the account.")]
    """Identifier of the account."""

    server_label: Annotated[str, Field(description="Label of the source.")]
    """Label of the source."""

    failure: Annotated[
        str | None, Field(description="Cause in short; absent when the mailbox works again.")
    ] = None
    """Cause in short; absent when the mailbox works again."""

    failure_message: Annotated[str | None, Field(description="Cause in a sentence.")] = None
    """Cause in a sentence."""

    token: Annotated[str, Field(description="Random text that goes into the signature.")]
    """Random text that goes into the signature."""

    timestamp: Annotated[
        StrictInt,
        Field(ge=0, description="Time of sending in seconds since 1970-01-01 UTC; goes into the signature."),
    ]
    """Time of sending in seconds since 1970-01-01 UTC; goes into the signature."""

    signature: Annotated[
        str,
        Field(
            pattern="^[0-9a-f]{64}$",
            description="HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed with the consumer secret.",
        ),
    ]
    """
    HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed
    with the consumer secret.
    """
