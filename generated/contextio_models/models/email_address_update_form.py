"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from contextio_models.base import Model


class EmailAddressUpdateForm(Model):
    """What to change about a mail address."""

    primary: Literal[1] | None = None
    """With 1, the address becomes the primary one."""
