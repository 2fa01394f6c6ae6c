"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

SyncPeriod = TypeAliasType("SyncPeriod", Literal["1h", "4h", "12h", "24h"])
"""Time between two synchronisations of a mailbox."""
