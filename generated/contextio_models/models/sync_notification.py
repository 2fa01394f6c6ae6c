"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class SyncNotification(Model):
    """
    What the service sends when a mailbox has been synchronised for the first time. No source
    describes its content, so nothing may be relied on.
    """
