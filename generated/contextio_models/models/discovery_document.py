"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class DiscoveryDocument(Model):
    """A page of a provider."""

    description: str
    """Title of the page."""

    url: str
    """Address of the page."""
