"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import AlsoReads, Model, OpenEnumeration

from . import authentication_type as authentication_type_1
from . import source_status


class Source(Model):
    """A mailbox of an account."""

    label: Annotated[str, Field(min_length=1, description="Name of the source, unique within its account.")]
    """Name of the source, unique within its account."""

    server: Annotated[str | None, Field(description="Host name or IP address of the mail server.")] = None
    """Host name or IP address of the mail server."""

    username: Annotated[
        str | None, Field(description="Name with which the service logs in to the mail server.")
    ] = None
    """Name with which the service logs in to the mail server."""

    port: Annotated[StrictInt | None, Field(ge=1, le=65535, description="TCP port of the mail server.")] = (
        None
    )
    """TCP port of the mail server."""

    use_ssl: Annotated[
        StrictBool | None,
        AlsoReads("integer"),
        Field(description="Whether the connection to the mail server is encrypted with TLS."),
    ] = None
    """Whether the connection to the mail server is encrypted with TLS."""

    type: Annotated[
        Literal["imap"] | str | None,
        OpenEnumeration(Literal["imap"]),
        Field(description="Kind of the mailbox."),
    ] = None
    """Kind of the mailbox."""

    authentication_type: Annotated[
        authentication_type_1.AuthenticationType | str | None,
        OpenEnumeration(authentication_type_1.AuthenticationType),
        Field(description="How the service logs in to the mailbox."),
    ] = None
    """How the service logs in to the mailbox."""

    status: Annotated[
        source_status.SourceStatus | str,
        OpenEnumeration(source_status.SourceStatus),
        Field(description="State of the connection as last seen."),
    ]
    """State of the connection as last seen."""

    status_message: Annotated[
        str | None, Field(description="Explanation of a state other than `OK`; null otherwise.")
    ] = None
    """Explanation of a state other than `OK`; null otherwise."""

    resource_url: Annotated[
        str | None, Field(description="Absolute address of the source, with its label percent-encoded.")
    ] = None
    """Absolute address of the source, with its label percent-encoded."""

    callback_url: Annotated[
        str | None,
        Field(
            description="Address that is told when the first synchronisation is finished; null if none is set."
        ),
    ] = None
    """Address that is told when the first synchronisation is finished; null if none is set."""

    status_callback_url: Annotated[
        str | None, Field(description="Address that is told when the state changes; null if none is set.")
    ] = None
    """Address that is told when the state changes; null if none is set."""

    sync_flags: Annotated[
        StrictBool | None,
        Field(description="Whether the flags for read and flagged messages are synchronised."),
    ] = None
    """Whether the flags for read and flagged messages are synchronised."""

    sync_all_folders: Annotated[
        StrictBool | None,
        Field(description="Whether folders for deleted mail, drafts and the like are synchronised as well."),
    ] = None
    """Whether folders for deleted mail, drafts and the like are synchronised as well."""

    expunge_on_deleted_flag: Annotated[
        StrictBool | None,
        Field(description="Whether messages that carry the IMAP flag `\\Deleted` are hidden."),
    ] = None
    """Whether messages that carry the IMAP flag `\\Deleted` are hidden."""

    raw_file_list: Annotated[
        StrictBool | None,
        Field(description="Whether lists of files also show pictures of signatures and the like."),
    ] = None
    """Whether lists of files also show pictures of signatures and the like."""

    sync_period: Annotated[
        str | None,
        Field(
            deprecated="Time between two synchronisations, such as `1d`; dropped before the end.",
            description="Time between two synchronisations, such as `1d`; dropped before the end.",
        ),
    ] = None
    """Time between two synchronisations, such as `1d`; dropped before the end."""

    service_level: Annotated[
        str | None,
        Field(
            deprecated="Tier under which the source is billed; dropped before the end.",
            description="Tier under which the source is billed; dropped before the end.",
        ),
    ] = None
    """Tier under which the source is billed; dropped before the end."""
