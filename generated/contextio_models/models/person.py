"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model


class Person(Model):
    """Someone who sends or receives mail."""

    email: Annotated[str, Field(description="Mail address.")]
    """Mail address."""

    name: Annotated[str | None, Field(description="Display name; absent without one.")] = None
    """Display name; absent without one."""
