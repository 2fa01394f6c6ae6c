"""Operations of the page `source_folders`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Literal

from contextio_models import (
    Error,
    Failure,
    Flag,
    Folder,
    FolderCreated,
    FolderDeleted,
    FolderExpunged,
    Message,
)

from contextio_client import paging
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

_LIST: Operation[list[Folder]] = Operation(
    "GET",
    "/accounts/{id}/sources/{label}/folders",
    list[Folder],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="source_folders_list",
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
        503: Error,
        0: Error,
    },
    is_read=True,
    id="source_folders_get",
)
_CREATE: Operation[FolderCreated] = Operation(
    "PUT",
    "/accounts/{id}/sources/{label}/folders/{folder}",
    FolderCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="source_folders_create",
)
_DELETE: Operation[FolderDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/sources/{label}/folders/{folder}",
    FolderDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="source_folders_delete",
)
_EXPUNGE: Operation[FolderExpunged] = Operation(
    "POST",
    "/accounts/{id}/sources/{label}/folders/{folder}/expunge",
    FolderExpunged,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="source_folders_expunge",
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
        503: Error,
        0: Error,
    },
    is_read=True,
    id="source_folders_list_messages",
    window=paging.Window("limit", "offset", 100, 25),
)


class SourceFolders:
    """The folders of a mailbox on its mail server. They are created and deleted there, and their mail can be
    listed as it is at this moment.
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
        *,
        include_extended_counts: Flag | None = None,
        no_cache: Flag | None = None,
    ) -> builtins.list[Folder]:
        """List the folders of a source.

        Answers the folders of the mailbox, at every level, as a bare array that is not divided into pages. The
        list is the one stored at the latest synchronisation; `no_cache` reads it from the mail server. Both
        options make the call slower.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            include_extended_counts: With 1, `nb_unseen_messages` is added, for which the mail server
                is asked.
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
        delim: str | None = None,
        include_extended_counts: Flag | None = None,
    ) -> Folder:
        """Read a folder.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.
            include_extended_counts: With 1, `nb_unseen_messages` is added, for which the mail server
                is asked.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _GET,
                path={"id": id, "label": label, "folder": folder},
                query={"delim": delim, "include_extended_counts": include_extended_counts},
            )
        )

    def create(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderCreated:
        """Create a folder.

        Creates the folder at this path on the mail server, with the folders above it that are missing. The mail
        server's own separator need not be known. `a/b` names the same folder as `a.b` with `delim=.`. A folder
        that is there already stays as it is, and the answer is the same.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.

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
    ) -> FolderDeleted:
        """Delete a folder with all of its mail.

        Removes the folder and the folders below it from the mail server. Their messages are lost for good.
        Afterwards the folder answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.

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
    ) -> FolderExpunged:
        """Remove the deleted messages of a folder for good.

        Runs the IMAP command EXPUNGE, which removes every message of the folder that carries the flag
        `\\Deleted`. They cannot be restored.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.

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
        body_type: str | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        flag_seen: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> paging.Page[Message]:
        """List the messages that a folder holds right now.

        Answers the messages of one folder, newest `date` first, as the `messages` page has them. The mail server
        is asked first, so mail that arrived after the latest synchronisation is among them. What the service
        knows is brought up to date on the way. The price is a slower answer and fewer filters.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            flag_seen: With 1, only messages that were read; with 0, only those that were not.
            limit: How many messages to list at most; values over 100 are answered with 100 messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._page(
            Call(
                _LIST_MESSAGES,
                path={"id": id, "label": label, "folder": folder},
                query={
                    "delim": delim,
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
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
        body_type: str | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        flag_seen: Flag | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[Message]:
        """List the messages that a folder holds right now. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            flag_seen: With 1, only messages that were read; with 0, only those that were not.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list_messages(
                id,
                label,
                folder,
                delim=delim,
                include_thread_size=include_thread_size,
                include_body=include_body,
                body_type=body_type,
                include_headers=include_headers,
                include_flags=include_flags,
                flag_seen=flag_seen,
                limit=limit,
                offset=offset,
            ),
            "message_id",
            page_size,
            100,
        )

    @cached_property
    def with_raw_response(self) -> SourceFoldersWithRawResponse:
        """The same methods, which return status, headers and body."""
        return SourceFoldersWithRawResponse(SourceFolders(self._send_raw, self._send_raw))


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
    """The folders of a mailbox on its mail server. They are created and deleted there, and their mail can be
    listed as it is at this moment.
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
        *,
        include_extended_counts: Flag | None = None,
        no_cache: Flag | None = None,
    ) -> builtins.list[Folder]:
        """List the folders of a source.

        Answers the folders of the mailbox, at every level, as a bare array that is not divided into pages. The
        list is the one stored at the latest synchronisation; `no_cache` reads it from the mail server. Both
        options make the call slower.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            include_extended_counts: With 1, `nb_unseen_messages` is added, for which the mail server
                is asked.
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
        delim: str | None = None,
        include_extended_counts: Flag | None = None,
    ) -> Folder:
        """Read a folder.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.
            include_extended_counts: With 1, `nb_unseen_messages` is added, for which the mail server
                is asked.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _GET,
                path={"id": id, "label": label, "folder": folder},
                query={"delim": delim, "include_extended_counts": include_extended_counts},
            )
        )

    async def create(
        self,
        id: str,
        label: str,
        folder: str,
        *,
        delim: str | None = None,
    ) -> FolderCreated:
        """Create a folder.

        Creates the folder at this path on the mail server, with the folders above it that are missing. The mail
        server's own separator need not be known. `a/b` names the same folder as `a.b` with `delim=.`. A folder
        that is there already stays as it is, and the answer is the same.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.

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
    ) -> FolderDeleted:
        """Delete a folder with all of its mail.

        Removes the folder and the folders below it from the mail server. Their messages are lost for good.
        Afterwards the folder answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.

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
    ) -> FolderExpunged:
        """Remove the deleted messages of a folder for good.

        Runs the IMAP command EXPUNGE, which removes every message of the folder that carries the flag
        `\\Deleted`. They cannot be restored.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.

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
        body_type: str | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        flag_seen: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> paging.AsyncPage[Message]:
        """List the messages that a folder holds right now.

        Answers the messages of one folder, newest `date` first, as the `messages` page has them. The mail server
        is asked first, so mail that arrived after the latest synchronisation is among them. What the service
        knows is brought up to date on the way. The price is a slower answer and fewer filters.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            flag_seen: With 1, only messages that were read; with 0, only those that were not.
            limit: How many messages to list at most; values over 100 are answered with 100 messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._page(
            Call(
                _LIST_MESSAGES,
                path={"id": id, "label": label, "folder": folder},
                query={
                    "delim": delim,
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
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
        body_type: str | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        flag_seen: Flag | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[Message]:
        """List the messages that a folder holds right now. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            label: Label of a source of the account, percent-encoded. The single digit 0 stands for
                the account's first source.
            folder: Full path of the folder in UTF-8, with the folders above it. Levels are separated
                by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes
                included.
            delim: Character that separates the levels of the folder's path in this request.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            flag_seen: With 1, only messages that were read; with 0, only those that were not.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list_messages(
                id,
                label,
                folder,
                delim=delim,
                include_thread_size=include_thread_size,
                include_body=include_body,
                body_type=body_type,
                include_headers=include_headers,
                include_flags=include_flags,
                flag_seen=flag_seen,
                limit=limit,
                offset=offset,
            ),
            "message_id",
            page_size,
            100,
        )

    @cached_property
    def with_raw_response(self) -> AsyncSourceFoldersWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncSourceFoldersWithRawResponse(AsyncSourceFolders(self._send_raw, self._send_raw))


class AsyncSourceFoldersWithRawResponse:
    """The methods of `AsyncSourceFolders`, which return status, headers and body."""

    def __init__(self, page: AsyncSourceFolders) -> None:
        self.list = async_raw(page.list)
        self.get = async_raw(page.get)
        self.create = async_raw(page.create)
        self.delete = async_raw(page.delete)
        self.expunge = async_raw(page.expunge)
        self.list_messages = async_raw(page.list_messages)
