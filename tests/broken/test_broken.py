"""Broken answers end in time and in bounds, with a class that says what happened.

The cases are imported by the tests that use them: to compress what they send takes more than a second.
"""

from __future__ import annotations

import pytest

from tests.broken.clients import try_python


def test_there_are_enough_cases() -> None:
    from tests.broken.cases import CASES, FAMILIES

    assert len(CASES) >= 150
    names = [case.name for family in FAMILIES for case in family]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", ["sync", "asyncio"])
def test_each_twentieth_broken_answer(kind: str) -> None:
    from tests.broken.cases import CASES

    assert not try_python(kind, list(CASES.values())[::20]).problems()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])
def test_every_broken_answer(kind: str) -> None:
    from tests.broken.cases import CASES

    assert not try_python(kind, CASES.values()).problems()
