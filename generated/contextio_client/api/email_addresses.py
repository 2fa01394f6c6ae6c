"""Operations of the page `email_addresses`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Literal

from contextio_models import (
    EmailAddress,
    EmailAddressCreated,
    EmailAddressDeleted,
    EmailAddressUpdated,
    Error,
    Failure,
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

_LIST: Operation[list[EmailAddress]] = Operation(
    "GET",
    "/accounts/{id}/email_addresses",
    list[EmailAddress],
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="email_addresses_list",
)
_CREATE: Operation[EmailAddressCreated] = Operation(
    "POST",
    "/accounts/{id}/email_addresses",
    EmailAddressCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="email_addresses_create",
)
_GET: Operation[EmailAddress] = Operation(
    "GET",
    "/accounts/{id}/email_addresses/{email}",
    EmailAddress,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="email_addresses_get",
)
_UPDATE: Operation[EmailAddressUpdated] = Operation(
    "POST",
    "/accounts/{id}/email_addresses/{email}",
    EmailAddressUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="email_addresses_update",
)
_DELETE: Operation[EmailAddressDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/email_addresses/{email}",
    EmailAddressDeleted,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="email_addresses_delete",
)


class EmailAddresses:
    """The mail addresses of the person behind an account. They keep a person's own aliases out of the
    account's contacts.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        id: str,
    ) -> builtins.list[EmailAddress]:
        """List the mail addresses of an account.

        Answers the addresses of the person behind the account as a bare array that is not divided into
        pages. One of them is the primary address. Attaching a source adds the address of its mailbox.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST, path={"id": id}))

    def create(
        self,
        id: str,
        *,
        email_address: str,
    ) -> EmailAddressCreated:
        """Add a mail address to an account.

        Adds an alias of the person, mainly so that it does not count as a contact of theirs. No mailbox is
        opened. The new address is not the primary one. An address that the account already has stays as it
        is, and the answer is the same.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email_address: The address; reads call it `email`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_CREATE, path={"id": id}, form={"email_address": email_address}))

    def get(
        self,
        id: str,
        email: str,
    ) -> EmailAddress:
        """Read a mail address of an account.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: One of the account's mail addresses, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "email": email}))

    def update(
        self,
        id: str,
        email: str,
        *,
        primary: Literal[1] | None = None,
    ) -> EmailAddressUpdated:
        """Make a mail address the primary one.

        With `primary`, the address becomes the primary one, and the former primary address an alias. Without
        it nothing changes.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: One of the account's mail addresses, percent-encoded.
            primary: With 1, the address becomes the primary one.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_UPDATE, path={"id": id, "email": email}, form={"primary": primary}))

    def delete(
        self,
        id: str,
        email: str,
    ) -> EmailAddressDeleted:
        """Remove a mail address from an account.

        Removes the address. Afterwards it answers 404. A source that receives mail for the address stays.
        The primary address and the last one of an account cannot be removed.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: One of the account's mail addresses, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "email": email}))

    @cached_property
    def with_raw_response(self) -> EmailAddressesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return EmailAddressesWithRawResponse(EmailAddresses(self._send_raw, self._send_raw))


class EmailAddressesWithRawResponse:
    """The methods of `EmailAddresses`, which return status, headers and body."""

    def __init__(self, page: EmailAddresses) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.update = raw(page.update)
        self.delete = raw(page.delete)


class AsyncEmailAddresses:
    """The mail addresses of the person behind an account. They keep a person's own aliases out of the
    account's contacts.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        id: str,
    ) -> builtins.list[EmailAddress]:
        """List the mail addresses of an account.

        Answers the addresses of the person behind the account as a bare array that is not divided into
        pages. One of them is the primary address. Attaching a source adds the address of its mailbox.

        Args:
            id: Identifier of an account that belongs to the consumer key.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST, path={"id": id}))

    async def create(
        self,
        id: str,
        *,
        email_address: str,
    ) -> EmailAddressCreated:
        """Add a mail address to an account.

        Adds an alias of the person, mainly so that it does not count as a contact of theirs. No mailbox is
        opened. The new address is not the primary one. An address that the account already has stays as it
        is, and the answer is the same.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email_address: The address; reads call it `email`.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_CREATE, path={"id": id}, form={"email_address": email_address}))

    async def get(
        self,
        id: str,
        email: str,
    ) -> EmailAddress:
        """Read a mail address of an account.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: One of the account's mail addresses, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "email": email}))

    async def update(
        self,
        id: str,
        email: str,
        *,
        primary: Literal[1] | None = None,
    ) -> EmailAddressUpdated:
        """Make a mail address the primary one.

        With `primary`, the address becomes the primary one, and the former primary address an alias. Without
        it nothing changes.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: One of the account's mail addresses, percent-encoded.
            primary: With 1, the address becomes the primary one.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_UPDATE, path={"id": id, "email": email}, form={"primary": primary}))

    async def delete(
        self,
        id: str,
        email: str,
    ) -> EmailAddressDeleted:
        """Remove a mail address from an account.

        Removes the address. Afterwards it answers 404. A source that receives mail for the address stays.
        The primary address and the last one of an account cannot be removed.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            email: One of the account's mail addresses, percent-encoded.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "email": email}))

    @cached_property
    def with_raw_response(self) -> AsyncEmailAddressesWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncEmailAddressesWithRawResponse(AsyncEmailAddresses(self._send_raw, self._send_raw))


class AsyncEmailAddressesWithRawResponse:
    """The methods of `AsyncEmailAddresses`, which return status, headers and body."""

    def __init__(self, page: AsyncEmailAddresses) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.update = async_raw(page.update)
        self.delete = async_raw(page.delete)
