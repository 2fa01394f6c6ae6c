"""Operations of the page `messages`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, overload

from contextio_models import (
    BodyPart,
    Error,
    Failure,
    Flag,
    FlagSet,
    HeaderMap,
    Message,
    MessageCreated,
    MessageDeleted,
    MessageFlagsUpdated,
    MessageFolder,
    MessageFoldersReplaced,
    MessageFoldersUpdated,
    MessageUpdated,
    Thread,
)

from contextio_client import paging
from contextio_client.arguments import explode_values, is_several, join_values
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
from contextio_client.streams import AsyncByteStream, ByteStream
from contextio_client.uploads import FileInput, Upload

# Type hints are there at run time too, for programs that ask for them.

_LIST: Operation[list[Message]] = Operation(
    "GET",
    "/accounts/{id}/messages",
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
    id="messages_list",
    window=paging.Window("limit", "offset", 100, 25),
)
_CREATE: Operation[MessageCreated] = Operation(
    "POST",
    "/accounts/{id}/messages",
    MessageCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="messages_create",
)
_GET: Operation[Message] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}",
    Message,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="messages_get",
)
_UPDATE: Operation[MessageUpdated] = Operation(
    "POST",
    "/accounts/{id}/messages/{message_id}",
    MessageUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="messages_update",
)
_DELETE: Operation[MessageDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/messages/{message_id}",
    MessageDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="messages_delete",
)
_GET_BODY: Operation[list[BodyPart]] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/body",
    list[BodyPart],
    {
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="messages_get_body",
)
_GET_FLAGS: Operation[FlagSet] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/flags",
    FlagSet,
    {
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="messages_get_flags",
)
_UPDATE_FLAGS: Operation[MessageFlagsUpdated] = Operation(
    "POST",
    "/accounts/{id}/messages/{message_id}/flags",
    MessageFlagsUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="messages_update_flags",
)
_LIST_FOLDERS: Operation[list[MessageFolder]] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/folders",
    list[MessageFolder],
    {
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="messages_list_folders",
)
_REPLACE_FOLDERS: Operation[MessageFoldersReplaced] = Operation(
    "PUT",
    "/accounts/{id}/messages/{message_id}/folders",
    MessageFoldersReplaced,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="messages_replace_folders",
)
_UPDATE_FOLDERS: Operation[MessageFoldersUpdated] = Operation(
    "POST",
    "/accounts/{id}/messages/{message_id}/folders",
    MessageFoldersUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        503: Failure,
        0: Failure,
    },
    is_read=False,
    id="messages_update_folders",
)
_GET_HEADERS: Operation[HeaderMap] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/headers",
    HeaderMap,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    id="messages_get_headers",
)
_GET_HEADERS_RAW_1: Operation[str] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/headers",
    str,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    kind="text",
    media="text/plain",
    id="messages_get_headers",
)
_GET_SOURCE: Operation[ByteStream] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/source",
    bytes,
    {
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    kind="bytes",
    media="message/rfc822",
    id="messages_get_source",
)
_GET_THREAD: Operation[Thread] = Operation(
    "GET",
    "/accounts/{id}/messages/{message_id}/thread",
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
    id="messages_get_thread",
)


class Messages:
    """The mail of an account. A message that lies in several folders or sources is one message. What describes it
    is stored; its text, flags, headers and source are fetched from the mail server when they are asked for.
    """

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
        source: str | None = None,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        email_message_id: str | None = None,
        type: str | None = None,
        gm_search: str | None = None,
        include_person_info: int | None = None,
    ) -> paging.Page[Message]:
        """List the messages of an account.

        Answers the messages of all sources together, newest `date` first. Filters that are given together
        must all hold. An address filter takes several addresses, separated by commas, and any of them will
        do. A message that lies in several folders or sources is listed once.

        The `include_` switches add what the service does not store. It then asks the mail server, which makes
        the call slower.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject must contain, in any letter case. A value between slashes
                is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Messages from one of them or to one of
                them, also in copy, are listed. Letter case makes no difference.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Folder or Gmail label that the message lies in. Either the full name with the mail
                server's own separator or a symbolic name such as `\\Starred`.
            source: Label of a source that holds the message.
            file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?` and
                `[]`. A value between slashes is a regular expression.
            file_size_min: Size in bytes that an attachment must have at least.
            file_size_max: Size in bytes that an attachment must have at most.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            limit: How many messages to list at most; values over 100 are answered with 100 messages.
            offset: How many elements to leave out at the start; 0 starts with the first.
            email_message_id: Message-ID header of the message, angle brackets included; dropped
                early. Deprecated.
            type: Early name of `body_type`. Deprecated.
            gm_search: Search expression as Gmail's own search field takes it; dropped early.
                Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            email_message_id=email_message_id,
            type=type,
            gm_search=gm_search,
            include_person_info=include_person_info,
        )
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
                    "source": source,
                    "file_name": file_name,
                    "file_size_min": file_size_min,
                    "file_size_max": file_size_max,
                    "date_before": date_before,
                    "date_after": date_after,
                    "indexed_before": indexed_before,
                    "indexed_after": indexed_after,
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                    "email_message_id": email_message_id,
                    "type": type,
                    "gm_search": gm_search,
                    "include_person_info": include_person_info,
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
        source: str | None = None,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        email_message_id: str | None = None,
        type: str | None = None,
        gm_search: str | None = None,
        include_person_info: int | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[Message]:
        """List the messages of an account. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject must contain, in any letter case. A value between slashes
                is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Messages from one of them or to one of
                them, also in copy, are listed. Letter case makes no difference.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Folder or Gmail label that the message lies in. Either the full name with the mail
                server's own separator or a symbolic name such as `\\Starred`.
            source: Label of a source that holds the message.
            file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?` and
                `[]`. A value between slashes is a regular expression.
            file_size_min: Size in bytes that an attachment must have at least.
            file_size_max: Size in bytes that an attachment must have at most.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            email_message_id: Message-ID header of the message, angle brackets included; dropped
                early. Deprecated.
            type: Early name of `body_type`. Deprecated.
            gm_search: Search expression as Gmail's own search field takes it; dropped early.
                Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
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
                source=source,
                file_name=file_name,
                file_size_min=file_size_min,
                file_size_max=file_size_max,
                date_before=date_before,
                date_after=date_after,
                indexed_before=indexed_before,
                indexed_after=indexed_after,
                include_thread_size=include_thread_size,
                include_body=include_body,
                include_headers=include_headers,
                include_flags=include_flags,
                body_type=body_type,
                include_source=include_source,
                sort_order=sort_order,
                email_message_id=email_message_id,
                type=type,
                gm_search=gm_search,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "message_id",
            page_size,
            100,
        )

    def create(
        self,
        id: str,
        *,
        dst_folder: str,
        message: FileInput,
        dst_source: str | None = None,
        flag_seen: Flag | None = None,
        flag_answered: Flag | None = None,
        flag_flagged: Flag | None = None,
        flag_deleted: Flag | None = None,
        flag_draft: Flag | None = None,
    ) -> MessageCreated:
        """Store a message in a folder.

        Stores the raw text of a message in a folder of the mail server. It gets the flags that are sent as 1, and
        nothing is sent to anyone. The answer does not name the new message, which can be read at once by its
        Message-ID.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            dst_folder: Full name of the folder to store into, levels separated as the mail server
                does.
            message: The raw message as RFC 5322 has it, 25 MiB at most.
            dst_source: Label of the source to store into; the first source of the account without it.
            flag_seen: With 1 the message counts as read.
            flag_answered: With 1 the message counts as answered.
            flag_flagged: With 1 the message is starred.
            flag_deleted: With 1 the message is marked for removal.
            flag_draft: With 1 the message is a draft.

        Raises:
            FileTooLargeError: if a file has more bytes than it may have.
            UnreadableFileError: if a file is not there, or cannot be read.
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "dst_folder": dst_folder,
                    "dst_source": dst_source,
                    "flag_seen": flag_seen,
                    "flag_answered": flag_answered,
                    "flag_flagged": flag_flagged,
                    "flag_deleted": flag_deleted,
                    "flag_draft": flag_draft,
                },
                file={"message": Upload(message, "message/rfc822", 26214400)},
            )
        )

    def get(
        self,
        id: str,
        message_id: str,
        *,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
    ) -> Message:
        """Read a message.

        Answers the same fields as an element of the list, with the same switches. The mail server is asked for
        what a switch adds.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _GET,
                path={"id": id, "message_id": message_id},
                query={
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                },
            )
        )

    def update(
        self,
        id: str,
        message_id: str,
        *,
        dst_folder: str,
        dst_source: str | None = None,
        move: Flag | None = None,
        flag_seen: Flag | None = None,
        flag_answered: Flag | None = None,
        flag_flagged: Flag | None = None,
        flag_deleted: Flag | None = None,
        flag_draft: Flag | None = None,
    ) -> MessageUpdated:
        """Copy or move a message to a folder.

        Puts a copy of the message into `dst_folder`, with the flags that are sent. The original stays where it is;
        with `move` the message leaves its other folders in that source. `dst_source` is needed only to take the
        message to another source.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            dst_folder: Full name of the folder to go to, levels separated as the mail server does.
            dst_source: Label of the source to go to; the source of the message without it.
            move: With 1 the message is moved rather than copied.
            flag_seen: With 1 the message counts as read.
            flag_answered: With 1 the message counts as answered.
            flag_flagged: With 1 the message is starred.
            flag_deleted: With 1 the message is marked for removal.
            flag_draft: With 1 the message is a draft.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _UPDATE,
                path={"id": id, "message_id": message_id},
                form={
                    "dst_folder": dst_folder,
                    "dst_source": dst_source,
                    "move": move,
                    "flag_seen": flag_seen,
                    "flag_answered": flag_answered,
                    "flag_flagged": flag_flagged,
                    "flag_deleted": flag_deleted,
                    "flag_draft": flag_draft,
                },
            )
        )

    def delete(
        self,
        id: str,
        message_id: str,
    ) -> MessageDeleted:
        """Delete a message.

        Removes the message from all of its folders. Afterwards it answers 404. In a mailbox of Gmail it goes to
        the trash, where it may still be read.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "message_id": message_id}))

    def get_body(
        self,
        id: str,
        message_id: str,
        *,
        type: str | None = None,
    ) -> builtins.list[BodyPart]:
        """Read the text of a message.

        Answers the text parts of the message, fetched from the mail server during the call. Attachments are not
        among them and do not slow the call; they are read with the `files` page.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            type: Media type that the parts must have, `text/plain` or `text/html`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET_BODY, path={"id": id, "message_id": message_id}, query={"type": type}))

    def get_flags(
        self,
        id: str,
        message_id: str,
    ) -> FlagSet:
        """Read the flags of a message.

        Answers the flags as they are on the mail server at this moment; they are not stored. A flag counts as
        set if one copy of the message has it.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET_FLAGS, path={"id": id, "message_id": message_id}))

    def update_flags(
        self,
        id: str,
        message_id: str,
        *,
        seen: Flag | None = None,
        answered: Flag | None = None,
        flagged: Flag | None = None,
        deleted: Flag | None = None,
        draft: Flag | None = None,
    ) -> MessageFlagsUpdated:
        """Set or clear flags of a message.

        Sets a flag that is sent as 1, clears one that is sent as 0, and keeps the others. The mail server has the
        change before the answer comes, in every folder of the message.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            seen: 1 marks the message as read, 0 as unread.
            answered: 1 marks the message as answered, 0 as not answered.
            flagged: 1 stars the message, 0 takes the star away.
            deleted: 1 marks the message for removal, 0 keeps it.
            draft: 1 marks the message as a draft, 0 as finished.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _UPDATE_FLAGS,
                path={"id": id, "message_id": message_id},
                form={
                    "seen": seen,
                    "answered": answered,
                    "flagged": flagged,
                    "deleted": deleted,
                    "draft": draft,
                },
            )
        )

    def list_folders(
        self,
        id: str,
        message_id: str,
    ) -> builtins.list[MessageFolder]:
        """List the folders of a message.

        Answers the folders that hold the message; on Gmail these are its labels.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST_FOLDERS, path={"id": id, "message_id": message_id}))

    def replace_folders(
        self,
        id: str,
        message_id: str,
        *,
        body: Sequence[MessageFolder | Mapping[str, Any]],
    ) -> MessageFoldersReplaced:
        """Replace the folders of a message.

        Puts the message into exactly the folders that are sent. The body is laid out like the answer of the list.
        Each folder is named by `name` or by `symbolic_name`; where both are there, `name` decides. In JSON the
        backslash of a symbolic name is doubled.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            body: All folders that the message is to lie in.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_REPLACE_FOLDERS, path={"id": id, "message_id": message_id}, body=body))

    def update_folders(
        self,
        id: str,
        message_id: str,
        *,
        add: str | Sequence[str] | None = None,
        remove: str | Sequence[str] | None = None,
    ) -> MessageFoldersUpdated:
        """Put a message into folders and take it out of others.

        Adds the message to the folders that `add` names and takes it out of those that `remove` names. Its other
        folders stay. Several folders are sent by repeating the field with `[]` after its name.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            add: Name or symbolic name of a folder to add.
            remove: Name or symbolic name of a folder to leave.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _UPDATE_FOLDERS,
                path={"id": id, "message_id": message_id},
                form={
                    "add[]" if is_several(add) else "add": explode_values(add),
                    "remove[]" if is_several(remove) else "remove": explode_values(remove),
                },
            )
        )

    @overload
    def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Literal[1],
    ) -> str: ...
    @overload
    def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Literal[0] | None = None,
    ) -> HeaderMap: ...
    @overload
    def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Flag | None = None,
    ) -> HeaderMap | str: ...
    def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Flag | None = None,
    ) -> HeaderMap | str:
        """Read the headers of a message.

        Answers all headers of the message, as an object with a list of decoded values for each name. With `raw` it
        answers the header as one text, as it was received.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            raw: With 1 the headers are answered as they stand in the message, as one text.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        if raw == 1:
            return self._send(
                Call(_GET_HEADERS_RAW_1, path={"id": id, "message_id": message_id}, query={"raw": raw})
            )
        return self._send(Call(_GET_HEADERS, path={"id": id, "message_id": message_id}, query={"raw": raw}))

    def get_source(
        self,
        id: str,
        message_id: str,
    ) -> ByteStream:
        """Read the raw text of a message.

        Answers the message as the mail server keeps it, byte for byte, with its headers and all attachments.
        Large attachments make the answer slow.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._stream(Call(_GET_SOURCE, path={"id": id, "message_id": message_id}))

    def get_thread(
        self,
        id: str,
        message_id: str,
        *,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Thread:
        """Read the conversation of a message.

        Answers the conversation that the message belongs to, oldest message first. This works for the mail of any
        server, whereas the `threads` page knows Gmail's conversations alone. Mail that is not in the account
        is left out.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            sort_order: Order of the messages, `asc` for the oldest first and `desc` for the newest
                first.
            limit: How many messages to answer at most; values over 100 are answered with 100
                messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _GET_THREAD,
                path={"id": id, "message_id": message_id},
                query={
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    @cached_property
    def with_raw_response(self) -> MessagesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return MessagesWithRawResponse(Messages(self._send_raw, self._send_raw))


class MessagesWithRawResponse:
    """The methods of `Messages`, which return status, headers and body."""

    def __init__(self, page: Messages) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.update = raw(page.update)
        self.delete = raw(page.delete)
        self.get_body = raw(page.get_body)
        self.get_flags = raw(page.get_flags)
        self.update_flags = raw(page.update_flags)
        self.list_folders = raw(page.list_folders)
        self.replace_folders = raw(page.replace_folders)
        self.update_folders = raw(page.update_folders)
        self.get_headers = raw(page.get_headers)
        self.get_source = raw(page.get_source)
        self.get_thread = raw(page.get_thread)


class AsyncMessages:
    """The mail of an account. A message that lies in several folders or sources is one message. What describes it
    is stored; its text, flags, headers and source are fetched from the mail server when they are asked for.
    """

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
        source: str | None = None,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        email_message_id: str | None = None,
        type: str | None = None,
        gm_search: str | None = None,
        include_person_info: int | None = None,
    ) -> paging.AsyncPage[Message]:
        """List the messages of an account.

        Answers the messages of all sources together, newest `date` first. Filters that are given together
        must all hold. An address filter takes several addresses, separated by commas, and any of them will
        do. A message that lies in several folders or sources is listed once.

        The `include_` switches add what the service does not store. It then asks the mail server, which makes
        the call slower.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject must contain, in any letter case. A value between slashes
                is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Messages from one of them or to one of
                them, also in copy, are listed. Letter case makes no difference.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Folder or Gmail label that the message lies in. Either the full name with the mail
                server's own separator or a symbolic name such as `\\Starred`.
            source: Label of a source that holds the message.
            file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?` and
                `[]`. A value between slashes is a regular expression.
            file_size_min: Size in bytes that an attachment must have at least.
            file_size_max: Size in bytes that an attachment must have at most.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            limit: How many messages to list at most; values over 100 are answered with 100 messages.
            offset: How many elements to leave out at the start; 0 starts with the first.
            email_message_id: Message-ID header of the message, angle brackets included; dropped
                early. Deprecated.
            type: Early name of `body_type`. Deprecated.
            gm_search: Search expression as Gmail's own search field takes it; dropped early.
                Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            email_message_id=email_message_id,
            type=type,
            gm_search=gm_search,
            include_person_info=include_person_info,
        )
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
                    "source": source,
                    "file_name": file_name,
                    "file_size_min": file_size_min,
                    "file_size_max": file_size_max,
                    "date_before": date_before,
                    "date_after": date_after,
                    "indexed_before": indexed_before,
                    "indexed_after": indexed_after,
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                    "email_message_id": email_message_id,
                    "type": type,
                    "gm_search": gm_search,
                    "include_person_info": include_person_info,
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
        source: str | None = None,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        email_message_id: str | None = None,
        type: str | None = None,
        gm_search: str | None = None,
        include_person_info: int | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[Message]:
        """List the messages of an account. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            subject: Text that the subject must contain, in any letter case. A value between slashes
                is a regular expression, after which flags may follow.
            email: Addresses of contacts, separated by commas. Messages from one of them or to one of
                them, also in copy, are listed. Letter case makes no difference.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            folder: Folder or Gmail label that the message lies in. Either the full name with the mail
                server's own separator or a symbolic name such as `\\Starred`.
            source: Label of a source that holds the message.
            file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?` and
                `[]`. A value between slashes is a regular expression.
            file_size_min: Size in bytes that an attachment must have at least.
            file_size_max: Size in bytes that an attachment must have at most.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            email_message_id: Message-ID header of the message, angle brackets included; dropped
                early. Deprecated.
            type: Early name of `body_type`. Deprecated.
            gm_search: Search expression as Gmail's own search field takes it; dropped early.
                Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
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
                source=source,
                file_name=file_name,
                file_size_min=file_size_min,
                file_size_max=file_size_max,
                date_before=date_before,
                date_after=date_after,
                indexed_before=indexed_before,
                indexed_after=indexed_after,
                include_thread_size=include_thread_size,
                include_body=include_body,
                include_headers=include_headers,
                include_flags=include_flags,
                body_type=body_type,
                include_source=include_source,
                sort_order=sort_order,
                email_message_id=email_message_id,
                type=type,
                gm_search=gm_search,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "message_id",
            page_size,
            100,
        )

    async def create(
        self,
        id: str,
        *,
        dst_folder: str,
        message: FileInput,
        dst_source: str | None = None,
        flag_seen: Flag | None = None,
        flag_answered: Flag | None = None,
        flag_flagged: Flag | None = None,
        flag_deleted: Flag | None = None,
        flag_draft: Flag | None = None,
    ) -> MessageCreated:
        """Store a message in a folder.

        Stores the raw text of a message in a folder of the mail server. It gets the flags that are sent as 1, and
        nothing is sent to anyone. The answer does not name the new message, which can be read at once by its
        Message-ID.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            dst_folder: Full name of the folder to store into, levels separated as the mail server
                does.
            message: The raw message as RFC 5322 has it, 25 MiB at most.
            dst_source: Label of the source to store into; the first source of the account without it.
            flag_seen: With 1 the message counts as read.
            flag_answered: With 1 the message counts as answered.
            flag_flagged: With 1 the message is starred.
            flag_deleted: With 1 the message is marked for removal.
            flag_draft: With 1 the message is a draft.

        Raises:
            FileTooLargeError: if a file has more bytes than it may have.
            UnreadableFileError: if a file is not there, or cannot be read.
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "dst_folder": dst_folder,
                    "dst_source": dst_source,
                    "flag_seen": flag_seen,
                    "flag_answered": flag_answered,
                    "flag_flagged": flag_flagged,
                    "flag_deleted": flag_deleted,
                    "flag_draft": flag_draft,
                },
                file={"message": Upload(message, "message/rfc822", 26214400)},
            )
        )

    async def get(
        self,
        id: str,
        message_id: str,
        *,
        include_thread_size: Flag | None = None,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
    ) -> Message:
        """Read a message.

        Answers the same fields as an element of the list, with the same switches. The mail server is asked for
        what a switch adds.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            include_thread_size: With 1, `thread_size` is added.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _GET,
                path={"id": id, "message_id": message_id},
                query={
                    "include_thread_size": include_thread_size,
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                },
            )
        )

    async def update(
        self,
        id: str,
        message_id: str,
        *,
        dst_folder: str,
        dst_source: str | None = None,
        move: Flag | None = None,
        flag_seen: Flag | None = None,
        flag_answered: Flag | None = None,
        flag_flagged: Flag | None = None,
        flag_deleted: Flag | None = None,
        flag_draft: Flag | None = None,
    ) -> MessageUpdated:
        """Copy or move a message to a folder.

        Puts a copy of the message into `dst_folder`, with the flags that are sent. The original stays where it is;
        with `move` the message leaves its other folders in that source. `dst_source` is needed only to take the
        message to another source.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            dst_folder: Full name of the folder to go to, levels separated as the mail server does.
            dst_source: Label of the source to go to; the source of the message without it.
            move: With 1 the message is moved rather than copied.
            flag_seen: With 1 the message counts as read.
            flag_answered: With 1 the message counts as answered.
            flag_flagged: With 1 the message is starred.
            flag_deleted: With 1 the message is marked for removal.
            flag_draft: With 1 the message is a draft.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _UPDATE,
                path={"id": id, "message_id": message_id},
                form={
                    "dst_folder": dst_folder,
                    "dst_source": dst_source,
                    "move": move,
                    "flag_seen": flag_seen,
                    "flag_answered": flag_answered,
                    "flag_flagged": flag_flagged,
                    "flag_deleted": flag_deleted,
                    "flag_draft": flag_draft,
                },
            )
        )

    async def delete(
        self,
        id: str,
        message_id: str,
    ) -> MessageDeleted:
        """Delete a message.

        Removes the message from all of its folders. Afterwards it answers 404. In a mailbox of Gmail it goes to
        the trash, where it may still be read.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "message_id": message_id}))

    async def get_body(
        self,
        id: str,
        message_id: str,
        *,
        type: str | None = None,
    ) -> builtins.list[BodyPart]:
        """Read the text of a message.

        Answers the text parts of the message, fetched from the mail server during the call. Attachments are not
        among them and do not slow the call; they are read with the `files` page.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            type: Media type that the parts must have, `text/plain` or `text/html`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_GET_BODY, path={"id": id, "message_id": message_id}, query={"type": type})
        )

    async def get_flags(
        self,
        id: str,
        message_id: str,
    ) -> FlagSet:
        """Read the flags of a message.

        Answers the flags as they are on the mail server at this moment; they are not stored. A flag counts as
        set if one copy of the message has it.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET_FLAGS, path={"id": id, "message_id": message_id}))

    async def update_flags(
        self,
        id: str,
        message_id: str,
        *,
        seen: Flag | None = None,
        answered: Flag | None = None,
        flagged: Flag | None = None,
        deleted: Flag | None = None,
        draft: Flag | None = None,
    ) -> MessageFlagsUpdated:
        """Set or clear flags of a message.

        Sets a flag that is sent as 1, clears one that is sent as 0, and keeps the others. The mail server has the
        change before the answer comes, in every folder of the message.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            seen: 1 marks the message as read, 0 as unread.
            answered: 1 marks the message as answered, 0 as not answered.
            flagged: 1 stars the message, 0 takes the star away.
            deleted: 1 marks the message for removal, 0 keeps it.
            draft: 1 marks the message as a draft, 0 as finished.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _UPDATE_FLAGS,
                path={"id": id, "message_id": message_id},
                form={
                    "seen": seen,
                    "answered": answered,
                    "flagged": flagged,
                    "deleted": deleted,
                    "draft": draft,
                },
            )
        )

    async def list_folders(
        self,
        id: str,
        message_id: str,
    ) -> builtins.list[MessageFolder]:
        """List the folders of a message.

        Answers the folders that hold the message; on Gmail these are its labels.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST_FOLDERS, path={"id": id, "message_id": message_id}))

    async def replace_folders(
        self,
        id: str,
        message_id: str,
        *,
        body: Sequence[MessageFolder | Mapping[str, Any]],
    ) -> MessageFoldersReplaced:
        """Replace the folders of a message.

        Puts the message into exactly the folders that are sent. The body is laid out like the answer of the list.
        Each folder is named by `name` or by `symbolic_name`; where both are there, `name` decides. In JSON the
        backslash of a symbolic name is doubled.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            body: All folders that the message is to lie in.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_REPLACE_FOLDERS, path={"id": id, "message_id": message_id}, body=body))

    async def update_folders(
        self,
        id: str,
        message_id: str,
        *,
        add: str | Sequence[str] | None = None,
        remove: str | Sequence[str] | None = None,
    ) -> MessageFoldersUpdated:
        """Put a message into folders and take it out of others.

        Adds the message to the folders that `add` names and takes it out of those that `remove` names. Its other
        folders stay. Several folders are sent by repeating the field with `[]` after its name.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            add: Name or symbolic name of a folder to add.
            remove: Name or symbolic name of a folder to leave.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _UPDATE_FOLDERS,
                path={"id": id, "message_id": message_id},
                form={
                    "add[]" if is_several(add) else "add": explode_values(add),
                    "remove[]" if is_several(remove) else "remove": explode_values(remove),
                },
            )
        )

    @overload
    async def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Literal[1],
    ) -> str: ...
    @overload
    async def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Literal[0] | None = None,
    ) -> HeaderMap: ...
    @overload
    async def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Flag | None = None,
    ) -> HeaderMap | str: ...
    async def get_headers(
        self,
        id: str,
        message_id: str,
        *,
        raw: Flag | None = None,
    ) -> HeaderMap | str:
        """Read the headers of a message.

        Answers all headers of the message, as an object with a list of decoded values for each name. With `raw` it
        answers the header as one text, as it was received.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            raw: With 1 the headers are answered as they stand in the message, as one text.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        if raw == 1:
            return await self._send(
                Call(_GET_HEADERS_RAW_1, path={"id": id, "message_id": message_id}, query={"raw": raw})
            )
        return await self._send(
            Call(_GET_HEADERS, path={"id": id, "message_id": message_id}, query={"raw": raw})
        )

    async def get_source(
        self,
        id: str,
        message_id: str,
    ) -> AsyncByteStream:
        """Read the raw text of a message.

        Answers the message as the mail server keeps it, byte for byte, with its headers and all attachments.
        Large attachments make the answer slow.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._stream(Call(_GET_SOURCE, path={"id": id, "message_id": message_id}))

    async def get_thread(
        self,
        id: str,
        message_id: str,
        *,
        include_body: Flag | None = None,
        include_headers: Literal["raw"] | Literal[0, 1] | None = None,
        include_flags: Flag | None = None,
        body_type: str | None = None,
        include_source: Flag | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Thread:
        """Read the conversation of a message.

        Answers the conversation that the message belongs to, oldest message first. This works for the mail of any
        server, whereas the `threads` page knows Gmail's conversations alone. Mail that is not in the account
        is left out.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            message_id: A message: its `message_id`, its Message-ID header with the angle brackets, or
                `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages
                have it, the newest one is meant.
            include_body: With 1, `body` is added.
            include_headers: With 1, `headers` is added as an object, with `raw` as one text.
            include_flags: With 1, `flags` is added.
            body_type: Media type that the parts in `body` must have; used beside `include_body`.
            include_source: With 1, `source` is added, the raw text of the message.
            sort_order: Order of the messages, `asc` for the oldest first and `desc` for the newest
                first.
            limit: How many messages to answer at most; values over 100 are answered with 100
                messages.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _GET_THREAD,
                path={"id": id, "message_id": message_id},
                query={
                    "include_body": include_body,
                    "include_headers": include_headers,
                    "include_flags": include_flags,
                    "body_type": body_type,
                    "include_source": include_source,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    @cached_property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncMessagesWithRawResponse(AsyncMessages(self._send_raw, self._send_raw))


class AsyncMessagesWithRawResponse:
    """The methods of `AsyncMessages`, which return status, headers and body."""

    def __init__(self, page: AsyncMessages) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.update = async_raw(page.update)
        self.delete = async_raw(page.delete)
        self.get_body = async_raw(page.get_body)
        self.get_flags = async_raw(page.get_flags)
        self.update_flags = async_raw(page.update_flags)
        self.list_folders = async_raw(page.list_folders)
        self.replace_folders = async_raw(page.replace_folders)
        self.update_folders = async_raw(page.update_folders)
        self.get_headers = async_raw(page.get_headers)
        self.get_source = async_raw(page.get_source)
        self.get_thread = async_raw(page.get_thread)
