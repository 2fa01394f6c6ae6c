"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import mail_address


class EmailAddressCreateForm(Model):
    """A mail address to add."""

    email_address: Annotated[
        mail_address.MailAddress, Field(description="The address; reads call it `email`.")
    ]
    """The address; reads call it `email`."""
