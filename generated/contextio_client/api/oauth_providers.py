"""Operations of the page `oauth_providers`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property

from contextio_models import (
    Error,
    Failure,
    OAuthProvider,
    OAuthProviderCreated,
    OAuthProviderDeleted,
    OAuthProviderType,
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

_LIST: Operation[list[OAuthProvider]] = Operation(
    "GET",
    "/oauth_providers",
    list[OAuthProvider],
    {
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="oauth_providers_list",
)
_CREATE: Operation[OAuthProviderCreated] = Operation(
    "POST",
    "/oauth_providers",
    OAuthProviderCreated,
    {
        400: Failure,
        401: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="oauth_providers_create",
)
_GET: Operation[OAuthProvider] = Operation(
    "GET",
    "/oauth_providers/{key}",
    OAuthProvider,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="oauth_providers_get",
)
_DELETE: Operation[OAuthProviderDeleted] = Operation(
    "DELETE",
    "/oauth_providers/{key}",
    OAuthProviderDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="oauth_providers_delete",
)


class OauthProviders:
    """OAuth clients that the application itself has at mail providers. Registered here, they let sources be
    attached with tokens of such a client in place of a mail password.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
    ) -> builtins.list[OAuthProvider]:
        """List the OAuth providers of the consumer key.

        Answers the OAuth clients that were registered with the consumer key, as a bare array that is not
        divided into pages. Their secrets are masked.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST))

    def create(
        self,
        *,
        type: OAuthProviderType,
        provider_consumer_key: str,
        provider_consumer_secret: str,
    ) -> OAuthProviderCreated:
        """Register an OAuth client.

        Registers an OAuth client that the application has at a mail provider. Sources can then be attached
        with tokens that were issued to this client. They name it in their own `provider_consumer_key`. For a key
        that is registered already, this replaces secret and type.

        Args:
            type: The provider, and the version of OAuth.
            provider_consumer_key: Identifier of the client at the provider. It is not of dots alone,
                since it stands in paths.
            provider_consumer_secret: Secret of the client.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _CREATE,
                form={
                    "type": type,
                    "provider_consumer_key": provider_consumer_key,
                    "provider_consumer_secret": provider_consumer_secret,
                },
            )
        )

    def get(
        self,
        key: str,
    ) -> OAuthProvider:
        """Read an OAuth provider.

        Answers the same fields as an element of the list, with the secret masked.

        Args:
            key: The `provider_consumer_key` of an OAuth client that was registered with the consumer
                key, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"key": key}))

    def delete(
        self,
        key: str,
    ) -> OAuthProviderDeleted:
        """Remove an OAuth provider.

        Removes the registration. Afterwards it answers 404. Sources that were attached with tokens of this
        client stay.

        Args:
            key: The `provider_consumer_key` of an OAuth client that was registered with the consumer
                key, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"key": key}))

    @cached_property
    def with_raw_response(self) -> OauthProvidersWithRawResponse:
        """The same methods, which return status, headers and body."""
        return OauthProvidersWithRawResponse(OauthProviders(self._send_raw, self._send_raw))


class OauthProvidersWithRawResponse:
    """The methods of `OauthProviders`, which return status, headers and body."""

    def __init__(self, page: OauthProviders) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.delete = raw(page.delete)


class AsyncOauthProviders:
    """OAuth clients that the application itself has at mail providers. Registered here, they let sources be
    attached with tokens of such a client in place of a mail password.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
    ) -> builtins.list[OAuthProvider]:
        """List the OAuth providers of the consumer key.

        Answers the OAuth clients that were registered with the consumer key, as a bare array that is not
        divided into pages. Their secrets are masked.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST))

    async def create(
        self,
        *,
        type: OAuthProviderType,
        provider_consumer_key: str,
        provider_consumer_secret: str,
    ) -> OAuthProviderCreated:
        """Register an OAuth client.

        Registers an OAuth client that the application has at a mail provider. Sources can then be attached
        with tokens that were issued to this client. They name it in their own `provider_consumer_key`. For a key
        that is registered already, this replaces secret and type.

        Args:
            type: The provider, and the version of OAuth.
            provider_consumer_key: Identifier of the client at the provider. It is not of dots alone,
                since it stands in paths.
            provider_consumer_secret: Secret of the client.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _CREATE,
                form={
                    "type": type,
                    "provider_consumer_key": provider_consumer_key,
                    "provider_consumer_secret": provider_consumer_secret,
                },
            )
        )

    async def get(
        self,
        key: str,
    ) -> OAuthProvider:
        """Read an OAuth provider.

        Answers the same fields as an element of the list, with the secret masked.

        Args:
            key: The `provider_consumer_key` of an OAuth client that was registered with the consumer
                key, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"key": key}))

    async def delete(
        self,
        key: str,
    ) -> OAuthProviderDeleted:
        """Remove an OAuth provider.

        Removes the registration. Afterwards it answers 404. Sources that were attached with tokens of this
        client stay.

        Args:
            key: The `provider_consumer_key` of an OAuth client that was registered with the consumer
                key, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"key": key}))

    @cached_property
    def with_raw_response(self) -> AsyncOauthProvidersWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncOauthProvidersWithRawResponse(AsyncOauthProviders(self._send_raw, self._send_raw))


class AsyncOauthProvidersWithRawResponse:
    """The methods of `AsyncOauthProviders`, which return status, headers and body."""

    def __init__(self, page: AsyncOauthProviders) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.delete = async_raw(page.delete)
