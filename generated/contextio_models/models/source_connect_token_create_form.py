"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import redirect_url


class SourceConnectTokenCreateForm(Model):
    """Where a person's browser returns to; the mailbox is known already."""

    callback_url: Annotated[
        redirect_url.RedirectUrl,
        Field(
            description="Address to which the person's browser is sent in the end, with the token in the query parameter `contextio_token`."
        ),
    ]
    """
    Address to which the person's browser is sent in the end, with the token
    in the query parameter `contextio_token`.
    """
