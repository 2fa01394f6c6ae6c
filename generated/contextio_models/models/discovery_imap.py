"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import Model


class DiscoveryImap(Model):
    """Settings of an IMAP server."""

    server: Annotated[str, Field(min_length=1)]
    """Host name of the server."""

    username: str
    """Name with which to log in."""

    port: Annotated[StrictInt, Field(ge=1, le=65535)]
    """TCP port of the server."""

    use_ssl: StrictBool
    """Whether the connection to this port is encrypted with TLS."""

    oauth: StrictBool
    """Whether tokens of the provider open the mailbox."""
