"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing_extensions import TypeAliasType

HeaderMap = TypeAliasType("HeaderMap", dict[str, list[str]])
"""Headers of a message by name, each with all of its values."""
