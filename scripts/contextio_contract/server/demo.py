"""Demo data. Its mailboxes do not exist, so their statuses are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, tokens

if TYPE_CHECKING:
    from contextio_contract.server.services import Services

_PEOPLE: Final[dict[tuple[str, str], dict[str, str]]] = {
    ("Ada", "Lovelace"): {"ada@example.com": "OK", "lovelace@example.org": "OK"},
    ("Grace", "Hopper"): {"grace@example.com": "OK", "hopper@example.org": "INVALID_CREDENTIALS"},
    ("Alan", "Turing"): {"alan@example.com": "DISABLED"},
    ("Katherine", "Johnson"): {},
}
_MESSAGES: Final = {
    "INVALID_CREDENTIALS": "the mail server refused this user name and password",
    "DISABLED": "switched off",
}


def fill(services: Services, consumer_key: str) -> bool:
    """Create accounts, sources and tokens for a consumer key; return False if it has accounts already."""
    now = services.clock()
    mailbox = {"server": "127.0.0.1", "port": 1143, **services.vault.encrypt_columns("demo")}
    counts = {"synchronised": True, "nb_messages": 120, "nb_files": 14}
    with services.database.transaction() as connection:
        if accounts.has_any(connection, consumer_key):
            return False
        attached: list[dict[str, Any]] = []
        for (first_name, last_name), mailboxes in _PEOPLE.items():
            email = f"{first_name.lower()}@example.com"
            person = {"email": email, "first_name": first_name, "last_name": last_name}
            account_id = accounts.add(connection, consumer_key, person, now)
            for username, status in mailboxes.items():
                state = {"status": status, "status_message": _MESSAGES.get(status)}
                columns = {**mailbox, **counts, **state, "username": username}
                source = accounts.add_source(connection, consumer_key, account_id, username, columns)
                attached.append({"account_id": account_id, "source": source["sequence"]})
        account = {"account_id": attached[0]["account_id"], "of_account": True}
        for options in (
            {"email": "mary@example.com", "first_name": "Mary", "last_name": "Somerville"},
            {"email": "ada@example.net", **account},
            {"email": "ada@example.com", "used": now, **attached[0]},
        ):
            common = {"consumer_key": consumer_key, "created": now}
            tokens.add(connection, {**common, "callback_url": "http://127.0.0.1:9/connected", **options})
    return True
