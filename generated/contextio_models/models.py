"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, ValidationInfo, field_validator
from typing_extensions import TypeAliasType

from contextio_models.base import Model, also_read_empty_array, also_read_integer, also_read_string


class AccountUpdateForm(Model):
    """The names to set on an account; one that is left out stays as it is."""

    first_name: str | None = None
    """Given name of the person."""

    last_name: str | None = None
    """Family name of the person."""


class AccountUpdated(Model):
    """Confirms that an account was changed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class AccountDeleted(Model):
    """Confirms that an account was deleted."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class ConnectTokenCreated(Model):
    """Confirms that a connect token was made, and says where to send the person's browser."""

    success: Literal[True]
    """Always true in this answer."""

    token: Annotated[str, Field(min_length=1)]
    """Identifier of the new token."""

    resource_url: str
    """Absolute address of the new token."""

    browser_redirect_url: str
    """Address to which the person's browser is to be sent."""

    access_token: str | None = None
    """Temporary OAuth token for reading the new token; only for keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class ConnectTokenDeleted(Model):
    """Confirms that a connect token was discarded."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class Error(Model):
    """What went wrong, in a sentence that says what to change."""

    type: Literal["error"]
    """Marks the object as an error."""

    value: Annotated[str, Field(min_length=1)]
    """The explanation, for a person to read."""

    code: StrictInt | None = None
    """Number of the error, where it has one; 105 is a stale timestamp."""


class Contact(Model):
    """Someone with whom the owner of the account exchanges mail."""

    emails: list[str]
    """Addresses of the contact."""

    name: str | None = None
    """Latest name of the contact; may be absent."""

    thumbnail: str | None = None
    """Address of a picture at Gravatar."""

    last_received: StrictInt | None = None
    """Date of the latest message from the contact, in seconds since 1970-01-01 UTC."""

    last_sent: StrictInt | None = None
    """Date of the latest message to the contact, in seconds since 1970-01-01 UTC."""

    count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages were exchanged, the sum of `sent_count` and `received_count`."""

    sent_count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages have the contact among the recipients."""

    received_count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages the contact sent."""

    sent_from_account_count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages the owner sent to the contact."""


Flag = TypeAliasType("Flag", Literal[0, 1])
"""An option in a request, off with 0 and on with 1."""


class EmailAddress(Model):
    """A mail address of the person behind an account."""

    email: str
    """The address."""

    validated: Annotated[StrictInt, Field(ge=0)]
    """Time in seconds since 1970-01-01 UTC at which the address was confirmed; 0 if it was not."""

    primary: Literal[0, 1] | StrictInt
    """1 for the primary address, 0 for the others."""

    resource_url: str | None = None
    """Absolute address of this resource, with the mail address percent-encoded."""


class EmailAddressCreated(Model):
    """Confirms that an account has a mail address."""

    success: Literal[True]
    """Always true in this answer."""

    email_address: str
    """The address; reads call it `email`."""

    resource_url: str
    """Absolute address of the new resource."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class EmailAddressUpdateForm(Model):
    """What to change about a mail address."""

    primary: Literal[1] | None = None
    """With 1, the address becomes the primary one."""


class EmailAddressUpdated(Model):
    """Confirms that a mail address was changed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class EmailAddressDeleted(Model):
    """Confirms that a mail address was removed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class MessageCreateForm(Model):
    """A message to store, and where."""

    dst_source: str | None = None
    """Label of the source to store into; the first source of the account without it."""

    dst_folder: Annotated[str, Field(min_length=1)]
    """Full name of the folder to store into, levels separated as the mail server does."""

    message: Annotated[bytes, Field(max_length=26214400)]
    """The raw message as RFC 5322 has it, 25 MiB at most."""

    flag_seen: Flag | None = None
    """With 1 the message counts as read."""

    flag_answered: Flag | None = None
    """With 1 the message counts as answered."""

    flag_flagged: Flag | None = None
    """With 1 the message is starred."""

    flag_deleted: Flag | None = None
    """With 1 the message is marked for removal."""

    flag_draft: Flag | None = None
    """With 1 the message is a draft."""


class MessageCreated(Model):
    """Confirms that a message was stored."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class MessageUpdateForm(Model):
    """Where a message is to go, and flags to set or clear."""

    dst_folder: Annotated[str, Field(min_length=1)]
    """Full name of the folder to go to, levels separated as the mail server does."""

    dst_source: str | None = None
    """Label of the source to go to; the source of the message without it."""

    move: Flag | None = 0
    """With 1 the message is moved rather than copied."""

    flag_seen: Flag | None = None
    """With 1 the message counts as read."""

    flag_answered: Flag | None = None
    """With 1 the message counts as answered."""

    flag_flagged: Flag | None = None
    """With 1 the message is starred."""

    flag_deleted: Flag | None = None
    """With 1 the message is marked for removal."""

    flag_draft: Flag | None = None
    """With 1 the message is a draft."""


class MessageUpdated(Model):
    """Confirms that a message was copied or moved."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class MessageDeleted(Model):
    """Confirms that a message was deleted."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class BodyPart(Model):
    """A text part of a message."""

    type: str | None = None
    """Media type of the part."""

    charset: str | None = None
    """Character set of the part in the message."""

    content: str | None = None
    """Text of the part, with the line ends of the message."""

    body_section: StrictInt | str | None = None
    """Number of the MIME section."""

    format: str | None = None
    """Format parameter of a `text/plain` part, `fixed` or `flowed`."""

    delsp: str | None = None
    """DelSp parameter of a flowed part; absent without one."""


class FlagSet(Model):
    """Flags of a message on the mail server."""

    seen: StrictBool | None = None
    """Whether the message was read."""

    answered: StrictBool | None = None
    """Whether the message was answered."""

    flagged: StrictBool | None = None
    """Whether the message is starred or urgent."""

    deleted: StrictBool | None = None
    """Whether the message is to be removed."""

    draft: StrictBool | None = None
    """Whether the message is a draft."""

    nonjunk: StrictBool | None = None
    """Whether the message was marked as no junk; may be absent."""


