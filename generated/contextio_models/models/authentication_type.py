"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

AuthenticationType = TypeAliasType("AuthenticationType", Literal["password", "oauth", "oauth2"])
"""How the service logs in to a mailbox."""
