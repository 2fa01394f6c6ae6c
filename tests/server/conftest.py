"""What the tests of the server need beside a running one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.databases import KINDS, new_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=KINDS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The location of an empty database, on SQLite and where it is there on PostgreSQL."""
    with new_database(request.param, tmp_path) as location:
        yield location
