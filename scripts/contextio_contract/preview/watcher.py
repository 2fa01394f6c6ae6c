"""The moments at which a description is saved."""

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
_LONGEST: Final = 300
"""Milliseconds after which changes count as a save even if there are more to come."""
_TICK: Final = 100
"""Milliseconds between two looks at whether the folder is still the same one."""
_SUFFIXES: Final = frozenset({".yaml", ".md", ""})
"""Of files that count; a folder without one may have been renamed or removed with all that is in it."""


def saves(spec: Path, stop: Event) -> Iterator[None]:
    """Yield once when watching has begun, and after each save from then on.

    A folder that is replaced, as git does, is found again; in between, it counts as saved when it vanishes.

    Args:
        spec: the folder of the description.
        stop: ends it.

    Raises:
        OSError: when the folder cannot be watched.
    """
    while not stop.is_set():
        folder = _identity(spec)
        if folder is None:
            stop.wait(_TICK / 1000)
            continue
        new = True
        for changes in _changes(spec, stop):
            replaced = _identity(spec) != folder
            if changes or new or replaced:
                yield
            if replaced:
                break
            new = False


def _changes(spec: Path, stop: Event) -> Iterator[set[tuple[Change, str]]]:
    """Yield what was saved; nothing each time a while has passed without changes."""
    return watch(
        spec,
        watch_filter=lambda _, path: PurePath(path).suffix in _SUFFIXES,
        step=_STEP,
        debounce=_LONGEST,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    )


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
