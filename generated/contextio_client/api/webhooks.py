"""Operations of the page `webhooks`. Generated from the description; not to be edited."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Literal

from contextio_models import (
    Error,
    Failure,
    Flag,
    Webhook,
    WebhookCreated,
    WebhookDeleted,
    WebhookPeriod,
    WebhookUpdated,
)

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

_LIST: Operation[list[Webhook]] = Operation(
    "GET",
    "/accounts/{id}/webhooks",
    list[Webhook],
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="webhooks_list",
)
_CREATE: Operation[WebhookCreated] = Operation(
    "POST",
    "/accounts/{id}/webhooks",
    WebhookCreated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="webhooks_create",
)
_GET: Operation[Webhook] = Operation(
    "GET",
    "/accounts/{id}/webhooks/{webhook_id}",
    Webhook,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="webhooks_get",
)
_UPDATE: Operation[WebhookUpdated] = Operation(
    "POST",
    "/accounts/{id}/webhooks/{webhook_id}",
    WebhookUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="webhooks_update",
)
_DELETE: Operation[WebhookDeleted] = Operation(
    "DELETE",
    "/accounts/{id}/webhooks/{webhook_id}",
    WebhookDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="webhooks_delete",
)
_LIST_APPLICATION: Operation[list[Webhook]] = Operation(
    "GET",
    "/webhooks",
    list[Webhook],
    {
        401: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="webhooks_list_application",
)
_CREATE_APPLICATION: Operation[WebhookCreated] = Operation(
    "POST",
    "/webhooks",
    WebhookCreated,
    {
        400: Failure,
        401: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="webhooks_create_application",
)
_GET_APPLICATION: Operation[Webhook] = Operation(
    "GET",
    "/webhooks/{webhook_id}",
    Webhook,
    {
        401: Error,
        404: Error,
        429: Error,
        0: Error,
    },
    is_read=True,
    id="webhooks_get_application",
)
_UPDATE_APPLICATION: Operation[WebhookUpdated] = Operation(
    "POST",
    "/webhooks/{webhook_id}",
    WebhookUpdated,
    {
        400: Failure,
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="webhooks_update_application",
)
_DELETE_APPLICATION: Operation[WebhookDeleted] = Operation(
    "DELETE",
    "/webhooks/{webhook_id}",
    WebhookDeleted,
    {
        401: Failure,
        404: Failure,
        429: Failure,
        0: Failure,
    },
    is_read=False,
    id="webhooks_delete_application",
)


class Webhooks:
    """Being told of mail as it arrives. A webhook watches one account, or all accounts of the consumer key, and
    POSTs each message that passes its filters to the application.
    """

    def __init__(self, send: Send, send_raw: Send) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: Stream = send
        self._page: SendForPage = send

    def list(
        self,
        id: str,
    ) -> builtins.list[Webhook]:
        """List the webhooks of an account.

        Answers the webhooks that watch this account, active and stopped ones, as a bare array that is not
        divided into pages and knows no filters.

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
        callback_url: str,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookCreated:
        """Create a webhook on an account.

        Creates a webhook, which is active at once. Each new message of the account that passes all of its filters
        leads to a POST to `callback_url`. Without `receive_all_changes`, only the first event of a message is
        told: that it was received, or sent. A webhook without filters tells of all mail.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    def get(
        self,
        id: str,
        webhook_id: str,
    ) -> Webhook:
        """Read a webhook of an account.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET, path={"id": id, "webhook_id": webhook_id}))

    def update(
        self,
        id: str,
        webhook_id: str,
        *,
        active: Flag | None = None,
        callback_url: str | None = None,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookUpdated:
        """Change, pause or resume a webhook of an account.

        Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
        to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
        field must be sent.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            webhook_id: Identifier of a webhook.
            active: With 0 the webhook pauses, with 1 it works again.
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return self._send(
            Call(
                _UPDATE,
                path={"id": id, "webhook_id": webhook_id},
                form={
                    "active": active,
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    def delete(
        self,
        id: str,
        webhook_id: str,
    ) -> WebhookDeleted:
        """Cancel a webhook of an account.

        Removes the webhook. Afterwards it answers 404, and nothing more is told.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE, path={"id": id, "webhook_id": webhook_id}))

    def list_application(
        self,
    ) -> builtins.list[Webhook]:
        """List the webhooks of the consumer key.

        Answers the webhooks that watch all accounts of the consumer key, active and stopped ones, as a bare array that is not
        divided into pages and knows no filters.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_LIST_APPLICATION))

    def create_application(
        self,
        *,
        callback_url: str,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookCreated:
        """Create a webhook on the consumer key.

        Creates a webhook that watches all accounts of the consumer key. It is active at once and covers accounts
        that are created later. Accounts that are there already may follow within a day. With
        `receive_historical`, it tells once of the mail that a new account brings along, newest first.

        Args:
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return self._send(
            Call(
                _CREATE_APPLICATION,
                form={
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    def get_application(
        self,
        webhook_id: str,
    ) -> Webhook:
        """Read a webhook of the consumer key.

        Answers the same fields as an element of the list.

        Args:
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_GET_APPLICATION, path={"webhook_id": webhook_id}))

    def update_application(
        self,
        webhook_id: str,
        *,
        active: Flag | None = None,
        callback_url: str | None = None,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookUpdated:
        """Change, pause or resume a webhook of the consumer key.

        Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
        to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
        field must be sent.

        Args:
            webhook_id: Identifier of a webhook.
            active: With 0 the webhook pauses, with 1 it works again.
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return self._send(
            Call(
                _UPDATE_APPLICATION,
                path={"webhook_id": webhook_id},
                form={
                    "active": active,
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    def delete_application(
        self,
        webhook_id: str,
    ) -> WebhookDeleted:
        """Cancel a webhook of the consumer key.

        Removes the webhook. Afterwards it answers 404, and nothing more is told.

        Args:
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return self._send(Call(_DELETE_APPLICATION, path={"webhook_id": webhook_id}))

    @cached_property
    def with_raw_response(self) -> WebhooksWithRawResponse:
        """The same methods, which return status, headers and body."""
        return WebhooksWithRawResponse(Webhooks(self._send_raw, self._send_raw))


class WebhooksWithRawResponse:
    """The methods of `Webhooks`, which return status, headers and body."""

    def __init__(self, page: Webhooks) -> None:
        self.list = raw(page.list)
        self.create = raw(page.create)
        self.get = raw(page.get)
        self.update = raw(page.update)
        self.delete = raw(page.delete)
        self.list_application = raw(page.list_application)
        self.create_application = raw(page.create_application)
        self.get_application = raw(page.get_application)
        self.update_application = raw(page.update_application)
        self.delete_application = raw(page.delete_application)


class AsyncWebhooks:
    """Being told of mail as it arrives. A webhook watches one account, or all accounts of the consumer key, and
    POSTs each message that passes its filters to the application.
    """

    def __init__(self, send: AsyncSend, send_raw: AsyncSend) -> None:
        self._send = send
        self._send_raw = send_raw
        self._stream: AsyncStream = send
        self._page: AsyncSendForPage = send

    async def list(
        self,
        id: str,
    ) -> builtins.list[Webhook]:
        """List the webhooks of an account.

        Answers the webhooks that watch this account, active and stopped ones, as a bare array that is not
        divided into pages and knows no filters.

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
        callback_url: str,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookCreated:
        """Create a webhook on an account.

        Creates a webhook, which is active at once. Each new message of the account that passes all of its filters
        leads to a POST to `callback_url`. Without `receive_all_changes`, only the first event of a message is
        told: that it was received, or sent. A webhook without filters tells of all mail.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return await self._send(
            Call(
                _CREATE,
                path={"id": id},
                form={
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    async def get(
        self,
        id: str,
        webhook_id: str,
    ) -> Webhook:
        """Read a webhook of an account.

        Answers the same fields as an element of the list.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET, path={"id": id, "webhook_id": webhook_id}))

    async def update(
        self,
        id: str,
        webhook_id: str,
        *,
        active: Flag | None = None,
        callback_url: str | None = None,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookUpdated:
        """Change, pause or resume a webhook of an account.

        Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
        to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
        field must be sent.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            webhook_id: Identifier of a webhook.
            active: With 0 the webhook pauses, with 1 it works again.
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return await self._send(
            Call(
                _UPDATE,
                path={"id": id, "webhook_id": webhook_id},
                form={
                    "active": active,
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    async def delete(
        self,
        id: str,
        webhook_id: str,
    ) -> WebhookDeleted:
        """Cancel a webhook of an account.

        Removes the webhook. Afterwards it answers 404, and nothing more is told.

        Args:
            id: Identifier of an account that belongs to the consumer key.
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE, path={"id": id, "webhook_id": webhook_id}))

    async def list_application(
        self,
    ) -> builtins.list[Webhook]:
        """List the webhooks of the consumer key.

        Answers the webhooks that watch all accounts of the consumer key, active and stopped ones, as a bare array that is not
        divided into pages and knows no filters.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_LIST_APPLICATION))

    async def create_application(
        self,
        *,
        callback_url: str,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookCreated:
        """Create a webhook on the consumer key.

        Creates a webhook that watches all accounts of the consumer key. It is active at once and covers accounts
        that are created later. Accounts that are there already may follow within a day. With
        `receive_historical`, it tells once of the mail that a new account brings along, newest first.

        Args:
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return await self._send(
            Call(
                _CREATE_APPLICATION,
                form={
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    async def get_application(
        self,
        webhook_id: str,
    ) -> Webhook:
        """Read a webhook of the consumer key.

        Answers the same fields as an element of the list.

        Args:
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_GET_APPLICATION, path={"webhook_id": webhook_id}))

    async def update_application(
        self,
        webhook_id: str,
        *,
        active: Flag | None = None,
        callback_url: str | None = None,
        filter_to: str | None = None,
        filter_from: str | None = None,
        filter_cc: str | None = None,
        filter_subject: str | None = None,
        filter_thread: str | None = None,
        filter_file_name: str | None = None,
        filter_folder_added: str | None = None,
        filter_to_domain: str | None = None,
        filter_from_domain: str | None = None,
        include_body: Flag | None = None,
        body_type: str | None = None,
        include_header: Literal["raw"] | Literal[0, 1] | None = None,
        receive_drafts: Flag | None = None,
        receive_all_changes: Flag | None = None,
        receive_historical: Flag | None = None,
        filter_new_important: str | None = None,
        filter_folder_removed: str | None = None,
        filter_file_revisions: str | None = None,
        sync_period: WebhookPeriod | None = None,
        failure_notif_url: str | None = None,
    ) -> WebhookUpdated:
        """Change, pause or resume a webhook of the consumer key.

        Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
        to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
        field must be sent.

        Args:
            webhook_id: Identifier of a webhook.
            active: With 0 the webhook pauses, with 1 it works again.
            callback_url: Address that gets a POST for each message that passes the filters.
            filter_to: Name or mail address that the mail is sent to. Several are separated by commas.
            filter_from: Name or mail address that the mail comes from. Several are separated by
                commas.
            filter_cc: Name or mail address that the mail is copied to.
            filter_subject: Text in the subject, in any letter case, or between slashes a regular
                expression.
            filter_thread: Conversation that the mail belongs to. It is Gmail's identifier, with or
                without `gm-`, or the Message-ID of a message in it.
            filter_file_name: Name of an attachment, in any letter case, with the wildcards `*`, `?`
                and `[]`. A value between slashes is a regular expression.
            filter_folder_added: Folder or Gmail label that the mail is put into, by its full name.
                `\\Important` is Gmail's own mark, and `Important` is a folder.
            filter_to_domain: Domain that the mail is sent to. Several are separated by commas.
            filter_from_domain: Domain that the mail comes from. Several are separated by commas.
            include_body: With 1, the text of the message is in the callback.
            body_type: Media type that the text parts in the callback must have; used beside
                `include_body`.
            include_header: With 1, the headers are in the callback by name; with `raw`, as one text.
            receive_drafts: With 1, drafts are told of as well; Gmail only.
            receive_all_changes: With 1, later changes to messages are told of as well.
            receive_historical: With 1, mail that is older than its account is told of as well. It
                works for webhooks of the consumer key and is ignored for those of one account.
            filter_new_important: Mail that Gmail marks as important by itself; dropped before the
                end. Deprecated.
            filter_folder_removed: Folder or Gmail label that the mail is taken out of; dropped before
                the end. Deprecated.
            filter_file_revisions: File, by its `file_id`, of which the mail brings a new version;
                dropped before the end. Deprecated.
            sync_period: Longest time between the arrival of a message and the callback; dropped
                before the end. Deprecated.
            failure_notif_url: Address that gets a POST when the webhook has failed and stopped;
                dropped before the end. Deprecated.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        warn_of_deprecated(
            filter_new_important=filter_new_important,
            filter_folder_removed=filter_folder_removed,
            filter_file_revisions=filter_file_revisions,
            sync_period=sync_period,
            failure_notif_url=failure_notif_url,
        )
        return await self._send(
            Call(
                _UPDATE_APPLICATION,
                path={"webhook_id": webhook_id},
                form={
                    "active": active,
                    "callback_url": callback_url,
                    "filter_to": filter_to,
                    "filter_from": filter_from,
                    "filter_cc": filter_cc,
                    "filter_subject": filter_subject,
                    "filter_thread": filter_thread,
                    "filter_file_name": filter_file_name,
                    "filter_folder_added": filter_folder_added,
                    "filter_to_domain": filter_to_domain,
                    "filter_from_domain": filter_from_domain,
                    "include_body": include_body,
                    "body_type": body_type,
                    "include_header": include_header,
                    "receive_drafts": receive_drafts,
                    "receive_all_changes": receive_all_changes,
                    "receive_historical": receive_historical,
                    "filter_new_important": filter_new_important,
                    "filter_folder_removed": filter_folder_removed,
                    "filter_file_revisions": filter_file_revisions,
                    "sync_period": sync_period,
                    "failure_notif_url": failure_notif_url,
                },
            )
        )

    async def delete_application(
        self,
        webhook_id: str,
    ) -> WebhookDeleted:
        """Cancel a webhook of the consumer key.

        Removes the webhook. Afterwards it answers 404, and nothing more is told.

        Args:
            webhook_id: Identifier of a webhook.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        return await self._send(Call(_DELETE_APPLICATION, path={"webhook_id": webhook_id}))

    @cached_property
    def with_raw_response(self) -> AsyncWebhooksWithRawResponse:
        """The same methods, which return status, headers and body."""
        return AsyncWebhooksWithRawResponse(AsyncWebhooks(self._send_raw, self._send_raw))


class AsyncWebhooksWithRawResponse:
    """The methods of `AsyncWebhooks`, which return status, headers and body."""

    def __init__(self, page: AsyncWebhooks) -> None:
        self.list = async_raw(page.list)
        self.create = async_raw(page.create)
        self.get = async_raw(page.get)
        self.update = async_raw(page.update)
        self.delete = async_raw(page.delete)
        self.list_application = async_raw(page.list_application)
        self.create_application = async_raw(page.create_application)
        self.get_application = async_raw(page.get_application)
        self.update_application = async_raw(page.update_application)
        self.delete_application = async_raw(page.delete_application)
