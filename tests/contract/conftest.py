"""A description in which references stand wherever OpenAPI allows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from contextio_contract.description.source.bundler import bundle

LIBRARY = Path(__file__).parents[1] / "description" / "library"


@pytest.fixture
def referring() -> dict[str, Any]:
    """Return a bundle whose every object is a reference, most by way of another one."""
    library = bundle(LIBRARY, [])
    assert library
    return library.document
