"""Dates of HTTP. Generated from the description; not to be edited."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime


def time_of(date: str) -> float | None:
    """Return an HTTP date (RFC 9110, section 5.6.7) in seconds since 1970-01-01 UTC; None if it is none."""
    try:
        read = parsedate_to_datetime(date)
        # It is in UTC, also in the form that names no zone.
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
