"""Operations of the page `discovery`. Generated from the description; not to be edited."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from contextio_models import (
    DiscoveryResult,
    Error,
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

_GET: Operation[DiscoveryResult] = Operation(
    "GET",
    "/discovery",
    DiscoveryResult,
    {
        400: Error,
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="discovery_get",
)


class Discovery:
    """Settings of the mailbox behind a mail address, so that a person need not know them."""

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def get(
        self,
        *,
        email: str,
        source_type: Literal["IMAP"] | None = None,
    ) -> DiscoveryResult:
        """Find the settings of the mailbox behind a mail address.

        Looks for the IMAP server of a mail address, so that a form can be filled in for the person, and
        tells whether tokens of the provider open the mailbox. Nothing is logged in to, and nothing is
        stored. For an address without a known server the answer is 200, too, and `found` is false.

        Args:
            email: Mail address whose mailbox is looked for.
            source_type: Kind of the mailbox; IMAP is the only one.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, query={"email": email, "source_type": source_type}))

    @cached_property
    def with_raw_response(self) -> DiscoveryWithRawResponse:
        """The same methods, which return status, headers and body."""
        return DiscoveryWithRawResponse(Discovery(self._send_raw, self._send_raw))


class DiscoveryWithRawResponse:
    """The methods of `Discovery`, which return status, headers and body."""

    def __init__(self, page: Discovery) -> None:
        self.get = raw(page.get)


class AsyncDiscovery:
    """Settings of the mailbox behind a mail address, so that a person need not know them."""

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def get(
        self,
        *,
        email: str,
        source_type: Literal["IMAP"] | None = None,
    ) -> DiscoveryResult:
        """Find the settings of the mailbox behind a mail address.

        Looks for the IMAP server of a mail address, so that a form can be filled in for the person, and
        tells whether tokens of the provider open the mailbox. Nothing is logged in to, and nothing is
        stored. For an address without a known server the answer is 200, too, and `found` is false.

        Args:
            email: Mail address whose mailbox is looked for.
            source_type: Kind of the mailbox; IMAP is the only one.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, query={"email": email, "source_type": source_type}))

    @cached_property
    def with_raw_response(self) -> AsyncDiscoveryWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncDiscoveryWithRawResponse(AsyncDiscovery(self._send_raw, self._send_raw))


class AsyncDiscoveryWithRawResponse:
    """The methods of `AsyncDiscovery`, which return status, headers and body."""

    def __init__(self, page: AsyncDiscovery) -> None:
        self.get = async_raw(page.get)
