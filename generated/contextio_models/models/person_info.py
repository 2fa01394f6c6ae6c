"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from . import person_picture

PersonInfo = TypeAliasType("PersonInfo", dict[str, person_picture.PersonPicture])
"""Pictures of people by their addresses."""
