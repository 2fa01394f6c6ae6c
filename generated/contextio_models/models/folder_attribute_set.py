"""Generated from the description; not to be edited."""

from __future__ import annotations

from pydantic import StrictBool
from typing_extensions import TypeAliasType

FolderAttributeSet = TypeAliasType("FolderAttributeSet", dict[str, StrictBool])
"""
IMAP attributes of a folder by name, such as `Noselect`, `Noinferiors`, `Marked`, `HasChildren` and
`HasNoChildren`.
"""
