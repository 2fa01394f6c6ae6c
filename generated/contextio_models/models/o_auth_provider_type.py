"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

OAuthProviderType = TypeAliasType(
    "OAuthProviderType", Literal["GMAIL_OAUTH2", "MSLIVECONNECT", "GMAIL", "GOOGLEAPPSMARKETPLACE"]
)
"""
A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
"""
