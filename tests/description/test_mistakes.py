"""Typical mistakes, planted one at a time in the description: each is found, by its rule, on its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.description.mistakes import MISTAKES, Mistake

from contextio_contract.description import read

SPEC = Path(__file__).parents[2] / "spec"


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_planted_mistake_is_found_on_its_line(tmp_path: Path, mistake: Mistake) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(SPEC, spec)
    path = spec / mistake.file
    text = path.read_text()
    assert mistake.old in text
    path.write_text(text.replace(mistake.old, mistake.new, 1))
    found = [
        (finding, (tmp_path / finding.position.file).read_text().splitlines()[finding.position.line - 1])
        for finding in read(spec).findings
    ]
    assert any(
        finding.position.file == f"spec/{mistake.found_in or mistake.file}"
        and finding.rule == mistake.rule
        and line.lstrip(" ").startswith(mistake.line)
        for finding, line in found
    ), [str(finding) for finding, _ in found]
