"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import Model, SecretText

from . import flag, http_url
from . import service_level as service_level_1
from . import sync_period as sync_period_1


class SourceUpdateForm(Model):
    """Options to set on a source; one that is left out stays as it is."""

    status: Annotated[
        Literal[1] | None,
        Field(description="With 1, a source that is disabled is put back to work. A state cannot be chosen."),
    ] = None
    """With 1, a source that is disabled is put back to work. A state cannot be chosen."""

    force_status_check: Annotated[
        flag.Flag | None,
        Field(
            description="With 1, the mailbox is opened at once to test it. No other field may be sent beside it."
        ),
    ] = None
    """With 1, the mailbox is opened at once to test it. No other field may be sent beside it."""

    sync_all_folders: Annotated[
        flag.Flag | None,
        Field(description="With 1, folders for deleted mail, drafts and the like are synchronised as well."),
    ] = None
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    expunge_on_deleted_flag: Annotated[
        flag.Flag | None,
        Field(description="With 1, messages that carry the IMAP flag `\\Deleted` do not show."),
    ] = None
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    password: Annotated[
        str | None,
        SecretText(),
        Field(
            min_length=1, description="New password of the mailbox; not used beside a `provider_` parameter."
        ),
    ] = None
    """New password of the mailbox; not used beside a `provider_` parameter."""

    provider_refresh_token: Annotated[
        str | None,
        SecretText(),
        Field(min_length=1, description="New OAuth 2.0 refresh token of the mailbox."),
    ] = None
    """New OAuth 2.0 refresh token of the mailbox."""

    provider_consumer_key: Annotated[
        str | None,
        Field(
            min_length=1,
            description="OAuth client to which the refresh token was issued, one that the application has registered.",
        ),
    ] = None
    """OAuth client to which the refresh token was issued, one that the application has registered."""

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
    ] = None
    """Time between two synchronisations, dropped before the end."""

    service_level: Annotated[
        service_level_1.ServiceLevel | None,
        Field(
            deprecated="Tier under which the source is billed, dropped before the end.",
            description="Tier under which the source is billed, dropped before the end.",
        ),
    ] = None
    """Tier under which the source is billed, dropped before the end."""
