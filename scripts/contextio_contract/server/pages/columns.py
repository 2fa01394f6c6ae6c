"""Columns of the fields that lists can be filtered by, under their paths in the description."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from contextio_contract.server.db.sources import OK
from contextio_contract.server.db.tables import accounts, addresses, sources, tokens
from contextio_contract.server.lists.selection import Field
from contextio_contract.server.pages.representations import ACCOUNT, SOURCE, TOKEN

_FLAGS: Final = {"status": {OK: "is_ok"}}
SOURCES: Final = {name: Field(sources, name, flags=_FLAGS.get(name, {})) for name in ("label", *SOURCE)}
TOKENS: Final = {name: Field(tokens, name) for name in ("token", *TOKEN)}
ACCOUNTS: Final = {
    **{name: Field(accounts, name) for name in ACCOUNT if name in accounts.c},
    "email_addresses": Field(addresses, "email", is_related=True, folded="folded"),
    **{f"sources.{name}": replace(each, is_related=True) for name, each in SOURCES.items()},
}
