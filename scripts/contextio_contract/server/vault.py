"""Encryption of mailbox passwords at rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

if TYPE_CHECKING:
    from pathlib import Path


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
            ValueError: when the file holds no key.
        """
        path = database.with_name(f"{database.name}.key")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return cls(path.read_bytes())
        key = Fernet.generate_key()
        with os.fdopen(handle, "wb") as file:
            file.write(key)
        return cls(key)

    def lock(self, text: str) -> str:
        """Return the encrypted text."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def unlock(self, locked: str) -> str:
        """Return the text that was encrypted.

        Raises:
            cryptography.fernet.InvalidToken: when another key encrypted it.
        """
        return self._fernet.decrypt(locked.encode("ascii")).decode()
