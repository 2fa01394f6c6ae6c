"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from contextio_models.base import AlsoReads, Model

from . import connect_token_account


class ConnectToken(Model):
    """
    Leave for one person to connect one mailbox. While it is unused, `used` is 0, `account` is empty and
    `expires` is a time; afterwards `used` is a time, `account` has an `id` and `expires` is false.
    """

    token: Annotated[str, Field(min_length=1, description="Identifier of the token.")]
    """Identifier of the token."""

    email: Annotated[
        str, Field(description="Mail address that the token was made with; empty if none was sent.")
    ]
    """Mail address that the token was made with; empty if none was sent."""

    created: Annotated[
        StrictInt, Field(ge=0, description="Time of creation in seconds since 1970-01-01 UTC.")
    ]
    """Time of creation in seconds since 1970-01-01 UTC."""

    used: Annotated[
        StrictInt,
        Field(ge=0, description="Time of use in seconds since 1970-01-01 UTC; 0 while the token is unused."),
    ]
    """Time of use in seconds since 1970-01-01 UTC; 0 while the token is unused."""

    expires: Annotated[
        StrictInt | Literal[False],
        Field(
            description="Time in seconds since 1970-01-01 UTC at which the unused token will be purged; false once it has been used.",
            union_mode="left_to_right",
        ),
    ]
    """
    Time in seconds since 1970-01-01 UTC at which the unused token will be purged; false once it has
    been used.
    """

    callback_url: Annotated[
        str,
        Field(
            pattern="^[A-Za-z][A-Za-z0-9+.-]*:",
            description="Absolute address to which the person's browser is sent at the end.",
        ),
    ]
    """Absolute address to which the person's browser is sent at the end."""

    first_name: Annotated[
        str, Field(description="Given name that the token was made with; empty if none was sent.")
    ]
    """Given name that the token was made with; empty if none was sent."""

    last_name: Annotated[
        str, Field(description="Family name that the token was made with; empty if none was sent.")
    ]
    """Family name that the token was made with; empty if none was sent."""

    account: Annotated[
        connect_token_account.ConnectTokenAccount,
        AlsoReads("empty-array"),
        Field(
            description="Account that the token was used for; an empty object or an empty array while it is unused. Generated clients read both as an object."
        ),
    ]
    """
    Account that the token was used for; an empty object or an empty array while it is unused. Generated
    clients read both as an object.
    """

    resource_url: Annotated[str | None, Field(description="Absolute address of the token.")] = None
    """Absolute address of the token."""

    browser_redirect_url: Annotated[
        str | None, Field(description="Address to which the person's browser is to be sent.")
    ] = None
    """Address to which the person's browser is to be sent."""

    status_callback_url: Annotated[
        str | None, Field(description="Address that is told when the state of the source changes.")
    ] = None
    """Address that is told when the state of the source changes."""

    source_callback_url: Annotated[
        str | None, Field(description="Address that is told when the first synchronisation is finished.")
    ] = None
    """Address that is told when the first synchronisation is finished."""

    source_raw_file_list: Annotated[
        StrictBool | None,
        AlsoReads("integer", "string"),
        Field(description="Whether lists of files will also show pictures of signatures and the like."),
    ] = None
    """Whether lists of files will also show pictures of signatures and the like."""

    server_label: Annotated[
        str | None, Field(description="Label of the source that was made; only in a used token.")
    ] = None
    """Label of the source that was made; only in a used token."""

    service_level: Annotated[
        str | None,
        Field(
            deprecated="Tier under which the source is billed; dropped before the end.",
            description="Tier under which the source is billed; dropped before the end.",
        ),
    ] = None
    """Tier under which the source is billed; dropped before the end."""
