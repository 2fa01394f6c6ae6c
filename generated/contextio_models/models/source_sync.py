"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from . import folder_sync

SourceSync = TypeAliasType("SourceSync", dict[str, folder_sync.FolderSync])
"""
When the folders of a source were synchronised, by name. The names are spelled as the mail server
spells them.
"""
