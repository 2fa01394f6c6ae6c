"""Consumer keys with their secrets in a CSV file, and what both have to look like."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Final

from contextio_contract.cli.listening import DEMO
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.cli.listening import Credentials

_LONGEST: Final = 200
_HEADER: Final = ["key", "secret"]


def read_pairs(file: IO[str]) -> list[Credentials]:
    """Return the keys and secrets of a CSV file, a pair in each line; a header is passed over.

    Raises:
        CannotRun: if it cannot be read, or a line has anything else.
    """
    pairs: dict[str, str] = {}
    try:
        for number, row in enumerate(csv.reader(file), 1):
            if not row or (number == 1 and row == _HEADER):
                continue
            if len(row) != len(_HEADER):
                message = f"line {number} has not two columns; give a key and its secret, as in: key,secret"
                raise CannotRun(message)
            key, secret = (text.strip() for text in row)
            if pairs.setdefault(key, secret) != secret:
                message = f"line {number} has another secret for the consumer key {key}; leave one of them"
                raise CannotRun(message)
    except (UnicodeDecodeError, csv.Error) as error:
        message = "the file is no CSV in UTF-8; give a key and its secret in each line, as in: key,secret"
        raise CannotRun(message) from error
    return list(pairs.items())


def check_pair(pair: Credentials) -> None:
    """Raise CannotRun unless a key and its secret can be kept and signed with."""
    key, secret = pair
    for name, text in (("consumer key", key), ("secret", secret)):
        if not text.isprintable() or not 0 < len(text) <= _LONGEST or text != text.strip():
            message = f"a {name} must have 1 to {_LONGEST} printable characters without blanks around them"
            raise CannotRun(message)
    if key == DEMO[0] or secret == DEMO[1]:
        message = "everyone knows the demo key and its secret; take others, or start the server with --demo"
        raise CannotRun(message)
