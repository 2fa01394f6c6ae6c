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
        """Use a key in the form that `Fernet.generate_key` returns."""
        self._fernet = Fernet(key)

    @classmethod
    def in_memory(cls) -> Vault:
        """Return a vault whose key is lost with the process, as is everything it encrypted."""
        return cls(Fernet.generate_key())

    @classmethod
    def beside(cls, database: Path) -> Vault:
        """Return the vault whose key lies beside a database file, readable by its owner only.

        Args:
            database: the database; the key's file has the same name with `.key` after it.

        Raises:
            OSError: when the key can be neither read nor made.
            CannotRun: when the file holds no key.
        """
        path = database.with_name(f"{database.name}.key")
        if not path.exists():
            _make_key(path)
        try:
            return cls(path.read_bytes())
        except ValueError as error:
            message = (
                f"{path} holds no key; put the right file in its place, or remove it for a new one "
                "and send the passwords of all mailboxes anew"
            )
            raise CannotRun(message) from error

    def lock(self, text: str) -> str:
        """Return the encrypted text."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def unlock(self, locked: str) -> str:
        """Return the text that was encrypted.

        Raises:
            cryptography.fernet.InvalidToken: when another key encrypted it.
        """
        return self._fernet.decrypt(locked.encode("ascii")).decode()


def _make_key(path: Path) -> None:
    """Write a new key, whole or not at all; another server's that came first is left in place."""
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
