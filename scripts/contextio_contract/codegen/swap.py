"""Put a new folder in place of an old one in one step, so that a reader sees the one or the other."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other process replaces the folder, and put right what a killed one has left.

    The lock is on the folder's parent, and ends when this process and those forked from it meanwhile have
    ended, however that comes about.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    parent = os.open(folder.parent, os.O_RDONLY)
    try:
        fcntl.flock(parent, fcntl.LOCK_EX)
        if _old(folder).exists() and not folder.exists():
            _old(folder).rename(folder)
        for leftover in (_new(folder), _old(folder)):
            shutil.rmtree(leftover, ignore_errors=True)
        yield
    finally:
        os.close(parent)


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` when the block ends well; call it `locked`.

    Raises:
        OSError: when the file system does not let the folders change places; the old one stays.
    """
    new = _new(folder)
    new.mkdir()
    try:
        yield new
        _exchange(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _exchange(new: Path, folder: Path) -> None:
    """Let the folders change places; where the system knows no single step for that, in two."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchanged_by_system(new, folder):
        folder.rename(_old(folder))
        new.rename(folder)
        shutil.rmtree(_old(folder), ignore_errors=True)


def _exchanged_by_system(new: Path, folder: Path) -> bool:
    """Try Linux's renameat2(2) with RENAME_EXCHANGE; `locked` mends what a kill between two steps leaves."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    status: int = renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(folder), _RENAME_EXCHANGE)
    return status == 0


def _new(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.new")


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")
