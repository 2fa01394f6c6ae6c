"""The preview's server: the API and the reference on one port, and a thread that follows saves."""

from __future__ import annotations

import gc
from pathlib import Path, PurePath
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

import click
from starlette.routing import Route
from watchfiles import watch

from contextio_contract.errors import CannotRun
from contextio_contract.mock.app import create_mock
from contextio_contract.preview.checker import Checker
from contextio_contract.preview.events import EventStream
from contextio_contract.preview.publisher import Publisher
from contextio_contract.server.http.entrance import Entrance
from contextio_contract.server.http.guard import Guard
from contextio_contract.server.http.runner import run_server, server

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from contextio_contract.contract import Contract

_STEP: Final = 30
"""Milliseconds without a change after which a save is complete; editors write in several steps."""
_DEBOUNCE: Final = 300
"""Milliseconds after which changes count as a save even if more follow."""
_TICK: Final = 100
"""Milliseconds between two checks whether the folder was replaced."""
_SUFFIXES: Final = frozenset({".yaml", ".md", ""})
"""Suffixes of files that count. A path without one may be a folder that was renamed or removed."""


def run(  # noqa: PLR0913, PLR0917 - what the command gives
    spec: Path,
    contract: Contract,
    keys: Mapping[str, str],
    listener: socket.socket,
    ready: Callable[[], None],
    allowed_hosts: Iterable[str],
) -> None:
    """Serve a description and follow its folder until SIGINT or SIGTERM.

    Args:
        spec: the folder of the description.
        contract: what it describes at the start.
        keys: secrets by consumer key.
        listener: the socket that accepts connections.
        ready: called once connections are accepted.
        allowed_hosts: host names that browsers may call it by.

    Raises:
        CannotRun: if the folder of the description cannot be watched.
    """
    app = create_mock(keys, contract, reference=lambda: publisher.page)
    running = server(Entrance(app, Guard(allowed_hosts)), ready)
    events = EventStream(lambda: running.should_exit)
    app.router.routes.insert(0, Route("/_preview/events", events))
    publisher = Publisher(spec, app, events, Checker(spec))
    stop = Event()
    saves = _saves(spec, stop)
    try:
        next(saves)
    except OSError as error:
        message = f"cannot watch {spec}: {error}; set WATCHFILES_FORCE_POLLING=1 to poll it instead"
        raise CannotRun(message) from error
    publisher.publish()
    gc.collect()
    gc.freeze()  # libraries and parsed files stay: later collections need not look at them
    thread = Thread(target=_follow, args=(saves, publisher), daemon=True)
    thread.start()
    try:
        run_server(running, listener)
    finally:
        stop.set()
        thread.join()


def _follow(saves: Iterator[None], publisher: Publisher) -> None:
    try:
        for _ in saves:
            publisher.publish()
    except OSError as error:
        click.echo(f"preview: saves are no longer noticed ({error}); stop it and start it again", err=True)


def _saves(spec: Path, stop: Event) -> Iterator[None]:
    """Yield once when watching has begun, and then after each save, until `stop` is set.

    A folder that is replaced, as git does, is watched again. Its removal counts as a save.
    """
    while not stop.is_set():
        folder = _identity(spec)
        if folder is None:
            stop.wait(_TICK / 1000)
            continue
        begins = True
        for changes in watch(
            spec,
            watch_filter=lambda _, path: PurePath(path).suffix in _SUFFIXES,
            step=_STEP,
            debounce=_DEBOUNCE,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=False,
        ):
            replaced = _identity(spec) != folder
            if changes or begins or replaced:
                yield
            if replaced:
                break
            begins = False


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return device and inode of a folder; None if it is not there."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
