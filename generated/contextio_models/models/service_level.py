"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

ServiceLevel = TypeAliasType("ServiceLevel", Literal["PRO", "BASIC", "pro", "basic"])
"""Tier under which a mailbox was billed, in capitals or small letters."""
