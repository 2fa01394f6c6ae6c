"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Flag = TypeAliasType("Flag", Literal[0, 1])
"""An option in a request, off with 0 and on with 1."""
