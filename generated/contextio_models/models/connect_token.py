"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, ValidationInfo, field_validator

from contextio_models.base import Model, also_read_empty_array, also_read_integer, also_read_string

from . import connect_token_account


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

    account: connect_token_account.ConnectTokenAccount
    """
    Account that the token was used for; an empty object or an empty array while it is unused. Generated
    clients read both as an object.
    """

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
