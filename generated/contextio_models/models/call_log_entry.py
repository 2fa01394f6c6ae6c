"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class CallLogEntry(Model):
    """A request that was signed with the consumer key."""

    account: str | None
    """Identifier of the account that the path names; null if it names none."""

    webhook_id: str | None
    """Identifier of the webhook that the path names; null if it names none."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of the request in seconds since 1970-01-01 UTC."""

    status_code: StrictInt
    """Status code of the answer."""

    request_method: str
    """Method of the request, in capitals."""

    request_path: str
    """Path of the request, the version segment included."""
