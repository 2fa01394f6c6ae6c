"""Changes in words, and as an entry for the changelog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.description.diff.impact import affected, shortened
from contextio_contract.description.diff.rules import Level

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from contextio_contract.description.diff.changes import Change

_HEADINGS: Final = {
    "breaking": "Breaking",
    "added": "Added",
    "deprecated": "Deprecated",
    "editorial": "Wording",
}


def lines(
    changes: Sequence[Change], schemas: Collection[str], rules: Mapping[str, list[str]]
) -> Iterator[tuple[Level | None, str]]:
    """Yield the lines to print; those that name a change with its level, others with None.

    Args:
        changes: the changes.
        schemas: the names of the schemas on both sides.
        rules: the ids of the documented rules, by operationId.
    """
    for change in changes:
        yield change.level, f"{change.level:9}  {change.rule.id}: {change}"
        for kind, names in affected(change, schemas, rules).items():
            yield None, f"{'':9}    {kind}: {shortened(names)}"


def entry(changes: Sequence[Change], version: str) -> Iterator[str]:
    """Yield the lines of a draft for `CHANGELOG.md`, to be put in the author's words."""
    grouped: dict[str, list[Change]] = {key: [] for key in _HEADINGS}
    for change in changes:
        additive = "deprecated" if change.rule.id == "deprecated" else "added"
        grouped[additive if change.level == Level.ADDITIVE else change.level].append(change)
    yield f"## {version}"
    for key, heading in _HEADINGS.items():
        if grouped[key]:
            yield f"\n### {heading}"
        if key == "editorial" and grouped[key]:
            names = sorted(
                {change.subject.rpartition(" of ")[2].partition(".")[0] for change in grouped[key]}
            )
            yield f"- Wording, examples and remarks of {', '.join(names)}."
        else:
            yield from (f"- {str(change)[0].upper()}{str(change)[1:]}." for change in grouped[key])
