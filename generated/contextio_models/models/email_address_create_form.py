"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model

from . import mail_address


class EmailAddressCreateForm(Model):
    """A mail address to add."""

    email_address: mail_address.MailAddress
    """The address; reads call it `email`."""
