"""What a run of the tools finds, against what their entries say."""

from __future__ import annotations

import pytest
from tests.tools.table import differences, row
from tests.tools.workbench import Tool


def tool(**known: str) -> Tool:
    return Tool("a tool", "1.0", lambda _: None, known=known, remark="cannot count")


@pytest.mark.parametrize(
    ("known", "seen", "found"),
    [
        ({}, {"reads": None, "create": None}, []),
        ({}, {"reads": "boom"}, ["a tool: reads is wrong: boom"]),
        ({"reads": "boo"}, {"reads": "boom"}, []),
        (
            {"reads": "bang"},
            {"reads": "boom"},
            ["a tool: reads is wrong in another way than 'bang': boom"],
        ),
        ({"reads": "boom"}, {"reads": None}, ["a tool: reads is right now; take it out of what is known"]),
        (
            {"create": "boom"},
            {"reads": None},
            ["a tool: create was not tried, but is listed as known; take it out"],
        ),
    ],
)
def test_a_run_differs_from_the_entry(
    known: dict[str, str], seen: dict[str, str | None], found: list[str]
) -> None:
    assert differences(tool(**known), seen) == found


def test_a_row_counts_the_calls() -> None:
    seen = {"reads": None, "compiles": "boom", "create": None, "read": "boom"}
    assert row(tool(), seen) == "| a tool | 1.0 | yes | no | 1 / 2 | cannot count |"
