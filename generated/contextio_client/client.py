"""The clients `ContextIO` and `AsyncContextIO`. Generated from the description; not to be edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import httpx

from contextio_client.attempts import Attempt
from contextio_client.auth import OAuth1
from contextio_client.base_client import AsyncBaseClient, BaseClient
from contextio_client.operation import Answer
from contextio_client.options import Options, read_base_url, read_keys
from contextio_client.uploads import FileInput, Upload

if TYPE_CHECKING:
    from contextio_client.api.account_connect_tokens import AccountConnectTokens, AsyncAccountConnectTokens
    from contextio_client.api.accounts import Accounts, AsyncAccounts
    from contextio_client.api.app import App, AsyncApp
    from contextio_client.api.connect_tokens import AsyncConnectTokens, ConnectTokens
    from contextio_client.api.contacts import AsyncContacts, Contacts
    from contextio_client.api.discovery import AsyncDiscovery, Discovery
    from contextio_client.api.email_addresses import AsyncEmailAddresses, EmailAddresses
    from contextio_client.api.files import AsyncFiles, Files
    from contextio_client.api.messages import AsyncMessages, Messages
    from contextio_client.api.oauth_providers import AsyncOauthProviders, OauthProviders
    from contextio_client.api.source_connect_tokens import AsyncSourceConnectTokens, SourceConnectTokens
    from contextio_client.api.source_folders import AsyncSourceFolders, SourceFolders
    from contextio_client.api.sources import AsyncSources, Sources
    from contextio_client.api.sync import AsyncSync, Sync
    from contextio_client.api.threads import AsyncThreads, Threads
    from contextio_client.api.webhooks import AsyncWebhooks, Webhooks


class ContextIO(BaseClient):
    """Context.IO API, synchronous.

    - `accounts`: People whose mail an application works with.
    - `account_connect_tokens`: Connect tokens that add one more mailbox to an account that exists.
    - `email_addresses`: The mail addresses of the person behind an account.
    - `sources`: The mailboxes of an account.
    - `source_folders`: The folders of a mailbox on its mail server.
    - `source_connect_tokens`: Connect tokens that connect a mailbox again, such as after its password has changed.
    - `sync`: Synchronisation of mailboxes.
    - `messages`: The mail of an account.
    - `threads`: Gmail's conversations.
    - `files`: Files that are attached to the mail of an account.
    - `contacts`: People whom the owner of an account exchanges mail with, counted over all of its sources.
    - `webhooks`: Being told of mail as it arrives.
    - `connect_tokens`: Connect tokens that make a new account with its first source.
    - `discovery`: Settings of the mailbox behind a mail address, so that a person need not know them.
    - `oauth_providers`: OAuth clients that the application itself has at mail providers.
    - `app`: Settings and logs of a consumer key.

    Use it with `with`, or close it with `close()`.
    """

    def __init__(
        self,
        consumer_key: str | None = None,
        consumer_secret: str | None = None,
        *,
        base_url: str | httpx.URL | None = None,
        timeout: float = 60.0,
        connect_timeout: float = 10.0,
        read_timeout: float | None = None,
        max_retries: int = 2,
        retry_writes: bool = False,
        strict: bool = False,
        max_answer_bytes: int = 100 * 1024 * 1024,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, str | int] | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Configure a client; nothing is sent yet.

        Args:
            consumer_key: the OAuth consumer key; by default that of `CONTEXTIO_CONSUMER_KEY`.
            consumer_secret: the OAuth consumer secret, which is never sent; by default that of
                `CONTEXTIO_CONSUMER_SECRET`.
            base_url: the URL of the deployment, up to and including the version segment; by default that of
                `CONTEXTIO_BASE_URL`, or https://api.context.io/2.0.
            timeout: how many seconds a call may take in all, with its retries and the last byte of the answer.
            connect_timeout: how many seconds each attempt may take to connect.
            read_timeout: how many seconds may pass without a byte of the answer; None for as many as the call has.
            max_retries: how often a read is retried after a lost connection, 408, 429 or 5xx.
            retry_writes: whether writes are retried as well; they may then happen twice.
            strict: whether an answer that is not as described is an error. Otherwise such values are kept as they were
                sent, and required fields that are missing are None. A warning is logged then.
            max_answer_bytes: how many bytes an answer may have, but for streams, after decompression.
            default_headers: header fields of every request.
            default_query: query parameters of every request, unless a call gives them.
            on_attempt: a function that is called after each attempt, for tracing and metrics.
            http_client: an `httpx.Client` to send with, which you close yourself. Only its connections and its event
                hooks are used: its headers, cookies, parameters and credentials are not sent.
            transport: an httpx transport in place of the network, such as `httpx.MockTransport`.

        Raises:
            MissingKeysError: if key or secret is neither given nor in the environment.
            TypeError: if an option has another type.
            ValueError: if an option is out of its range, or both a client and a transport are given.
        """
        self._auth = OAuth1(*read_keys(consumer_key, consumer_secret))
        self._base_url = read_base_url(base_url)
        self._options = Options(
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            max_retries=max_retries,
            retry_writes=retry_writes,
            strict=strict,
            max_answer_bytes=max_answer_bytes,
            default_headers=default_headers or {},
            default_query=default_query or {},
            on_attempt=on_attempt,
        )
        self._set_http(http_client, transport)

    @cached_property
    def accounts(self) -> Accounts:
        """People whose mail an application works with. An account belongs to the consumer key that created
        it and is invisible to every other key.
        """
        from contextio_client.api.accounts import Accounts

        return Accounts(self._send, self._send_raw)

    @cached_property
    def account_connect_tokens(self) -> AccountConnectTokens:
        """Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
        of the `connect_tokens` page; completing it makes a source and no account.
        """
        from contextio_client.api.account_connect_tokens import AccountConnectTokens

        return AccountConnectTokens(self._send, self._send_raw)

    @cached_property
    def email_addresses(self) -> EmailAddresses:
        """The mail addresses of the person behind an account. They keep a person's own aliases out of the
        account's contacts.
        """
        from contextio_client.api.email_addresses import EmailAddresses

        return EmailAddresses(self._send, self._send_raw)

    @cached_property
    def sources(self) -> Sources:
        """The mailboxes of an account. All other data of the account is drawn from all of its sources
        together, so two mailboxes that are to be searched apart need two accounts.
        """
        from contextio_client.api.sources import Sources

        return Sources(self._send, self._send_raw)

    @cached_property
    def source_folders(self) -> SourceFolders:
        """The folders of a mailbox on its mail server. They are created and deleted there, and their mail can be
        listed as it is at this moment.
        """
        from contextio_client.api.source_folders import SourceFolders

        return SourceFolders(self._send, self._send_raw)

    @cached_property
    def source_connect_tokens(self) -> SourceConnectTokens:
        """Connect tokens that connect a mailbox again, such as after its password has changed. They follow the
        connect flow of the `connect_tokens` page; completing it changes the source and makes no other one.
        """
        from contextio_client.api.source_connect_tokens import SourceConnectTokens

        return SourceConnectTokens(self._send, self._send_raw)

    @cached_property
    def sync(self) -> Sync:
        """Synchronisation of mailboxes. The service does it by itself from time to time; here it tells when it did,
        and can be asked to do it now.
        """
        from contextio_client.api.sync import Sync

        return Sync(self._send, self._send_raw)

    @cached_property
    def messages(self) -> Messages:
        """The mail of an account. A message that lies in several folders or sources is one message. What describes it
        is stored; its text, flags, headers and source are fetched from the mail server when they are asked for.
        """
        from contextio_client.api.messages import Messages

        return Messages(self._send, self._send_raw)

    @cached_property
    def threads(self) -> Threads:
        """Gmail's conversations. Lists of them hold their addresses, and each reads as an object with its messages."""
        from contextio_client.api.threads import Threads

        return Threads(self._send, self._send_raw)

    @cached_property
    def files(self) -> Files:
        """Files that are attached to the mail of an account. Their records are stored; their content is fetched from
        the mail server when it is asked for.
        """
        from contextio_client.api.files import Files

        return Files(self._send, self._send_raw)

    @cached_property
    def contacts(self) -> Contacts:
        """People whom the owner of an account exchanges mail with, counted over all of its sources. Nobody enters
        them: the addresses of the mail make them.
        """
        from contextio_client.api.contacts import Contacts

        return Contacts(self._send, self._send_raw)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Being told of mail as it arrives. A webhook watches one account, or all accounts of the consumer key, and
        POSTs each message that passes its filters to the application.
        """
        from contextio_client.api.webhooks import Webhooks

        return Webhooks(self._send, self._send_raw)

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

        return ConnectTokens(self._send, self._send_raw)

    @cached_property
    def discovery(self) -> Discovery:
        """Settings of the mailbox behind a mail address, so that a person need not know them."""
        from contextio_client.api.discovery import Discovery

        return Discovery(self._send, self._send_raw)

    @cached_property
    def oauth_providers(self) -> OauthProviders:
        """OAuth clients that the application itself has at mail providers. Registered here, they let sources be
        attached with tokens of such a client in place of a mail password.
        """
        from contextio_client.api.oauth_providers import OauthProviders

        return OauthProviders(self._send, self._send_raw)

    @cached_property
    def app(self) -> App:
        """Settings and logs of a consumer key. They lie beside `/2.0` and not below it, so they have a server entry
        of their own.
        """
        from contextio_client.api.app import App

        return App(self._send, self._send_raw)

    def with_options(
        self,
        *,
        base_url: str | httpx.URL | None = None,
        consumer_key: str | None = None,
        consumer_secret: str | None = None,
        timeout: float | None = None,
        connect_timeout: float | None = None,
        read_timeout: float | None = None,
        max_retries: int | None = None,
        retry_writes: bool | None = None,
        strict: bool | None = None,
        max_answer_bytes: int | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, str | int] | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
        extra_query: Mapping[str, str | int] | None = None,
        extra_form: Mapping[str, str | int] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a client with other options, which shares the connections of this one.

        Options are as for a new client, and None keeps them. `default_…` are added to those of this client;
        `extra_…` are sent beside the arguments of each call. Closing the new client leaves the connections open.

        Raises:
            TypeError: if an option has another type.
            ValueError: if an option is out of its range.
        """
        options = self._options.merge(
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            max_retries=max_retries,
            retry_writes=retry_writes,
            strict=strict,
            max_answer_bytes=max_answer_bytes,
            default_headers=default_headers,
            default_query=default_query,
            on_attempt=on_attempt,
            extra_query=extra_query,
            extra_form=extra_form,
            extra_headers=extra_headers,
        )
        return self._copy(options, base_url, consumer_key, consumer_secret)

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        form: Mapping[str, str | int] | None = None,
        json: object = None,
        content: bytes | str | None = None,
        files: Mapping[str, FileInput | Upload] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer[Any]:
        """Call an operation that is not described; it is signed and retried like the others.

        Args:
            method: the HTTP method. GET and HEAD count as reads.
            path: the path below the base URL, from its slash on.
            query: the query parameters.
            form: the fields of the form.
            json: what is sent as JSON, also models and lists of them.
            content: bytes or a text that are sent as they are; name their type in `headers`.
            files: files that are sent in a multipart form, together with `form`.
            headers: header fields.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
            TypeError: if something cannot be sent.
            ValueError: if the path leads elsewhere, or several bodies are given.
        """
        from contextio_client.undescribed import undescribed_call

        call = undescribed_call(
            method, path, query=query, form=form, json=json, content=content, files=files, headers=headers
        )
        return self._answer(call)


