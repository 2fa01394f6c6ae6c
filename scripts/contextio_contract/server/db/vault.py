"""Encryption of secrets at rest: passwords of mailboxes, and secrets of consumer keys."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOMAIN: Final = b"contextio-contract vault key\0"
_FINGERPRINT: Final = 16


class Vault:
    """Encrypts short texts with the first of its keys, and decrypts what any of them encrypted.

    Attributes:
        fingerprint: tells the key that encrypts from others, and nothing else about it.
        fingerprints: those of all keys.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        """Take one or several keys, as `generate_key` makes them; ValueError is raised for any other text."""
        self._fernet = MultiFernet([Fernet(key) for key in keys])
        self.fingerprints = tuple(_fingerprint(key) for key in keys)
        self.fingerprint = self.fingerprints[0]

    def encrypt(self, text: str) -> str:
        """Return a text encrypted."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def encrypt_columns(self, text: str) -> dict[str, str]:
        """Return the columns `secret`, the text encrypted, and `vault_key`, the fingerprint of the key."""
        return {"secret": self.encrypt(text), "vault_key": self.fingerprint}

    def decrypt(self, encrypted: str) -> str:
        """Return a text in the clear; InvalidToken is raised if none of the keys encrypted it."""
        return self._fernet.decrypt(encrypted.encode("ascii")).decode()

    def can_decrypt(self, encrypted: str) -> bool:
        """Return whether one of the keys encrypted a text."""
        try:
            self.decrypt(encrypted)
        except InvalidToken:
            return False
        return True


def generate_key() -> str:
    """Return a new key, of 32 random bytes."""
    return Fernet.generate_key().decode("ascii")


def _fingerprint(key: str) -> str:
    return hashlib.sha256(_DOMAIN + key.encode()).hexdigest()[:_FINGERPRINT]
