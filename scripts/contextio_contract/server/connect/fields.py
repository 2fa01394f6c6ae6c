"""Form fields of the connect page: the person, the mail server and the credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.engine import RowMapping

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_PORT: Final = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_MAX_PORT: Final = 65535


def _is_port(text: str) -> bool:
    return bool(_PORT.fullmatch(text)) and int(text) <= _MAX_PORT


_CHECKS: Final[tuple[tuple[str, Callable[[str], object], str], ...]] = (
    ("email", _EMAIL.fullmatch, "Enter your mail address, such as ada@example.com."),
    ("server", bool, "Enter the name of your mail server, such as imap.example.com."),
    ("port", _is_port, "Enter a port between 1 and 65535; 993 is the usual one."),
    ("username", bool, "Enter the user name of your mailbox; often it is your mail address."),
    ("password", bool, "Enter the password of your mailbox."),
)


def names_person(token: RowMapping) -> bool:
    """Return whether a token has an address; it may be just a hint, such as `@example.com`."""
    return bool(_EMAIL.fullmatch(token["email"]))


def prefill(token: RowMapping) -> dict[str, str]:
    """Return the values with which the form is first shown."""
    email = token["email"] if names_person(token) else ""
    domain = token["email"].rpartition("@")[2]
    return {
        "email": email,
        "first_name": token["first_name"],
        "last_name": token["last_name"],
        "server": f"imap.{domain}" if domain else "",
        "port": "993",
        "use_ssl": "1",
        "username": email,
        "password": "",
    }


def fill(token: RowMapping, sent: Mapping[str, str]) -> dict[str, str]:
    """Return the values that a browser sent; it sends nothing for an unchecked box."""
    values = {**prefill(token), "use_ssl": ""}
    values |= {name: sent[name] for name in values if name in sent}
    values |= {name: values[name].strip() for name in ("email", "server", "port")}
    return {**values, "email": token["email"]} if names_person(token) else values


def find_problem(values: Mapping[str, str]) -> str | None:
    """Return a sentence on the first value that has to be corrected; None if there is none."""
    return next((sentence for name, check, sentence in _CHECKS if not check(values[name])), None)
