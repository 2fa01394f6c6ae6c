"""Mistakes planted in the small library: each is found on its line, with what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.description.planted import PLANTED, Planted

from contextio_contract.description import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("mistake", PLANTED.values(), ids=PLANTED)
def test_a_mistake_is_found_on_its_line_with_what_to_write(library: Path, mistake: Planted) -> None:
    mistake.plant_in(library)
    lines = (library / mistake.file).read_text("utf-8").splitlines()
    findings = read(library).findings
    advice = [
        finding.fix
        for finding in findings
        if (finding.position.file, finding.rule) == (f"spec/{mistake.file}", mistake.rule)
        and lines[finding.position.line - 1].lstrip(" ").startswith(mistake.line)
    ]
    assert any(mistake.advice in fix for fix in advice), [str(finding) for finding in findings]