class MessageFlagsForm(Model):
    """Flags to set or clear; one that is left out stays as it is."""

    seen: Flag | None = None
    """1 marks the message as read, 0 as unread."""

    answered: Flag | None = None
    """1 marks the message as answered, 0 as not answered."""

    flagged: Flag | None = None
    """1 stars the message, 0 takes the star away."""

    deleted: Flag | None = None
    """1 marks the message for removal, 0 keeps it."""

    draft: Flag | None = None
    """1 marks the message as a draft, 0 as finished."""


class MessageFlagsUpdated(Model):
    """Confirms that flags were changed, and tells all of them."""

    success: Literal[True]
    """Always true in this answer."""

    flags: FlagSet | None = None
    """The flags as they are now."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class MessageFolder(Model):
    """A folder that holds a message, or one that is to hold it."""

    name: str | None = None
    """Full name of the folder."""

    symbolic_name: str | None = None
    """Special use of the folder, such as `\\Inbox`; absent without one."""


class MessageFoldersForm(Model):
    """Folders to add a message to and to take it out of."""

    add: str | None = None
    """Name or symbolic name of a folder to add."""

    add__: Annotated[list[str] | None, Field(alias="add[]")] = None
    """Names or symbolic names of folders to add."""

    remove: str | None = None
    """Name or symbolic name of a folder to leave."""

    remove__: Annotated[list[str] | None, Field(alias="remove[]")] = None
    """Names or symbolic names of folders to leave."""


class MessageFoldersUpdated(Model):
    """Confirms that the folders of a message were changed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class MessageFoldersReplaced(Model):
    """Confirms that the folders of a message were replaced."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


HeaderMap = TypeAliasType("HeaderMap", dict[str, list[str]])
"""Headers of a message by name, each with all of its values."""


class SourceCreated(Model):
    """Confirms that a source was attached."""

    success: Literal[True]
    """Always true in this answer."""

    label: Annotated[str, Field(min_length=1)]
    """Label that the service chose for the source."""

    resource_url: str | None = None
    """Absolute address of the new source."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class SourceDeleted(Model):
    """Confirms that a source was detached."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


NbMessages = TypeAliasType("NbMessages", Annotated[str, Field(pattern="^[0-9]+$")])
"""How many messages the folder has."""


class FolderCreated(Model):
    """Confirms that a folder is there."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class FolderDeleted(Model):
    """Confirms that a folder was deleted."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class FolderExpunged(Model):
    """Confirms that the deleted messages of a folder were removed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class SyncStarted(Model):
    """Confirms that a synchronisation is queued."""

    success: Literal[True]
    """Always true in this answer."""

    syncs_queued: str | list[str] | None = None
    """What was queued. One client tells of a text for accounts and a list for sources."""

    resource_url: str | None = None
    """Absolute address at which the times are read."""

    label: str | None = None
    """Label of the source; absent where all sources are synchronised."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class ThreadDeleted(Model):
    """Confirms that a conversation was deleted."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class ThreadFoldersForm(Model):
    """A folder to add a conversation to, and one to take it out of."""

    add: str | None = None
    """Name or symbolic name of the folder to add."""

    remove: str | None = None
    """Name or symbolic name of the folder to leave."""


class ThreadFoldersUpdated(Model):
    """Confirms that the folders of a conversation were changed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class ThreadFoldersReplaced(Model):
    """Confirms that the folders of a conversation were replaced."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


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


class WebhookCreated(Model):
    """Confirms that a webhook was created."""

    success: Literal[True]
    """Always true in this answer."""

    webhook_id: Annotated[str, Field(min_length=1)]
    """Identifier of the new webhook."""

    resource_url: str | None = None
    """Absolute address of the new webhook."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class WebhookUpdated(Model):
    """Confirms that a webhook was changed."""

    success: Literal[True]
    """Always true in this answer."""

    resource_url: str | None = None
    """Absolute address of the webhook."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class WebhookDeleted(Model):
    """Confirms that a webhook was cancelled."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class CallLogEntry(Model):
    """A request that was signed with the consumer key."""

    account: str | None
    """Identifier of the account that the path names; null if it names none."""

    webhook_id: str | None
    """Identifier of the webhook that the path names; null if it names none."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of the request in seconds since 1970-01-01 UTC."""

    status_code: StrictInt
    """Status code of the answer."""

    request_method: str
    """Method of the request, in capitals."""

    request_path: str
    """Path of the request, the version segment included."""


class WebhookLogEntry(Model):
    """A delivery of a webhook."""

    account: str
    """Identifier of the account with the message."""

    webhook_id: str
    """Identifier of the webhook."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of sending in seconds since 1970-01-01 UTC."""

    status_code: StrictInt | None
    """Status code that the receiver answered; null without an answer."""


class AppStatusCallbackUrl(Model):
    """The address that is told of changes in the state of all sources of a consumer key."""

    status_callback_url: str | None
    """The address; null while none is set."""

    resource_url: str | None = None
    """Absolute address of this setting."""


class AppStatusCallbackUrlUpdated(Model):
    """Confirms that the address was set."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class AppStatusCallbackUrlDeleted(Model):
    """Confirms that no address is set."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


MailAddress = TypeAliasType("MailAddress", Annotated[str, Field(pattern="^[^@\\s]+@[^@\\s]+$")])
"""Address to which mail is sent, with one @ between two parts that have no blanks."""


class OAuthProviderCreated(Model):
    """Confirms that an OAuth client was registered."""

    success: Literal[True]
    """Always true in this answer."""

    provider_consumer_key: Annotated[str, Field(min_length=1)]
    """Key that names the registration."""

    resource_url: str | None = None
    """Absolute address of the registration."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class OAuthProviderDeleted(Model):
    """Confirms that an OAuth client was removed."""

    success: Literal[True]
    """Always true in this answer."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


SourceStatus = TypeAliasType(
    "SourceStatus",
    Literal[
        "INVALID_CREDENTIALS",
        "CONNECTION_IMPOSSIBLE",
        "NO_ACCESS_TO_ALL_MAIL",
        "OK",
        "TEMP_DISABLED",
        "DISABLED",
    ],
)
"""
State of the connection to a mailbox. `OK` works. `INVALID_CREDENTIALS` tells that the mail server
refuses the login, `CONNECTION_IMPOSSIBLE` that it does not answer, `NO_ACCESS_TO_ALL_MAIL` that
the folder with all mail is hidden from IMAP. `TEMP_DISABLED` and `DISABLED` sources are not
synchronised until they are put back to work.
"""


