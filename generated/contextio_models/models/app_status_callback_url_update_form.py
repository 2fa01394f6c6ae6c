"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import http_url


class AppStatusCallbackUrlUpdateForm(Model):
    """The address to tell."""

    status_callback_url: Annotated[
        http_url.HttpUrl,
        Field(description="Address that gets a POST at each change in the state of any source."),
    ]
    """Address that gets a POST at each change in the state of any source."""
