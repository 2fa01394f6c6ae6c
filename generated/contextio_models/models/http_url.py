"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

HttpUrl = TypeAliasType(
    "HttpUrl",
    Annotated[
        str,
        Field(
            pattern='^[Hh][Tt][Tt][Pp][Ss]?://[^\\s"<>\\\\^`{}\\x00-\\x1f\\x7f/?#]+([/?#][^\\s"<>\\\\^`{}\\x00-\\x1f\\x7f]*)?$'
        ),
    ],
)
"""
An absolute URL with the scheme http or https and a host. The service sends a POST to it. A user name
and a password before the host are sent with Basic authentication.
"""
