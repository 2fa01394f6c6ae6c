"""Live secrets by consumer key, in memory: requests are verified without reading the database."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography.fernet import InvalidToken

from contextio_contract.server.db import consumer_keys
from contextio_contract.server.db.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault import Vault

EVERY: Final = 10.0
"""Seconds after which the keys are read again, so that a revoked one is refused."""
_MAX_AGE: Final = 30.0
_GRACE: Final = 5.0
_log = logging.getLogger(__name__)


class KeysUnavailableError(UnavailableError):
    """The keys could not be read for so long that one of them may have been revoked."""


@dataclass(frozen=True)
class ConsumerKey:
    """What is known of a consumer key.

    Attributes:
        secrets: its live secrets, newest first; none if it is revoked.
        is_revoked: whether it is revoked.
        calls_per_hour: how many calls it may make in an hour; None for as many as any other key.
    """

    secrets: tuple[str, ...] = field(repr=False)
    is_revoked: bool
    calls_per_hour: int | None


class KeyRing:
    """The keys of the database as of some seconds ago, and those that were given at the start.

    For a key that is in the database, revoked or not, that alone counts.
    """

    def __init__(
        self,
        database: Database,
        vault: Vault,
        given: Mapping[str, str],
        *,
        clock: Callable[[], float] = time.monotonic,
        every: float = EVERY,
    ) -> None:
        """Read the keys.

        Args:
            database: has the keys.
            vault: decrypts their secrets.
            given: further secrets by consumer key; it may change.
            clock: tells how old the keys are, in seconds.
            every: seconds after which they are read again, once `start` was called.

        Raises:
            UnavailableError: if the database cannot be read.
        """
        self._database, self._vault, self._given = database, vault, given
        self._clock, self._every = clock, every
        self._plain: dict[str, str | None] = {}
        self._keys: dict[str, ConsumerKey] = {}
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self.refresh()

    def secrets_of(self, key: str) -> tuple[str, ...]:
        """Return the live secrets of a consumer key, newest first; none for one that is revoked or unknown.

        Raises:
            KeysUnavailableError: if the keys are too old.
        """
        if self._clock() > self._good_until:
            raise KeysUnavailableError
        kept = self._keys.get(key)
        if kept is not None:
            return kept.secrets
        given = self._given.get(key)
        return (given,) if given is not None else ()

    def signing_secret(self, key: str) -> str | None:
        """Return the secret that signs callbacks; None for a key that is revoked or unknown.

        While a key is rotated it is the older one: receivers know that until they are told the newer.
        """
        return next(reversed(self.secrets_of(key)), None)

    def is_revoked(self, key: str) -> bool:
        """Return whether a key of the database has been revoked, as of the last reading."""
        kept = self._keys.get(key)
        return kept is not None and kept.is_revoked

    def calls_per_hour(self, key: str) -> int | None:
        """Return how many calls a key may make in an hour; None for as many as any other key."""
        kept = self._keys.get(key)
        return kept.calls_per_hour if kept else None

    def refresh(self) -> None:
        """Read the keys again; one whose secret cannot be decrypted is refused, as a revoked one is."""
        now = self._clock()
        with self._database.read() as connection:
            rows = consumer_keys.list_live(connection)
        self._plain = {row["secret"]: self._decrypt(row["secret"]) for row in rows if row["secret"]}
        keys: dict[str, ConsumerKey] = {}
        for row in rows:
            earlier = keys[row["key"]].secrets if row["key"] in keys else ()
            secret = self._plain.get(row["secret"])
            secrets = earlier if secret is None else (*earlier, secret)
            keys[row["key"]] = ConsumerKey(secrets, row["revoked"] is not None, row["calls_per_hour"])
        self._keys = keys
        self._good_until = now + _MAX_AGE

    def _decrypt(self, encrypted: str) -> str | None:
        """Return a secret, None if no key decrypts it; each is decrypted once."""
        if encrypted in self._plain:
            return self._plain[encrypted]
        try:
            return self._vault.decrypt(encrypted)
        except InvalidToken:
            _log.error("a secret of a consumer key is refused, as this server has not the key to decrypt it")
            return None

    def start(self) -> None:
        """Read the keys anew from now on, in a thread of its own."""
        self._thread = threading.Thread(target=self._refresh_until_stopped, name="keys", daemon=True)
        self._thread.start()

    def _refresh_until_stopped(self) -> None:
        while not self._stopped.wait(self._every):
            try:
                self.refresh()
            except Exception as error:  # noqa: BLE001 - whatever a database raises, it is tried again
                _log.warning("the consumer keys could not be read anew (%s)", type(error).__name__)

    def stop(self) -> None:
        """Read the keys no more, so that the database can be closed."""
        self._stopped.set()
        if self._thread:
            self._thread.join(_GRACE)
