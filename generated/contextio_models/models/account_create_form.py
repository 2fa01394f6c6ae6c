"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model, SecretText

from . import flag, http_url, mail_address, source_type
from . import service_level as service_level_1
from . import sync_period as sync_period_1


class AccountCreateForm(Model):
    """
    What to create an account from. Any of `server`, `username`, `port`, `use_ssl`, `password` and the
    fields whose names start with `provider_` asks for a source, and then everything that a source needs
    must be there.
    """

    email: Annotated[
        mail_address.MailAddress,
        Field(description="Main mail address of the person; also that of the first source."),
    ]
    """Main mail address of the person; also that of the first source."""

    first_name: Annotated[str | None, Field(description="Given name of the person.")] = None
    """Given name of the person."""

    last_name: Annotated[str | None, Field(description="Family name of the person.")] = None
    """Family name of the person."""

    migrate_account_id: Annotated[
        str | None,
        Field(
            description="Identifier of a user of the sibling interface Lite who is to become this account. `email` is needed all the same."
        ),
    ] = None
    """
    Identifier of a user of the sibling interface Lite who is to become this account. `email` is
    needed all the same.
    """

    server: Annotated[
        str | None, Field(min_length=1, description="Host name or IP address of the mail server.")
    ] = None
    """Host name or IP address of the mail server."""

    username: Annotated[
        str | None, Field(min_length=1, description="Name with which to log in to the mail server.")
    ] = None
    """Name with which to log in to the mail server."""

    use_ssl: Annotated[
        flag.Flag | None,
        Field(
            description="With 1 the connection to the mail server is encrypted with TLS, with any other value it is not."
        ),
    ] = None
    """
    With 1 the connection to the mail server is encrypted with TLS, with any other value it is not.
    """

    port: Annotated[
        StrictInt | None,
        Field(
            ge=1, le=65535, description="TCP port of the mail server, usually 993 with TLS and 143 without."
        ),
    ] = None
    """TCP port of the mail server, usually 993 with TLS and 143 without."""

    type: Annotated[source_type.SourceType | None, Field(description="Kind of the mailbox.")] = None
    """Kind of the mailbox."""

    origin_ip: Annotated[
        str | None, Field(description="IP address from which the person uses the application.")
    ] = None
    """IP address from which the person uses the application."""

    expunge_on_deleted_flag: Annotated[
        flag.Flag | None,
        Field(description="With 1, messages that carry the IMAP flag `\\Deleted` do not show."),
    ] = 0
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    sync_all_folders: Annotated[
        flag.Flag | None,
        Field(description="With 1, folders for deleted mail, drafts and the like are synchronised as well."),
    ] = 0
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    sync_folders: Annotated[
        str | None,
        Field(description="Special-use folders to synchronise, separated by commas, such as `All,Trash`."),
    ] = None
    """Special-use folders to synchronise, separated by commas, such as `All,Trash`."""

    sync_flags: Annotated[
        flag.Flag | None,
        Field(description="With 1, the flags for read and flagged messages are synchronised."),
    ] = 0
    """With 1, the flags for read and flagged messages are synchronised."""

    raw_file_list: Annotated[
        flag.Flag | None,
        Field(description="With 1, lists of files also show pictures of signatures and the like."),
    ] = 0
    """With 1, lists of files also show pictures of signatures and the like."""

    password: Annotated[
        str | None,
        SecretText(),
        Field(min_length=1, description="Password of the mailbox; not used beside a `provider_` parameter."),
    ] = None
    """Password of the mailbox; not used beside a `provider_` parameter."""

    provider_refresh_token: Annotated[
        str | None,
        SecretText(),
        Field(min_length=1, description="OAuth 2.0 refresh token of the mailbox, in place of a password."),
    ] = None
    """OAuth 2.0 refresh token of the mailbox, in place of a password."""

    provider_consumer_key: Annotated[
        str | None,
        Field(
            min_length=1,
            description="OAuth client to which the refresh token was issued, one that the application has registered.",
        ),
    ] = None
    """OAuth client to which the refresh token was issued, one that the application has registered."""

    callback_url: Annotated[
        http_url.HttpUrl | None,
        Field(description="Address that is told when the first synchronisation is finished."),
    ] = None
    """Address that is told when the first synchronisation is finished."""

    status_callback_url: Annotated[
        http_url.HttpUrl | None, Field(description="Address that is told when the source's state changes.")
    ] = None
    """Address that is told when the source's state changes."""

    provider_token: Annotated[
        str | None,
        SecretText(),
        Field(
            deprecated="OAuth 1.0 access token of the mailbox, dropped in 2015.",
            description="OAuth 1.0 access token of the mailbox, dropped in 2015.",
        ),
    ] = None
    """OAuth 1.0 access token of the mailbox, dropped in 2015."""

    provider_token_secret: Annotated[
        str | None,
        SecretText(),
        Field(
            deprecated="Secret of `provider_token`, dropped in 2015.",
            description="Secret of `provider_token`, dropped in 2015.",
        ),
    ] = None
    """Secret of `provider_token`, dropped in 2015."""

    sync_period: Annotated[
        sync_period_1.SyncPeriod | None,
        Field(
            deprecated="Time between two synchronisations, dropped before the end.",
            description="Time between two synchronisations, dropped before the end.",
        ),
    ] = "24h"
    """Time between two synchronisations, dropped before the end."""

    service_level: Annotated[
        service_level_1.ServiceLevel | None,
        Field(
            deprecated="Tier under which the source is billed, dropped before the end.",
            description="Tier under which the source is billed, dropped before the end.",
        ),
    ] = None
    """Tier under which the source is billed, dropped before the end."""
