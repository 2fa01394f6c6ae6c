"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class AppStatusCallbackUrl(Model):
    """The address that is told of changes in the state of all sources of a consumer key."""

    status_callback_url: str | None
    """The address; null while none is set."""

    resource_url: str | None = None
    """Absolute address of this setting."""
