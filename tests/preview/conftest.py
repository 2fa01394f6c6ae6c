from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.preview.running import preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.preview.running import Preview


@pytest.fixture(scope="session")
def shared_preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview(tmp_path_factory.mktemp("preview")) as running:
        yield running


@pytest.fixture
def previewed(shared_preview: Preview) -> Iterator[Preview]:
    """A preview of a description without findings."""
    yield shared_preview
    shared_preview.restore()
