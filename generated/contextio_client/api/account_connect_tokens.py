"""Operations of the page `account_connect_tokens`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property

from contextio_models import (
    ConnectToken,
    ConnectTokenCreated,
    ConnectTokenDeleted,
    Error,
    Failure,
    Flag,
    ServiceLevel,
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

_LIST: Operation[list[ConnectToken]] = Operation(
    "GET",
    "/accounts/{id}/connect_tokens",
    list[ConnectToken],
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="account_connect_tokens_list",
)
_CREATE: Operation[ConnectTokenCreated] = Operation(
    "POST",
    "/accounts/{id}/connect_tokens",
    ConnectTokenCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="account_connect_tokens_create",
)
_GET: Operation[ConnectToken] = Operation(
    "GET",
    "/accounts/{id}/connect_tokens/{token}",
    ConnectToken,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="account_connect_tokens_get",
)
_DELETE: Operation[ConnectTokenDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/connect_tokens/{token}",
    ConnectTokenDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="account_connect_tokens_delete",
)


class AccountConnectTokens:
    """Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
    of the `connect_tokens` page; completing it makes a source and no account.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        id: str,
    ) -> builtins.list[ConnectToken]:
        """List the connect tokens of an account.

        Answers the tokens that were made for this account, used and unused ones, oldest first, as a bare
        array that is not divided into pages and knows no filters.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST, path={"id": id}))

    def create(
        self,
        id: str,
        *,
        callback_url: str,
        email: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        source_callback_url: str | None = None,
        source_sync_all_folders: Flag | None = None,
        source_sync_flags: Flag | None = None,
        source_raw_file_list: Flag | None = None,
        status_callback_url: str | None = None,
        source_expunge_on_deleted_flag: Flag | None = None,
        source_sync_folders: str | None = None,
        service_level: ServiceLevel | None = None,
    ) -> ConnectTokenCreated:
        """Make a connect token for an account.

        Makes a token with which the person behind the account can connect one more mailbox. The person's
        browser must be sent to the answer's `browser_redirect_url`; using the token adds a source to the
        account and makes no other account. With a whole address in `email`, the page that asks for
        address and names is left out. A token that stays unused is purged 24 hours after it was made.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            callback_url: Address to which the person's browser is sent in the end, with the token in
                the query parameter `contextio_token`.
            email: Mail address of the mailbox to connect, or just @ and a domain as a hint at the
                provider.
            first_name: Given name of the person.
            last_name: Family name of the person.
            source_callback_url: Address that is told when the first synchronisation is finished.
            source_sync_all_folders: With 1, folders for deleted mail, drafts and the like are
                synchronised as well.
            source_sync_flags: With 1, the flags for read and flagged messages are synchronised.
            source_raw_file_list: With 1, lists of files also show pictures of signatures and the
                like.
            status_callback_url: Address that is told when the source's state changes.
            source_expunge_on_deleted_flag: With 1, messages that carry the IMAP flag `\\Deleted` do
                not show.
            source_sync_folders: Special-use folders to synchronise, separated by commas, such as
                `All,Trash`.
            service_level: Tier under which the source will be billed, dropped before the end.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(service_level=service_level)
        return self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "callback_url": callback_url,
                    "email": email,
                    "first_name": first_name,
                    "last_name": last_name,
                    "source_callback_url": source_callback_url,
                    "source_sync_all_folders": source_sync_all_folders,
                    "source_sync_flags": source_sync_flags,
                    "source_raw_file_list": source_raw_file_list,
                    "status_callback_url": status_callback_url,
                    "source_expunge_on_deleted_flag": source_expunge_on_deleted_flag,
                    "source_sync_folders": source_sync_folders,
                    "service_level": service_level,
                },
            )
        )

    def get(
        self,
        id: str,
        token: str,
    ) -> ConnectToken:
        """Read a connect token of an account.

        Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
        `id`. A token of another account answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "token": token}))

    def delete(
        self,
        id: str,
        token: str,
    ) -> ConnectTokenDeleted:
        """Discard a connect token of an account.

        Removes the token. Afterwards it answers 404; what was made through it stays.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "token": token}))

    @cached_property
    def with_raw_response(self) -> AccountConnectTokensWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AccountConnectTokensWithRawResponse(AccountConnectTokens(self._send_raw, self._send_raw))


