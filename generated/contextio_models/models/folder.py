"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import Model

from . import folder_attribute_set
from . import nb_messages as nb_messages_1


class Folder(Model):
    """A folder of a mailbox."""

    name: Annotated[
        str,
        Field(
            min_length=1,
            description="Full name of the folder, with the folders above it and the mail server's own separator.",
        ),
    ]
    """Full name of the folder, with the folders above it and the mail server's own separator."""

    symbolic_name: Annotated[
        str | None,
        Field(description="Special use of the folder, such as `\\Sent` or `\\AllMail`; absent without one."),
    ] = None
    """Special use of the folder, such as `\\Sent` or `\\AllMail`; absent without one."""

    attributes: Annotated[
        folder_attribute_set.FolderAttributeSet | None,
        Field(description="What the mail server says of the folder; may be absent."),
    ] = None
    """What the mail server says of the folder; may be absent."""

    delim: Annotated[str, Field(description="The mail server's own separator of levels.")]
    """The mail server's own separator of levels."""

    nb_messages: Annotated[
        StrictInt | nb_messages_1.NbMessages,
        Field(description="How many messages the folder has.", union_mode="left_to_right"),
    ]
    """How many messages the folder has."""

    nb_unseen_messages: Annotated[
        StrictInt | None,
        Field(ge=0, description="How many of them were not read; only with `include_extended_counts`."),
    ] = None
    """How many of them were not read; only with `include_extended_counts`."""

    included_in_sync: Annotated[
        StrictBool | None,
        Field(description="Whether the folder is synchronised; may be absent where it is not."),
    ] = None
    """Whether the folder is synchronised; may be absent where it is not."""

    uidvalidity: Annotated[StrictInt | None, Field(ge=0, description="IMAP's UIDVALIDITY of the folder.")] = (
        None
    )
    """IMAP's UIDVALIDITY of the folder."""

    resource_url: Annotated[
        str | None, Field(description="Absolute address of the folder, with its path percent-encoded.")
    ] = None
    """Absolute address of the folder, with its path percent-encoded."""
