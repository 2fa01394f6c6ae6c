"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class StatusNotification(Model):
    """What the service sends when the state of a connection has changed."""

    account_id: str
    """Identifier of the account."""

    server_label: str
    """Label of the source."""

    failure: str | None = None
    """Cause in short; absent when the mailbox works again."""

    failure_message: str | None = None
    """Cause in a sentence."""

    token: str
    """Random text that goes into the signature."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of sending in seconds since 1970-01-01 UTC; goes into the signature."""

    signature: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """
    HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed
    with the consumer secret.
    """
