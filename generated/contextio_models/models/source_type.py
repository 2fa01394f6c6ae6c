"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

SourceType = TypeAliasType("SourceType", Literal["IMAP", "imap"])
"""Kind of a mailbox; IMAP is the only one, in capitals or small letters."""
