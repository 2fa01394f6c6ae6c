"""Operations of the page `connect_tokens`. Generated from the description; not to be edited."""

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
    "/connect_tokens",
    list[ConnectToken],
    {
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="connect_tokens_list",
)
_CREATE: Operation[ConnectTokenCreated] = Operation(
    "POST",
    "/connect_tokens",
    ConnectTokenCreated,
    {
        400: Failure,
        401: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="connect_tokens_create",
)
_GET: Operation[ConnectToken] = Operation(
    "GET",
    "/connect_tokens/{token}",
    ConnectToken,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="connect_tokens_get",
)
_DELETE: Operation[ConnectTokenDeleted] = Operation(
    "DELETE",
    "/connect_tokens/{token}",
    ConnectTokenDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="connect_tokens_delete",
)


class ConnectTokens:
    """Connect tokens that make a new account with its first source.

    The connect flow has five steps. The application creates a token and gives a `callback_url`. It
    sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
    mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
    `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
    the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
    its creation; a used one never expires.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
    ) -> builtins.list[ConnectToken]:
        """List the connect tokens of the consumer key.

        Answers the tokens that were made with the consumer key, used and unused ones, oldest first, as a
        bare array that is not divided into pages and knows no filters.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST))

    def create(
        self,
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
        """Make a connect token.

        Makes a token with which a person can connect a mailbox, out of which come an account and a source.
        The person's browser must be sent to the answer's `browser_redirect_url`. With a whole address
        in `email`, the page that asks for address and names is left out. A token that stays unused is purged 24 hours after it
        was made.

        Args:
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
        token: str,
    ) -> ConnectToken:
        """Read a connect token.

        Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
        `id`.

        Args:
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"token": token}))

    def delete(
        self,
        token: str,
    ) -> ConnectTokenDeleted:
        """Discard a connect token.

        Removes the token. Afterwards it answers 404; what was made through it stays.

        Args:
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"token": token}))

    @cached_property
    def with_raw_response(self) -> ConnectTokensWithRawResponse:
        """The same methods, which return status, headers and body."""
        return ConnectTokensWithRawResponse(ConnectTokens(self._send_raw, self._send_raw))


class ConnectTokensWithRawResponse:
    """The methods of `ConnectTokens`, which return status, headers and body."""

    def __init__(self, page: ConnectTokens) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.delete = raw(page.delete)


class AsyncConnectTokens:
    """Connect tokens that make a new account with its first source.

    The connect flow has five steps. The application creates a token and gives a `callback_url`. It
    sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
    mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
    `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
    the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
    its creation; a used one never expires.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
    ) -> builtins.list[ConnectToken]:
        """List the connect tokens of the consumer key.

        Answers the tokens that were made with the consumer key, used and unused ones, oldest first, as a
        bare array that is not divided into pages and knows no filters.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST))

    async def create(
        self,
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
        """Make a connect token.

        Makes a token with which a person can connect a mailbox, out of which come an account and a source.
        The person's browser must be sent to the answer's `browser_redirect_url`. With a whole address
        in `email`, the page that asks for address and names is left out. A token that stays unused is purged 24 hours after it
        was made.

        Args:
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
        token: str,
    ) -> ConnectToken:
        """Read a connect token.

        Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
        `id`.

        Args:
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"token": token}))

    async def delete(
        self,
        token: str,
    ) -> ConnectTokenDeleted:
        """Discard a connect token.

        Removes the token. Afterwards it answers 404; what was made through it stays.

        Args:
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"token": token}))

    @cached_property
    def with_raw_response(self) -> AsyncConnectTokensWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncConnectTokensWithRawResponse(AsyncConnectTokens(self._send_raw, self._send_raw))


class AsyncConnectTokensWithRawResponse:
    """The methods of `AsyncConnectTokens`, which return status, headers and body."""

    def __init__(self, page: AsyncConnectTokens) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.delete = async_raw(page.delete)
