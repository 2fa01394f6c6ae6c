"""Operations of the page `app`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import TYPE_CHECKING

from contextio_models import (
    AppStatusCallbackUrl,
    AppStatusCallbackUrlUpdated,
    CallLogEntry,
    Error,
    Failure,
    WebhookLogEntry,
)

from contextio_client.call import Call
from contextio_client.operation import Operation, async_raw, raw

if TYPE_CHECKING:
    from contextio_client.operation import AsyncSend, AsyncStream, Send, Stream

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
)
_DELETE_STATUS_CALLBACK_URL: Operation[AppStatusCallbackUrlUpdated] = Operation(
    "DELETE",
    "/app/status_callback_url",
    AppStatusCallbackUrlUpdated,
    {
        401: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    base_path="",
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
)
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
)


class App:
    """What concerns a consumer key as a whole: where changes of state of all its sources are told, and logs.
    These operations came in 2017 and lie outside `/2.0`.
    """

    def __init__(self, send: Send, send_raw: Send, stream: Stream) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream = stream

    def get_status_callback_url(
        self,
    ) -> AppStatusCallbackUrl:
        """Read the status callback address of the consumer key.

        The address is null as long as none is set.

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

        The address is told of each change of state of any source of the key. It replaces the one that was set
        before.

        Args:
            status_callback_url: Address that gets a POST at each change of state of a source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(
            Call(_UPDATE_STATUS_CALLBACK_URL, form={"status_callback_url": status_callback_url})
        )

    def delete_status_callback_url(
        self,
    ) -> AppStatusCallbackUrlUpdated:
        """Clear the status callback address of the consumer key.

        Addresses of single sources are left as they are.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE_STATUS_CALLBACK_URL))

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
        """List the deliveries of the webhooks of the consumer key.

        Answers the newest deliveries first, at most a hundred of them. What an entry holds is written nowhere;
        the layout is that of this contract.

        Args:
            account: Account that the entries must concern.
            webhook_id: Webhook that the entries must concern.
            timestamp_before: Time in seconds since 1970-01-01 UTC that the entries must be older
                than.
            timestamp_after: Time in seconds since 1970-01-01 UTC that the entries must be newer than.
            status_code_from: Lowest status that may have been answered.
            status_code_to: Highest status that may have been answered.

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

        Answers the newest calls first, at most a hundred of them. What an entry holds is written nowhere; the
        layout is that of this contract.

        Args:
            account: Account that the entries must concern.
            webhook_id: Webhook that the entries must concern.
            timestamp_before: Time in seconds since 1970-01-01 UTC that the entries must be older
                than.
            timestamp_after: Time in seconds since 1970-01-01 UTC that the entries must be newer than.
            status_code_from: Lowest status that may have been answered.
            status_code_to: Highest status that may have been answered.
            request_method: HTTP method that the calls must have.
            request_path: Path that the calls must have, `/2.0` included.

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

    @cached_property
    def with_raw_response(self) -> AppWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AppWithRawResponse(App(self._send_raw, self._send_raw, self._stream))


class AppWithRawResponse:
    """The methods of `App`, which return status, headers and body."""

    def __init__(self, page: App) -> None:
        self.get_status_callback_url = raw(page.get_status_callback_url)
        self.update_status_callback_url = raw(page.update_status_callback_url)
        self.delete_status_callback_url = raw(page.delete_status_callback_url)
        self.list_webhook_logs = raw(page.list_webhook_logs)
        self.list_call_logs = raw(page.list_call_logs)


class AsyncApp:
    """What concerns a consumer key as a whole: where changes of state of all its sources are told, and logs.
    These operations came in 2017 and lie outside `/2.0`.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend, stream: AsyncStream) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream = stream

    async def get_status_callback_url(
        self,
    ) -> AppStatusCallbackUrl:
        """Read the status callback address of the consumer key.

        The address is null as long as none is set.

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

        The address is told of each change of state of any source of the key. It replaces the one that was set
        before.

        Args:
            status_callback_url: Address that gets a POST at each change of state of a source.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(
            Call(_UPDATE_STATUS_CALLBACK_URL, form={"status_callback_url": status_callback_url})
        )

    async def delete_status_callback_url(
        self,
    ) -> AppStatusCallbackUrlUpdated:
        """Clear the status callback address of the consumer key.

        Addresses of single sources are left as they are.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE_STATUS_CALLBACK_URL))

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
        """List the deliveries of the webhooks of the consumer key.

        Answers the newest deliveries first, at most a hundred of them. What an entry holds is written nowhere;
        the layout is that of this contract.

        Args:
            account: Account that the entries must concern.
            webhook_id: Webhook that the entries must concern.
            timestamp_before: Time in seconds since 1970-01-01 UTC that the entries must be older
                than.
            timestamp_after: Time in seconds since 1970-01-01 UTC that the entries must be newer than.
            status_code_from: Lowest status that may have been answered.
            status_code_to: Highest status that may have been answered.

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

        Answers the newest calls first, at most a hundred of them. What an entry holds is written nowhere; the
        layout is that of this contract.

        Args:
            account: Account that the entries must concern.
            webhook_id: Webhook that the entries must concern.
            timestamp_before: Time in seconds since 1970-01-01 UTC that the entries must be older
                than.
            timestamp_after: Time in seconds since 1970-01-01 UTC that the entries must be newer than.
            status_code_from: Lowest status that may have been answered.
            status_code_to: Highest status that may have been answered.
            request_method: HTTP method that the calls must have.
            request_path: Path that the calls must have, `/2.0` included.

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

    @cached_property
    def with_raw_response(self) -> AsyncAppWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncAppWithRawResponse(AsyncApp(self._send_raw, self._send_raw, self._stream))


class AsyncAppWithRawResponse:
    """The methods of `AsyncApp`, which return status, headers and body."""

    def __init__(self, page: AsyncApp) -> None:
        self.get_status_callback_url = async_raw(page.get_status_callback_url)
        self.update_status_callback_url = async_raw(page.update_status_callback_url)
        self.delete_status_callback_url = async_raw(page.delete_status_callback_url)
        self.list_webhook_logs = async_raw(page.list_webhook_logs)
        self.list_call_logs = async_raw(page.list_call_logs)
