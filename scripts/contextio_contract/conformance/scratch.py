"""A temporary home for the caches of hypothesis, in place of one in the user's folder."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

import hypothesis.configuration

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_files() -> Iterator[None]:
    """Let hypothesis keep its caches in a folder that goes with the context."""
    with tempfile.TemporaryDirectory() as folder:
        hypothesis.configuration.set_hypothesis_home_dir(folder)
        try:
            yield
        finally:
            hypothesis.configuration.set_hypothesis_home_dir(None)
