"""Operations of the page `threads`. Generated from the description; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from contextio_models import (
    Error,
    Failure,
    Flag,
    MessageFolder,
    Thread,
    ThreadDeleted,
    ThreadFoldersReplaced,
    ThreadFoldersUpdated,
)

from contextio_client import paging
from contextio_client.arguments import join_values
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

_LIST: Operation[list[str]] = Operation(
    "GET",
    "/accounts/{id}/threads",
    list[str],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="threads_list",
    window=paging.Window("limit", "offset", 100, 25),
)
_GET: Operation[Thread] = Operation(
    "GET",
    "/accounts/{id}/threads/{thread_id}",
    Thread,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="threads_get",
)
_DELETE: Operation[ThreadDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/threads/{thread_id}",
    ThreadDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="threads_delete",
)
_REPLACE_FOLDERS: Operation[ThreadFoldersReplaced] = Operation(
    "PUT",
    "/accounts/{id}/threads/{thread_id}/folders",
    ThreadFoldersReplaced,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="threads_replace_folders",
)
_UPDATE_FOLDERS: Operation[ThreadFoldersUpdated] = Operation(
    "POST",
    "/accounts/{id}/threads/{thread_id}/folders",
    ThreadFoldersUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="threads_update_folders",
)


class Threads:
    """Gmail's conversations. Lists of them hold their addresses, and each reads as an object with its messages."""

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        id: str,
        *,
        subject: str | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        folder: str | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        started_before: int | None = None,
        started_after: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> paging.Page[str]:
        """List the conversations of an account.

        Answers the addresses of Gmail's conversations, the one with the newest message first. Filters on messages
        that are given together must all hold for one message of the conversation. An address filter takes
        several addresses, separated by commas, and any of them will do.

        The conversations of other mail servers have no identifier. They are read with
        `/messages/{message_id}/thread`.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject of a message must contain, in any letter case. A value
                between slashes is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Conversations with a message from or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Gmail label of a message in the conversation, by its full name or its symbolic
                name.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            active_before: Time in seconds since 1970-01-01 UTC that some message must be dated
                before.
            active_after: Time in seconds since 1970-01-01 UTC that some message must be dated after.
            started_before: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                before.
            started_after: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                after.
            limit: How many conversations to list at most; values over 100 are answered with 100.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._page(
            Call(
                _LIST,
                path={"id": id},
                query={
                    "subject": subject,
                    "email": join_values(email),
                    "to": join_values(to),
                    "from": join_values(from_),
                    "cc": join_values(cc),
                    "bcc": join_values(bcc),
                    "folder": folder,
                    "indexed_before": indexed_before,
                    "indexed_after": indexed_after,
                    "active_before": active_before,
                    "active_after": active_after,
                    "started_before": started_before,
                    "started_after": started_after,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_all(
        self,
        id: str,
        *,
        subject: str | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        folder: str | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        started_before: int | None = None,
        started_after: int | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[str]:
        """List the conversations of an account. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject of a message must contain, in any letter case. A value
                between slashes is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Conversations with a message from or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Gmail label of a message in the conversation, by its full name or its symbolic
                name.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            active_before: Time in seconds since 1970-01-01 UTC that some message must be dated
                before.
            active_after: Time in seconds since 1970-01-01 UTC that some message must be dated after.
            started_before: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                before.
            started_after: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                after.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list(
                id,
                subject=subject,
                email=email,
                to=to,
                from_=from_,
                cc=cc,
                bcc=bcc,
                folder=folder,
                indexed_before=indexed_before,
                indexed_after=indexed_after,
                active_before=active_before,
                active_after=active_after,
                started_before=started_before,
                started_after=started_after,
                limit=limit,
                offset=offset,
            ),
            "",
            page_size,
            100,
        )

    def get(
        self,
        id: str,
        thread_id: str,
        *,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Thread:
        """Read a conversation with its messages.

        Answers the conversation and its messages, oldest first. `limit` and `offset` choose among the messages and
        among `email_message_ids` alike.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            limit: How many messages to answer at most; values over 100 are answered with 100
                messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _GET,
                path={"id": id, "thread_id": thread_id},
                query={
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def delete(
        self,
        id: str,
        thread_id: str,
    ) -> ThreadDeleted:
        """Delete a conversation.

        Deletes every message of the conversation, as the deletion of a message does. Afterwards the conversation
        answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "thread_id": thread_id}))

    def replace_folders(
        self,
        id: str,
        thread_id: str,
        *,
        body: Sequence[MessageFolder | Mapping[str, Any]],
    ) -> ThreadFoldersReplaced:
        """Replace the folders of a conversation.

        Puts all messages of the conversation into exactly the folders that are sent.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.
            body: All folders that the messages are to lie in.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_REPLACE_FOLDERS, path={"id": id, "thread_id": thread_id}, body=body))

    def update_folders(
        self,
        id: str,
        thread_id: str,
        *,
        add: str | None = None,
        remove: str | None = None,
    ) -> ThreadFoldersUpdated:
        """Put a conversation into a folder or take it out of one.

        Adds all messages of the conversation to the folder in `add` and takes them out of the one in `remove`.
        Their other folders stay.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.
            add: Name or symbolic name of the folder to add.
            remove: Name or symbolic name of the folder to leave.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _UPDATE_FOLDERS, path={"id": id, "thread_id": thread_id}, form={"add": add, "remove": remove}
            )
        )

    @cached_property
    def with_raw_response(self) -> ThreadsWithRawResponse:
        """The same methods, which return status, headers and body."""
        return ThreadsWithRawResponse(Threads(self._send_raw, self._send_raw))


