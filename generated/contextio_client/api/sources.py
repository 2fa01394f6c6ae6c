"""Operations of the page `sources`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Literal

from contextio_models import (
    Error,
    Failure,
    Flag,
    ServiceLevel,
    Source,
    SourceCreated,
    SourceDeleted,
    SourceStatus,
    SourceType,
    SourceUpdated,
    SyncPeriod,
)

from contextio_client.call import Call
from contextio_client.deprecation import warn_of_deprecated
from contextio_client.operation import Operation
from contextio_client.senders import (
    AsyncSend,
    AsyncSendForPage,
    AsyncStream,
    Send,
    SendForPage,
    Stream,
    async_raw,
    raw,
)

# Type hints are there at run time too, for programs that ask for them.

_LIST: Operation[list[Source]] = Operation(
    "GET",
    "/accounts/{id}/sources",
    list[Source],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="sources_list",
)
_CREATE: Operation[SourceCreated] = Operation(
    "POST",
    "/accounts/{id}/sources",
    SourceCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="sources_create",
)
_GET: Operation[Source] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}",
    Source,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="sources_get",
)
_UPDATE: Operation[SourceUpdated] = Operation(
    "POST",
    "/accounts/{id}/sources/{label}",
    SourceUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="sources_update",
)
_DELETE: Operation[SourceDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/sources/{label}",
    SourceDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="sources_delete",
)


class Sources:
    """The mailboxes of an account. All other data of the account is drawn from all of its sources
    together, so two mailboxes that are to be searched apart need two accounts.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        id: str,
        *,
        status: SourceStatus | None = None,
        status_ok: Flag | None = None,
    ) -> builtins.list[Source]:
        """List the sources of an account.

        Answers the sources of the account, oldest first, as a bare array that is not divided into pages.
        Filters that are given together must both hold.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            status: State that a source must be in to be counted.
            status_ok: With 1 a source counts when it works, which is the state `OK`; with 0 it counts
                when it is in any other state.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST, path={"id": id}, query={"status": status, "status_ok": status_ok}))

    def create(
        self,
        id: str,
        *,
        email: str,
        server: str,
        username: str,
        use_ssl: Flag,
        port: int,
        type: SourceType,
        origin_ip: str | None = None,
        expunge_on_deleted_flag: Flag | None = None,
        sync_all_folders: Flag | None = None,
        sync_folders: str | None = None,
        sync_flags: Flag | None = None,
        raw_file_list: Flag | None = None,
        password: str | None = None,
        provider_refresh_token: str | None = None,
        provider_consumer_key: str | None = None,
        callback_url: str | None = None,
        status_callback_url: str | None = None,
        provider_token: str | None = None,
        provider_token_secret: str | None = None,
        sync_period: SyncPeriod | None = None,
        service_level: ServiceLevel | None = None,
    ) -> SourceCreated:
        """Attach a mailbox to an account.

        Opens the mailbox with the settings sent and, where that works, makes a source of it. Either
        `password` is needed, or a token of the mailbox's provider together with `provider_consumer_key`;
        where both are sent, the password is not used. The service chooses the source's label and adds
        `email` to the account's addresses. The first synchronisation runs after the answer.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Main mail address that the mailbox receives mail for.
            server: Host name or IP address of the mail server.
            username: Name with which to log in to the mail server.
            use_ssl: With 1 the connection to the mail server is encrypted with TLS, with any other
                value it is not.
            port: TCP port of the mail server, usually 993 with TLS and 143 without.
            type: Kind of the mailbox.
            origin_ip: IP address from which the person uses the application.
            expunge_on_deleted_flag: With 1, messages that carry the IMAP flag `\\Deleted` do not
                show.
            sync_all_folders: With 1, folders for deleted mail, drafts and the like are synchronised
                as well.
            sync_folders: Special-use folders to synchronise, separated by commas, such as
                `All,Trash`.
            sync_flags: With 1, the flags for read and flagged messages are synchronised.
            raw_file_list: With 1, lists of files also show pictures of signatures and the like.
            password: Password of the mailbox; not used beside a `provider_` parameter.
            provider_refresh_token: OAuth 2.0 refresh token of the mailbox, in place of a password.
            provider_consumer_key: OAuth client to which the refresh token was issued, one that the
                application has registered.
            callback_url: Address that is told when the first synchronisation is finished.
            status_callback_url: Address that is told when the source's state changes.
            provider_token: OAuth 1.0 access token of the mailbox, dropped in 2015. Deprecated.
            provider_token_secret: Secret of `provider_token`, dropped in 2015. Deprecated.
            sync_period: Time between two synchronisations, dropped before the end. Deprecated.
            service_level: Tier under which the source is billed, dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            provider_token=provider_token,
            provider_token_secret=provider_token_secret,
            sync_period=sync_period,
            service_level=service_level,
        )
        return self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "email": email,
                    "server": server,
                    "username": username,
                    "use_ssl": use_ssl,
                    "port": port,
                    "type": type,
                    "origin_ip": origin_ip,
                    "expunge_on_deleted_flag": expunge_on_deleted_flag,
                    "sync_all_folders": sync_all_folders,
                    "sync_folders": sync_folders,
                    "sync_flags": sync_flags,
                    "raw_file_list": raw_file_list,
                    "password": password,
                    "provider_refresh_token": provider_refresh_token,
                    "provider_consumer_key": provider_consumer_key,
                    "callback_url": callback_url,
                    "status_callback_url": status_callback_url,
                    "provider_token": provider_token,
                    "provider_token_secret": provider_token_secret,
                    "sync_period": sync_period,
                    "service_level": service_level,
                },
            )
        )

    def get(
        self,
        id: str,
        label: str,
    ) -> Source:
        """Read a source.

        Answers the settings of the source and the state of its connection, without any password.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "label": label}))

    def update(
        self,
        id: str,
        label: str,
        *,
        status: Literal[1] | None = None,
        force_status_check: Flag | None = None,
        sync_all_folders: Flag | None = None,
        expunge_on_deleted_flag: Flag | None = None,
        password: str | None = None,
        provider_refresh_token: str | None = None,
        provider_consumer_key: str | None = None,
        status_callback_url: str | None = None,
        provider_token: str | None = None,
        provider_token_secret: str | None = None,
        sync_period: SyncPeriod | None = None,
        service_level: ServiceLevel | None = None,
    ) -> SourceUpdated:
        """Change a source, put it back to work, or test it now.

        Sets the options that are sent and keeps the others. `status` with 1 puts a disabled source back
        to work. `force_status_check` with 1 must be the only field: the service then opens the mailbox
        at once, records the state that it finds, and answers that state in place of `success`. The
        server, port, user name, encryption and kind of a source cannot be changed. Some clients send the
        same form with PUT, which the service took as this operation.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            status: With 1, a source that is disabled is put back to work. A state cannot be chosen.
            force_status_check: With 1, the mailbox is opened at once to test it. No other field may
                be sent beside it.
            sync_all_folders: With 1, folders for deleted mail, drafts and the like are synchronised
                as well.
            expunge_on_deleted_flag: With 1, messages that carry the IMAP flag `\\Deleted` do not
                show.
            password: New password of the mailbox; not used beside a `provider_` parameter.
            provider_refresh_token: New OAuth 2.0 refresh token of the mailbox.
            provider_consumer_key: OAuth client to which the refresh token was issued, one that the
                application has registered.
            status_callback_url: Address that is told when the source's state changes.
            provider_token: OAuth 1.0 access token of the mailbox, dropped in 2015. Deprecated.
            provider_token_secret: Secret of `provider_token`, dropped in 2015. Deprecated.
            sync_period: Time between two synchronisations, dropped before the end. Deprecated.
            service_level: Tier under which the source is billed, dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            provider_token=provider_token,
            provider_token_secret=provider_token_secret,
            sync_period=sync_period,
            service_level=service_level,
        )
        return self._send(
            Call(
                _UPDATE,
                path={"id": id, "label": label},
                form={
                    "status": status,
                    "force_status_check": force_status_check,
                    "sync_all_folders": sync_all_folders,
                    "expunge_on_deleted_flag": expunge_on_deleted_flag,
                    "password": password,
                    "provider_refresh_token": provider_refresh_token,
                    "provider_consumer_key": provider_consumer_key,
                    "status_callback_url": status_callback_url,
                    "provider_token": provider_token,
                    "provider_token_secret": provider_token_secret,
                    "sync_period": sync_period,
                    "service_level": service_level,
                },
            )
        )

    def delete(
        self,
        id: str,
        label: str,
    ) -> SourceDeleted:
        """Detach a source from its account.

        Removes the source from the account. Afterwards it answers 404; the mailbox itself is not touched.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "label": label}))

    @cached_property
    def with_raw_response(self) -> SourcesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return SourcesWithRawResponse(Sources(self._send_raw, self._send_raw))


class SourcesWithRawResponse:
    """The methods of `Sources`, which return status, headers and body."""

    def __init__(self, page: Sources) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.update = raw(page.update)
        self.delete = raw(page.delete)


class AsyncSources:
    """The mailboxes of an account. All other data of the account is drawn from all of its sources
    together, so two mailboxes that are to be searched apart need two accounts.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        id: str,
        *,
        status: SourceStatus | None = None,
        status_ok: Flag | None = None,
    ) -> builtins.list[Source]:
        """List the sources of an account.

        Answers the sources of the account, oldest first, as a bare array that is not divided into pages.
        Filters that are given together must both hold.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            status: State that a source must be in to be counted.
            status_ok: With 1 a source counts when it works, which is the state `OK`; with 0 it counts
                when it is in any other state.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_LIST, path={"id": id}, query={"status": status, "status_ok": status_ok})
        )

    async def create(
        self,
        id: str,
        *,
        email: str,
        server: str,
        username: str,
        use_ssl: Flag,
        port: int,
        type: SourceType,
        origin_ip: str | None = None,
        expunge_on_deleted_flag: Flag | None = None,
        sync_all_folders: Flag | None = None,
        sync_folders: str | None = None,
        sync_flags: Flag | None = None,
        raw_file_list: Flag | None = None,
        password: str | None = None,
        provider_refresh_token: str | None = None,
        provider_consumer_key: str | None = None,
        callback_url: str | None = None,
        status_callback_url: str | None = None,
        provider_token: str | None = None,
        provider_token_secret: str | None = None,
        sync_period: SyncPeriod | None = None,
        service_level: ServiceLevel | None = None,
    ) -> SourceCreated:
        """Attach a mailbox to an account.

        Opens the mailbox with the settings sent and, where that works, makes a source of it. Either
        `password` is needed, or a token of the mailbox's provider together with `provider_consumer_key`;
        where both are sent, the password is not used. The service chooses the source's label and adds
        `email` to the account's addresses. The first synchronisation runs after the answer.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Main mail address that the mailbox receives mail for.
            server: Host name or IP address of the mail server.
            username: Name with which to log in to the mail server.
            use_ssl: With 1 the connection to the mail server is encrypted with TLS, with any other
                value it is not.
            port: TCP port of the mail server, usually 993 with TLS and 143 without.
            type: Kind of the mailbox.
            origin_ip: IP address from which the person uses the application.
            expunge_on_deleted_flag: With 1, messages that carry the IMAP flag `\\Deleted` do not
                show.
            sync_all_folders: With 1, folders for deleted mail, drafts and the like are synchronised
                as well.
            sync_folders: Special-use folders to synchronise, separated by commas, such as
                `All,Trash`.
            sync_flags: With 1, the flags for read and flagged messages are synchronised.
            raw_file_list: With 1, lists of files also show pictures of signatures and the like.
            password: Password of the mailbox; not used beside a `provider_` parameter.
            provider_refresh_token: OAuth 2.0 refresh token of the mailbox, in place of a password.
            provider_consumer_key: OAuth client to which the refresh token was issued, one that the
                application has registered.
            callback_url: Address that is told when the first synchronisation is finished.
            status_callback_url: Address that is told when the source's state changes.
            provider_token: OAuth 1.0 access token of the mailbox, dropped in 2015. Deprecated.
            provider_token_secret: Secret of `provider_token`, dropped in 2015. Deprecated.
            sync_period: Time between two synchronisations, dropped before the end. Deprecated.
            service_level: Tier under which the source is billed, dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            provider_token=provider_token,
            provider_token_secret=provider_token_secret,
            sync_period=sync_period,
            service_level=service_level,
        )
        return await self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "email": email,
                    "server": server,
                    "username": username,
                    "use_ssl": use_ssl,
                    "port": port,
                    "type": type,
                    "origin_ip": origin_ip,
                    "expunge_on_deleted_flag": expunge_on_deleted_flag,
                    "sync_all_folders": sync_all_folders,
                    "sync_folders": sync_folders,
                    "sync_flags": sync_flags,
                    "raw_file_list": raw_file_list,
                    "password": password,
                    "provider_refresh_token": provider_refresh_token,
                    "provider_consumer_key": provider_consumer_key,
                    "callback_url": callback_url,
                    "status_callback_url": status_callback_url,
                    "provider_token": provider_token,
                    "provider_token_secret": provider_token_secret,
                    "sync_period": sync_period,
                    "service_level": service_level,
                },
            )
        )

    async def get(
        self,
        id: str,
        label: str,
    ) -> Source:
        """Read a source.

        Answers the settings of the source and the state of its connection, without any password.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "label": label}))

    async def update(
        self,
        id: str,
        label: str,
        *,
        status: Literal[1] | None = None,
        force_status_check: Flag | None = None,
        sync_all_folders: Flag | None = None,
        expunge_on_deleted_flag: Flag | None = None,
        password: str | None = None,
        provider_refresh_token: str | None = None,
        provider_consumer_key: str | None = None,
        status_callback_url: str | None = None,
        provider_token: str | None = None,
        provider_token_secret: str | None = None,
        sync_period: SyncPeriod | None = None,
        service_level: ServiceLevel | None = None,
    ) -> SourceUpdated:
        """Change a source, put it back to work, or test it now.

        Sets the options that are sent and keeps the others. `status` with 1 puts a disabled source back
        to work. `force_status_check` with 1 must be the only field: the service then opens the mailbox
        at once, records the state that it finds, and answers that state in place of `success`. The
        server, port, user name, encryption and kind of a source cannot be changed. Some clients send the
        same form with PUT, which the service took as this operation.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            status: With 1, a source that is disabled is put back to work. A state cannot be chosen.
            force_status_check: With 1, the mailbox is opened at once to test it. No other field may
                be sent beside it.
            sync_all_folders: With 1, folders for deleted mail, drafts and the like are synchronised
                as well.
            expunge_on_deleted_flag: With 1, messages that carry the IMAP flag `\\Deleted` do not
                show.
            password: New password of the mailbox; not used beside a `provider_` parameter.
            provider_refresh_token: New OAuth 2.0 refresh token of the mailbox.
            provider_consumer_key: OAuth client to which the refresh token was issued, one that the
                application has registered.
            status_callback_url: Address that is told when the source's state changes.
            provider_token: OAuth 1.0 access token of the mailbox, dropped in 2015. Deprecated.
            provider_token_secret: Secret of `provider_token`, dropped in 2015. Deprecated.
            sync_period: Time between two synchronisations, dropped before the end. Deprecated.
            service_level: Tier under which the source is billed, dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            provider_token=provider_token,
            provider_token_secret=provider_token_secret,
            sync_period=sync_period,
            service_level=service_level,
        )
        return await self._send(
            Call(
                _UPDATE,
                path={"id": id, "label": label},
                form={
                    "status": status,
                    "force_status_check": force_status_check,
                    "sync_all_folders": sync_all_folders,
                    "expunge_on_deleted_flag": expunge_on_deleted_flag,
                    "password": password,
                    "provider_refresh_token": provider_refresh_token,
                    "provider_consumer_key": provider_consumer_key,
                    "status_callback_url": status_callback_url,
                    "provider_token": provider_token,
                    "provider_token_secret": provider_token_secret,
                    "sync_period": sync_period,
                    "service_level": service_level,
                },
            )
        )

    async def delete(
        self,
        id: str,
        label: str,
    ) -> SourceDeleted:
        """Detach a source from its account.

        Removes the source from the account. Afterwards it answers 404; the mailbox itself is not touched.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "label": label}))

    @cached_property
    def with_raw_response(self) -> AsyncSourcesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncSourcesWithRawResponse(AsyncSources(self._send_raw, self._send_raw))


class AsyncSourcesWithRawResponse:
    """The methods of `AsyncSources`, which return status, headers and body."""

    def __init__(self, page: AsyncSources) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.update = async_raw(page.update)
        self.delete = async_raw(page.delete)