SourceType = TypeAliasType("SourceType", Literal["IMAP", "imap"])
"""Kind of a mailbox; IMAP is the only one, in capitals or small letters."""


HttpUrl = TypeAliasType(
    "HttpUrl",
    Annotated[
        str,
        Field(
            pattern='^[Hh][Tt][Tt][Pp][Ss]?://[^\\s"<>\\\\^`{}\\x00-\\x1f\\x7f/?#]+([/?#][^\\s"<>\\\\^`{}\\x00-\\x1f\\x7f]*)?$'
        ),
    ],
)
"""An absolute URL with the scheme http or https and a host. The service sends a POST to it."""


SyncPeriod = TypeAliasType("SyncPeriod", Literal["1h", "4h", "12h", "24h"])
"""Time between two synchronisations of a mailbox."""


ServiceLevel = TypeAliasType("ServiceLevel", Literal["PRO", "BASIC", "pro", "basic"])
"""Tier under which a mailbox was billed, in capitals or small letters."""


class SourceReference(Model):
    """Points to a source that was made along with its account."""

    label: Annotated[str, Field(min_length=1)]
    """Label of the new source."""

    resource_url: str
    """Absolute address of the new source."""


class SyncNotification(Model):
    """
    What the service sends when a mailbox has been synchronised for the first time. No source
    describes its content, so nothing may be relied on.
    """


class StatusNotification(Model):
    """What the service sends when the state of a connection has changed."""

    account_id: str
    """Identifier of the account."""

    server_label: str
    """Label of the source."""

    failure: str | None = None
    """Cause in short; absent when the mailbox works again."""

    failure_message: str | None = None
    """Cause in a sentence."""

    token: str
    """Random text that goes into the signature."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of sending in seconds since 1970-01-01 UTC; goes into the signature."""

    signature: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """
    HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed
    with the consumer secret.
    """


RedirectUrl = TypeAliasType(
    "RedirectUrl",
    Annotated[str, Field(pattern='^[A-Za-z][A-Za-z0-9+.-]*:[^\\s"<>\\\\^`{}\\x00-\\x1f\\x7f]+$')],
)
"""
An absolute URL to which a browser is sent, with any scheme but javascript, data, vbscript, file and
blob. An app on a device can have a scheme of its own, such as `cio-api-auth://`. With http and https
there is a host.
"""


class ContactQuery(Model):
    """Filters that a search was made with; null for those that were not sent."""

    limit: StrictInt | None = None
    """How many contacts are listed at most."""

    offset: StrictInt | None = None
    """How many contacts were left out at the start."""

    active_after: StrictInt | None = None
    """Lower bound of the dates."""

    active_before: StrictInt | None = None
    """Upper bound of the dates."""

    search: str | None = None
    """Text that was looked for."""


class ContactMatch(Model):
    """A contact as the search shows it."""

    email: str
    """Address of the contact."""

    count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages were exchanged, the sum of `sent_count` and `received_count`."""

    name: str | None = None
    """Latest name of the contact; may be absent."""

    thumbnail: str | None = None
    """Address of a picture at Gravatar."""

    sent_count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages have the contact among the recipients."""

    received_count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages the contact sent."""

    sent_from_account_count: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many messages the owner sent to the contact."""

    last_sent: StrictInt | None = None
    """Date of the latest message to the contact, in seconds since 1970-01-01 UTC."""

    last_received: StrictInt | None = None
    """Date of the latest message from the contact, in seconds since 1970-01-01 UTC."""

    resource_url: str | None = None
    """Absolute address of the contact."""


class MessageFile(Model):
    """An attachment as its message shows it."""

    file_id: str
    """Lasting identifier of the file."""

    file_name: str | None = None
    """Name of the file."""

    size: Annotated[StrictInt | None, Field(ge=0)] = None
    """Size in bytes."""

    type: str | None = None
    """Media type as the message gives it."""

    body_section: StrictInt | str | None = None
    """Number of the MIME section."""

    is_embedded: StrictBool | None = None
    """Whether the text shows it inline."""

    content_disposition: str | None = None
    """Mostly `attachment` or `inline`."""

    content_id: str | None = None
    """Content-Id of an inline object."""

    resource_url: str | None = None
    """Absolute address of the file."""


class MessageSource(Model):
    """A source that holds a message."""

    label: str
    """Label of the source."""

    resource_url: str | None = None
    """Absolute address of the source."""


AuthenticationType = TypeAliasType("AuthenticationType", Literal["password", "oauth", "oauth2"])
"""How the service logs in to a mailbox."""


FolderAttributeSet = TypeAliasType("FolderAttributeSet", dict[str, StrictBool])
"""
IMAP attributes of a folder by name, such as `Noselect`, `Noinferiors`, `Marked`, `HasChildren` and
`HasNoChildren`.
"""


class FolderSync(Model):
    """When a folder was synchronised, in seconds since 1970-01-01 UTC."""

    initial_import_finished: StrictBool
    """Whether all mail that was there at the beginning has been read."""

    last_sync_start: Annotated[StrictInt, Field(ge=0)]
    """When the latest synchronisation began; 0 before the first."""

    last_sync_stop: Annotated[StrictInt, Field(ge=0)]
    """When the latest synchronisation ended; 0 before the first."""

    last_expunge: Annotated[StrictInt, Field(ge=0)]
    """When mail that had vanished from the folder was last removed; 0 if it never was."""


WebhookPeriod = TypeAliasType("WebhookPeriod", Literal["immediate", "0", "30m", "1h", "4h", "12h", "24h"])
"""Time between the arrival of a message and the callback; `immediate` and 0 are about a minute."""


class DiscoveryImap(Model):
    """Settings of an IMAP server."""

    server: Annotated[str, Field(min_length=1)]
    """Host name of the server."""

    username: str
    """Name with which to log in."""

    port: Annotated[StrictInt, Field(ge=1, le=65535)]
    """TCP port of the server."""

    use_ssl: StrictBool
    """Whether the connection to this port is encrypted with TLS."""

    oauth: StrictBool
    """Whether tokens of the provider open the mailbox."""


