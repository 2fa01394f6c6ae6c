"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import AlsoReads, Model


class OAuthProviderCreated(Model):
    """Confirms that an OAuth client was registered."""

    success: Annotated[Literal[True], AlsoReads("string"), Field(description="Always true in this answer.")]
    """Always true in this answer."""

    provider_consumer_key: Annotated[str, Field(min_length=1, description="Key that names the registration.")]
    """Key that names the registration."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the registration.")] = None
    """Absolute address of the registration."""
