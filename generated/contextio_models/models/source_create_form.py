"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from contextio_models.base import Model

from . import flag, http_url, mail_address, source_type
from . import service_level as service_level_1
from . import sync_period as sync_period_1


class SourceCreateForm(Model):
    """Settings of a mailbox to attach."""

    email: mail_address.MailAddress
    """Main mail address that the mailbox receives mail for."""

    server: Annotated[str, Field(min_length=1)]
    """Host name or IP address of the mail server."""

    username: Annotated[str, Field(min_length=1)]
    """Name with which to log in to the mail server."""

    use_ssl: flag.Flag
    """
    With 1 the connection to the mail server is encrypted with TLS, with any other value it is not.
    """

    port: Annotated[StrictInt, Field(ge=1, le=65535)]
    """TCP port of the mail server, usually 993 with TLS and 143 without."""

    type: source_type.SourceType
    """Kind of the mailbox."""

    origin_ip: str | None = None
    """IP address from which the person uses the application."""

    expunge_on_deleted_flag: flag.Flag | None = 0
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    sync_all_folders: flag.Flag | None = 0
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    sync_folders: str | None = None
    """Special-use folders to synchronise, separated by commas, such as `All,Trash`."""

    sync_flags: flag.Flag | None = 0
    """With 1, the flags for read and flagged messages are synchronised."""

    raw_file_list: flag.Flag | None = 0
    """With 1, lists of files also show pictures of signatures and the like."""

    password: Annotated[str | None, Field(min_length=1)] = None
    """Password of the mailbox; not used beside a `provider_` parameter."""

    provider_refresh_token: Annotated[str | None, Field(min_length=1)] = None
    """OAuth 2.0 refresh token of the mailbox, in place of a password."""

    provider_consumer_key: Annotated[str | None, Field(min_length=1)] = None
    """OAuth client to which the refresh token was issued, one that the application has registered."""

    callback_url: http_url.HttpUrl | None = None
    """Address that is told when the first synchronisation is finished."""

    status_callback_url: http_url.HttpUrl | None = None
    """Address that is told when the source's state changes."""

    provider_token: Annotated[str | None, Field(deprecated=True)] = None
    """OAuth 1.0 access token of the mailbox, dropped in 2015."""

    provider_token_secret: Annotated[str | None, Field(deprecated=True)] = None
    """Secret of `provider_token`, dropped in 2015."""

    sync_period: Annotated[sync_period_1.SyncPeriod | None, Field(deprecated=True)] = "24h"
    """Time between two synchronisations, dropped before the end."""

    service_level: Annotated[service_level_1.ServiceLevel | None, Field(deprecated=True)] = None
    """Tier under which the source is billed, dropped before the end."""