class DiscoveryDocument(Model):
    """A page of a provider."""

    description: str
    """Title of the page."""

    url: str
    """Address of the page."""


OAuthProviderType = TypeAliasType(
    "OAuthProviderType", Literal["GMAIL_OAUTH2", "MSLIVECONNECT", "GMAIL", "GOOGLEAPPSMARKETPLACE"]
)
"""
A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
"""


class Person(Model):
    """Someone who sends or receives mail."""

    email: str
    """Mail address."""

    name: str | None = None
    """Display name; absent without one."""


class PersonPicture(Model):
    """The picture of a person."""

    thumbnail: str | None = None
    """Address of the picture at Gravatar."""


class CallbackSource(Model):
    """A source that holds a message."""

    label: str
    """Label of the source."""


class AccountCreateForm(Model):
    """
    What to create an account from. Any of `server`, `username`, `port`, `use_ssl`, `password` and the
    fields whose names start with `provider_` asks for a source, and then everything that a source needs
    must be there.
    """

    email: MailAddress
    """Main mail address of the person; also that of the first source."""

    first_name: str | None = None
    """Given name of the person."""

    last_name: str | None = None
    """Family name of the person."""

    migrate_account_id: str | None = None
    """
    Identifier of a user of the sibling interface Lite who is to become this account. `email` is
    needed all the same.
    """

    server: Annotated[str | None, Field(min_length=1)] = None
    """Host name or IP address of the mail server."""

    username: Annotated[str | None, Field(min_length=1)] = None
    """Name with which to log in to the mail server."""

    use_ssl: Flag | None = None
    """With 1 the connection to the mail server is encrypted with TLS."""

    port: Annotated[StrictInt | None, Field(ge=1, le=65535)] = None
    """TCP port of the mail server, usually 993 with TLS and 143 without."""

    type: SourceType | None = None
    """Kind of the mailbox."""

    origin_ip: str | None = None
    """IP address from which the person uses the application."""

    expunge_on_deleted_flag: Flag | None = 0
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    sync_all_folders: Flag | None = 0
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    sync_folders: str | None = None
    """Special-use folders to synchronise, separated by commas, such as `All,Trash`."""

    sync_flags: Flag | None = 0
    """With 1, the flags for read and flagged messages are synchronised."""

    raw_file_list: Flag | None = 0
    """With 1, lists of files also show pictures of signatures and the like."""

    password: Annotated[str | None, Field(min_length=1)] = None
    """Password of the mailbox; not used beside a `provider_` parameter."""

    provider_refresh_token: Annotated[str | None, Field(min_length=1)] = None
    """OAuth 2.0 refresh token of the mailbox, in place of a password."""

    provider_consumer_key: Annotated[str | None, Field(min_length=1)] = None
    """OAuth client to which the refresh token was issued, one that the application has registered."""

    callback_url: HttpUrl | None = None
    """Address that is told when the first synchronisation is finished."""

    status_callback_url: HttpUrl | None = None
    """Address that is told when the source's state changes."""

    provider_token: Annotated[str | None, Field(deprecated=True)] = None
    """OAuth 1.0 access token of the mailbox, dropped in 2015."""

    provider_token_secret: Annotated[str | None, Field(deprecated=True)] = None
    """Secret of `provider_token`, dropped in 2015."""

    sync_period: Annotated[SyncPeriod | None, Field(deprecated=True)] = "24h"
    """Time between two synchronisations, dropped before the end."""

    service_level: Annotated[ServiceLevel | None, Field(deprecated=True)] = None
    """Tier under which the source is billed, dropped before the end."""


class AccountCreated(Model):
    """Confirms that an account was created."""

    success: Literal[True]
    """Always true in this answer."""

    id: str
    """Identifier of the new account."""

    resource_url: str
    """Absolute address of the new account."""

    source: SourceReference | None = None
    """The new source; only there if the request asked for one."""

    access_token: str | None = None
    """OAuth token for calls on this account; only for consumer keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class Failure(Error):
    """An error that answers a write, and tells that nothing was changed."""

    success: Literal[False]
    """Always false in an error."""

    feedback_code: str | None = None
    """Cause for which a mailbox could not be opened, as a code for programs."""

    connectionLog: str | None = None
    """What was said between service and mail server, without any password."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class ConnectTokenCreateForm(Model):
    """Where a person's browser returns to, and options for the source that will be made."""

    callback_url: RedirectUrl
    """
    Address to which the person's browser is sent in the end, with the token
    in the query parameter `contextio_token`.
    """

    email: Annotated[str | None, Field(pattern="^[^@\\s]*@[^@\\s]+$")] = None
    """Mail address of the mailbox to connect, or just @ and a domain as a hint at the provider."""

    first_name: str | None = None
    """Given name of the person."""

    last_name: str | None = None
    """Family name of the person."""

    source_callback_url: HttpUrl | None = None
    """Address that is told when the first synchronisation is finished."""

    source_sync_all_folders: Flag | None = 0
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    source_sync_flags: Flag | None = 0
    """With 1, the flags for read and flagged messages are synchronised."""

    source_raw_file_list: Flag | None = 0
    """With 1, lists of files also show pictures of signatures and the like."""

    status_callback_url: HttpUrl | None = None
    """Address that is told when the source's state changes."""

    source_expunge_on_deleted_flag: Flag | None = 0
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    source_sync_folders: str | None = None
    """Special-use folders to synchronise, separated by commas, such as `All,Trash`."""

    service_level: Annotated[ServiceLevel | None, Field(deprecated=True)] = None
    """Tier under which the source will be billed, dropped before the end."""


class ContactSearch(Model):
    """Contacts that were found, and what was looked for."""

    query: ContactQuery
    """The filters in force."""

    matches: list[ContactMatch]
    """The contacts."""


class EmailAddressCreateForm(Model):
    """A mail address to add."""

    email_address: MailAddress
    """The address; reads call it `email`."""


