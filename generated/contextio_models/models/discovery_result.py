"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from contextio_models.base import Model

from . import discovery_document, discovery_imap


class DiscoveryResult(Model):
    """
    What is known of the mailbox behind a mail address. Where nothing was found, `type`, `imap` and
    `documentation` are absent.
    """

    email: Annotated[str, Field(description="Mail address that was looked for.")]
    """Mail address that was looked for."""

    found: Annotated[StrictBool, Field(description="Whether settings were found.")]
    """Whether settings were found."""

    type: Annotated[str | None, Field(description="The provider, such as `gmail`.")] = None
    """The provider, such as `gmail`."""

    imap: Annotated[
        discovery_imap.DiscoveryImap | None,
        Field(description="Settings with which the mailbox can be attached."),
    ] = None
    """Settings with which the mailbox can be attached."""

    documentation: Annotated[
        list[discovery_document.DiscoveryDocument] | None,
        Field(description="Pages on which the provider helps the persons who use it."),
    ] = None
    """Pages on which the provider helps the persons who use it."""
