"""Operations of the page `source_folders`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from contextio_models import (
    Error,
    Failure,
    Flag,
    Folder,
    FolderChanged,
    Message,
)

from contextio_client.call import Call
from contextio_client.operation import Operation, async_raw, raw
from contextio_client.paging import Pages, async_rows, rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from contextio_client.operation import AsyncSend, AsyncStream, Send, Stream

_LIST: Operation[list[Folder]] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}/folders",
    list[Folder],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Failure,
        0: Error,
    },
    is_read=True,
)
_GET: Operation[Folder] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}/folders/{folder}",
    Folder,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Failure,
        0: Error,
    },
    is_read=True,
)
_CREATE: Operation[FolderChanged] = Operation(
    "PUT",
    "/accounts/{id}/sources/{label}/folders/{folder}",
    FolderChanged,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
)
_DELETE: Operation[FolderChanged] = Operation(
    "DELETE",
    "/accounts/{id}/sources/{label}/folders/{folder}",
    FolderChanged,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
)
_EXPUNGE: Operation[FolderChanged] = Operation(
    "POST",
    "/accounts/{id}/sources/{label}/folders/{folder}/expunge",
    FolderChanged,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
)
_LIST_MESSAGES: Operation[list[Message]] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}/folders/{folder}/messages",
    list[Message],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Failure,
        0: Error,
    },
    is_read=True,
)


class SourceFolders:
    """The folders of a mailbox, which are labels in a mailbox of Gmail, and their messages as they are on the mail
    server at the moment of the call.
    """

    def __init__(self, send: Send, send_raw: Send, stream: Stream) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream = stream

    def list(
        self,
        id: str,
        label: str,
        *,
        include_extended_counts: Flag | None = None,
        no_cache: Flag | None = None,
    ) -> builtins.list[Folder]:
        """List the folders of a source.

        Answers all folders as a bare array that is not divided into pages. With either option the mail server
        is asked, which takes longer. On Gmail the folders are labels.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            include_extended_counts: With 1, each folder also tells how many of its messages are
                unread.
            no_cache: With 1, the list is read from the mail server and not from the stored copy.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _LIST,
                path={"id": id, "label": label},
                query={"include_extended_counts": include_extended_counts, "no_cache": no_cache},
            )
        )

    def get(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        include_extended_counts: Flag | None = None,
        delim: str | None = None,
    ) -> Folder:
        """Read a folder.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            include_extended_counts: With 1, each folder also tells how many of its messages are
                unread.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _GET,
                path={"id": id, "label": label, "folder": folder},
                query={"include_extended_counts": include_extended_counts, "delim": delim},
            )
        )

    def create(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderChanged:
        """Create a folder.

        Makes a folder at this path, and those above it that are missing. `a/b` and `a.b` with a dot in `delim`
        are the same folder, whatever the mail server's own separator is. A folder that is there already stays
        as it is, and the answer is the same.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(_CREATE, path={"id": id, "label": label, "folder": folder}, query={"delim": delim})
        )

    def delete(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderChanged:
        """Delete a folder with everything in it.

        The messages of the folder and the folders below it are lost for good, unless another folder has them
        too.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(_DELETE, path={"id": id, "label": label, "folder": folder}, query={"delim": delim})
        )

    def expunge(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderChanged:
        """Remove the messages of a folder that are flagged as deleted.

        Runs the EXPUNGE command of IMAP. What it removes cannot be restored.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(_EXPUNGE, path={"id": id, "label": label, "folder": folder}, query={"delim": delim})
        )

    def list_messages(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        flag_seen: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> builtins.list[Message]:
        """List the messages of a folder as they are on the mail server.

        Answers messages as the list of messages does, the newest first. The mail server is asked first, so that
        mail is there which came after the last synchronisation. That takes a second or more, and fewer filters
        work.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            flag_seen: With 1, only read messages are listed, with 0 only unread ones.
            limit: How many messages to list at most; values over 100 are answered with 100 messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _LIST_MESSAGES,
                path={"id": id, "label": label, "folder": folder},
                query={
                    "delim": delim,
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "flag_seen": flag_seen,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_messages_all(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        flag_seen: Flag | None = None,
        page_size: int = 100,
    ) -> Iterator[Message]:
        """List the messages of a folder as they are on the mail server. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            flag_seen: With 1, only read messages are listed, with 0 only unread ones.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return rows(
            lambda limit, offset: self.list_messages(
                id,
                label,
                folder,
                delim=delim,
                include_thread_size=include_thread_size,
                include_body=include_body,
                include_headers=include_headers,
                include_flags=include_flags,
                body_type=body_type,
                flag_seen=flag_seen,
                limit=limit,
                offset=offset,
            ),
            Pages("message_id", page_size, 100),
        )

    @cached_property
    def with_raw_response(self) -> SourceFoldersWithRawResponse:
        """The same methods, which return status, headers and body."""
        return SourceFoldersWithRawResponse(SourceFolders(self._send_raw, self._send_raw, self._stream))


class SourceFoldersWithRawResponse:
    """The methods of `SourceFolders`, which return status, headers and body."""

    def __init__(self, page: SourceFolders) -> None:
        self.list = raw(page.list)
        self.get = raw(page.get)
        self.create = raw(page.create)
        self.delete = raw(page.delete)
        self.expunge = raw(page.expunge)
        self.list_messages = raw(page.list_messages)


class AsyncSourceFolders:
    """The folders of a mailbox, which are labels in a mailbox of Gmail, and their messages as they are on the mail
    server at the moment of the call.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend, stream: AsyncStream) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream = stream

    async def list(
        self,
        id: str,
        label: str,
        *,
        include_extended_counts: Flag | None = None,
        no_cache: Flag | None = None,
    ) -> builtins.list[Folder]:
        """List the folders of a source.

        Answers all folders as a bare array that is not divided into pages. With either option the mail server
        is asked, which takes longer. On Gmail the folders are labels.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            include_extended_counts: With 1, each folder also tells how many of its messages are
                unread.
            no_cache: With 1, the list is read from the mail server and not from the stored copy.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _LIST,
                path={"id": id, "label": label},
                query={"include_extended_counts": include_extended_counts, "no_cache": no_cache},
            )
        )

    async def get(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        include_extended_counts: Flag | None = None,
        delim: str | None = None,
    ) -> Folder:
        """Read a folder.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            include_extended_counts: With 1, each folder also tells how many of its messages are
                unread.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _GET,
                path={"id": id, "label": label, "folder": folder},
                query={"include_extended_counts": include_extended_counts, "delim": delim},
            )
        )

    async def create(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderChanged:
        """Create a folder.

        Makes a folder at this path, and those above it that are missing. `a/b` and `a.b` with a dot in `delim`
        are the same folder, whatever the mail server's own separator is. A folder that is there already stays
        as it is, and the answer is the same.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_CREATE, path={"id": id, "label": label, "folder": folder}, query={"delim": delim})
        )

    async def delete(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderChanged:
        """Delete a folder with everything in it.

        The messages of the folder and the folders below it are lost for good, unless another folder has them
        too.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_DELETE, path={"id": id, "label": label, "folder": folder}, query={"delim": delim})
        )

    async def expunge(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderChanged:
        """Remove the messages of a folder that are flagged as deleted.

        Runs the EXPUNGE command of IMAP. What it removes cannot be restored.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_EXPUNGE, path={"id": id, "label": label, "folder": folder}, query={"delim": delim})
        )

    async def list_messages(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        flag_seen: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> builtins.list[Message]:
        """List the messages of a folder as they are on the mail server.

        Answers messages as the list of messages does, the newest first. The mail server is asked first, so that
        mail is there which came after the last synchronisation. That takes a second or more, and fewer filters
        work.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            flag_seen: With 1, only read messages are listed, with 0 only unread ones.
            limit: How many messages to list at most; values over 100 are answered with 100 messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _LIST_MESSAGES,
                path={"id": id, "label": label, "folder": folder},
                query={
                    "delim": delim,
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "flag_seen": flag_seen,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_messages_all(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        flag_seen: Flag | None = None,
        page_size: int = 100,
    ) -> AsyncIterator[Message]:
        """List the messages of a folder as they are on the mail server. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder, sent as one percent-encoded segment. Between its levels
                stands a slash, or the character in `delim`.
            delim: Character between the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            flag_seen: With 1, only read messages are listed, with 0 only unread ones.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return async_rows(
            lambda limit, offset: self.list_messages(
                id,
                label,
                folder,
                delim=delim,
                include_thread_size=include_thread_size,
                include_body=include_body,
                include_headers=include_headers,
                include_flags=include_flags,
                body_type=body_type,
                flag_seen=flag_seen,
                limit=limit,
                offset=offset,
            ),
            Pages("message_id", page_size, 100),
        )

    @cached_property
    def with_raw_response(self) -> AsyncSourceFoldersWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncSourceFoldersWithRawResponse(
            AsyncSourceFolders(self._send_raw, self._send_raw, self._stream)
        )


class AsyncSourceFoldersWithRawResponse:
    """The methods of `AsyncSourceFolders`, which return status, headers and body."""

    def __init__(self, page: AsyncSourceFolders) -> None:
        self.list = async_raw(page.list)
        self.get = async_raw(page.get)
        self.create = async_raw(page.create)
        self.delete = async_raw(page.delete)
        self.expunge = async_raw(page.expunge)
        self.list_messages = async_raw(page.list_messages)