class Source(Model):
    """A mailbox of an account."""

    label: Annotated[str, Field(min_length=1)]
    """Name of the source, unique within its account."""

    server: str | None = None
    """Host name or IP address of the mail server."""

    username: str | None = None
    """Name with which the service logs in to the mail server."""

    port: Annotated[StrictInt | None, Field(ge=1, le=65535)] = None
    """TCP port of the mail server."""

    use_ssl: StrictBool | None = None
    """Whether the connection to the mail server is encrypted with TLS."""

    type: Literal["imap"] | None = None
    """Kind of the mailbox."""

    authentication_type: AuthenticationType | str | None = None
    """How the service logs in to the mailbox."""

    status: SourceStatus | str
    """State of the connection as last seen."""

    status_message: str | None = None
    """Explanation of a state other than `OK`; null otherwise."""

    resource_url: str | None = None
    """Absolute address of the source, with its label percent-encoded."""

    callback_url: str | None = None
    """Address that is told when the first synchronisation is finished; null if none is set."""

    status_callback_url: str | None = None
    """Address that is told when the state changes; null if none is set."""

    sync_flags: StrictBool | None = None
    """Whether the flags for read and flagged messages are synchronised."""

    sync_all_folders: StrictBool | None = None
    """Whether folders for deleted mail, drafts and the like are synchronised as well."""

    expunge_on_deleted_flag: StrictBool | None = None
    """Whether messages that carry the IMAP flag `\\Deleted` are hidden."""

    raw_file_list: StrictBool | None = None
    """Whether lists of files also show pictures of signatures and the like."""

    sync_period: Annotated[str | None, Field(deprecated=True)] = None
    """Time between two synchronisations, such as `1d`; dropped before the end."""

    service_level: Annotated[str | None, Field(deprecated=True)] = None
    """Tier under which the source is billed; dropped before the end."""

    @field_validator("use_ssl", mode="before")
    @classmethod
    def also_read_integer_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_integer(v, info)


class SourceCreateForm(Model):
    """Settings of a mailbox to attach."""

    email: MailAddress
    """Main mail address that the mailbox receives mail for."""

    server: Annotated[str, Field(min_length=1)]
    """Host name or IP address of the mail server."""

    username: Annotated[str, Field(min_length=1)]
    """Name with which to log in to the mail server."""

    use_ssl: Flag
    """With 1 the connection to the mail server is encrypted with TLS."""

    port: Annotated[StrictInt, Field(ge=1, le=65535)]
    """TCP port of the mail server, usually 993 with TLS and 143 without."""

    type: SourceType
    """Kind of the mailbox."""

    origin_ip: str | None = None
    """IP address from which the person uses the application."""

    expunge_on_deleted_flag: Flag | None = 0
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    sync_all_folders: Flag | None = 0
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    sync_folders: str | None = None
    """Special-use folders to synchronise, separated by commas, such as `All,Trash`."""

    sync_flags: Flag | None = 0
    """With 1, the flags for read and flagged messages are synchronised."""

    raw_file_list: Flag | None = 0
    """With 1, lists of files also show pictures of signatures and the like."""

    password: Annotated[str | None, Field(min_length=1)] = None
    """Password of the mailbox; not used beside a `provider_` parameter."""

    provider_refresh_token: Annotated[str | None, Field(min_length=1)] = None
    """OAuth 2.0 refresh token of the mailbox, in place of a password."""

    provider_consumer_key: Annotated[str | None, Field(min_length=1)] = None
    """OAuth client to which the refresh token was issued, one that the application has registered."""

    callback_url: HttpUrl | None = None
    """Address that is told when the first synchronisation is finished."""

    status_callback_url: HttpUrl | None = None
    """Address that is told when the source's state changes."""

    provider_token: Annotated[str | None, Field(deprecated=True)] = None
    """OAuth 1.0 access token of the mailbox, dropped in 2015."""

    provider_token_secret: Annotated[str | None, Field(deprecated=True)] = None
    """Secret of `provider_token`, dropped in 2015."""

    sync_period: Annotated[SyncPeriod | None, Field(deprecated=True)] = "24h"
    """Time between two synchronisations, dropped before the end."""

    service_level: Annotated[ServiceLevel | None, Field(deprecated=True)] = None
    """Tier under which the source is billed, dropped before the end."""


class SourceUpdateForm(Model):
    """Options to set on a source; one that is left out stays as it is."""

    status: Literal[1] | None = None
    """With 1, a source that is disabled is put back to work. A state cannot be chosen."""

    force_status_check: Flag | None = None
    """With 1, the mailbox is opened at once to test it. No other field may be sent beside it."""

    sync_all_folders: Flag | None = None
    """With 1, folders for deleted mail, drafts and the like are synchronised as well."""

    expunge_on_deleted_flag: Flag | None = None
    """With 1, messages that carry the IMAP flag `\\Deleted` do not show."""

    password: Annotated[str | None, Field(min_length=1)] = None
    """New password of the mailbox; not used beside a `provider_` parameter."""

    provider_refresh_token: Annotated[str | None, Field(min_length=1)] = None
    """New OAuth 2.0 refresh token of the mailbox."""

    provider_consumer_key: Annotated[str | None, Field(min_length=1)] = None
    """OAuth client to which the refresh token was issued, one that the application has registered."""

    status_callback_url: HttpUrl | None = None
    """Address that is told when the source's state changes."""

    provider_token: Annotated[str | None, Field(deprecated=True)] = None
    """OAuth 1.0 access token of the mailbox, dropped in 2015."""

    provider_token_secret: Annotated[str | None, Field(deprecated=True)] = None
    """Secret of `provider_token`, dropped in 2015."""

    sync_period: Annotated[SyncPeriod | None, Field(deprecated=True)] = None
    """Time between two synchronisations, dropped before the end."""

    service_level: Annotated[ServiceLevel | None, Field(deprecated=True)] = None
    """Tier under which the source is billed, dropped before the end."""


