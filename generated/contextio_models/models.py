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


class Error(Model):
    """What went wrong, in a sentence that says what to change."""

    type: Literal["error"]
    """Marks the object as an error."""

    value: Annotated[str, Field(min_length=1)]
    """The explanation, for a person to read."""

    code: StrictInt | None = None
    """Number of the error, where it has one; 105 is a stale timestamp."""


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


Flag = TypeAliasType("Flag", Literal[0, 1])
"""An option in a request, off with 0 and on with 1."""


MailAddress = TypeAliasType("MailAddress", Annotated[str, Field(pattern="^[^@\\s]+@[^@\\s]+$")])
"""Address to which mail is sent, with one @ between two parts that have no blanks."""


SourceType = TypeAliasType("SourceType", Literal["IMAP", "imap"])
"""Kind of a mailbox; IMAP is the only one, in capitals or small letters."""


HttpUrl = TypeAliasType(
    "HttpUrl",
    Annotated[
        str,
        Field(
            pattern="^https?://[A-Za-z0-9][A-Za-z0-9._~-]*(:[0-9]{1,5})?(/([A-Za-z0-9._~:@!$&'()*+,;=/-]|%[0-9A-Fa-f]{2})*)?(\\?([A-Za-z0-9._~:@!$&'()*+,;=/-]|%[0-9A-Fa-f]{2}|\\?)*)?(#([A-Za-z0-9._~:@!$&'()*+,;=/-]|%[0-9A-Fa-f]{2}|\\?)*)?$"
        ),
    ],
)
"""
An absolute URL: the scheme http or https in small letters, a host name or IPv4 address, then port,
path, query and fragment as wanted, in ASCII with everything else percent-encoded.
"""


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


AuthenticationType = TypeAliasType("AuthenticationType", Literal["password", "oauth", "oauth2"])
"""How the service logs in to a mailbox."""


OAuthProviderType = TypeAliasType(
    "OAuthProviderType", Literal["GMAIL_OAUTH2", "MSLIVECONNECT", "GMAIL", "GOOGLEAPPSMARKETPLACE"]
)
"""
A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
"""


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


class ConnectTokenCreateForm(Model):
    """Where a person's browser returns to, and options for the source that will be made."""

    callback_url: HttpUrl
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


class EmailAddressCreateForm(Model):
    """A mail address to add."""

    email_address: MailAddress
    """The address; reads call it `email`."""


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

    callback_url: str
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
