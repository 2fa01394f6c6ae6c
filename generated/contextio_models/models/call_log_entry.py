"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model


class CallLogEntry(Model):
    """A request that was signed with the consumer key."""

    account: Annotated[
        str | None, Field(description="Identifier of the account that the path names; null if it names none.")
    ]
    """Identifier of the account that the path names; null if it names none."""

    webhook_id: Annotated[
        str | None, Field(description="Identifier of the webhook that the path names; null if it names none.")
    ]
    """Identifier of the webhook that the path names; null if it names none."""

    timestamp: Annotated[
        StrictInt, Field(ge=0, description="Time of the request in seconds since 1970-01-01 UTC.")
    ]
    """Time of the request in seconds since 1970-01-01 UTC."""

    status_code: Annotated[StrictInt, Field(description="Status code of the answer.")]
    """Status code of the answer."""

    request_method: Annotated[str, Field(description="Method of the request, in capitals.")]
    """Method of the request, in capitals."""

    request_path: Annotated[str, Field(description="Path of the request, the version segment included.")]
    """Path of the request, the version segment included."""
