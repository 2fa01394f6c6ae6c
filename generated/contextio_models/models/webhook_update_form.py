"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from contextio_models.base import Model

from . import flag, http_url, webhook_period


class WebhookUpdateForm(Model):
    """What to change about a webhook; what is left out stays as it is."""

    active: Annotated[
        flag.Flag | None, Field(description="With 0 the webhook pauses, with 1 it works again.")
    ] = None
    """With 0 the webhook pauses, with 1 it works again."""

    callback_url: Annotated[
        http_url.HttpUrl | None,
        Field(description="Address that gets a POST for each message that passes the filters."),
    ] = None
    """Address that gets a POST for each message that passes the filters."""

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
        flag.Flag | None, Field(description="With 1, the text of the message is in the callback.")
    ] = None
    """With 1, the text of the message is in the callback."""

    body_type: Annotated[
        str | None,
        Field(
            description="Media type that the text parts in the callback must have; used beside `include_body`."
        ),
    ] = None
    """Media type that the text parts in the callback must have; used beside `include_body`."""

    include_header: Annotated[
        Literal[0, 1] | Literal["raw"] | None,
        Field(
            description="With 1, the headers are in the callback by name; with `raw`, as one text.",
            union_mode="left_to_right",
        ),
    ] = None
    """With 1, the headers are in the callback by name; with `raw`, as one text."""

    receive_drafts: Annotated[
        flag.Flag | None, Field(description="With 1, drafts are told of as well; Gmail only.")
    ] = None
    """With 1, drafts are told of as well; Gmail only."""

    receive_all_changes: Annotated[
        flag.Flag | None, Field(description="With 1, later changes to messages are told of as well.")
    ] = None
    """With 1, later changes to messages are told of as well."""

    receive_historical: Annotated[
        flag.Flag | None,
        Field(
            description="With 1, mail that is older than its account is told of as well. It works for webhooks of the consumer key and is ignored for those of one account."
        ),
    ] = None
    """
    With 1, mail that is older than its account is told of as well. It works for webhooks of the consumer
    key and is ignored for those of one account.
    """

    filter_new_important: Annotated[
        str | None,
        Field(
            deprecated="Mail that Gmail marks as important by itself; dropped before the end.",
            description="Mail that Gmail marks as important by itself; dropped before the end.",
        ),
    ] = None
    """Mail that Gmail marks as important by itself; dropped before the end."""

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
        webhook_period.WebhookPeriod | None,
        Field(
            deprecated="Longest time between the arrival of a message and the callback; dropped before the end.",
            description="Longest time between the arrival of a message and the callback; dropped before the end.",
        ),
    ] = None
    """Longest time between the arrival of a message and the callback; dropped before the end."""

    failure_notif_url: Annotated[
        http_url.HttpUrl | None,
        Field(
            deprecated="Address that gets a POST when the webhook has failed and stopped; dropped before the end.",
            description="Address that gets a POST when the webhook has failed and stopped; dropped before the end.",
        ),
    ] = None
    """Address that gets a POST when the webhook has failed and stopped; dropped before the end."""
