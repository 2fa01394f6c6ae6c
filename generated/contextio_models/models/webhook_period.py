"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

WebhookPeriod = TypeAliasType("WebhookPeriod", Literal["immediate", "0", "30m", "1h", "4h", "12h", "24h"])
"""Time between the arrival of a message and the callback; `immediate` and 0 are about a minute."""
