"""What others need to follow a save: linters run again, a page built again, a mock server that reloads."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import requests
from tests.bench.peers import INSTALLED, PEERS, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_BIN: Final = INSTALLED / "node_modules" / ".bin"
_WITHIN: Final = 60.0


def build_docs(document: Path) -> float:
    """Return the seconds that `redocly build-docs` takes.

    `redocly preview` shows projects of a product that it downloads when it starts, so it is not compared.
    """
    page = document.parent.with_name("page.html")
    return run([str(_BIN / "redocly"), "build-docs", document.name, "-o", str(page)], document.parent)[0]


COMMANDS: Final[dict[str, tuple[str, Callable[[Path], float]]]] = {
    "redocly lint": ("findings", lambda document: PEERS["redocly"](document)[0]),
    "spectral lint": ("findings", lambda document: PEERS["spectral"](document)[0]),
    "redocly build-docs": ("page told", build_docs),
}
"""Commands to run again after each save, with the stage that they end with."""


@contextmanager
def prism(document: Path, port: int) -> Iterator[Callable[[int], None]]:
    """Run Prism, which follows the file that it was given, and no other.

    Args:
        document: the description's `openapi.yaml`.
        port: where it listens.

    Yields:
        A function that returns once a value of the parameter `size` is refused.
    """
    command = [str(_BIN / "prism"), "mock", document.name, "--port", str(port), "--errors"]
    with subprocess.Popen(
        command,
        cwd=document.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            _await_status(port, 1_000_000, 200)
            yield lambda size: _await_status(port, size, 400)
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _await_status(port: int, size: int, status: int) -> None:
    """Return once Prism answers with a status to a value of the parameter `size`."""
    until = time.monotonic() + _WITHIN
    url = f"http://127.0.0.1:{port}/accounts?size={size}&status=OK"
    headers = {"Authorization": 'OAuth oauth_consumer_key="key"'}
    with requests.Session() as session:
        while time.monotonic() < until:
            try:
                answer = session.get(url, headers=headers, timeout=_WITHIN)
            except requests.ConnectionError:
                pass  # it reloads
            else:
                if answer.status_code == status:
                    return
            time.sleep(0.02)
    message = "Prism does not follow"
    raise TimeoutError(message)
