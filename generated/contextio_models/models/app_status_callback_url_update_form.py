"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model

from . import http_url


class AppStatusCallbackUrlUpdateForm(Model):
    """The address to tell."""

    status_callback_url: http_url.HttpUrl
    """Address that gets a POST at each change in the state of any source."""