class AsyncContextIO(AsyncBaseClient):
    """Context.IO API, asynchronous.

    - `accounts`: People whose mail an application works with.
    - `account_connect_tokens`: Connect tokens that add one more mailbox to an account that exists.
    - `email_addresses`: The mail addresses of the person behind an account.
    - `sources`: The mailboxes of an account.
    - `source_folders`: The folders of a mailbox on its mail server.
    - `source_connect_tokens`: Connect tokens that connect a mailbox again, such as after its password has changed.
    - `sync`: Synchronisation of mailboxes.
    - `messages`: The mail of an account.
    - `threads`: Gmail's conversations.
    - `files`: Files that are attached to the mail of an account.
    - `contacts`: People whom the owner of an account exchanges mail with, counted over all of its sources.
    - `webhooks`: Being told of mail as it arrives.
    - `connect_tokens`: Connect tokens that make a new account with its first source.
    - `discovery`: Settings of the mailbox behind a mail address, so that a person need not know them.
    - `oauth_providers`: OAuth clients that the application itself has at mail providers.
    - `app`: Settings and logs of a consumer key.

    Use it with `async with`, or close it with `await aclose()`.
    """

    def __init__(
        self,
        consumer_key: str | None = None,
        consumer_secret: str | None = None,
        *,
        base_url: str | httpx.URL | None = None,
        timeout: float = 60.0,
        connect_timeout: float = 10.0,
        read_timeout: float | None = None,
        max_retries: int = 2,
        retry_writes: bool = False,
        strict: bool = False,
        max_answer_bytes: int = 100 * 1024 * 1024,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, str | int] | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Configure a client; nothing is sent yet.

        Args:
            consumer_key: the OAuth consumer key; by default that of `CONTEXTIO_CONSUMER_KEY`.
            consumer_secret: the OAuth consumer secret, which is never sent; by default that of
                `CONTEXTIO_CONSUMER_SECRET`.
            base_url: the URL of the deployment, up to and including the version segment; by default that of
                `CONTEXTIO_BASE_URL`, or https://api.context.io/2.0.
            timeout: how many seconds a call may take in all, with its retries and the last byte of the answer.
            connect_timeout: how many seconds each attempt may take to connect.
            read_timeout: how many seconds may pass without a byte of the answer; None for as many as the call has.
            max_retries: how often a read is retried after a lost connection, 408, 429 or 5xx.
            retry_writes: whether writes are retried as well; they may then happen twice.
            strict: whether an answer that is not as described is an error. Otherwise such values are kept as they were
                sent, and required fields that are missing are None. A warning is logged then.
            max_answer_bytes: how many bytes an answer may have, but for streams, after decompression.
            default_headers: header fields of every request.
            default_query: query parameters of every request, unless a call gives them.
            on_attempt: a function that is called after each attempt, for tracing and metrics.
            http_client: an `httpx.AsyncClient` to send with, which you close yourself. Only its connections and its event
                hooks are used: its headers, cookies, parameters and credentials are not sent.
            transport: an httpx transport in place of the network, such as `httpx.MockTransport`.

        Raises:
            MissingKeysError: if key or secret is neither given nor in the environment.
            TypeError: if an option has another type.
            ValueError: if an option is out of its range, or both a client and a transport are given.
        """
        self._auth = OAuth1(*read_keys(consumer_key, consumer_secret))
        self._base_url = read_base_url(base_url)
        self._options = Options(
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            max_retries=max_retries,
            retry_writes=retry_writes,
            strict=strict,
            max_answer_bytes=max_answer_bytes,
            default_headers=default_headers or {},
            default_query=default_query or {},
            on_attempt=on_attempt,
        )
        self._set_http(http_client, transport)

    @cached_property
    def accounts(self) -> AsyncAccounts:
        """People whose mail an application works with. An account belongs to the consumer key that created
        it and is invisible to every other key.
        """
        from contextio_client.api.accounts import AsyncAccounts

        return AsyncAccounts(self._send, self._send_raw)

    @cached_property
    def account_connect_tokens(self) -> AsyncAccountConnectTokens:
        """Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
        of the `connect_tokens` page; completing it makes a source and no account.
        """
        from contextio_client.api.account_connect_tokens import AsyncAccountConnectTokens

        return AsyncAccountConnectTokens(self._send, self._send_raw)

    @cached_property
    def email_addresses(self) -> AsyncEmailAddresses:
        """The mail addresses of the person behind an account. They keep a person's own aliases out of the
        account's contacts.
        """
        from contextio_client.api.email_addresses import AsyncEmailAddresses

        return AsyncEmailAddresses(self._send, self._send_raw)

    @cached_property
    def sources(self) -> AsyncSources:
        """The mailboxes of an account. All other data of the account is drawn from all of its sources
        together, so two mailboxes that are to be searched apart need two accounts.
        """
        from contextio_client.api.sources import AsyncSources

        return AsyncSources(self._send, self._send_raw)

    @cached_property
    def source_folders(self) -> AsyncSourceFolders:
        """The folders of a mailbox on its mail server. They are created and deleted there, and their mail can be
        listed as it is at this moment.
        """
        from contextio_client.api.source_folders import AsyncSourceFolders

        return AsyncSourceFolders(self._send, self._send_raw)

    @cached_property
    def source_connect_tokens(self) -> AsyncSourceConnectTokens:
        """Connect tokens that connect a mailbox again, such as after its password has changed. They follow the
        connect flow of the `connect_tokens` page; completing it changes the source and makes no other one.
        """
        from contextio_client.api.source_connect_tokens import AsyncSourceConnectTokens

        return AsyncSourceConnectTokens(self._send, self._send_raw)

    @cached_property
    def sync(self) -> AsyncSync:
        """Synchronisation of mailboxes. The service does it by itself from time to time; here it tells when it did,
        and can be asked to do it now.
        """
        from contextio_client.api.sync import AsyncSync

        return AsyncSync(self._send, self._send_raw)

    @cached_property
    def messages(self) -> AsyncMessages:
        """The mail of an account. A message that lies in several folders or sources is one message. What describes it
        is stored; its text, flags, headers and source are fetched from the mail server when they are asked for.
        """
        from contextio_client.api.messages import AsyncMessages

        return AsyncMessages(self._send, self._send_raw)

    @cached_property
    def threads(self) -> AsyncThreads:
        """Gmail's conversations. Lists of them hold their addresses, and each reads as an object with its messages."""
        from contextio_client.api.threads import AsyncThreads

        return AsyncThreads(self._send, self._send_raw)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files that are attached to the mail of an account. Their records are stored; their content is fetched from
        the mail server when it is asked for.
        """
        from contextio_client.api.files import AsyncFiles

        return AsyncFiles(self._send, self._send_raw)

    @cached_property
    def contacts(self) -> AsyncContacts:
        """People whom the owner of an account exchanges mail with, counted over all of its sources. Nobody enters
        them: the addresses of the mail make them.
        """
        from contextio_client.api.contacts import AsyncContacts

        return AsyncContacts(self._send, self._send_raw)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Being told of mail as it arrives. A webhook watches one account, or all accounts of the consumer key, and
        POSTs each message that passes its filters to the application.
        """
        from contextio_client.api.webhooks import AsyncWebhooks

        return AsyncWebhooks(self._send, self._send_raw)

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

        return AsyncConnectTokens(self._send, self._send_raw)

    @cached_property
    def discovery(self) -> AsyncDiscovery:
        """Settings of the mailbox behind a mail address, so that a person need not know them."""
        from contextio_client.api.discovery import AsyncDiscovery

        return AsyncDiscovery(self._send, self._send_raw)

    @cached_property
    def oauth_providers(self) -> AsyncOauthProviders:
        """OAuth clients that the application itself has at mail providers. Registered here, they let sources be
        attached with tokens of such a client in place of a mail password.
        """
        from contextio_client.api.oauth_providers import AsyncOauthProviders

        return AsyncOauthProviders(self._send, self._send_raw)

    @cached_property
    def app(self) -> AsyncApp:
        """Settings and logs of a consumer key. They lie beside `/2.0` and not below it, so they have a server entry
        of their own.
        """
        from contextio_client.api.app import AsyncApp

        return AsyncApp(self._send, self._send_raw)

    def with_options(
        self,
        *,
        base_url: str | httpx.URL | None = None,
        consumer_key: str | None = None,
        consumer_secret: str | None = None,
        timeout: float | None = None,
        connect_timeout: float | None = None,
        read_timeout: float | None = None,
        max_retries: int | None = None,
        retry_writes: bool | None = None,
        strict: bool | None = None,
        max_answer_bytes: int | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, str | int] | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
        extra_query: Mapping[str, str | int] | None = None,
        extra_form: Mapping[str, str | int] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a client with other options, which shares the connections of this one.

        Options are as for a new client, and None keeps them. `default_…` are added to those of this client;
        `extra_…` are sent beside the arguments of each call. Closing the new client leaves the connections open.

        Raises:
            TypeError: if an option has another type.
            ValueError: if an option is out of its range.
        """
        options = self._options.merge(
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            max_retries=max_retries,
            retry_writes=retry_writes,
            strict=strict,
            max_answer_bytes=max_answer_bytes,
            default_headers=default_headers,
            default_query=default_query,
            on_attempt=on_attempt,
            extra_query=extra_query,
            extra_form=extra_form,
            extra_headers=extra_headers,
        )
        return self._copy(options, base_url, consumer_key, consumer_secret)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        form: Mapping[str, str | int] | None = None,
        json: object = None,
        content: bytes | str | None = None,
        files: Mapping[str, FileInput | Upload] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer[Any]:
        """Call an operation that is not described; it is signed and retried like the others.

        Args:
            method: the HTTP method. GET and HEAD count as reads.
            path: the path below the base URL, from its slash on.
            query: the query parameters.
            form: the fields of the form.
            json: what is sent as JSON, also models and lists of them.
            content: bytes or a text that are sent as they are; name their type in `headers`.
            files: files that are sent in a multipart form, together with `form`.
            headers: header fields.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
            TypeError: if something cannot be sent.
            ValueError: if the path leads elsewhere, or several bodies are given.
        """
        from contextio_client.undescribed import undescribed_call

        call = undescribed_call(
            method, path, query=query, form=form, json=json, content=content, files=files, headers=headers
        )
        return await self._answer(call)
