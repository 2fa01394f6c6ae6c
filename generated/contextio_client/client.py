"""The client's two entrances. Generated from the description; not to be edited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar

import httpx

from contextio_client.auth import OAuth1

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_client.api.account_connect_tokens import AccountConnectTokens, AsyncAccountConnectTokens
    from contextio_client.api.accounts import Accounts, AsyncAccounts
    from contextio_client.api.connect_tokens import AsyncConnectTokens, ConnectTokens
    from contextio_client.api.sources import AsyncSources, Sources
    from contextio_client.operation import Operation

T = TypeVar("T")


class ContextIO:
    """Context.IO API, call by call.

    - `accounts`: People whose mail an application works with.
    - `account_connect_tokens`: Connect tokens that add one more mailbox to an account that exists.
    - `sources`: The mailboxes of an account.
    - `connect_tokens`: Connect tokens that make a new account with its first source.

    Use it in `with`, or close it with `close()`.
    """

    def __init__(
        self,
        consumer_key: str,
        consumer_secret: str,
        *,
        base_url: str = "https://api.context.io/2.0",
        timeout: float = 30.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Open a client; nothing is sent yet.

        Args:
            consumer_key: names the application.
            consumer_secret: what requests are signed with; it is never sent.
            base_url: address of the deployment, up to and including the version segment.
            timeout: seconds to wait for a connection, and between two pieces of an answer.
            transport: what carries the requests, in place of the network.
        """
        self._http = httpx.Client(
            base_url=base_url,
            auth=OAuth1(consumer_key, consumer_secret),
            headers={"Accept": "application/json", "User-Agent": "contextio-client/0.1.0"},
            timeout=timeout,
            transport=transport,
        )

    @cached_property
    def accounts(self) -> Accounts:
        """People whose mail an application works with. An account belongs to the consumer key that created
        it and is invisible to every other key.
        """
        from contextio_client.api.accounts import Accounts

        return Accounts(self._send)

    @cached_property
    def account_connect_tokens(self) -> AccountConnectTokens:
        """Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
        of the `connect_tokens` page; completing it makes a source and no account.
        """
        from contextio_client.api.account_connect_tokens import AccountConnectTokens

        return AccountConnectTokens(self._send)

    @cached_property
    def sources(self) -> Sources:
        """The mailboxes of an account. All other data of the account is drawn from all of its sources
        together, so two mailboxes that are to be searched apart need two accounts.
        """
        from contextio_client.api.sources import Sources

        return Sources(self._send)

    @cached_property
    def connect_tokens(self) -> ConnectTokens:
        """Connect tokens that make a new account with its first source.

        The connect flow has five steps. The application creates a token and gives a `callback_url`. It
        sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
        mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
        `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
        the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
        its creation; a used one never expires.
        """
        from contextio_client.api.connect_tokens import ConnectTokens

        return ConnectTokens(self._send)

    def _send(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str],
        query: Mapping[str, object],
        form: Mapping[str, object] | None,
    ) -> T:
        return operation.read(self._http.request(**operation.request(path, query, form)))

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        """Return the client, which closes at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    def __repr__(self) -> str:
        """Name the deployment and no secret."""
        return f"ContextIO(base_url={str(self._http.base_url)!r})"


class AsyncContextIO:
    """Context.IO API, with calls to be awaited.

    - `accounts`: People whose mail an application works with.
    - `account_connect_tokens`: Connect tokens that add one more mailbox to an account that exists.
    - `sources`: The mailboxes of an account.
    - `connect_tokens`: Connect tokens that make a new account with its first source.

    Use it in `async with`, or close it with `await aclose()`.
    """

    def __init__(
        self,
        consumer_key: str,
        consumer_secret: str,
        *,
        base_url: str = "https://api.context.io/2.0",
        timeout: float = 30.0,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Open a client; nothing is sent yet.

        Args:
            consumer_key: names the application.
            consumer_secret: what requests are signed with; it is never sent.
            base_url: address of the deployment, up to and including the version segment.
            timeout: seconds to wait for a connection, and between two pieces of an answer.
            transport: what carries the requests, in place of the network.
        """
        self._http = httpx.AsyncClient(
            base_url=base_url,
            auth=OAuth1(consumer_key, consumer_secret),
            headers={"Accept": "application/json", "User-Agent": "contextio-client/0.1.0"},
            timeout=timeout,
            transport=transport,
        )

    @cached_property
    def accounts(self) -> AsyncAccounts:
        """People whose mail an application works with. An account belongs to the consumer key that created
        it and is invisible to every other key.
        """
        from contextio_client.api.accounts import AsyncAccounts

        return AsyncAccounts(self._send)

    @cached_property
    def account_connect_tokens(self) -> AsyncAccountConnectTokens:
        """Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
        of the `connect_tokens` page; completing it makes a source and no account.
        """
        from contextio_client.api.account_connect_tokens import AsyncAccountConnectTokens

        return AsyncAccountConnectTokens(self._send)

    @cached_property
    def sources(self) -> AsyncSources:
        """The mailboxes of an account. All other data of the account is drawn from all of its sources
        together, so two mailboxes that are to be searched apart need two accounts.
        """
        from contextio_client.api.sources import AsyncSources

        return AsyncSources(self._send)

    @cached_property
    def connect_tokens(self) -> AsyncConnectTokens:
        """Connect tokens that make a new account with its first source.

        The connect flow has five steps. The application creates a token and gives a `callback_url`. It
        sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
        mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
        `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
        the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
        its creation; a used one never expires.
        """
        from contextio_client.api.connect_tokens import AsyncConnectTokens

        return AsyncConnectTokens(self._send)

    async def _send(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str],
        query: Mapping[str, object],
        form: Mapping[str, object] | None,
    ) -> T:
        return operation.read(await self._http.request(**operation.request(path, query, form)))

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        """Return the client, which closes at the end of the block."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the connections."""
        await self.aclose()

    def __repr__(self) -> str:
        """Name the deployment and no secret."""
        return f"AsyncContextIO(base_url={str(self._http.base_url)!r})"