class AccountConnectTokensWithRawResponse:
    """The methods of `AccountConnectTokens`, which return status, headers and body."""

    def __init__(self, page: AccountConnectTokens) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.delete = raw(page.delete)


class AsyncAccountConnectTokens:
    """Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
    of the `connect_tokens` page; completing it makes a source and no account.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        id: str,
    ) -> builtins.list[ConnectToken]:
        """List the connect tokens of an account.

        Answers the tokens that were made for this account, used and unused ones, oldest first, as a bare
        array that is not divided into pages and knows no filters.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST, path={"id": id}))

    async def create(
        self,
        id: str,
        *,
        callback_url: str,
        email: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        source_callback_url: str | None = None,
        source_sync_all_folders: Flag | None = None,
        source_sync_flags: Flag | None = None,
        source_raw_file_list: Flag | None = None,
        status_callback_url: str | None = None,
        source_expunge_on_deleted_flag: Flag | None = None,
        source_sync_folders: str | None = None,
        service_level: ServiceLevel | None = None,
    ) -> ConnectTokenCreated:
        """Make a connect token for an account.

        Makes a token with which the person behind the account can connect one more mailbox. The person's
        browser must be sent to the answer's `browser_redirect_url`; using the token adds a source to the
        account and makes no other account. With a whole address in `email`, the page that asks for
        address and names is left out. A token that stays unused is purged 24 hours after it was made.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            callback_url: Address to which the person's browser is sent in the end, with the token in
                the query parameter `contextio_token`.
            email: Mail address of the mailbox to connect, or just @ and a domain as a hint at the
                provider.
            first_name: Given name of the person.
            last_name: Family name of the person.
            source_callback_url: Address that is told when the first synchronisation is finished.
            source_sync_all_folders: With 1, folders for deleted mail, drafts and the like are
                synchronised as well.
            source_sync_flags: With 1, the flags for read and flagged messages are synchronised.
            source_raw_file_list: With 1, lists of files also show pictures of signatures and the
                like.
            status_callback_url: Address that is told when the source's state changes.
            source_expunge_on_deleted_flag: With 1, messages that carry the IMAP flag `\\Deleted` do
                not show.
            source_sync_folders: Special-use folders to synchronise, separated by commas, such as
                `All,Trash`.
            service_level: Tier under which the source will be billed, dropped before the end.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(service_level=service_level)
        return await self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "callback_url": callback_url,
                    "email": email,
                    "first_name": first_name,
                    "last_name": last_name,
                    "source_callback_url": source_callback_url,
                    "source_sync_all_folders": source_sync_all_folders,
                    "source_sync_flags": source_sync_flags,
                    "source_raw_file_list": source_raw_file_list,
                    "status_callback_url": status_callback_url,
                    "source_expunge_on_deleted_flag": source_expunge_on_deleted_flag,
                    "source_sync_folders": source_sync_folders,
                    "service_level": service_level,
                },
            )
        )

    async def get(
        self,
        id: str,
        token: str,
    ) -> ConnectToken:
        """Read a connect token of an account.

        Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
        `id`. A token of another account answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "token": token}))

    async def delete(
        self,
        id: str,
        token: str,
    ) -> ConnectTokenDeleted:
        """Discard a connect token of an account.

        Removes the token. Afterwards it answers 404; what was made through it stays.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "token": token}))

    @cached_property
    def with_raw_response(self) -> AsyncAccountConnectTokensWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncAccountConnectTokensWithRawResponse(
            AsyncAccountConnectTokens(self._send_raw, self._send_raw)
        )


class AsyncAccountConnectTokensWithRawResponse:
    """The methods of `AsyncAccountConnectTokens`, which return status, headers and body."""

    def __init__(self, page: AsyncAccountConnectTokens) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.delete = async_raw(page.delete)
