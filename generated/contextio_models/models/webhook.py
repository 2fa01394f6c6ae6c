"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from contextio_models.base import AlsoReads, Model


class Webhook(Model):
    """Tells an application of mail as it arrives. A filter that was not set is absent."""

    webhook_id: Annotated[str, Field(min_length=1, description="Identifier of the webhook.")]
    """Identifier of the webhook."""

    callback_url: Annotated[
        str, Field(description="Address that gets a POST for each message that passes the filters.")
    ]
    """Address that gets a POST for each message that passes the filters."""

    active: Annotated[StrictBool, Field(description="Whether new mail is told of.")]
    """Whether new mail is told of."""

    failure: Annotated[
        StrictBool,
        Field(
            description="Whether the service gave up, since the mailbox or the receiver could not be reached. A failed webhook is not active until it is resumed."
        ),
    ]
    """
    Whether the service gave up, since the mailbox or the receiver could not be reached. A failed webhook is
    not active until it is resumed.
    """

    filter_to: Annotated[
        str | None,
        Field(description="Name or mail address that the mail is sent to. Several are separated by commas."),
    ] = None
    """Name or mail address that the mail is sent to. Several are separated by commas."""

    filter_from: Annotated[
        str | None,
        Field(description="Name or mail address that the mail comes from. Several are separated by commas."),
    ] = None
    """Name or mail address that the mail comes from. Several are separated by commas."""

    filter_cc: Annotated[
        str | None, Field(description="Name or mail address that the mail is copied to.")
    ] = None
    """Name or mail address that the mail is copied to."""

    filter_subject: Annotated[
        str | None,
        Field(
            description="Text in the subject, in any letter case, or between slashes a regular expression."
        ),
    ] = None
    """Text in the subject, in any letter case, or between slashes a regular expression."""

    filter_thread: Annotated[
        str | None,
        Field(
            description="Conversation that the mail belongs to. It is Gmail's identifier, with or without `gm-`, or the Message-ID of a message in it."
        ),
    ] = None
    """
    Conversation that the mail belongs to. It is Gmail's identifier, with or without `gm-`, or the
    Message-ID of a message in it.
    """

    filter_file_name: Annotated[
        str | None,
        Field(
            description="Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between slashes is a regular expression."
        ),
    ] = None
    """
    Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between
    slashes is a regular expression.
    """

    filter_folder_added: Annotated[
        str | None,
        Field(
            description="Folder or Gmail label that the mail is put into, by its full name. `\\Important` is Gmail's own mark, and `Important` is a folder."
        ),
    ] = None
    """
    Folder or Gmail label that the mail is put into, by its full name. `\\Important` is Gmail's own mark,
    and `Important` is a folder.
    """

    filter_to_domain: Annotated[
        str | None, Field(description="Domain that the mail is sent to. Several are separated by commas.")
    ] = None
    """Domain that the mail is sent to. Several are separated by commas."""

    filter_from_domain: Annotated[
        str | None, Field(description="Domain that the mail comes from. Several are separated by commas.")
    ] = None
    """Domain that the mail comes from. Several are separated by commas."""

    include_body: Annotated[
        StrictBool | None,
        AlsoReads("integer"),
        Field(description="Whether the text of the message is in the callback."),
    ] = None
    """Whether the text of the message is in the callback."""

    body_type: Annotated[str | None, Field(description="Media type of the text parts in the callback.")] = (
        None
    )
    """Media type of the text parts in the callback."""

    include_header: Annotated[
        StrictBool | Literal["raw"] | None,
        Field(
            description="Whether the headers are in the callback by name, or `raw` for one text.",
            union_mode="left_to_right",
        ),
    ] = None
    """Whether the headers are in the callback by name, or `raw` for one text."""

    receive_drafts: Annotated[
        StrictBool | None, AlsoReads("integer"), Field(description="Whether drafts are told of; Gmail only.")
    ] = None
    """Whether drafts are told of; Gmail only."""

    receive_all_changes: Annotated[
        StrictBool | None,
        AlsoReads("integer"),
        Field(description="Whether later changes to messages are told of."),
    ] = None
    """Whether later changes to messages are told of."""

    receive_historical: Annotated[
        StrictBool | None,
        AlsoReads("integer"),
        Field(
            description="Whether mail that is older than its account is told of; webhooks of the consumer key only."
        ),
    ] = None
    """Whether mail that is older than its account is told of; webhooks of the consumer key only."""

    filter_new_important: Annotated[
        str | None,
        Field(
            deprecated="Whether mail must be what Gmail marks as important by itself; dropped before the end.",
            description="Whether mail must be what Gmail marks as important by itself; dropped before the end.",
        ),
    ] = None
    """Whether mail must be what Gmail marks as important by itself; dropped before the end."""

    filter_folder_removed: Annotated[
        str | None,
        Field(
            deprecated="Folder or Gmail label that the mail is taken out of; dropped before the end.",
            description="Folder or Gmail label that the mail is taken out of; dropped before the end.",
        ),
    ] = None
    """Folder or Gmail label that the mail is taken out of; dropped before the end."""

    filter_file_revisions: Annotated[
        str | None,
        Field(
            deprecated="File, by its `file_id`, of which the mail brings a new version; dropped before the end.",
            description="File, by its `file_id`, of which the mail brings a new version; dropped before the end.",
        ),
    ] = None
    """File, by its `file_id`, of which the mail brings a new version; dropped before the end."""

    sync_period: Annotated[
        str | None,
        Field(
            deprecated="Longest time between the arrival of a message and the callback; dropped before the end.",
            description="Longest time between the arrival of a message and the callback; dropped before the end.",
        ),
    ] = None
    """Longest time between the arrival of a message and the callback; dropped before the end."""

    failure_notif_url: Annotated[
        str | None,
        Field(
            deprecated="Address that gets a POST when the webhook has failed; dropped before the end.",
            description="Address that gets a POST when the webhook has failed; dropped before the end.",
        ),
    ] = None
    """Address that gets a POST when the webhook has failed; dropped before the end."""

    version: Annotated[
        str | None,
        Field(
            description="Version of the API that the webhook belongs to; webhooks of the consumer key only."
        ),
    ] = None
    """Version of the API that the webhook belongs to; webhooks of the consumer key only."""

    resource_url: Annotated[str | None, Field(description="Absolute address of the webhook.")] = None
    """Absolute address of the webhook."""
