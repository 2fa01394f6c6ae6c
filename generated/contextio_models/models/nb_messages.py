"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

NbMessages = TypeAliasType("NbMessages", Annotated[str, Field(pattern="^[0-9]+$")])
"""How many messages the folder has."""
