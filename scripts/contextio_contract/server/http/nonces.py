"""Nonces of signatures, kept so that a signed request counts once (RFC 5849, section 3.3)."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from typing import Final, NamedTuple

_MAX_NONCES: Final = 100_000


class Nonce(NamedTuple):
    """A nonce that was used.

    Attributes:
        consumer_key: the key that it was used with.
        timestamp: the time that it was used with, in seconds since 1970-01-01 UTC.
        value: the nonce itself.
    """

    consumer_key: str
    timestamp: int
    value: str


NonceStore = Callable[[Nonce], Awaitable[bool]]
"""Keeps a nonce, and returns False if it was used before."""


class MemoryNonceStore:
    """Keeps nonces in memory, for one process; the first that came go once there are too many."""

    def __init__(self) -> None:
        self._nonces: dict[Nonce, None] = {}
        self._lock = threading.Lock()

    def add(self, nonce: Nonce) -> bool:
        """Keep a nonce; return False if it was used before."""
        with self._lock:
            if nonce in self._nonces:
                return False
            self._nonces[nonce] = None
            if len(self._nonces) > _MAX_NONCES:
                del self._nonces[next(iter(self._nonces))]
        return True

    async def keep(self, nonce: Nonce) -> bool:
        """Keep a nonce, as a `NonceStore` does."""
        return self.add(nonce)
