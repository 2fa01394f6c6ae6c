"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model


class Person(Model):
    """Someone who sends or receives mail."""

    email: str
    """Mail address."""

    name: str | None = None
    """Display name; absent without one."""
