"""Data to try the API with. The mailboxes do not exist; their states are stored, not observed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, sources, tokens
from contextio_contract.server.db.accounts import Person

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from contextio_contract.server.services import Services

_PEOPLE: Final[tuple[tuple[Person, dict[str, str]], ...]] = (
    (Person("ada@example.com", "Ada", "Lovelace"), {"ada@example.com": "OK", "lovelace@example.org": "OK"}),
    (
        Person("grace@example.com", "Grace", "Hopper"),
        {"grace@example.com": "OK", "hopper@example.org": "INVALID_CREDENTIALS"},
    ),
    (Person("alan@example.com", "Alan", "Turing"), {"alan@example.com": "DISABLED"}),
    (Person("katherine@example.com", "Katherine", "Johnson"), {}),
)
_CALLBACK = "http://127.0.0.1:9/connected"
_MESSAGES = {
    "INVALID_CREDENTIALS": "the mail server refused this user name and password",
    "DISABLED": "switched off",
}


def fill(services: Services, consumer_key: str) -> bool:
    """Give a consumer key some accounts, sources and tokens.

    Returns:
        False when the key has accounts already; then nothing is changed.
    """
    now = services.clock()
    with services.database.transaction() as connection:
        if accounts.count(connection, consumer_key):
            return False
        made = []
        for person, mailboxes in _PEOPLE:
            account_id = accounts.add(connection, consumer_key, person, now)
            made.append((account_id, _mailboxes(connection, services, account_id, mailboxes)))
        ada, source = made[0]
        _token(
            connection, consumer_key, now, email="mary@example.com", first_name="Mary", last_name="Somerville"
        )
        _token(connection, consumer_key, now, of_account=True, account_id=ada, email="ada@example.net")
        used = tokens.add(connection, _token_values(consumer_key, now, email="ada@example.com"))
        row = tokens.get(connection, consumer_key, now, used)
        if row and source and tokens.use(connection, row["sequence"], now):
            tokens.tie(connection, row["sequence"], ada, source)
    return True


def _mailboxes(
    connection: Connection, services: Services, account_id: str, mailboxes: dict[str, str]
) -> int | None:
    first = None
    for address, status in mailboxes.items():
        accounts.add_address(connection, account_id, address)
        columns = {
            "server": "127.0.0.1",
            "port": 1143,
            "username": address,
            "secret": services.vault.lock("demo"),
            "status": status,
            "status_message": _MESSAGES.get(status),
            "synchronised": True,
            "nb_messages": 120,
            "nb_files": 14,
        }
        source = sources.add(connection, account_id, address, columns)
        first = first or source["sequence"]
    return first


def _token(connection: Connection, consumer_key: str, now: int, **values: Any) -> None:
    tokens.add(connection, _token_values(consumer_key, now, **values))


def _token_values(consumer_key: str, now: int, **values: Any) -> dict[str, Any]:
    return {"consumer_key": consumer_key, "created": now, "callback_url": _CALLBACK, **values}
