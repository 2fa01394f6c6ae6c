"""Broken answers end in time and in bounds, with a class that says what happened."""

from __future__ import annotations

import pytest

from tests.broken.cases import CASES, FAMILIES
from tests.broken.clients import try_python


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
    names = [case.name for family in FAMILIES for case in family]
    assert len(set(names)) == len(names)


KINDS = pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])


@KINDS
def test_each_eighth_broken_answer(kind: str) -> None:
    assert not try_python(kind, list(CASES.values())[::8]).problems()


@pytest.mark.slow
@KINDS
def test_every_broken_answer(kind: str) -> None:
    assert not try_python(kind, CASES.values()).problems()
