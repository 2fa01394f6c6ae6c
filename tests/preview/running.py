"""A preview of a copy of spec/, as a person would start it, with what it prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests
from tests.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SPEC = Path(__file__).parents[2] / "spec"
_WITHIN = 120.0

PING = """
  ping:
    get:
      operationId: accounts_get_ping
      tags: [accounts]
      summary: Say that somebody is there.
      description: Answers at once.
      x-impact: read
      x-source: [seed]
      responses:
        "200":
          description: Somebody is there.
          content:
            application/json:
              schema: {type: object, description: An answer.}
              example: {pong: "yes"}
"""
"""A path item that answers its example."""


@dataclass
class Preview:
    """A running preview."""

    spec: Path
    process: subprocess.Popen[str]
    printed: list[str] = field(default_factory=list)
    origin: str = ""

    def __post_init__(self) -> None:
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        ready = self.printed_line(lambda line: "preview: ready at" in line)
        self.origin = re.findall(r"http://[0-9.:]+", ready)[0]

    def printed_line(self, wanted: Callable[[str], Any], start: int = 0) -> str:
        """Return the first line, from one on, that is wanted, once it is printed."""
        with self._news:
            printed = self._news.wait_for(
                lambda: next((line for line in self.printed[start:] if wanted(line)), None), _WITHIN
            )
        assert printed, f"not printed within {_WITHIN} s: {self.printed}"
        return printed

    def save(self, name: str, change: Callable[[str], str]) -> str:
        """Save a change of a file, and return the line that the preview closes its round with."""
        start = len(self.printed)
        path = self.spec / name
        changed = change(path.read_text("utf-8"))
        path.write_text(changed, "utf-8")
        return self.printed_line(lambda line: re.match(r"preview: \d\d:", line), start)

    def restore(self) -> None:
        """Bring back what was there before the first save."""
        start = len(self.printed)
        changed = [
            path
            for path in self.spec.rglob("*.*")
            if path.read_bytes() != (SPEC / path.relative_to(self.spec)).read_bytes()
        ]
        for path in changed:
            shutil.copyfile(SPEC / path.relative_to(self.spec), path)
        if changed:
            self.printed_line(lambda line: "Shown. 0 findings" in line, start)

    def news(self) -> Iterator[dict[str, Any]]:
        """Yield what pages are told, from now on."""
        with requests.get(f"{self.origin}/_preview/events", stream=True, timeout=_WITHIN) as response:
            assert response.headers["content-type"].startswith("text/event-stream")
            for line in response.iter_lines(chunk_size=None):
                if line:
                    yield json.loads(line.removeprefix(b"data: "))

    def stop(self) -> None:
        """Press Ctrl-C, and wait for the end."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(_WITHIN)
        self._reader.join(_WITHIN)

    def _read(self) -> None:
        for line in self.process.stdout or ():
            with self._news:
                self.printed.append(line.rstrip("\n"))
                self._news.notify_all()


@contextmanager
def preview(folder: Path, spec: Path = SPEC) -> Iterator[Preview]:
    """Preview a copy of a description that is made in a folder, on a free port."""
    shutil.copytree(spec, folder / "spec")
    with subprocess.Popen(
        [PROGRAM, "preview", "--port", "0"],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield Preview(folder / "spec", process)
        finally:
            process.terminate()
            process.wait(_WITHIN)
