"""Operations of the page `app`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property

from contextio_models import (
    AppStatusCallbackUrl,
    AppStatusCallbackUrlDeleted,
    AppStatusCallbackUrlUpdated,
    CallLogEntry,
    Error,
    Failure,
    WebhookLogEntry,
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

_LIST_CALL_LOGS: Operation[list[CallLogEntry]] = Operation(
    "GET",
    "/app/logs/calls",
    list[CallLogEntry],
    {
        400: Error,
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    base_path="",
    id="app_list_call_logs",
)
_LIST_WEBHOOK_LOGS: Operation[list[WebhookLogEntry]] = Operation(
    "GET",
    "/app/logs/webhooks",
    list[WebhookLogEntry],
    {
        400: Error,
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    base_path="",
    id="app_list_webhook_logs",
)
_GET_STATUS_CALLBACK_URL: Operation[AppStatusCallbackUrl] = Operation(
    "GET",
    "/app/status_callback_url",
    AppStatusCallbackUrl,
    {
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    base_path="",
    id="app_get_status_callback_url",
)
_UPDATE_STATUS_CALLBACK_URL: Operation[AppStatusCallbackUrlUpdated] = Operation(
    "POST",
    "/app/status_callback_url",
    AppStatusCallbackUrlUpdated,
    {
        400: Failure,
        401: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    base_path="",
    id="app_update_status_callback_url",
)
_DELETE_STATUS_CALLBACK_URL: Operation[AppStatusCallbackUrlDeleted] = Operation(
    "DELETE",
    "/app/status_callback_url",
    AppStatusCallbackUrlDeleted,
    {
        401: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    base_path="",
    id="app_delete_status_callback_url",
)


class App:
    """Settings and logs of a consumer key. They lie beside `/2.0` and not below it, so they have a server entry
    of their own.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list_call_logs(
        self,
        *,
        account: str | None = None,
        webhook_id: str | None = None,
        timestamp_before: int | None = None,
        timestamp_after: int | None = None,
        status_code_from: int | None = None,
        status_code_to: int | None = None,
        request_method: str | None = None,
        request_path: str | None = None,
    ) -> builtins.list[CallLogEntry]:
        """List the calls that were made with the consumer key.

        Answers the requests that were signed with the consumer key, latest first and at most 100 of them. Filters
        that are given together must all hold. Earlier calls are found with `timestamp_before`.

        Args:
            account: Identifier of the account that an entry must be about.
            webhook_id: Identifier of the webhook that an entry must be about.
            timestamp_before: Time in seconds since 1970-01-01 UTC before which an entry must lie.
            timestamp_after: Time in seconds since 1970-01-01 UTC after which an entry must lie.
            status_code_from: Lowest status code that the answer may have.
            status_code_to: Highest status code that the answer may have.
            request_method: Method that the call must have, in capitals.
            request_path: Whole path that the call must have, the version segment included.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _LIST_CALL_LOGS,
                query={
                    "account": account,
                    "webhook_id": webhook_id,
                    "timestamp_before": timestamp_before,
                    "timestamp_after": timestamp_after,
                    "status_code_from": status_code_from,
                    "status_code_to": status_code_to,
                    "request_method": request_method,
                    "request_path": request_path,
                },
            )
        )

    def list_webhook_logs(
        self,
        *,
        account: str | None = None,
        webhook_id: str | None = None,
        timestamp_before: int | None = None,
        timestamp_after: int | None = None,
        status_code_from: int | None = None,
        status_code_to: int | None = None,
    ) -> builtins.list[WebhookLogEntry]:
        """List the deliveries of webhooks.

        Answers what was sent for the webhooks of the consumer key, latest first and at most 100 of them. Filters
        that are given together must all hold. Earlier deliveries are found with `timestamp_before`.

        Args:
            account: Identifier of the account that an entry must be about.
            webhook_id: Identifier of the webhook that an entry must be about.
            timestamp_before: Time in seconds since 1970-01-01 UTC before which an entry must lie.
            timestamp_after: Time in seconds since 1970-01-01 UTC after which an entry must lie.
            status_code_from: Lowest status code that the answer may have.
            status_code_to: Highest status code that the answer may have.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(
                _LIST_WEBHOOK_LOGS,
                query={
                    "account": account,
                    "webhook_id": webhook_id,
                    "timestamp_before": timestamp_before,
                    "timestamp_after": timestamp_after,
                    "status_code_from": status_code_from,
                    "status_code_to": status_code_to,
                },
            )
        )

    def get_status_callback_url(
        self,
    ) -> AppStatusCallbackUrl:
        """Read the status callback address of the consumer key.

        Answers the address that is told of each change in the state of any source of the consumer key. It is
        null while none is set.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET_STATUS_CALLBACK_URL))

    def update_status_callback_url(
        self,
        *,
        status_callback_url: str,
    ) -> AppStatusCallbackUrlUpdated:
        """Set the status callback address of the consumer key.

        Sets the address that is told of each change in the state of any source of the consumer key. It replaces
        the former one. A source with an address of its own tells both.

        Args:
            status_callback_url: Address that gets a POST at each change in the state of any source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(_UPDATE_STATUS_CALLBACK_URL, form={"status_callback_url": status_callback_url})
        )

    def delete_status_callback_url(
        self,
    ) -> AppStatusCallbackUrlDeleted:
        """Clear the status callback address of the consumer key.

        Afterwards no address is told of all sources; sources that have an address of their own keep it. Clearing
        twice does no harm.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE_STATUS_CALLBACK_URL))

    @cached_property
    def with_raw_response(self) -> AppWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AppWithRawResponse(App(self._send_raw, self._send_raw))


class AppWithRawResponse:
    """The methods of `App`, which return status, headers and body."""

    def __init__(self, page: App) -> None:
        self.list_call_logs = raw(page.list_call_logs)
        self.list_webhook_logs = raw(page.list_webhook_logs)
        self.get_status_callback_url = raw(page.get_status_callback_url)
        self.update_status_callback_url = raw(page.update_status_callback_url)
        self.delete_status_callback_url = raw(page.delete_status_callback_url)


class AsyncApp:
    """Settings and logs of a consumer key. They lie beside `/2.0` and not below it, so they have a server entry
    of their own.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list_call_logs(
        self,
        *,
        account: str | None = None,
        webhook_id: str | None = None,
        timestamp_before: int | None = None,
        timestamp_after: int | None = None,
        status_code_from: int | None = None,
        status_code_to: int | None = None,
        request_method: str | None = None,
        request_path: str | None = None,
    ) -> builtins.list[CallLogEntry]:
        """List the calls that were made with the consumer key.

        Answers the requests that were signed with the consumer key, latest first and at most 100 of them. Filters
        that are given together must all hold. Earlier calls are found with `timestamp_before`.

        Args:
            account: Identifier of the account that an entry must be about.
            webhook_id: Identifier of the webhook that an entry must be about.
            timestamp_before: Time in seconds since 1970-01-01 UTC before which an entry must lie.
            timestamp_after: Time in seconds since 1970-01-01 UTC after which an entry must lie.
            status_code_from: Lowest status code that the answer may have.
            status_code_to: Highest status code that the answer may have.
            request_method: Method that the call must have, in capitals.
            request_path: Whole path that the call must have, the version segment included.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _LIST_CALL_LOGS,
                query={
                    "account": account,
                    "webhook_id": webhook_id,
                    "timestamp_before": timestamp_before,
                    "timestamp_after": timestamp_after,
                    "status_code_from": status_code_from,
                    "status_code_to": status_code_to,
                    "request_method": request_method,
                    "request_path": request_path,
                },
            )
        )

    async def list_webhook_logs(
        self,
        *,
        account: str | None = None,
        webhook_id: str | None = None,
        timestamp_before: int | None = None,
        timestamp_after: int | None = None,
        status_code_from: int | None = None,
        status_code_to: int | None = None,
    ) -> builtins.list[WebhookLogEntry]:
        """List the deliveries of webhooks.

        Answers what was sent for the webhooks of the consumer key, latest first and at most 100 of them. Filters
        that are given together must all hold. Earlier deliveries are found with `timestamp_before`.

        Args:
            account: Identifier of the account that an entry must be about.
            webhook_id: Identifier of the webhook that an entry must be about.
            timestamp_before: Time in seconds since 1970-01-01 UTC before which an entry must lie.
            timestamp_after: Time in seconds since 1970-01-01 UTC after which an entry must lie.
            status_code_from: Lowest status code that the answer may have.
            status_code_to: Highest status code that the answer may have.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(
                _LIST_WEBHOOK_LOGS,
                query={
                    "account": account,
                    "webhook_id": webhook_id,
                    "timestamp_before": timestamp_before,
                    "timestamp_after": timestamp_after,
                    "status_code_from": status_code_from,
                    "status_code_to": status_code_to,
                },
            )
        )

    async def get_status_callback_url(
        self,
    ) -> AppStatusCallbackUrl:
        """Read the status callback address of the consumer key.

        Answers the address that is told of each change in the state of any source of the consumer key. It is
        null while none is set.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET_STATUS_CALLBACK_URL))

    async def update_status_callback_url(
        self,
        *,
        status_callback_url: str,
    ) -> AppStatusCallbackUrlUpdated:
        """Set the status callback address of the consumer key.

        Sets the address that is told of each change in the state of any source of the consumer key. It replaces
        the former one. A source with an address of its own tells both.

        Args:
            status_callback_url: Address that gets a POST at each change in the state of any source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_UPDATE_STATUS_CALLBACK_URL, form={"status_callback_url": status_callback_url})
        )

    async def delete_status_callback_url(
        self,
    ) -> AppStatusCallbackUrlDeleted:
        """Clear the status callback address of the consumer key.

        Afterwards no address is told of all sources; sources that have an address of their own keep it. Clearing
        twice does no harm.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE_STATUS_CALLBACK_URL))

    @cached_property
    def with_raw_response(self) -> AsyncAppWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncAppWithRawResponse(AsyncApp(self._send_raw, self._send_raw))


class AsyncAppWithRawResponse:
    """The methods of `AsyncApp`, which return status, headers and body."""

    def __init__(self, page: AsyncApp) -> None:
        self.list_call_logs = async_raw(page.list_call_logs)
        self.list_webhook_logs = async_raw(page.list_webhook_logs)
        self.get_status_callback_url = async_raw(page.get_status_callback_url)
        self.update_status_callback_url = async_raw(page.update_status_callback_url)
        self.delete_status_callback_url = async_raw(page.delete_status_callback_url)