class SourceUpdated(Model):
    """Confirms that a source was changed, or tells the state that a test found."""

    success: Literal[True] | None = None
    """Always true where options were set; absent after a test."""

    status: SourceStatus | str | None = None
    """State that the test found; absent where options were set."""

    @field_validator("success", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class SourceConnectTokenCreateForm(Model):
    """Where a person's browser returns to; the mailbox is known already."""

    callback_url: RedirectUrl
    """
    Address to which the person's browser is sent in the end, with the token
    in the query parameter `contextio_token`.
    """


class Folder(Model):
    """A folder of a mailbox."""

    name: Annotated[str, Field(min_length=1)]
    """Full name of the folder, with the folders above it and the mail server's own separator."""

    symbolic_name: str | None = None
    """Special use of the folder, such as `\\Sent` or `\\AllMail`; absent without one."""

    attributes: FolderAttributeSet | None = None
    """What the mail server says of the folder; may be absent."""

    delim: str
    """The mail server's own separator of levels."""

    nb_messages: StrictInt | NbMessages
    """How many messages the folder has."""

    nb_unseen_messages: Annotated[StrictInt | None, Field(ge=0)] = None
    """How many of them were not read; only with `include_extended_counts`."""

    included_in_sync: StrictBool | None = None
    """Whether the folder is synchronised; may be absent where it is not."""

    uidvalidity: Annotated[StrictInt | None, Field(ge=0)] = None
    """IMAP's UIDVALIDITY of the folder."""

    resource_url: str | None = None
    """Absolute address of the folder, with its path percent-encoded."""


SourceSync = TypeAliasType("SourceSync", dict[str, FolderSync])
"""
When the folders of a source were synchronised, by name. The names are spelled as the mail server
spells them.
"""


AccountSync = TypeAliasType("AccountSync", dict[str, SourceSync | None])
"""When the sources of an account were synchronised, by label."""


class WebhookCreateForm(Model):
    """Where to tell of mail, and of which. All filters that are sent must hold."""

    callback_url: HttpUrl
    """Address that gets a POST for each message that passes the filters."""

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

    include_body: Flag | None = 0
    """With 1, the text of the message is in the callback."""

    body_type: str | None = None
    """Media type that the text parts in the callback must have; used beside `include_body`."""

    include_header: Literal[0, 1] | Literal["raw"] | None = 0
    """With 1, the headers are in the callback by name; with `raw`, as one text."""

    receive_drafts: Flag | None = None
    """With 1, drafts are told of as well; Gmail only."""

    receive_all_changes: Flag | None = None
    """With 1, later changes to messages are told of as well."""

    receive_historical: Flag | None = None
    """
    With 1, mail that is older than its account is told of as well. It works for webhooks of the consumer
    key and is ignored for those of one account.
    """

    filter_new_important: Annotated[str | None, Field(deprecated=True)] = None
    """Mail that Gmail marks as important by itself; dropped before the end."""

    filter_folder_removed: Annotated[str | None, Field(deprecated=True)] = None
    """Folder or Gmail label that the mail is taken out of; dropped before the end."""

    filter_file_revisions: Annotated[str | None, Field(deprecated=True)] = None
    """File, by its `file_id`, of which the mail brings a new version; dropped before the end."""

    sync_period: Annotated[WebhookPeriod | None, Field(deprecated=True)] = "24h"
    """Longest time between the arrival of a message and the callback; dropped before the end."""

    failure_notif_url: Annotated[HttpUrl | None, Field(deprecated=True)] = None
    """Address that gets a POST when the webhook has failed and stopped; dropped before the end."""


class WebhookUpdateForm(Model):
    """What to change about a webhook; what is left out stays as it is."""

    active: Flag | None = None
    """With 0 the webhook pauses, with 1 it works again."""

    callback_url: HttpUrl | None = None
    """Address that gets a POST for each message that passes the filters."""

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

    include_body: Flag | None = None
    """With 1, the text of the message is in the callback."""

    body_type: str | None = None
    """Media type that the text parts in the callback must have; used beside `include_body`."""

    include_header: Literal[0, 1] | Literal["raw"] | None = None
    """With 1, the headers are in the callback by name; with `raw`, as one text."""

    receive_drafts: Flag | None = None
    """With 1, drafts are told of as well; Gmail only."""

    receive_all_changes: Flag | None = None
    """With 1, later changes to messages are told of as well."""

    receive_historical: Flag | None = None
    """
    With 1, mail that is older than its account is told of as well. It works for webhooks of the consumer
    key and is ignored for those of one account.
    """

    filter_new_important: Annotated[str | None, Field(deprecated=True)] = None
    """Mail that Gmail marks as important by itself; dropped before the end."""

    filter_folder_removed: Annotated[str | None, Field(deprecated=True)] = None
    """Folder or Gmail label that the mail is taken out of; dropped before the end."""

    filter_file_revisions: Annotated[str | None, Field(deprecated=True)] = None
    """File, by its `file_id`, of which the mail brings a new version; dropped before the end."""

    sync_period: Annotated[WebhookPeriod | None, Field(deprecated=True)] = None
    """Longest time between the arrival of a message and the callback; dropped before the end."""

    failure_notif_url: Annotated[HttpUrl | None, Field(deprecated=True)] = None
    """Address that gets a POST when the webhook has failed and stopped; dropped before the end."""


class AppStatusCallbackUrlUpdateForm(Model):
    """The address to tell."""

    status_callback_url: HttpUrl
    """Address that gets a POST at each change in the state of any source."""


class DiscoveryResult(Model):
    """
    What is known of the mailbox behind a mail address. Where nothing was found, `type`, `imap` and
    `documentation` are absent.
    """

    email: str
    """Mail address that was looked for."""

    found: StrictBool
    """Whether settings were found."""

    type: str | None = None
    """The provider, such as `gmail`."""

    imap: DiscoveryImap | None = None
    """Settings with which the mailbox can be attached."""

    documentation: list[DiscoveryDocument] | None = None
    """Pages on which the provider helps the persons who use it."""


class OAuthProvider(Model):
    """An OAuth client that the application has at a mail provider."""

    type: OAuthProviderType | str
    """The provider, and the version of OAuth."""

    provider_consumer_key: Annotated[str, Field(min_length=1)]
    """Identifier of the client at the provider, which names the registration here."""

    provider_consumer_secret: Annotated[str, Field(pattern="^.{0,3}\\[\\.\\.\\.\\].{0,3}$")]
    """
    Secret of the client, masked: its first and last three characters around `[...]`. A secret of fewer
    than seven characters is masked whole.
    """

    resource_url: str | None = None
    """Absolute address of the registration, with the key percent-encoded."""


class OAuthProviderCreateForm(Model):
    """An OAuth client to register."""

    type: OAuthProviderType
    """The provider, and the version of OAuth."""

    provider_consumer_key: Annotated[str, Field(pattern="[^.]")]
    """Identifier of the client at the provider. It is not of dots alone, since it stands in paths."""

    provider_consumer_secret: Annotated[str, Field(min_length=1)]
    """Secret of the client."""


class ConnectTokenAccount(Model):
    """
    The account behind a used connect token; without any field while the token is unused. On an account's
    own tokens it is that account.
    """

    id: str | None = None
    """Identifier of the account."""

    created: Annotated[StrictInt | None, Field(ge=0)] = None
    """Time of the account's creation in seconds since 1970-01-01 UTC."""

    suspended: Annotated[StrictInt | None, Field(ge=0)] = None
    """Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended."""

    email_addresses: list[str] | None = None
    """Mail addresses of the person, as bare strings."""

    first_name: str | None = None
    """Given name of the person."""

    last_name: str | None = None
    """Family name of the person."""

    sources: list[Source] | None = None
    """Mailboxes of the account."""

    access_token: str | None = None
    """OAuth token for calls on the account; only for consumer keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""


class AddressSet(Model):
    """Sender and recipients of a message; a kind that the message does not have is absent."""

    from_: Annotated[Person | None, Field(alias="from")] = None
    """Sender."""

    to: list[Person] | None = None
    """Recipients."""

    cc: list[Person] | None = None
    """Recipients in copy."""

    bcc: list[Person] | None = None
    """Recipients in blind copy."""

    reply_to: list[Person] | Person | None = None
    """Where answers go."""

    sender: list[Person] | None = None
    """Sender on behalf of others."""

    return_path: list[Person] | None = None
    """Where bounces go."""


PersonInfo = TypeAliasType("PersonInfo", dict[str, PersonPicture])
"""Pictures of people by their addresses."""


class CallbackMessage(Model):
    """
    A message as a webhook tells of it. Unlike reads of the API, it has its text in `bodies`, and its sources
    have no address.
    """

    message_id: Annotated[str, Field(min_length=1)]
    """Lasting identifier of the message."""

    email_message_id: str | None = None
    """Message-ID header with its angle brackets; absent without one."""

    gmail_message_id: str | None = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    subject: str | None = None
    """Subject line; absent without one."""

    date: StrictInt | None = None
    """Date header, in seconds since 1970-01-01 UTC."""

    date_indexed: Annotated[StrictInt | None, Field(ge=0)] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: StrictInt | None = None
    """Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: AddressSet | None = None
    """Sender and recipients."""

    person_info: PersonInfo | None = None
    """A picture for each address of the message."""

    files: list[MessageFile] | None = None
    """Attachments of the message."""

    folders: list[str] | None = None
    """Folders or labels of the message, by name and by symbolic name."""

    sources: list[CallbackSource] | None = None
    """Sources that hold the message."""

    references: list[str] | None = None
    """Identifiers of the References header; absent without one."""

    list_unsubscribe: Annotated[str | None, Field(alias="list-unsubscribe")] = None
    """List-Unsubscribe header; absent without one."""

    bodies: list[BodyPart] | None = None
    """Text parts; only with `include_body`."""

    headers: HeaderMap | str | None = None
    """Headers by name, or as one text; only with `include_header`."""

    flags: FlagSet | None = None
    """Flags of the message; may be absent."""

    @field_validator("addresses", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator_1(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)


class Account(Model):
    """A person whose mail the application works with."""

    id: str
    """Identifier of the account."""

    username: str
    """Name that the service gave to the account."""

    created: Annotated[StrictInt, Field(ge=0)]
    """Time of creation in seconds since 1970-01-01 UTC."""

    suspended: Annotated[StrictInt, Field(ge=0)]
    """Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended."""

    email_addresses: list[str]
    """Mail addresses of the person."""

    first_name: str
    """Given name of the person; empty if none was sent."""

    last_name: str
    """Family name of the person; empty if none was sent."""

    password_expired: Annotated[StrictInt, Field(ge=0)]
    """Time at which the person's password expired, in seconds since 1970-01-01 UTC; 0 while it is valid."""

    sources: list[Source]
    """Mailboxes whose mail makes up the account."""

    nb_messages: Annotated[StrictInt, Field(ge=0)]
    """How many messages the sources hold, taken together."""

    nb_files: Annotated[StrictInt, Field(ge=0)]
    """How many files are attached to those messages."""

    resource_url: str | None = None
    """Absolute address of the account."""

    access_token: str | None = None
    """OAuth token for calls on this account; only for consumer keys that are switched to three legs."""

    access_token_secret: str | None = None
    """Secret of `access_token`; only for consumer keys that are switched to three legs."""


class ConnectToken(Model):
    """
    Leave for one person to connect one mailbox. While it is unused, `used` is 0, `account` is empty and
    `expires` is a time; afterwards `used` is a time, `account` has an `id` and `expires` is false.
    """

    token: Annotated[str, Field(min_length=1)]
    """Identifier of the token."""

    email: str
    """Mail address that the token was made with; empty if none was sent."""

    created: Annotated[StrictInt, Field(ge=0)]
    """Time of creation in seconds since 1970-01-01 UTC."""

    used: Annotated[StrictInt, Field(ge=0)]
    """Time of use in seconds since 1970-01-01 UTC; 0 while the token is unused."""

    expires: StrictInt | Literal[False]
    """
    Time in seconds since 1970-01-01 UTC at which the unused token will be purged; false once it has
    been used.
    """

    callback_url: Annotated[str, Field(pattern="^[A-Za-z][A-Za-z0-9+.-]*:")]
    """Absolute address to which the person's browser is sent at the end."""

    first_name: str
    """Given name that the token was made with; empty if none was sent."""

    last_name: str
    """Family name that the token was made with; empty if none was sent."""

    account: ConnectTokenAccount
    """Account that the token was used for; an empty object while it is unused."""

    resource_url: str | None = None
    """Absolute address of the token."""

    browser_redirect_url: str | None = None
    """Address to which the person's browser is to be sent."""

    status_callback_url: str | None = None
    """Address that is told when the state of the source changes."""

    source_callback_url: str | None = None
    """Address that is told when the first synchronisation is finished."""

    source_raw_file_list: StrictBool | None = None
    """Whether lists of files will also show pictures of signatures and the like."""

    server_label: str | None = None
    """Label of the source that was made; only in a used token."""

    service_level: Annotated[str | None, Field(deprecated=True)] = None
    """Tier under which the source is billed; dropped before the end."""

    @field_validator("account", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)

    @field_validator("source_raw_file_list", mode="before")
    @classmethod
    def also_read_integer_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_integer(v, info)

    @field_validator("source_raw_file_list", mode="before")
    @classmethod
    def also_read_string_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_string(v, info)


class File(Model):
    """A file that is attached to a message."""

    file_id: Annotated[str, Field(min_length=1)]
    """Lasting identifier of the file."""

    file_name: str | None = None
    """Name of the file."""

    file_name_structure: list[list[str]] | None = None
    """The name in pieces, each with what it is."""

    size: Annotated[StrictInt | None, Field(ge=0)] = None
    """Size in bytes."""

    type: str | None = None
    """Media type as the message gives it."""

    subject: str | None = None
    """Subject of the message."""

    date: StrictInt | None = None
    """Date of the message in seconds since 1970-01-01 UTC."""

    date_indexed: Annotated[StrictInt | None, Field(ge=0)] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: StrictInt | None = None
    """When the message was received, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: AddressSet | None = None
    """Sender and recipients of the message."""

    person_info: PersonInfo | None = None
    """A picture for each address of the message."""

    body_section: StrictInt | str | None = None
    """Number of the MIME section."""

    supports_preview: StrictBool | None = None
    """Whether the preview function handles the file."""

    is_embedded: StrictBool | None = None
    """Whether the text of the message shows the file inline."""

    content_disposition: str | None = None
    """Disposition of the MIME part, mostly `attachment` or `inline`."""

    content_id: str | None = None
    """Content-Id of an inline object."""

    message_id: str | None = None
    """Identifier of the message."""

    email_message_id: str | None = None
    """Message-ID header of the message."""

    gmail_message_id: str | None = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    is_tnef_part: StrictBool | None = None
    """Whether the file came out of a `winmail.dat`."""

    similarity: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    """Resemblance of the names, 1 for the same; only in the list of related files."""

    resource_url: str | None = None
    """Absolute address of the file."""

    @field_validator("addresses", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator_1(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)


class FileGroup(Model):
    """Files that are versions of one document."""

    occurences: Annotated[list[File], Field(deprecated=True)]
    """The versions; the name is spelled so."""

    file_name: Annotated[str | None, Field(deprecated=True)] = None
    """Name that the versions share."""

    latest_date: Annotated[StrictInt | None, Field(deprecated=True)] = None
    """Date of the newest version, in seconds since 1970-01-01 UTC."""


class Message(Model):
    """A message of an account, wherever it lies."""

    message_id: Annotated[str, Field(min_length=1)]
    """Lasting identifier of the message."""

    email_message_id: str | None = None
    """Message-ID header with its angle brackets; absent without one."""

    gmail_message_id: str | None = None
    """Gmail's identifier of the message; only for Gmail sources."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    subject: str | None = None
    """Subject line; absent without one."""

    date: StrictInt | None = None
    """
    Date header in seconds since 1970-01-01 UTC. Without one it is `date_received`, or else `date_indexed`.
    """

    date_indexed: Annotated[StrictInt | None, Field(ge=0)] = None
    """When the service saw the message first, in seconds since 1970-01-01 UTC."""

    date_received: StrictInt | None = None
    """Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail."""

    addresses: AddressSet | None = None
    """Sender and recipients."""

    person_info: PersonInfo | None = None
    """A picture for each address of the message."""

    files: list[MessageFile] | None = None
    """Attachments of the message; may be absent where there are none."""

    folders: list[str] | None = None
    """Folders or labels of the message, by name and by symbolic name."""

    sources: list[MessageSource] | None = None
    """Sources that hold the message."""

    references: list[str] | None = None
    """Identifiers of the References header; absent without one."""

    in_reply_to: str | None = None
    """Identifier of the In-Reply-To header; absent without one."""

    list_unsubscribe: Annotated[str | None, Field(alias="list-unsubscribe")] = None
    """List-Unsubscribe header; absent without one."""

    list_help: Annotated[str | None, Field(alias="list-help")] = None
    """List-Help header; absent without one."""

    body: list[BodyPart] | None = None
    """Text parts; only with `include_body`."""

    flags: FlagSet | None = None
    """Flags on the mail server; only with `include_flags`."""

    headers: HeaderMap | str | None = None
    """Headers by name, or as one text; only with `include_headers`."""

    thread_size: Annotated[StrictInt | None, Field(ge=1)] = None
    """How many messages the conversation has; only with `include_thread_size`."""

    source: str | None = None
    """Raw text of the message; only with `include_source`."""

    resource_url: str | None = None
    """Absolute address of the message."""

    @field_validator("addresses", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator_1(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)


class Thread(Model):
    """A conversation, the messages that answer one another."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    email_message_ids: list[str] | None = None
    """Message-ID headers of the messages, in the order of `messages`."""

    person_info: PersonInfo | None = None
    """A picture for each address of the conversation."""

    messages: list[Message] | None = None
    """The messages, oldest first."""

    subject: str | None = None
    """Subject of the oldest message."""

    folders: list[str] | None = None
    """Folders that the messages lie in, by name and by symbolic name."""

    sources: list[MessageSource] | None = None
    """Sources that hold the messages."""

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)


class WebhookCallback(Model):
    """What a webhook tells, a message or its own failure, signed with the consumer secret."""

    account_id: str
    """Identifier of the account with the message."""

    webhook_id: str
    """Identifier of the webhook."""

    timestamp: Annotated[StrictInt, Field(ge=0)]
    """Time of sending in seconds since 1970-01-01 UTC; goes into the signature."""

    token: str
    """Random text that goes into the signature."""

    signature: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """
    HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed with the
    consumer secret. It is the same in each attempt to deliver.
    """

    message_data: CallbackMessage | None = None
    """The message; absent in a failure notice."""

    data: str | None = None
    """Cause of the failure; only in a failure notice."""
