"""Operations of the page `contacts`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Literal, overload

from contextio_models import (
    Contact,
    ContactMatch,
    ContactSearch,
    Error,
    File,
    FileGroup,
    Flag,
    Message,
)

from contextio_client import paging
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

# Type hints are there at run time too, for programs that ask for them.

_LIST: Operation[ContactSearch] = Operation(
    "GET",
    "/accounts/{id}/contacts",
    ContactSearch,
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="contacts_list",
)
_GET: Operation[Contact] = Operation(
    "GET",
    "/accounts/{id}/contacts/{email}",
    Contact,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="contacts_get",
)
_LIST_FILES: Operation[list[File]] = Operation(
    "GET",
    "/accounts/{id}/contacts/{email}/files",
    list[File],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="contacts_list_files",
    window=paging.Window("limit", "offset", 100, 25),
)
_LIST_FILES_GROUP_BY_REVISIONS_1: Operation[list[FileGroup]] = Operation(
    "GET",
    "/accounts/{id}/contacts/{email}/files",
    list[FileGroup],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="contacts_list_files",
)
_LIST_MESSAGES: Operation[list[Message]] = Operation(
    "GET",
    "/accounts/{id}/contacts/{email}/messages",
    list[Message],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="contacts_list_messages",
    window=paging.Window("limit", "offset", 100, 25),
)
_LIST_THREADS: Operation[list[str]] = Operation(
    "GET",
    "/accounts/{id}/contacts/{email}/threads",
    list[str],
    {
        400: Error,
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="contacts_list_threads",
    window=paging.Window("limit", "offset", 100, 25),
)


class Contacts:
    """People whom the owner of an account exchanges mail with, counted over all of its sources. Nobody enters
    them: the addresses of the mail make them.
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
        search: str | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        sort_by: Literal["count", "email", "received_count", "sent_count"] | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> ContactSearch:
        """Search the people whom the owner of an account exchanges mail with.

        Answers the contacts under `matches`, those with the most messages first, and the filters in force under
        `query`. Equal counts are ordered by address. The owner's own addresses are left out. Filters that are
        given together must all hold; they choose contacts and do not change the counts.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            search: Text that the name or the address must contain, in any letter case.
            active_before: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated before.
            active_after: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated after.
            sort_by: Field that the contacts are ordered by.
            sort_order: Direction of the order; without `sort_by` the highest count comes first unless
                this is `asc`.
            limit: How many contacts to list at most; values over 250 are answered with 250 contacts.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _LIST,
                path={"id": id},
                query={
                    "search": search,
                    "active_before": active_before,
                    "active_after": active_after,
                    "sort_by": sort_by,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_all(
        self,
        id: str,
        *,
        search: str | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        sort_by: Literal["count", "email", "received_count", "sent_count"] | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        page_size: int = 250,
    ) -> paging.Paginator[ContactMatch]:
        """Search the people whom the owner of an account exchanges mail with. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            search: Text that the name or the address must contain, in any letter case.
            active_before: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated before.
            active_after: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated after.
            sort_by: Field that the contacts are ordered by.
            sort_order: Direction of the order; without `sort_by` the highest count comes first unless
                this is `asc`.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list(
                id,
                search=search,
                active_before=active_before,
                active_after=active_after,
                sort_by=sort_by,
                sort_order=sort_order,
                limit=limit,
                offset=offset,
            ),
            "email",
            page_size,
            250,
            "matches",
        )

    def get(
        self,
        id: str,
        email: str,
    ) -> Contact:
        """Read a contact.

        Answers the contact with its addresses under `emails`, whereas an element of the list has one under `email`.
        An address of the owner is no contact and answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "email": email}))

    @overload
    def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Literal[1],
        include_person_info: int | None = None,
    ) -> builtins.list[FileGroup]: ...
    @overload
    def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Literal[0] | None = None,
        include_person_info: int | None = None,
    ) -> paging.Page[File]: ...
    @overload
    def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: int | None = None,
    ) -> paging.Page[File] | builtins.list[FileGroup]: ...
    def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: int | None = None,
    ) -> paging.Page[File] | builtins.list[FileGroup]:
        """List the files exchanged with a contact.

        Answers the files of mail from the contact, to the contact, and from others to both contact and owner. The
        newest comes first.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            limit: How many elements to list at most; values over 100 are answered with 100 elements.
            offset: How many elements to leave out at the start; 0 starts with the first.
            scope: Early option that nothing describes. Deprecated.
            group_by_revisions: With 1, versions of one document are answered as a group; dropped
                early. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            scope=scope, group_by_revisions=group_by_revisions, include_person_info=include_person_info
        )
        if group_by_revisions == 1:
            return self._send(
                Call(
                    _LIST_FILES_GROUP_BY_REVISIONS_1,
                    path={"id": id, "email": email},
                    query={
                        "limit": limit,
                        "offset": offset,
                        "scope": scope,
                        "group_by_revisions": group_by_revisions,
                        "include_person_info": include_person_info,
                    },
                )
            )
        return self._page(
            Call(
                _LIST_FILES,
                path={"id": id, "email": email},
                query={
                    "limit": limit,
                    "offset": offset,
                    "scope": scope,
                    "group_by_revisions": group_by_revisions,
                    "include_person_info": include_person_info,
                },
            )
        )

    def list_files_all(
        self,
        id: str,
        email: str,
        *,
        scope: str | None = None,
        include_person_info: int | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[File]:
        """List the files exchanged with a contact. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            scope: Early option that nothing describes. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list_files(
                id,
                email,
                scope=scope,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "file_id",
            page_size,
            100,
        )

    def list_messages(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        folder: str | None = None,
        include_person_info: int | None = None,
    ) -> paging.Page[Message]:
        """List the messages exchanged with a contact.

        Answers mail from the contact, to the contact, and from others to both contact and owner, newest first. The
        list of the `messages` page selects more finely.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            limit: How many elements to list at most; values over 100 are answered with 100 elements.
            offset: How many elements to leave out at the start; 0 starts with the first.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(scope=scope, folder=folder, include_person_info=include_person_info)
        return self._page(
            Call(
                _LIST_MESSAGES,
                path={"id": id, "email": email},
                query={
                    "limit": limit,
                    "offset": offset,
                    "scope": scope,
                    "folder": folder,
                    "include_person_info": include_person_info,
                },
            )
        )

    def list_messages_all(
        self,
        id: str,
        email: str,
        *,
        scope: str | None = None,
        folder: str | None = None,
        include_person_info: int | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[Message]:
        """List the messages exchanged with a contact. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list_messages(
                id,
                email,
                scope=scope,
                folder=folder,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "message_id",
            page_size,
            100,
        )

    def list_threads(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        folder: str | None = None,
    ) -> paging.Page[str]:
        """List the conversations that a contact takes part in.

        Answers addresses of Gmail's conversations, the one with the newest message first. The last segment of each
        is the identifier of the conversation.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            limit: How many elements to list at most; values over 100 are answered with 100 elements.
            offset: How many elements to leave out at the start; 0 starts with the first.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(scope=scope, folder=folder)
        return self._page(
            Call(
                _LIST_THREADS,
                path={"id": id, "email": email},
                query={"limit": limit, "offset": offset, "scope": scope, "folder": folder},
            )
        )

    def list_threads_all(
        self,
        id: str,
        email: str,
        *,
        scope: str | None = None,
        folder: str | None = None,
        page_size: int = 100,
    ) -> paging.Paginator[str]:
        """List the conversations that a contact takes part in. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.Paginator(
            lambda limit, offset: self.list_threads(
                id,
                email,
                scope=scope,
                folder=folder,
                limit=limit,
                offset=offset,
            ),
            "",
            page_size,
            100,
        )

    @cached_property
    def with_raw_response(self) -> ContactsWithRawResponse:
        """The same methods, which return status, headers and body."""
        return ContactsWithRawResponse(Contacts(self._send_raw, self._send_raw))


class ContactsWithRawResponse:
    """The methods of `Contacts`, which return status, headers and body."""

    def __init__(self, page: Contacts) -> None:
        self.list = raw(page.list)
        self.get = raw(page.get)
        self.list_files = raw(page.list_files)
        self.list_messages = raw(page.list_messages)
        self.list_threads = raw(page.list_threads)


class AsyncContacts:
    """People whom the owner of an account exchanges mail with, counted over all of its sources. Nobody enters
    them: the addresses of the mail make them.
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
        search: str | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        sort_by: Literal["count", "email", "received_count", "sent_count"] | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> ContactSearch:
        """Search the people whom the owner of an account exchanges mail with.

        Answers the contacts under `matches`, those with the most messages first, and the filters in force under
        `query`. Equal counts are ordered by address. The owner's own addresses are left out. Filters that are
        given together must all hold; they choose contacts and do not change the counts.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            search: Text that the name or the address must contain, in any letter case.
            active_before: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated before.
            active_after: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated after.
            sort_by: Field that the contacts are ordered by.
            sort_order: Direction of the order; without `sort_by` the highest count comes first unless
                this is `asc`.
            limit: How many contacts to list at most; values over 250 are answered with 250 contacts.
            offset: How many elements to leave out at the start; 0 starts with the first.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _LIST,
                path={"id": id},
                query={
                    "search": search,
                    "active_before": active_before,
                    "active_after": active_after,
                    "sort_by": sort_by,
                    "sort_order": sort_order,
                    "limit": limit,
                    "offset": offset,
                },
            )
        )

    def list_all(
        self,
        id: str,
        *,
        search: str | None = None,
        active_before: int | None = None,
        active_after: int | None = None,
        sort_by: Literal["count", "email", "received_count", "sent_count"] | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        page_size: int = 250,
    ) -> paging.AsyncPaginator[ContactMatch]:
        """Search the people whom the owner of an account exchanges mail with. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            search: Text that the name or the address must contain, in any letter case.
            active_before: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated before.
            active_after: Time in seconds since 1970-01-01 UTC that some message of the contact must
                be dated after.
            sort_by: Field that the contacts are ordered by.
            sort_order: Direction of the order; without `sort_by` the highest count comes first unless
                this is `asc`.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list(
                id,
                search=search,
                active_before=active_before,
                active_after=active_after,
                sort_by=sort_by,
                sort_order=sort_order,
                limit=limit,
                offset=offset,
            ),
            "email",
            page_size,
            250,
            "matches",
        )

    async def get(
        self,
        id: str,
        email: str,
    ) -> Contact:
        """Read a contact.

        Answers the contact with its addresses under `emails`, whereas an element of the list has one under `email`.
        An address of the owner is no contact and answers 404.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "email": email}))

    @overload
    async def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Literal[1],
        include_person_info: int | None = None,
    ) -> builtins.list[FileGroup]: ...
    @overload
    async def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Literal[0] | None = None,
        include_person_info: int | None = None,
    ) -> paging.AsyncPage[File]: ...
    @overload
    async def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: int | None = None,
    ) -> paging.AsyncPage[File] | builtins.list[FileGroup]: ...
    async def list_files(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        group_by_revisions: Flag | None = None,
        include_person_info: int | None = None,
    ) -> paging.AsyncPage[File] | builtins.list[FileGroup]:
        """List the files exchanged with a contact.

        Answers the files of mail from the contact, to the contact, and from others to both contact and owner. The
        newest comes first.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            limit: How many elements to list at most; values over 100 are answered with 100 elements.
            offset: How many elements to leave out at the start; 0 starts with the first.
            scope: Early option that nothing describes. Deprecated.
            group_by_revisions: With 1, versions of one document are answered as a group; dropped
                early. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            scope=scope, group_by_revisions=group_by_revisions, include_person_info=include_person_info
        )
        if group_by_revisions == 1:
            return await self._send(
                Call(
                    _LIST_FILES_GROUP_BY_REVISIONS_1,
                    path={"id": id, "email": email},
                    query={
                        "limit": limit,
                        "offset": offset,
                        "scope": scope,
                        "group_by_revisions": group_by_revisions,
                        "include_person_info": include_person_info,
                    },
                )
            )
        return await self._page(
            Call(
                _LIST_FILES,
                path={"id": id, "email": email},
                query={
                    "limit": limit,
                    "offset": offset,
                    "scope": scope,
                    "group_by_revisions": group_by_revisions,
                    "include_person_info": include_person_info,
                },
            )
        )

    def list_files_all(
        self,
        id: str,
        email: str,
        *,
        scope: str | None = None,
        include_person_info: int | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[File]:
        """List the files exchanged with a contact. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            scope: Early option that nothing describes. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list_files(
                id,
                email,
                scope=scope,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "file_id",
            page_size,
            100,
        )

    async def list_messages(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        folder: str | None = None,
        include_person_info: int | None = None,
    ) -> paging.AsyncPage[Message]:
        """List the messages exchanged with a contact.

        Answers mail from the contact, to the contact, and from others to both contact and owner, newest first. The
        list of the `messages` page selects more finely.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            limit: How many elements to list at most; values over 100 are answered with 100 elements.
            offset: How many elements to leave out at the start; 0 starts with the first.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(scope=scope, folder=folder, include_person_info=include_person_info)
        return await self._page(
            Call(
                _LIST_MESSAGES,
                path={"id": id, "email": email},
                query={
                    "limit": limit,
                    "offset": offset,
                    "scope": scope,
                    "folder": folder,
                    "include_person_info": include_person_info,
                },
            )
        )

    def list_messages_all(
        self,
        id: str,
        email: str,
        *,
        scope: str | None = None,
        folder: str | None = None,
        include_person_info: int | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[Message]:
        """List the messages exchanged with a contact. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.
            include_person_info: Early switch for `person_info`, which is now always there.
                Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list_messages(
                id,
                email,
                scope=scope,
                folder=folder,
                include_person_info=include_person_info,
                limit=limit,
                offset=offset,
            ),
            "message_id",
            page_size,
            100,
        )

    async def list_threads(
        self,
        id: str,
        email: str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        scope: str | None = None,
        folder: str | None = None,
    ) -> paging.AsyncPage[str]:
        """List the conversations that a contact takes part in.

        Answers addresses of Gmail's conversations, the one with the newest message first. The last segment of each
        is the identifier of the conversation.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            limit: How many elements to list at most; values over 100 are answered with 100 elements.
            offset: How many elements to leave out at the start; 0 starts with the first.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(scope=scope, folder=folder)
        return await self._page(
            Call(
                _LIST_THREADS,
                path={"id": id, "email": email},
                query={"limit": limit, "offset": offset, "scope": scope, "folder": folder},
            )
        )

    def list_threads_all(
        self,
        id: str,
        email: str,
        *,
        scope: str | None = None,
        folder: str | None = None,
        page_size: int = 100,
    ) -> paging.AsyncPaginator[str]:
        """List the conversations that a contact takes part in. All pages, each row once.

        Rows that are added or removed meanwhile make no other row repeat or go missing.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: Address of a contact, percent-encoded, in any letter case.
            scope: Early option that nothing describes. Deprecated.
            folder: Folder to keep to; dropped early. Deprecated.
            page_size: How many to request at a time.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return paging.AsyncPaginator(
            lambda limit, offset: self.list_threads(
                id,
                email,
                scope=scope,
                folder=folder,
                limit=limit,
                offset=offset,
            ),
            "",
            page_size,
            100,
        )

    @cached_property
    def with_raw_response(self) -> AsyncContactsWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncContactsWithRawResponse(AsyncContacts(self._send_raw, self._send_raw))


class AsyncContactsWithRawResponse:
    """The methods of `AsyncContacts`, which return status, headers and body."""

    def __init__(self, page: AsyncContacts) -> None:
        self.list = async_raw(page.list)
        self.get = async_raw(page.get)
        self.list_files = async_raw(page.list_files)
        self.list_messages = async_raw(page.list_messages)
        self.list_threads = async_raw(page.list_threads)
