"""A database of the server with any number of accounts, filled directly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert
from tests.databases import migrate_at

from contextio_contract.cli.description import resolve
from contextio_contract.server.app import create_app
from contextio_contract.server.db import accounts as stored_accounts
from contextio_contract.server.db import documents
from contextio_contract.server.db.tables import accounts, addresses, sources
from contextio_contract.server.db.vault import generate_key
from contextio_contract.server.pages.documents import edition_of, render_documents
from contextio_contract.server.services import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY: Final = "key"
SECRET: Final = "secret"  # noqa: S105 - of a server that lives for a measurement
VAULT_KEY: Final = generate_key()
RARE: Final = "DISABLED"
"""The status of the last source alone."""
ABSENT: Final = "INVALID_CREDENTIALS"
"""A status that no source has."""
_BATCH: Final = 10_000
_CREATED: Final = 1_400_000_000


def account_id(number: int) -> str:
    """Return the id of an account by its number, from 0."""
    return f"{number:024x}"


def email(number: int) -> str:
    """Return the address of an account by its number, from 0."""
    return f"person.{number}@example.com"


def fill(database: str, count: int) -> None:
    """Fill an empty database with accounts that have one address and one source each.

    Args:
        database: a file, or a URL of SQLAlchemy.
        count: how many accounts.
    """
    migrate_at(database)
    contract = resolve(None).contract
    settings = Settings({KEY: SECRET}, database, VAULT_KEY, has_worker=False)
    services = create_app(settings, contract).state.services
    secret = services.vault.encrypt("password")
    with services.database.transaction() as connection:
        for first in range(0, count, _BATCH):
            numbers = range(first, min(first + _BATCH, count))
            # With RETURNING many rows are one statement, for which triggers on PostgreSQL count once.
            connection.execute(insert(accounts).returning(accounts.c.sequence), list(_accounts(numbers)))
            connection.execute(insert(addresses), list(_addresses(numbers)))
            connection.execute(insert(sources), list(_sources(numbers, count - 1, secret)))
            # As after a first read of each account, which stores its document.
            found = stored_accounts.get_many(connection, KEY, [number + 1 for number in numbers])
            documents.store(connection, edition_of(contract), render_documents(found.values(), contract))
    services.close()


def _accounts(numbers: range) -> Iterator[dict[str, Any]]:
    for number in numbers:
        names = {"first_name": "Person", "last_name": str(number), "username": f"person.{number}_example"}
        yield {"id": account_id(number), "consumer_key": KEY, "created": _CREATED, **names}


def _owner(number: int) -> dict[str, Any]:
    # In an empty database the first account has number 1.
    return {"account_id": account_id(number), "consumer_key": KEY, "account_sequence": number + 1}


def _addresses(numbers: range) -> Iterator[dict[str, Any]]:
    for number in numbers:
        yield {**_owner(number), "email": email(number), "folded": email(number)}


def _sources(numbers: range, last: int, secret: str) -> Iterator[dict[str, Any]]:
    for number in numbers:
        yield {
            **_owner(number),
            "label": f"{email(number)}::imap.example.com",
            "secret": secret,
            "status": RARE if number == last else "OK",
            "server": "imap.example.com",
            "port": 993,
            "use_ssl": True,
            "username": email(number),
            "synchronised": True,
            "nb_messages": 120,
            "nb_files": 14,
        }
