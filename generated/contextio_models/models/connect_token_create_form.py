"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import flag, http_url, redirect_url
from . import service_level as service_level_1


class ConnectTokenCreateForm(Model):
    """Where a person's browser returns to, and options for the source that will be made."""

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

    email: Annotated[
        str | None,
        Field(
            pattern="^[^@\\s]*@[^@\\s]+$",
            description="Mail address of the mailbox to connect, or just @ and a domain as a hint at the provider.",
        ),
    ] = None
    """Mail address of the mailbox to connect, or just @ and a domain as a hint at the provider."""

    first_name: Annotated[str | None, Field(description="Given name of the person.")] = None
    """Given name of the person."""

    last_name: Annotated[str | None, Field(description="Family name of the person.")] = None
    """Family name of the person."""

    source_callback_url: Annotated[
        http_url.HttpUrl | None,
        Field(description="Address that is told when the first synchronisation is finished."),
    ] = None
    """Address that is told when the first synchronisation is finished."""

    source_sync_all_folders: Annotated[
        flag.Flag | None,
        Field(description="With 1, folders for deleted mail, drafts and the like are synchronised as well."),
    ] = 0
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    source_sync_flags: Annotated[
        flag.Flag | None,
        Field(description="With 1, the flags for read and flagged messages are synchronised."),
    ] = 0
    """With 1, the flags for read and flagged messages are synchronised."""

    source_raw_file_list: Annotated[
        flag.Flag | None,
        Field(description="With 1, lists of files also show pictures of signatures and the like."),
    ] = 0
    """With 1, lists of files also show pictures of signatures and the like."""

    status_callback_url: Annotated[
        http_url.HttpUrl | None, Field(description="Address that is told when the source's state changes.")
    ] = None
    """Address that is told when the source's state changes."""

    source_expunge_on_deleted_flag: Annotated[
        flag.Flag | None,
        Field(description="With 1, messages that carry the IMAP flag `\\Deleted` do not show."),
    ] = 0
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    source_sync_folders: Annotated[
        str | None,
        Field(description="Special-use folders to synchronise, separated by commas, such as `All,Trash`."),
    ] = None
    """Special-use folders to synchronise, separated by commas, such as `All,Trash`."""

    service_level: Annotated[
        service_level_1.ServiceLevel | None,
        Field(
            deprecated="Tier under which the source will be billed, dropped before the end.",
            description="Tier under which the source will be billed, dropped before the end.",
        ),
    ] = None
    """Tier under which the source will be billed, dropped before the end."""
