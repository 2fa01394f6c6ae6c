"""Watching of the description's folder for saves."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from watchfiles import Change, watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from threading import Event

_STEP: Final = 30
"""Milliseconds without a change after which a save is complete; editors write in several steps."""
_DEBOUNCE: Final = 300
"""Milliseconds after which changes count as a save even if more follow."""
_TICK: Final = 100
"""Milliseconds between two checks whether the folder was replaced."""
_SUFFIXES: Final = frozenset({".yaml", ".md", ""})
"""Suffixes of files that count. A path without one may be a folder that was renamed or removed."""


def watch_saves(spec: Path, stop: Event) -> Iterator[None]:
    """Yield once when watching has begun, and then after each save.

    A folder that is replaced, as git does, is watched again. Its removal counts as a save.

    Args:
        spec: the folder of the description.
        stop: ends the iteration when set.

    Raises:
        OSError: if the folder cannot be watched.
    """
    while not stop.is_set():
        folder = _identity(spec)
        if folder is None:
            stop.wait(_TICK / 1000)
            continue
        begins = True
        for changes in _changes(spec, stop):
            replaced = _identity(spec) != folder
            if changes or begins or replaced:
                yield
            if replaced:
                break
            begins = False


def _changes(spec: Path, stop: Event) -> Iterator[set[tuple[Change, str]]]:
    """Yield the changes of each save, and an empty set after each tick without any."""
    return watch(
        spec,
        watch_filter=lambda _, path: PurePath(path).suffix in _SUFFIXES,
        step=_STEP,
        debounce=_DEBOUNCE,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    )


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return device and inode of a folder; None if it is not there."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
