"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import Model


class DiscoveryImap(Model):
    """Settings of an IMAP server."""

    server: Annotated[str, Field(min_length=1, description="Host name of the server.")]
    """Host name of the server."""

    username: Annotated[str, Field(description="Name with which to log in.")]
    """Name with which to log in."""

    port: Annotated[StrictInt, Field(ge=1, le=65535, description="TCP port of the server.")]
    """TCP port of the server."""

    use_ssl: Annotated[
        StrictBool, Field(description="Whether the connection to this port is encrypted with TLS.")
    ]
    """Whether the connection to this port is encrypted with TLS."""

    oauth: Annotated[StrictBool, Field(description="Whether tokens of the provider open the mailbox.")]
    """Whether tokens of the provider open the mailbox."""
