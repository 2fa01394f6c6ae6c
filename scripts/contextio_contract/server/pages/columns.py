"""Columns of the fields that lists can be filtered by, under their paths in the description."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from contextio_contract.server.db.tables import accounts, addresses, sources, tokens
from contextio_contract.server.lists.selection import Field
from contextio_contract.server.pages.representations import ACCOUNT, SOURCE, TOKEN

SOURCES: Final = {name: Field(sources.c[name]) for name in ("label", *SOURCE)}
TOKENS: Final = {name: Field(tokens.c[name]) for name in ("token", *TOKEN)}
ACCOUNTS: Final = {
    **{name: Field(accounts.c[name]) for name in ACCOUNT if name in accounts.c},
    "email_addresses": Field(
        addresses.c.email, rows=addresses.c.account_id == accounts.c.id, folded=addresses.c.folded
    ),
    **{
        f"sources.{name}": replace(field, rows=sources.c.account_id == accounts.c.id)
        for name, field in SOURCES.items()
    },
}
