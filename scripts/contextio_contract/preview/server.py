"""The preview put together: the server, what it shows, and the thread in which it follows the description."""

from __future__ import annotations

import gc
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from contextio_contract.cli.lint import print_findings
from contextio_contract.cli.serve import origin_of
from contextio_contract.cli.welcome import told
from contextio_contract.contract import Contract
from contextio_contract.description.source.bundler import bundle
from contextio_contract.errors import CannotRun
from contextio_contract.preview.checker import Checker
from contextio_contract.preview.events import Feed
from contextio_contract.preview.version import Versions
from contextio_contract.preview.watcher import saves
from contextio_contract.server import demo
from contextio_contract.server.app import create_app
from contextio_contract.server.http.runner import run_server, server
from contextio_contract.server.settings import Settings

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.description import Finding


def run(spec: Path, listener: socket.socket, key: str, secret: str) -> None:
    """Serve and follow a description until SIGINT or SIGTERM, then return.

    Args:
        spec: its folder.
        listener: where to accept connections.
        key: consumer key of the API.
        secret: its secret.

    Raises:
        CannotRun: when the description cannot be served from the start, or its folder cannot be watched.
    """
    click.echo(f"preview: reading {spec}")
    settings = Settings({key: secret})
    app = create_app(settings, _first(spec))
    demo.fill(app.state.services, key)
    origin = origin_of(listener)
    stop = Event()

    def ready() -> None:
        click.echo(f"preview: calls are signed with {told(key, secret)}")
        click.echo(f"preview: ready at {origin}/ and {origin}{app.state.api.router.base}; end it with Ctrl-C")

    running = server(app, ready)
    with Checker(spec) as checker:
        versions = Versions(spec, app, settings, Feed(lambda: running.should_exit), checker)
        following = saves(spec, stop)
        try:
            next(following)
        except OSError as error:
            message = (
                f"cannot watch {spec}: {error}; with WATCHFILES_FORCE_POLLING=1 it is looked at over and over"
            )
            raise CannotRun(message) from error
        versions.renew()
        gc.collect()
        gc.freeze()  # libraries and files that were read stay; collections need not go through them
        thread = Thread(target=_follow, args=(following, versions), daemon=True)
        thread.start()
        try:
            run_server(running, listener)
        finally:
            stop.set()
            thread.join()
            app.state.services.close()


def _first(spec: Path) -> Contract:
    findings: list[Finding] = []
    read = bundle(spec, findings)
    if read is None or not read.whole:
        print_findings(sorted(set(findings)), spec)
        message = "there is no good version to begin with; correct what is named above and run it again"
        raise CannotRun(message)
    return Contract(read.document, str(spec))


def _follow(following: Iterator[None], versions: Versions) -> None:
    try:
        for _ in following:
            versions.renew()
    except OSError as error:
        click.echo(f"preview: saves are no longer seen ({error}); end it and start it again", err=True)
