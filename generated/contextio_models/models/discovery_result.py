"""Generated from the description; not to be edited."""

from __future__ import annotations

from pydantic import StrictBool

from contextio_models.base import Model

from . import discovery_document, discovery_imap


class DiscoveryResult(Model):
    """
    What is known of the mailbox behind a mail address. Where nothing was found, `type`, `imap` and
    `documentation` are absent.
    """

    email: str
    """Mail address that was looked for."""

    found: StrictBool
    """Whether settings were found."""

    type: str | None = None
    """The provider, such as `gmail`."""

    imap: discovery_imap.DiscoveryImap | None = None
    """Settings with which the mailbox can be attached."""

    documentation: list[discovery_document.DiscoveryDocument] | None = None
    """Pages on which the provider helps the persons who use it."""
