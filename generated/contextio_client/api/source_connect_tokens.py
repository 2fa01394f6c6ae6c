"""Operations of the page `source_connect_tokens`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property

from contextio_models import (
    ConnectToken,
    ConnectTokenCreated,
    ConnectTokenDeleted,
    Error,
    Failure,
)

from contextio_client.call import Call
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
    "/accounts/{id}/sources/{label}/connect_tokens",
    list[ConnectToken],
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="source_connect_tokens_list",
)
_CREATE: Operation[ConnectTokenCreated] = Operation(
    "POST",
    "/accounts/{id}/sources/{label}/connect_tokens",
    ConnectTokenCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="source_connect_tokens_create",
)
_GET: Operation[ConnectToken] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}/connect_tokens/{token}",
    ConnectToken,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="source_connect_tokens_get",
)
_DELETE: Operation[ConnectTokenDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/sources/{label}/connect_tokens/{token}",
    ConnectTokenDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="source_connect_tokens_delete",
)


class SourceConnectTokens:
    """Connect tokens that connect a mailbox again, such as after its password has changed. They follow the
    connect flow of the `connect_tokens` page; completing it changes the source and makes no other one.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        id: str,
        label: str,
    ) -> builtins.list[ConnectToken]:
        """List the connect tokens of a source.

        Answers the tokens that were made for this source, used and unused ones, oldest first, as a bare
        array that is not divided into pages and knows no filters.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST, path={"id": id, "label": label}))

    def create(
        self,
        id: str,
        label: str,
        *,
        callback_url: str,
    ) -> ConnectTokenCreated:
        """Make a connect token for a source.

        Makes a token with which the person behind the account can connect this mailbox again, as after a
        change of its password. The person's browser must be sent to the answer's `browser_redirect_url`.
        A token that stays unused is purged 24 hours after it was made.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            callback_url: Address to which the person's browser is sent in the end, with the token in
                the query parameter `contextio_token`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_CREATE, path={"id": id, "label": label}, form={"callback_url": callback_url}))

    def get(
        self,
        id: str,
        label: str,
        token: str,
    ) -> ConnectToken:
        """Read a connect token of a source.

        Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
        `id`. A token of another source answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "label": label, "token": token}))

    def delete(
        self,
        id: str,
        label: str,
        token: str,
    ) -> ConnectTokenDeleted:
        """Discard a connect token of a source.

        Removes the token. Afterwards it answers 404; the source stays as it is.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "label": label, "token": token}))

    @cached_property
    def with_raw_response(self) -> SourceConnectTokensWithRawResponse:
        """The same methods, which return status, headers and body."""
        return SourceConnectTokensWithRawResponse(SourceConnectTokens(self._send_raw, self._send_raw))


class SourceConnectTokensWithRawResponse:
    """The methods of `SourceConnectTokens`, which return status, headers and body."""

    def __init__(self, page: SourceConnectTokens) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.delete = raw(page.delete)


class AsyncSourceConnectTokens:
    """Connect tokens that connect a mailbox again, such as after its password has changed. They follow the
    connect flow of the `connect_tokens` page; completing it changes the source and makes no other one.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        id: str,
        label: str,
    ) -> builtins.list[ConnectToken]:
        """List the connect tokens of a source.

        Answers the tokens that were made for this source, used and unused ones, oldest first, as a bare
        array that is not divided into pages and knows no filters.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST, path={"id": id, "label": label}))

    async def create(
        self,
        id: str,
        label: str,
        *,
        callback_url: str,
    ) -> ConnectTokenCreated:
        """Make a connect token for a source.

        Makes a token with which the person behind the account can connect this mailbox again, as after a
        change of its password. The person's browser must be sent to the answer's `browser_redirect_url`.
        A token that stays unused is purged 24 hours after it was made.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            callback_url: Address to which the person's browser is sent in the end, with the token in
                the query parameter `contextio_token`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_CREATE, path={"id": id, "label": label}, form={"callback_url": callback_url})
        )

    async def get(
        self,
        id: str,
        label: str,
        token: str,
    ) -> ConnectToken:
        """Read a connect token of a source.

        Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
        `id`. A token of another source answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "label": label, "token": token}))

    async def delete(
        self,
        id: str,
        label: str,
        token: str,
    ) -> ConnectTokenDeleted:
        """Discard a connect token of a source.

        Removes the token. Afterwards it answers 404; the source stays as it is.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            token: Identifier of a connect token that was made with the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "label": label, "token": token}))

    @cached_property
    def with_raw_response(self) -> AsyncSourceConnectTokensWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncSourceConnectTokensWithRawResponse(
            AsyncSourceConnectTokens(self._send_raw, self._send_raw)
        )


class AsyncSourceConnectTokensWithRawResponse:
    """The methods of `AsyncSourceConnectTokens`, which return status, headers and body."""

    def __init__(self, page: AsyncSourceConnectTokens) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.delete = async_raw(page.delete)
