"""Typical mistakes, planted in the description: each is found, by its rule, on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.description.conftest import SPEC
from tests.description.mistakes import MISTAKES, Mistake

from contextio_contract.description import read
from contextio_contract.description.lint.causes import DEFINITION, FORM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HIDING = {
    *("yaml", "ref", "unused-component", "component-unique", "structure", "openapi"),
    *FORM,
    *DEFINITION,
}
"""Rules whose findings keep others from being looked for, or are themselves left out beside others."""
OF_CONTRACT = {
    *(
        "behaviour-name",
        "behaviour-stated",
        "enforcement",
        "filter-match",
        "list-parameters",
        "resource-value",
    )
}
"""Rules that pass over what other mistakes make unreadable."""
HIDDEN = {
    "object without a name",
    "operationId without a verb",
    "link with an unknown parameter",
    "source of an operation left out",
    "closed form",
    "operation without a page",
    "property renamed against the documentation",
    "signature scheme missing",
    "collection without a word on its behaviour",
    "check of what is not promised",
}
"""Mistakes in what other mistakes of the table change as well, or that hide them."""


def groups() -> Iterator[dict[str, Mistake]]:
    """Yield mistakes that can be planted at once, since none changes the text of another."""
    waiting = {
        name: mistake
        for name, mistake in MISTAKES.items()
        if mistake.rule not in HIDING and name not in HIDDEN
    }
    yield from ({name: mistake} for name, mistake in MISTAKES.items() if name not in waiting)
    yield from together({name: each for name, each in waiting.items() if each.rule in OF_CONTRACT})
    yield from together({name: each for name, each in waiting.items() if each.rule not in OF_CONTRACT})


def together(waiting: dict[str, Mistake]) -> Iterator[dict[str, Mistake]]:
    """Yield mistakes in as few groups as can be."""
    while waiting:
        texts = {path.relative_to(SPEC).as_posix(): path.read_text("utf-8") for path in SPEC.rglob("*.yaml")}
        group: dict[str, Mistake] = {}
        for name, mistake in waiting.items():
            planted = texts[mistake.file].replace(mistake.old, mistake.new, 1)
            kept = all(
                other.new in planted for other in group.values() if other.file == mistake.file and other.new
            )
            if planted != texts[mistake.file] and kept:
                texts[mistake.file], group[name] = planted, mistake
        yield group
        waiting = {name: mistake for name, mistake in waiting.items() if name not in group}


def cases() -> Iterator[Any]:
    """Yield each group; those whose rules have all been tried before are slow."""
    seen = set[str]()
    for group in groups():
        rules = {mistake.rule for mistake in group.values()}
        marks = [pytest.mark.slow] if rules <= seen else []
        yield pytest.param(group, id=f"{next(iter(group))} +{len(group) - 1}", marks=marks)
        seen |= rules


@pytest.mark.parametrize("group", list(cases()))
def test_a_planted_mistake_is_found_on_its_line(copied: Path, group: dict[str, Mistake]) -> None:
    for mistake in group.values():
        path = copied / mistake.file
        text = path.read_text()
        assert mistake.old in text
        path.write_text(text.replace(mistake.old, mistake.new, 1))
    findings = [
        (
            finding.position.file,
            finding.rule,
            (copied.parent / finding.position.file).read_text().splitlines()[finding.position.line - 1],
        )
        for finding in read(copied).findings
    ]
    for name, mistake in group.items():
        expected = (f"spec/{mistake.found_in or mistake.file}", mistake.rule)
        lines = [line.lstrip(" ") for *place, line in findings if tuple(place) == expected]
        assert any(line.startswith(mistake.line) for line in lines), (name, findings)
