"""Descriptions, read once for all commands that tests run in their own process."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING
from unittest import mock

from contextio_contract.cli.description import Description, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READERS = ("conformance", "mock", "proxy", "rules", "serve", "traffic")


def resolve_once(spec: Path | None = None) -> Description:
    """Return what `resolve` does; a file is read again when it changed, a folder always."""
    if spec and not spec.is_file():
        return resolve(spec)
    return _read(spec and spec.absolute(), spec.stat().st_mtime_ns if spec else 0)


@lru_cache(8)
def _read(spec: Path | None, changed: int) -> Description:
    del changed
    return resolve(spec)


@contextmanager
def read_once() -> Iterator[None]:
    """Let commands use descriptions that were read for others before, until the context ends."""
    with ExitStack() as stack:
        for command in _READERS:
            stack.enter_context(mock.patch(f"contextio_contract.cli.{command}.resolve", resolve_once))
        yield
