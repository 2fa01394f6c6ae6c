"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

RedirectUrl = TypeAliasType(
    "RedirectUrl",
    Annotated[str, Field(pattern='^[A-Za-z][A-Za-z0-9+.-]*:[^\\s"<>\\\\^`{}\\x00-\\x1f\\x7f]+$')],
)
"""
An absolute URL to which a browser is sent, with any scheme but javascript, data, vbscript, file and
blob. An app on a device can have a scheme of its own, such as `cio-api-auth://`. With http and https
there is a host; a user name and a password before it are kept.
"""
