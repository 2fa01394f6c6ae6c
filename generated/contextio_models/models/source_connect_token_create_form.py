"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model

from . import redirect_url


class SourceConnectTokenCreateForm(Model):
    """Where a person's browser returns to; the mailbox is known already."""

    callback_url: redirect_url.RedirectUrl
    """
    Address to which the person's browser is sent in the end, with the token
    in the query parameter `contextio_token`.
    """
