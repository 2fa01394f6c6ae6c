from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.description import read
from tests import shapes

if TYPE_CHECKING:
    from pathlib import Path


def test_lint_finds_nothing_in_a_description_with_every_kind_of_operation(tmp_path: Path) -> None:
    assert read(shapes.copy_into(tmp_path)).findings == []
