"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_integer


class Webhook(Model):
    """Tells an application of mail as it arrives. A filter that was not set is absent."""

    webhook_id: Annotated[str, Field(min_length=1)]
    """Identifier of the webhook."""

    callback_url: str
    """Address that gets a POST for each message that passes the filters."""

    active: StrictBool
    """Whether new mail is told of."""

    failure: StrictBool
    """
    Whether the service gave up, since the mailbox or the receiver could not be reached. A failed webhook is
    not active until it is resumed.
    """

    filter_to: str | None = None
    """Name or mail address that the mail is sent to. Several are separated by commas."""

    filter_from: str | None = None
    """Name or mail address that the mail comes from. Several are separated by commas."""

    filter_cc: str | None = None
    """Name or mail address that the mail is copied to."""

    filter_subject: str | None = None
    """Text in the subject, in any letter case, or between slashes a regular expression."""

    filter_thread: str | None = None
    """
    Conversation that the mail belongs to. It is Gmail's identifier, with or without `gm-`, or the
    Message-ID of a message in it.
    """

    filter_file_name: str | None = None
    """
    Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between
    slashes is a regular expression.
    """

    filter_folder_added: str | None = None
    """
    Folder or Gmail label that the mail is put into, by its full name. `\\Important` is Gmail's own mark,
    and `Important` is a folder.
    """

    filter_to_domain: str | None = None
    """Domain that the mail is sent to. Several are separated by commas."""

    filter_from_domain: str | None = None
    """Domain that the mail comes from. Several are separated by commas."""

    include_body: StrictBool | None = None
    """Whether the text of the message is in the callback."""

    body_type: str | None = None
    """Media type of the text parts in the callback."""

    include_header: StrictBool | Literal["raw"] | None = None
    """Whether the headers are in the callback by name, or `raw` for one text."""

    receive_drafts: StrictBool | None = None
    """Whether drafts are told of; Gmail only."""

    receive_all_changes: StrictBool | None = None
    """Whether later changes to messages are told of."""

    receive_historical: StrictBool | None = None
    """Whether mail that is older than its account is told of; webhooks of the consumer key only."""

    filter_new_important: Annotated[str | None, Field(deprecated=True)] = None
    """Whether mail must be what Gmail marks as important by itself; dropped before the end."""

    filter_folder_removed: Annotated[str | None, Field(deprecated=True)] = None
    """Folder or Gmail label that the mail is taken out of; dropped before the end."""

    filter_file_revisions: Annotated[str | None, Field(deprecated=True)] = None
    """File, by its `file_id`, of which the mail brings a new version; dropped before the end."""

    sync_period: Annotated[str | None, Field(deprecated=True)] = None
    """Longest time between the arrival of a message and the callback; dropped before the end."""

    failure_notif_url: Annotated[str | None, Field(deprecated=True)] = None
    """Address that gets a POST when the webhook has failed; dropped before the end."""

    version: str | None = None
    """Version of the API that the webhook belongs to; webhooks of the consumer key only."""

    resource_url: str | None = None
    """Absolute address of the webhook."""

    @field_validator("include_body", mode="before")
    @classmethod
    def also_read_integer_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_integer(v, info)

    @field_validator("receive_drafts", mode="before")
    @classmethod
    def also_read_integer_validator_1(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_integer(v, info)

    @field_validator("receive_all_changes", mode="before")
    @classmethod
    def also_read_integer_validator_2(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_integer(v, info)

    @field_validator("receive_historical", mode="before")
    @classmethod
    def also_read_integer_validator_3(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_integer(v, info)
