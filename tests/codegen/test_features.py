"""The comparison of clients in `features.md`: what it says of ours is what a test says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in Path(__file__).with_name("features.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ")
][2:]
CELLS = [
    pytest.param(cell, id=f"{row[0]}, {language}")
    for row in ROWS
    for language, cell in zip(("Python", "TypeScript"), row[-2:], strict=True)
    if not cell.startswith("(")
]


def test_each_row_has_each_column() -> None:
    assert {len(row) for row in ROWS} == {7}


@pytest.mark.parametrize("cell", CELLS)
def test_each_feature_has_its_test(cell: str) -> None:
    named = cell.strip("`")
    assert cell == f"`{named}`"
    if "::" in named:
        file, _, function = named.partition("::")
        tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    else:
        file, _, title = named.partition(": ")
        code = (TESTS / "typescript" / file).read_text(encoding="utf-8")
        starts = ('test("', "test(`", "test(") if file.endswith(".test.mjs") else ("",)
        assert any(start + title in code for start in starts), f"{file} has no {title}"