class ThreadsWithRawResponse:
    """The methods of `Threads`, which return status, headers and body."""

    def __init__(self, page: Threads) -> None:
        self.list = raw(page.list)
        self.get = raw(page.get)
        self.delete = raw(page.delete)
        self.replace_folders = raw(page.replace_folders)
        self.update_folders = raw(page.update_folders)


class AsyncThreads:
    """Gmail's conversations. Lists of them hold their addresses, and each reads as an object with its messages."""

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        id: str,
        *,
        subject: str | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        folder: str | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        started_before: int | None = None,
        started_after: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> paging.AsyncPage[str]:
        """List the conversations of an account.

        Answers the addresses of Gmail's conversations, the one with the newest message first. Filters on messages
        that are given together must all hold for one message of the conversation. An address filter takes
        several addresses, separated by commas, and any of them will do.

        The conversations of other mail servers have no identifier. They are read with
        `/messages/{message_id}/thread`.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject of a message must contain, in any letter case. A value
                between slashes is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Conversations with a message from or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Gmail label of a message in the conversation, by its full name or its symbolic
                name.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            active_before: Time in seconds since 1970-01-01 UTC that some message must be dated
                before.
            active_after: Time in seconds since 1970-01-01 UTC that some message must be dated after.
            started_before: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                before.
            started_after: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                after.
            limit: How many conversations to list at most; values over 100 are answered with 100.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._page(
            Call(
                _LIST,
                path={"id": id},
                query={
                    "subject": subject,
                    "email": join_values(email),
                    "to": join_values(to),
                    "from": join_values(from_),
                    "cc": join_values(cc),
                    "bcc": join_values(bcc),
                    "folder": folder,
                    "indexed_before": indexed_before,
                    "indexed_after": indexed_after,
                    "active_before": active_before,
                    "active_after": active_after,
                    "started_before": started_before,
                    "started_after": started_after,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_all(
        self,
        id: str,
        *,
        subject: str | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        folder: str | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        started_before: int | None = None,
        started_after: int | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[str]:
        """List the conversations of an account. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject of a message must contain, in any letter case. A value
                between slashes is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Conversations with a message from or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Gmail label of a message in the conversation, by its full name or its symbolic
                name.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            active_before: Time in seconds since 1970-01-01 UTC that some message must be dated
                before.
            active_after: Time in seconds since 1970-01-01 UTC that some message must be dated after.
            started_before: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                before.
            started_after: Time in seconds since 1970-01-01 UTC that the oldest message must be dated
                after.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list(
                id,
                subject=subject,
                email=email,
                to=to,
                from_=from_,
                cc=cc,
                bcc=bcc,
                folder=folder,
                indexed_before=indexed_before,
                indexed_after=indexed_after,
                active_before=active_before,
                active_after=active_after,
                started_before=started_before,
                started_after=started_after,
                limit=limit,
                offset=offset,
            ),
            "",
            page_size,
            100,
        )

    async def get(
        self,
        id: str,
        thread_id: str,
        *,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Thread:
        """Read a conversation with its messages.

        Answers the conversation and its messages, oldest first. `limit` and `offset` choose among the messages and
        among `email_message_ids` alike.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            limit: How many messages to answer at most; values over 100 are answered with 100
                messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _GET,
                path={"id": id, "thread_id": thread_id},
                query={
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    async def delete(
        self,
        id: str,
        thread_id: str,
    ) -> ThreadDeleted:
        """Delete a conversation.

        Deletes every message of the conversation, as the deletion of a message does. Afterwards the conversation
        answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "thread_id": thread_id}))

    async def replace_folders(
        self,
        id: str,
        thread_id: str,
        *,
        body: Sequence[MessageFolder | Mapping[str, Any]],
    ) -> ThreadFoldersReplaced:
        """Replace the folders of a conversation.

        Puts all messages of the conversation into exactly the folders that are sent.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.
            body: All folders that the messages are to lie in.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_REPLACE_FOLDERS, path={"id": id, "thread_id": thread_id}, body=body))

    async def update_folders(
        self,
        id: str,
        thread_id: str,
        *,
        add: str | None = None,
        remove: str | None = None,
    ) -> ThreadFoldersUpdated:
        """Put a conversation into a folder or take it out of one.

        Adds all messages of the conversation to the folder in `add` and takes them out of the one in `remove`.
        Their other folders stay.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            thread_id: A conversation, by `gm-` and its `gmail_thread_id`.
            add: Name or symbolic name of the folder to add.
            remove: Name or symbolic name of the folder to leave.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _UPDATE_FOLDERS, path={"id": id, "thread_id": thread_id}, form={"add": add, "remove": remove}
            )
        )

    @cached_property
    def with_raw_response(self) -> AsyncThreadsWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncThreadsWithRawResponse(AsyncThreads(self._send_raw, self._send_raw))


class AsyncThreadsWithRawResponse:
    """The methods of `AsyncThreads`, which return status, headers and body."""

    def __init__(self, page: AsyncThreads) -> None:
        self.list = async_raw(page.list)
        self.get = async_raw(page.get)
        self.delete = async_raw(page.delete)
        self.replace_folders = async_raw(page.replace_folders)
        self.update_folders = async_raw(page.update_folders)
