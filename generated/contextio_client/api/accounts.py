"""Operations of the page `accounts`. Generated from the description; not to be edited."""

from __future__ import annotations

from functools import cached_property

from contextio_models import (
    Account,
    AccountCreated,
    AccountDeleted,
    AccountUpdated,
    Error,
    Failure,
    Flag,
    ServiceLevel,
    SourceStatus,
    SourceType,
    SyncPeriod,
)

from contextio_client import paging
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

_LIST: Operation[list[Account]] = Operation(
    "GET",
    "/accounts",
    list[Account],
    {
        400: Error,
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="accounts_list",
    window=paging.Window("limit", "offset", 100, 100),
)
_CREATE: Operation[AccountCreated] = Operation(
    "POST",
    "/accounts",
    AccountCreated,
    {
        400: Failure,
        401: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="accounts_create",
)
_GET: Operation[Account] = Operation(
    "GET",
    "/accounts/{id}",
    Account,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="accounts_get",
)
_UPDATE: Operation[AccountUpdated] = Operation(
    "POST",
    "/accounts/{id}",
    AccountUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="accounts_update",
)
_DELETE: Operation[AccountDeleted] = Operation(
    "DELETE",
    "/accounts/{id}",
    AccountDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="accounts_delete",
)


class Accounts:
    """People whose mail an application works with. An account belongs to the consumer key that created
    it and is invisible to every other key.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        *,
        email: str | None = None,
        status: SourceStatus | None = None,
        status_ok: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> paging.Page[Account]:
        """List the accounts of the consumer key.

        Answers the accounts that the consumer key created, oldest first, as a bare array. Filters that
        are given together must all hold. The two filters on the state of sources also narrow `sources`
        in the answer: an account is listed with just those of its sources that count, and an account
        without any such source is left out. A server lists 100 accounts at most, however large `limit` is.

        Args:
            email: Mail address that must be among the account's addresses.
            status: State that a source must be in to be counted.
            status_ok: With 1 a source counts when it works, which is the state `OK`; with 0 it counts
                when it is in any other state.
            limit: How many accounts to list at most.
            offset: How many accounts to leave out at the start of the list; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._page(
            Call(
                _LIST,
                query={
                    "email": email,
                    "status": status,
                    "status_ok": status_ok,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_all(
        self,
        *,
        email: str | None = None,
        status: SourceStatus | None = None,
        status_ok: Flag | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[Account]:
        """List the accounts of the consumer key. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            email: Mail address that must be among the account's addresses.
            status: State that a source must be in to be counted.
            status_ok: With 1 a source counts when it works, which is the state `OK`; with 0 it counts
                when it is in any other state.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list(
                email=email,
                status=status,
                status_ok=status_ok,
                limit=limit,
                offset=offset,
            ),
            "id",
            page_size,
            100,
        )

    def create(
        self,
        *,
        email: str,
        first_name: str | None = None,
        last_name: str | None = None,
        migrate_account_id: str | None = None,
        server: str | None = None,
        username: str | None = None,
        use_ssl: Flag | None = None,
        port: int | None = None,
        type: SourceType | None = None,
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
    ) -> AccountCreated:
        """Create an account, with its first source if wanted.

        With `email` and the names alone, an account without sources comes into being. With the settings
        of a mailbox as well, the service opens that mailbox and creates the account together with the
        source, or, where the settings are incomplete or the mailbox cannot be opened, neither of them.
        `type` by itself does not ask for a source.

        Args:
            email: Main mail address of the person; also that of the first source.
            first_name: Given name of the person.
            last_name: Family name of the person.
            migrate_account_id: Identifier of a user of the sibling interface Lite who is to become
                this account. `email` is needed all the same.
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
                form={
                    "email": email,
                    "first_name": first_name,
                    "last_name": last_name,
                    "migrate_account_id": migrate_account_id,
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
    ) -> Account:
        """Read an account.

        Answers the same fields as an element of the list, with all sources of the account.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id}))

    def update(
        self,
        id: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
    ) -> AccountUpdated:
        """Change the names on an account.

        Sets the names that are sent and keeps a name that is not. Nothing else on an account can be
        changed. Some clients send the same form with PUT, which the service took as this operation.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            first_name: Given name of the person.
            last_name: Family name of the person.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(_UPDATE, path={"id": id}, form={"first_name": first_name, "last_name": last_name})
        )

    def delete(
        self,
        id: str,
    ) -> AccountDeleted:
        """Delete an account.

        Removes the account with its sources and its connect tokens. Afterwards each of them answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id}))

    @cached_property
    def with_raw_response(self) -> AccountsWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AccountsWithRawResponse(Accounts(self._send_raw, self._send_raw))


class AccountsWithRawResponse:
    """The methods of `Accounts`, which return status, headers and body."""

    def __init__(self, page: Accounts) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.update = raw(page.update)
        self.delete = raw(page.delete)


class AsyncAccounts:
    """People whose mail an application works with. An account belongs to the consumer key that created
    it and is invisible to every other key.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        *,
        email: str | None = None,
        status: SourceStatus | None = None,
        status_ok: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> paging.AsyncPage[Account]:
        """List the accounts of the consumer key.

        Answers the accounts that the consumer key created, oldest first, as a bare array. Filters that
        are given together must all hold. The two filters on the state of sources also narrow `sources`
        in the answer: an account is listed with just those of its sources that count, and an account
        without any such source is left out. A server lists 100 accounts at most, however large `limit` is.

        Args:
            email: Mail address that must be among the account's addresses.
            status: State that a source must be in to be counted.
            status_ok: With 1 a source counts when it works, which is the state `OK`; with 0 it counts
                when it is in any other state.
            limit: How many accounts to list at most.
            offset: How many accounts to leave out at the start of the list; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._page(
            Call(
                _LIST,
                query={
                    "email": email,
                    "status": status,
                    "status_ok": status_ok,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_all(
        self,
        *,
        email: str | None = None,
        status: SourceStatus | None = None,
        status_ok: Flag | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[Account]:
        """List the accounts of the consumer key. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            email: Mail address that must be among the account's addresses.
            status: State that a source must be in to be counted.
            status_ok: With 1 a source counts when it works, which is the state `OK`; with 0 it counts
                when it is in any other state.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list(
                email=email,
                status=status,
                status_ok=status_ok,
                limit=limit,
                offset=offset,
            ),
            "id",
            page_size,
            100,
        )

    async def create(
        self,
        *,
        email: str,
        first_name: str | None = None,
        last_name: str | None = None,
        migrate_account_id: str | None = None,
        server: str | None = None,
        username: str | None = None,
        use_ssl: Flag | None = None,
        port: int | None = None,
        type: SourceType | None = None,
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
    ) -> AccountCreated:
        """Create an account, with its first source if wanted.

        With `email` and the names alone, an account without sources comes into being. With the settings
        of a mailbox as well, the service opens that mailbox and creates the account together with the
        source, or, where the settings are incomplete or the mailbox cannot be opened, neither of them.
        `type` by itself does not ask for a source.

        Args:
            email: Main mail address of the person; also that of the first source.
            first_name: Given name of the person.
            last_name: Family name of the person.
            migrate_account_id: Identifier of a user of the sibling interface Lite who is to become
                this account. `email` is needed all the same.
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
                form={
                    "email": email,
                    "first_name": first_name,
                    "last_name": last_name,
                    "migrate_account_id": migrate_account_id,
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
    ) -> Account:
        """Read an account.

        Answers the same fields as an element of the list, with all sources of the account.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id}))

    async def update(
        self,
        id: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
    ) -> AccountUpdated:
        """Change the names on an account.

        Sets the names that are sent and keeps a name that is not. Nothing else on an account can be
        changed. Some clients send the same form with PUT, which the service took as this operation.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            first_name: Given name of the person.
            last_name: Family name of the person.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_UPDATE, path={"id": id}, form={"first_name": first_name, "last_name": last_name})
        )

    async def delete(
        self,
        id: str,
    ) -> AccountDeleted:
        """Delete an account.

        Removes the account with its sources and its connect tokens. Afterwards each of them answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id}))

    @cached_property
    def with_raw_response(self) -> AsyncAccountsWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncAccountsWithRawResponse(AsyncAccounts(self._send_raw, self._send_raw))


class AsyncAccountsWithRawResponse:
    """The methods of `AsyncAccounts`, which return status, headers and body."""

    def __init__(self, page: AsyncAccounts) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.update = async_raw(page.update)
        self.delete = async_raw(page.delete)
