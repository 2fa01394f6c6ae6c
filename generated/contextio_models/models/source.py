"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_integer

from . import authentication_type as authentication_type_1
from . import source_status


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

    type: Literal["imap"] | str | None = None
    """Kind of the mailbox."""

    authentication_type: authentication_type_1.AuthenticationType | str | None = None
    """How the service logs in to the mailbox."""

    status: source_status.SourceStatus | str
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
