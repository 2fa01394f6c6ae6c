"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from . import source_sync

AccountSync = TypeAliasType("AccountSync", dict[str, source_sync.SourceSync | None])
"""When the sources of an account were synchronised, by label."""
