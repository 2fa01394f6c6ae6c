"""Operations of the page `sync`. Generated from the description; not to be edited."""

from __future__ import annotations

from functools import cached_property

from contextio_models import (
    AccountSync,
    Error,
    Failure,
    SourceSync,
    SyncStarted,
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

_GET_SOURCE: Operation[SourceSync] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}/sync",
    SourceSync,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="sync_get_source",
)
_START_SOURCE: Operation[SyncStarted] = Operation(
    "POST",
    "/accounts/{id}/sources/{label}/sync",
    SyncStarted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="sync_start_source",
)
_GET: Operation[AccountSync] = Operation(
    "GET",
    "/accounts/{id}/sync",
    AccountSync,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="sync_get",
)
_START: Operation[SyncStarted] = Operation(
    "POST",
    "/accounts/{id}/sync",
    SyncStarted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="sync_start",
)


class Sync:
    """Synchronisation of mailboxes. The service does it by itself from time to time; here it tells when it did,
    and can be asked to do it now.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def get_source(
        self,
        id: str,
        label: str,
    ) -> SourceSync:
        """Read when a source was synchronised.

        Answers a map from the name of each folder of the source to the times of its latest synchronisation.
        Before the first one it is empty.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET_SOURCE, path={"id": id, "label": label}))

    def start_source(
        self,
        id: str,
        label: str,
    ) -> SyncStarted:
        """Synchronise a source now.

        Asks for a synchronisation of the source and answers without waiting for it. When it is done, the
        times in the answer of `sync_get_source` have grown. While one is queued already, a further request
        does not queue another.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_START_SOURCE, path={"id": id, "label": label}))

    def get(
        self,
        id: str,
    ) -> AccountSync:
        """Read when the sources of an account were synchronised.

        Answers a map from the label of each source to its folders, and from the name of each folder to the
        times of its latest synchronisation. A source of which nothing is known yet is null.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id}))

    def start(
        self,
        id: str,
    ) -> SyncStarted:
        """Synchronise all sources of an account now.

        Asks for a synchronisation of every source and answers without waiting for it. When it is done, the
        times in the answer of `sync_get` have grown. While one is queued already, a further request does
        not queue another.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_START, path={"id": id}))

    @cached_property
    def with_raw_response(self) -> SyncWithRawResponse:
        """The same methods, which return status, headers and body."""
        return SyncWithRawResponse(Sync(self._send_raw, self._send_raw))


class SyncWithRawResponse:
    """The methods of `Sync`, which return status, headers and body."""

    def __init__(self, page: Sync) -> None:
        self.get_source = raw(page.get_source)
        self.start_source = raw(page.start_source)
        self.get = raw(page.get)
        self.start = raw(page.start)


class AsyncSync:
    """Synchronisation of mailboxes. The service does it by itself from time to time; here it tells when it did,
    and can be asked to do it now.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def get_source(
        self,
        id: str,
        label: str,
    ) -> SourceSync:
        """Read when a source was synchronised.

        Answers a map from the name of each folder of the source to the times of its latest synchronisation.
        Before the first one it is empty.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET_SOURCE, path={"id": id, "label": label}))

    async def start_source(
        self,
        id: str,
        label: str,
    ) -> SyncStarted:
        """Synchronise a source now.

        Asks for a synchronisation of the source and answers without waiting for it. When it is done, the
        times in the answer of `sync_get_source` have grown. While one is queued already, a further request
        does not queue another.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_START_SOURCE, path={"id": id, "label": label}))

    async def get(
        self,
        id: str,
    ) -> AccountSync:
        """Read when the sources of an account were synchronised.

        Answers a map from the label of each source to its folders, and from the name of each folder to the
        times of its latest synchronisation. A source of which nothing is known yet is null.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id}))

    async def start(
        self,
        id: str,
    ) -> SyncStarted:
        """Synchronise all sources of an account now.

        Asks for a synchronisation of every source and answers without waiting for it. When it is done, the
        times in the answer of `sync_get` have grown. While one is queued already, a further request does
        not queue another.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_START, path={"id": id}))

    @cached_property
    def with_raw_response(self) -> AsyncSyncWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncSyncWithRawResponse(AsyncSync(self._send_raw, self._send_raw))


class AsyncSyncWithRawResponse:
    """The methods of `AsyncSync`, which return status, headers and body."""

    def __init__(self, page: AsyncSync) -> None:
        self.get_source = async_raw(page.get_source)
        self.start_source = async_raw(page.start_source)
        self.get = async_raw(page.get)
        self.start = async_raw(page.start)
