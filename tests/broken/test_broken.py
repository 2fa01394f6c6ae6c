"""Broken answers end in time and in bounds, with a class that says what happened."""

from __future__ import annotations

import pytest

from tests.broken.cases import CASES, FAMILIES
from tests.broken.clients import try_python


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
    names = [case.name for family in FAMILIES for case in family]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", ["sync", pytest.param("asyncio", marks=pytest.mark.slow)])
def test_every_broken_answer(kind: str) -> None:
    assert not try_python(kind, CASES.values()).problems()


def test_each_eighth_broken_answer_under_trio() -> None:
    """Only connections and timers differ between the event loops."""
    assert not try_python("trio", list(CASES.values())[::8]).problems()
