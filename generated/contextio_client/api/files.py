"""Operations of the page `files`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from functools import cached_property
from typing import Literal, overload

from contextio_models import (
    Error,
    File,
    FileGroup,
    Flag,
)

from contextio_client import paging
from contextio_client.arguments import join_values
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

# Type hints are there at run time too, for programs that ask for them.

_LIST: Operation[list[File]] = Operation(
    "GET",
    "/accounts/{id}/files",
    list[File],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="files_list",
    window=paging.Window("limit", "offset", 100, 25),
)
_LIST_GROUP_BY_REVISIONS_1: Operation[list[FileGroup]] = Operation(
    "GET",
    "/accounts/{id}/files",
    list[FileGroup],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="files_list",
)
_GET: Operation[File] = Operation(
    "GET",
    "/accounts/{id}/files/{file_id}",
    File,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="files_get",
)
_LIST_CHANGES: Operation[list[File]] = Operation(
    "GET",
    "/accounts/{id}/files/{file_id}/changes",
    list[File],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="files_list_changes",
)
_GET_CONTENT: Operation[ByteStream] = Operation(
    "GET",
    "/accounts/{id}/files/{file_id}/content",
    bytes,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        503: Error,
        0: Error,
    },
    is_read=True,
    kind="bytes",
    media="*/*",
    id="files_get_content",
)
_GET_CONTENT_AS_LINK_1: Operation[str] = Operation(
    "GET",
    "/accounts/{id}/files/{file_id}/content",
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
    kind="link",
    media="text/uri-list",
    id="files_get_content",
)
_LIST_RELATED: Operation[list[File]] = Operation(
    "GET",
    "/accounts/{id}/files/{file_id}/related",
    list[File],
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="files_list_related",
)
_LIST_REVISIONS: Operation[list[File]] = Operation(
    "GET",
    "/accounts/{id}/files/{file_id}/revisions",
    list[File],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="files_list_revisions",
)


class Files:
    """Files that are attached to the mail of an account. Their records are stored; their content is fetched from
    the mail server when it is asked for.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    @overload
    def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Literal[1],
        include_person_info: Flag | None = None,
    ) -> builtins.list[FileGroup]: ...
    @overload
    def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Literal[0] | None = None,
        include_person_info: Flag | None = None,
    ) -> paging.Page[File]: ...
    @overload
    def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: Flag | None = None,
    ) -> paging.Page[File] | builtins.list[FileGroup]: ...
    def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: Flag | None = None,
    ) -> paging.Page[File] | builtins.list[FileGroup]:
        """List the attachments in an account.

        Answers the files that are attached to messages, newest `date` first. Filters that are given together must
        all hold. An address filter takes several addresses, separated by commas, and any of them will do.

        The filters on `date` look at when the sender says the mail was sent. Those on the indexing look at when
        the service saw it first.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_name: Name of the file, in any letter case, with the wildcards `*`, `?` and `[]`. A
                value between slashes is a regular expression.
            file_size_min: Size in bytes that the file must have at least.
            file_size_max: Size in bytes that the file must have at most.
            email: Addresses of contacts, separated by commas. Files in mail from one of them or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            source: Label of a source that holds the message with the file.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            limit: How many files to list at most; values over 100 are answered with 100 files.
            offset: How many elements to leave out at the start; 0 starts with the first.
            group_by_revisions: With 1, versions of one document are answered as a group; dropped
                before the end. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(group_by_revisions=group_by_revisions, include_person_info=include_person_info)
        if group_by_revisions == 1:
            return self._send(
                Call(
                    _LIST_GROUP_BY_REVISIONS_1,
                    path={"id": id},
                    query={
                        "file_name": file_name,
                        "file_size_min": file_size_min,
                        "file_size_max": file_size_max,
                        "email": join_values(email),
                        "to": join_values(to),
                        "from": join_values(from_),
                        "cc": join_values(cc),
                        "bcc": join_values(bcc),
                        "date_before": date_before,
                        "date_after": date_after,
                        "indexed_before": indexed_before,
                        "indexed_after": indexed_after,
                        "source": source,
                        "sort_order": sort_order,
                        "limit": limit,
                        "offset": offset,
                        "group_by_revisions": group_by_revisions,
                        "include_person_info": include_person_info,
                    },
                )
            )
        return self._page(
            Call(
                _LIST,
                path={"id": id},
                query={
                    "file_name": file_name,
                    "file_size_min": file_size_min,
                    "file_size_max": file_size_max,
                    "email": join_values(email),
                    "to": join_values(to),
                    "from": join_values(from_),
                    "cc": join_values(cc),
                    "bcc": join_values(bcc),
                    "date_before": date_before,
                    "date_after": date_after,
                    "indexed_before": indexed_before,
                    "indexed_after": indexed_after,
                    "source": source,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                    "group_by_revisions": group_by_revisions,
                    "include_person_info": include_person_info,
                },
            )
        )

    def list_all(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        include_person_info: Flag | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[File]:
        """List the attachments in an account. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_name: Name of the file, in any letter case, with the wildcards `*`, `?` and `[]`. A
                value between slashes is a regular expression.
            file_size_min: Size in bytes that the file must have at least.
            file_size_max: Size in bytes that the file must have at most.
            email: Addresses of contacts, separated by commas. Files in mail from one of them or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            source: Label of a source that holds the message with the file.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list(
                id,
                file_name=file_name,
                file_size_min=file_size_min,
                file_size_max=file_size_max,
                email=email,
                to=to,
                from_=from_,
                cc=cc,
                bcc=bcc,
                date_before=date_before,
                date_after=date_after,
                indexed_before=indexed_before,
                indexed_after=indexed_after,
                source=source,
                sort_order=sort_order,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "file_id",
            page_size,
            100,
        )

    def get(
        self,
        id: str,
        file_id: str,
    ) -> File:
        """Read the record of a file.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "file_id": file_id}))

    def list_changes(
        self,
        id: str,
        file_id: str,
        *,
        query_file_id: str | None = None,
        generate: Flag | None = None,
    ) -> builtins.list[File]:
        """List files that a file can be compared with, or compare it with one.

        Answers the files that the file can be compared with. With `file_id` in the query and `generate`, it was a
        comparison, which nothing describes. Dropped before the end.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.
            query_file_id: Identifier of the file to compare with. Deprecated.
            generate: With 1 the comparison is made. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(query_file_id=query_file_id, generate=generate)
        return self._send(
            Call(
                _LIST_CHANGES,
                path={"id": id, "file_id": file_id},
                query={"file_id": query_file_id, "generate": generate},
            )
        )

    @overload
    def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Literal[1],
    ) -> str: ...
    @overload
    def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Literal[0] | None = None,
    ) -> ByteStream: ...
    @overload
    def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Flag | None = None,
    ) -> ByteStream | str: ...
    def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Flag | None = None,
    ) -> ByteStream | str:
        """Download a file, or ask for a link to it.

        Answers the bytes of the file, fetched from the mail server during the call. With `as_link`, or with the
        header `Accept: text/uri-list`, it answers a link instead. The link is valid for a short while and should
        not be kept.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.
            as_link: With 1 a link is answered in place of the bytes.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        if as_link == 1:
            return self._send(
                Call(_GET_CONTENT_AS_LINK_1, path={"id": id, "file_id": file_id}, query={"as_link": as_link})
            )
        return self._stream(
            Call(_GET_CONTENT, path={"id": id, "file_id": file_id}, query={"as_link": as_link})
        )

    def list_related(
        self,
        id: str,
        file_id: str,
    ) -> builtins.list[File]:
        """List files that resemble a file.

        Answers files whose names resemble that of the file, the most similar first, each with its `similarity`.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST_RELATED, path={"id": id, "file_id": file_id}))

    def list_revisions(
        self,
        id: str,
        file_id: str,
        *,
        include_person_info: int | None = None,
    ) -> builtins.list[File]:
        """List other versions of a file.

        Answers files whose names differ from this one only in dates, initials, version numbers or words like draft
        and final. Dropped before the end.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(include_person_info=include_person_info)
        return self._send(
            Call(
                _LIST_REVISIONS,
                path={"id": id, "file_id": file_id},
                query={"include_person_info": include_person_info},
            )
        )

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return FilesWithRawResponse(Files(self._send_raw, self._send_raw))


class FilesWithRawResponse:
    """The methods of `Files`, which return status, headers and body."""

    def __init__(self, page: Files) -> None:
        self.list = raw(page.list)
        self.get = raw(page.get)
        self.list_changes = raw(page.list_changes)
        self.get_content = raw(page.get_content)
        self.list_related = raw(page.list_related)
        self.list_revisions = raw(page.list_revisions)


class AsyncFiles:
    """Files that are attached to the mail of an account. Their records are stored; their content is fetched from
    the mail server when it is asked for.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    @overload
    async def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Literal[1],
        include_person_info: Flag | None = None,
    ) -> builtins.list[FileGroup]: ...
    @overload
    async def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Literal[0] | None = None,
        include_person_info: Flag | None = None,
    ) -> paging.AsyncPage[File]: ...
    @overload
    async def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: Flag | None = None,
    ) -> paging.AsyncPage[File] | builtins.list[FileGroup]: ...
    async def list(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: Flag | None = None,
    ) -> paging.AsyncPage[File] | builtins.list[FileGroup]:
        """List the attachments in an account.

        Answers the files that are attached to messages, newest `date` first. Filters that are given together must
        all hold. An address filter takes several addresses, separated by commas, and any of them will do.

        The filters on `date` look at when the sender says the mail was sent. Those on the indexing look at when
        the service saw it first.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_name: Name of the file, in any letter case, with the wildcards `*`, `?` and `[]`. A
                value between slashes is a regular expression.
            file_size_min: Size in bytes that the file must have at least.
            file_size_max: Size in bytes that the file must have at most.
            email: Addresses of contacts, separated by commas. Files in mail from one of them or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            source: Label of a source that holds the message with the file.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            limit: How many files to list at most; values over 100 are answered with 100 files.
            offset: How many elements to leave out at the start; 0 starts with the first.
            group_by_revisions: With 1, versions of one document are answered as a group; dropped
                before the end. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(group_by_revisions=group_by_revisions, include_person_info=include_person_info)
        if group_by_revisions == 1:
            return await self._send(
                Call(
                    _LIST_GROUP_BY_REVISIONS_1,
                    path={"id": id},
                    query={
                        "file_name": file_name,
                        "file_size_min": file_size_min,
                        "file_size_max": file_size_max,
                        "email": join_values(email),
                        "to": join_values(to),
                        "from": join_values(from_),
                        "cc": join_values(cc),
                        "bcc": join_values(bcc),
                        "date_before": date_before,
                        "date_after": date_after,
                        "indexed_before": indexed_before,
                        "indexed_after": indexed_after,
                        "source": source,
                        "sort_order": sort_order,
                        "limit": limit,
                        "offset": offset,
                        "group_by_revisions": group_by_revisions,
                        "include_person_info": include_person_info,
                    },
                )
            )
        return await self._page(
            Call(
                _LIST,
                path={"id": id},
                query={
                    "file_name": file_name,
                    "file_size_min": file_size_min,
                    "file_size_max": file_size_max,
                    "email": join_values(email),
                    "to": join_values(to),
                    "from": join_values(from_),
                    "cc": join_values(cc),
                    "bcc": join_values(bcc),
                    "date_before": date_before,
                    "date_after": date_after,
                    "indexed_before": indexed_before,
                    "indexed_after": indexed_after,
                    "source": source,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                    "group_by_revisions": group_by_revisions,
                    "include_person_info": include_person_info,
                },
            )
        )

    def list_all(
        self,
        id: str,
        *,
        file_name: str | None = None,
        file_size_min: int | None = None,
        file_size_max: int | None = None,
        email: str | Sequence[str] | None = None,
        to: str | Sequence[str] | None = None,
        from_: str | Sequence[str] | None = None,
        cc: str | Sequence[str] | None = None,
        bcc: str | Sequence[str] | None = None,
        date_before: int | None = None,
        date_after: int | None = None,
        indexed_before: int | None = None,
        indexed_after: int | None = None,
        source: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        include_person_info: Flag | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[File]:
        """List the attachments in an account. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_name: Name of the file, in any letter case, with the wildcards `*`, `?` and `[]`. A
                value between slashes is a regular expression.
            file_size_min: Size in bytes that the file must have at least.
            file_size_max: Size in bytes that the file must have at most.
            email: Addresses of contacts, separated by commas. Files in mail from one of them or to
                one of them, also in copy, are listed.
            to: Addresses, separated by commas, one of which the mail was sent to.
            from_: Addresses, separated by commas, one of which the mail came from.
            cc: Addresses, separated by commas, one of which the mail was copied to.
            bcc: Addresses, separated by commas, one of which the mail was blindly copied to.
            date_before: Time in seconds since 1970-01-01 UTC that the Date header of the mail must
                lie before.
            date_after: Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie
                after.
            indexed_before: Time in seconds since 1970-01-01 UTC before which the service saw the mail
                first.
            indexed_after: Time in seconds since 1970-01-01 UTC after which the service saw the mail
                first.
            source: Label of a source that holds the message with the file.
            sort_order: Order by date, `asc` for the oldest first and `desc` for the newest first.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list(
                id,
                file_name=file_name,
                file_size_min=file_size_min,
                file_size_max=file_size_max,
                email=email,
                to=to,
                from_=from_,
                cc=cc,
                bcc=bcc,
                date_before=date_before,
                date_after=date_after,
                indexed_before=indexed_before,
                indexed_after=indexed_after,
                source=source,
                sort_order=sort_order,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "file_id",
            page_size,
            100,
        )

    async def get(
        self,
        id: str,
        file_id: str,
    ) -> File:
        """Read the record of a file.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "file_id": file_id}))

    async def list_changes(
        self,
        id: str,
        file_id: str,
        *,
        query_file_id: str | None = None,
        generate: Flag | None = None,
    ) -> builtins.list[File]:
        """List files that a file can be compared with, or compare it with one.

        Answers the files that the file can be compared with. With `file_id` in the query and `generate`, it was a
        comparison, which nothing describes. Dropped before the end.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.
            query_file_id: Identifier of the file to compare with. Deprecated.
            generate: With 1 the comparison is made. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(query_file_id=query_file_id, generate=generate)
        return await self._send(
            Call(
                _LIST_CHANGES,
                path={"id": id, "file_id": file_id},
                query={"file_id": query_file_id, "generate": generate},
            )
        )

    @overload
    async def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Literal[1],
    ) -> str: ...
    @overload
    async def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Literal[0] | None = None,
    ) -> AsyncByteStream: ...
    @overload
    async def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Flag | None = None,
    ) -> AsyncByteStream | str: ...
    async def get_content(
        self,
        id: str,
        file_id: str,
        *,
        as_link: Flag | None = None,
    ) -> AsyncByteStream | str:
        """Download a file, or ask for a link to it.

        Answers the bytes of the file, fetched from the mail server during the call. With `as_link`, or with the
        header `Accept: text/uri-list`, it answers a link instead. The link is valid for a short while and should
        not be kept.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.
            as_link: With 1 a link is answered in place of the bytes.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        if as_link == 1:
            return await self._send(
                Call(_GET_CONTENT_AS_LINK_1, path={"id": id, "file_id": file_id}, query={"as_link": as_link})
            )
        return await self._stream(
            Call(_GET_CONTENT, path={"id": id, "file_id": file_id}, query={"as_link": as_link})
        )

    async def list_related(
        self,
        id: str,
        file_id: str,
    ) -> builtins.list[File]:
        """List files that resemble a file.

        Answers files whose names resemble that of the file, the most similar first, each with its `similarity`.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST_RELATED, path={"id": id, "file_id": file_id}))

    async def list_revisions(
        self,
        id: str,
        file_id: str,
        *,
        include_person_info: int | None = None,
    ) -> builtins.list[File]:
        """List other versions of a file.

        Answers files whose names differ from this one only in dates, initials, version numbers or words like draft
        and final. Dropped before the end.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            file_id: Identifier of a file in the account.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(include_person_info=include_person_info)
        return await self._send(
            Call(
                _LIST_REVISIONS,
                path={"id": id, "file_id": file_id},
                query={"include_person_info": include_person_info},
            )
        )

    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncFilesWithRawResponse(AsyncFiles(self._send_raw, self._send_raw))


class AsyncFilesWithRawResponse:
    """The methods of `AsyncFiles`, which return status, headers and body."""

    def __init__(self, page: AsyncFiles) -> None:
        self.list = async_raw(page.list)
        self.get = async_raw(page.get)
        self.list_changes = async_raw(page.list_changes)
        self.get_content = async_raw(page.get_content)
        self.list_related = async_raw(page.list_related)
        self.list_revisions = async_raw(page.list_revisions)
