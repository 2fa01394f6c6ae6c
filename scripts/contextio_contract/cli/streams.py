"""Standard output and standard error of a command whose exit status must not depend on who reads them."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


class _Lasting:
    """A text stream that takes everything, also when its reader is gone, as after `| head -2`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError:
            self._give_up()
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        """Send what is left in buffers, and what follows, to nowhere; or the interpreter fails at its end."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, self._stream.fileno())
        finally:
            os.close(nowhere)


@contextmanager
def lasting_streams() -> Iterator[None]:
    """Let no write to standard output or standard error fail."""
    streams = sys.stdout, sys.stderr
    lasting: Any = [_Lasting(stream) for stream in streams]
    sys.stdout, sys.stderr = lasting
    try:
        yield
    finally:
        for stream in lasting:
            with suppress(ValueError):  # it was closed
                stream.flush()
        sys.stdout, sys.stderr = streams
