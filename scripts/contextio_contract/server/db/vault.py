"""Encryption of mailbox passwords at rest."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet

from contextio_contract.errors import CannotRun


class Vault:
    """Encrypts and decrypts short texts with one key."""

    def __init__(self, key: bytes) -> None:
        self._fernet = Fernet(key)

    @classmethod
    def beside(cls, database: Path | None) -> Vault:
        """Return the vault with the key in `<name>.key` beside a database file; create the key if needed.

        Without a file, the key is lost with the process.

        Raises:
            OSError: if the key can be neither read nor created.
            CannotRun: if the file holds no key.
        """
        if database is None:
            return cls(Fernet.generate_key())
        path = database.with_name(f"{database.name}.key")
        if not path.exists():
            _make_key(path)
        try:
            return cls(path.read_bytes())
        except ValueError as error:
            remedy = "put the right file in its place, or remove it for a new one"
            message = f"{path} holds no key; {remedy} and send the passwords of all mailboxes anew"
            raise CannotRun(message) from error

    def encrypt(self, text: str) -> str:
        """Return a text encrypted."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted: str) -> str:
        """Return a text in the clear; InvalidToken is raised if another key encrypted it."""
        return self._fernet.decrypt(encrypted.encode("ascii")).decode()


def _make_key(path: Path) -> None:
    """Write a new key, whole or not at all; a key that another process wrote meanwhile stays."""
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(Fernet.generate_key())
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(name, path)
    finally:
        Path(name).unlink()
