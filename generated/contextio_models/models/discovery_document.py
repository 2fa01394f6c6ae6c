"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class DiscoveryDocument(Model):
    """A page of a provider."""

    description: Annotated[str, Field(description="Title of the page.")]
    """Title of the page."""

    url: Annotated[str, Field(description="Address of the page.")]
    """Address of the page."""
