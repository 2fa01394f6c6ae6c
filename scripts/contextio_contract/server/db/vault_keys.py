"""Keys of the vault: from the environment, or from a file beside a SQLite database."""

from __future__ import annotations

import os
import re
import shlex
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contextio_contract.errors import CannotRun
from contextio_contract.server.db import encrypted
from contextio_contract.server.db.vault import Vault, generate_key

if TYPE_CHECKING:
    from contextio_contract.server.db.database import Database

VARIABLE: Final = "CONTEXTIO_VAULT_KEY"
"""The environment variable with the keys, between commas; the first one encrypts."""

_REMEDY: Final = "set it to what `contextio-contract keys new-vault-key` prints, and keep a copy of it"
_LOST: Final = ", or if it is lost for good run: contextio-contract keys drop-lost"
_SEPARATOR: Final = re.compile(r"[,\s]+")
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def open_vault(given: str, database: Database, *, accepts_loss: bool = False) -> Vault:
    """Return the vault of a database.

    Args:
        given: the keys between commas; empty to take those of the file `<name>.key` beside a SQLite database.
            The file is made unless secrets are encrypted already. A database in memory gets a key that is
            lost with it.
        database: the database.
        accepts_loss: whether to open it without keys that encrypted some of the secrets.

    Raises:
        OSError: if the file can be neither read nor created.
        CannotRun: if a key is missing, is none, or may be read by others, or if the secrets in the database
            were encrypted with a key that is not among these.
    """
    with database.read() as connection:
        used = encrypted.list_fingerprints(connection)
        vault = _vault_of(given, database, is_used=bool(used) and not accepts_loss)
        lost = encrypted.list_lost(connection, vault)
    if lost and not accepts_loss:
        which = ", ".join(sorted(lost - {encrypted.UNKNOWN}))
        named = f" with the fingerprint {which}" if which else ""
        message = (
            f"secrets in the database were encrypted with another vault key{named}; "
            f"add that key to {VARIABLE}, behind the one that encrypts from now on{_LOST}"
        )
        raise CannotRun(message)
    return vault


def _vault_of(given: str, database: Database, *, is_used: bool) -> Vault:
    if given:
        return _vault(given, f"{VARIABLE} holds no key; {_REMEDY}")
    if not database.is_sqlite:
        message = f"{VARIABLE} is not set, and secrets are encrypted with it; {_REMEDY}"
        raise CannotRun(message)
    if database.path is None:
        return Vault([generate_key()])
    return _vault_beside(database.path, is_used=is_used)


def _vault_beside(database: Path, *, is_used: bool) -> Vault:
    file = database.with_name(f"{database.name}.key")
    if not file.exists():
        if is_used:
            message = f"the vault key {file} of {database} is missing; put it back{_LOST}"
            raise CannotRun(message)
        _make_key(file)
    if stat.S_IMODE(file.stat().st_mode) & _OTHERS:
        message = f"others may read the vault key {file}; run: chmod 600 {shlex.quote(str(file))}"
        raise CannotRun(message)
    return _vault(file.read_text("latin-1"), f"{file} holds no key; put the right file in its place")


def _vault(text: str, otherwise: str) -> Vault:
    """Return the vault with the keys in a text; CannotRun is raised with a sentence if one is no key."""
    try:
        return Vault(_SEPARATOR.split(text.strip()))
    except ValueError as error:
        raise CannotRun(otherwise) from error


def _make_key(path: Path) -> None:
    """Write a new key, whole or not at all; a key that another process wrote meanwhile stays."""
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(generate_key())
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(name, path)
    finally:
        Path(name).unlink()
