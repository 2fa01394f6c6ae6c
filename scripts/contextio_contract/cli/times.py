"""Times as people read them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

_UNITS: Final = {"d": 86400, "h": 3600, "min": 60, "s": 1}


def describe_time(moment: int, now: int) -> str:
    """Return a time in seconds since 1970-01-01 UTC, and how far it is from now, as in `3 h ago (…)`."""
    distance = abs(moment - now)
    unit = next((unit for unit, seconds in _UNITS.items() if distance >= 2 * seconds), "s")
    amount = f"{distance // _UNITS[unit]} {unit}"
    shown = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"in {amount} ({shown})" if moment > now else f"{amount} ago ({shown})"
