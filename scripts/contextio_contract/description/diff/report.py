"""Changes in words, with whom they concern, as an entry for the changelog, and as a step of the version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from contextio_contract.description.diff.changes import Level
from contextio_contract.description.evidence.facts import pages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from contextio_contract.contract import Contract
    from contextio_contract.description.diff.changes import Change

Version: TypeAlias = tuple[int, int, int]
RELEASED: Final = "released.json"
"""The file in `spec/` with the bundle that was released last."""
_FEW: Final = 6
_NAMELESS: Final = re.compile(r"(the \w+|further fields) of ")
_HEADINGS: Final = {
    "breaking": "Breaking",
    "additive": "Added",
    "deprecated": "Deprecated",
    "editorial": "Wording",
}


def lines(
    changes: Sequence[Change], schemas: Collection[str], rules: Mapping[str, list[str]]
) -> Iterator[tuple[Level | None, str]]:
    """Yield the lines to print, those that name a change with its level, others with None.

    The names of schemas, for which there are models, and the rules tell what a change concerns.
    """
    for change in changes:
        yield change.rule.level, f"{change.rule.level:9}  {change.rule.id}: {change}"
        if change.rule.level == Level.EDITORIAL:
            continue
        operations = [operation for operation in change.operations.values() if operation.page]
        concerned = {
            "models": [word for word in re.findall(r"\w+", change.subject)[:3] if word in schemas],
            "client": [f"client.{operation.page}.{operation.name}" for operation in operations],
            "conformance": [rule for name in change.operations for rule in rules.get(name, ())],
        }
        for kind, names in concerned.items():
            more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
            if names:
                yield None, f"{'':9}    {kind}: {', '.join(names[:_FEW])}{more}"


def markdown(lines: Iterable[tuple[Level | None, str]], draft: Iterable[str], verdict: str) -> Iterator[str]:
    """Yield the lines of a summary in Markdown, as a pull request shows it.

    Args:
        lines: the changes, as `lines` yields them.
        draft: the entry for the changelog.
        verdict: how many changes there are, and the version that follows.
    """
    yield f"### {_escaped(verdict)}\n"
    for level, line in lines:
        text = _escaped(" ".join(line.split()))
        yield f"- {text.replace(level, f'**{level}**', 1)}" if level else f"  - {text}"
    if entry := "\n".join(draft):
        yield "\n<details><summary>A draft for CHANGELOG.md</summary>\n"
        yield f"```markdown\n{entry}\n```\n\n</details>"


def documented_rules(spec: Path, contract: Contract) -> dict[str, list[str]]:
    """Return the ids of the documented rules of each operation, by operationId."""
    return {
        operation.id: [str(rule.data["id"]) for rule in fact.inner("rules")]
        for page in pages(spec, []).values()
        for fact in page.inner("operations")
        if (operation := contract.find(fact.data["method"], fact.data["path"]))
    }


def entry(changes: Sequence[Change], version: str) -> Iterator[str]:
    """Yield the lines of a draft for `CHANGELOG.md`, to be put in the author's words."""
    grouped: dict[str, list[Change]] = {key: [] for key in _HEADINGS}
    for change in changes:
        grouped[change.rule.id if change.rule.id in _HEADINGS else change.rule.level].append(change)
    yield f"## {version}"
    for key, heading in _HEADINGS.items():
        if grouped[key]:
            yield f"\n### {heading}"
        if key == "editorial" and grouped[key]:
            names = {change.subject.rpartition(" of ")[2].partition(".")[0] for change in grouped[key]}
            yield f"- Wording, examples and remarks of {', '.join(sorted(names))}."
        else:
            yield from (f"- {_sentence(change)}" for change in grouped[key])


def _sentence(change: Change) -> str:
    """Return a change as a sentence; a name at its start keeps its spelling."""
    text = f"{change}."
    return text[0].upper() + text[1:] if re.match("[a-z]+ ", change.subject) else text


def section(changelog: str, version: str) -> str | None:
    """Return what a changelog says of a version; None without such a section."""
    found = re.search(rf"^## {re.escape(version)}\s*\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    return found[1].strip() if found else None


def unnamed(changes: Iterable[Change], text: str) -> list[str]:
    """Return the breaking changes that the part `### Breaking` of a section does not name.

    A change is named by the last word of what has changed, such as `limit` for the query parameter limit of
    accounts_list.
    """
    found = re.search(r"^### Breaking\s*\n(.*?)(?=^### |\Z)", text, re.DOTALL | re.MULTILINE)
    words = set(re.findall(r"[\w-]+", found[1])) if found else set()
    return [
        str(change)
        for change in changes
        if change.rule.level == Level.BREAKING
        if not words.issuperset(
            re.findall(r"[\w-]+", _NAMELESS.sub("", change.subject).partition(" of ")[0])[-1:]
        )
    ]


def _escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<>|~#])", r"\\\1", text)


def parse(text: str) -> Version | None:
    """Return `major.minor.patch` as numbers, or None; what follows a hyphen or plus does not count."""
    match = re.match(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+]|$)", text)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def following(version: Version, levels: Iterable[Level]) -> Version:
    """Return the lowest version that may follow changes of these levels, by https://semver.org.

    Before 1.0.0, where a major step would promise stability, breaking changes take a minor step and others a
    patch, as package managers read such versions.
    """
    changed = set(levels)
    major, minor, patch = version
    if Level.BREAKING in changed:
        return (major + 1, 0, 0) if major else (0, minor + 1, 0)
    if Level.ADDITIVE in changed and major:
        return (major, minor + 1, 0)
    return (major, minor, patch + 1) if changed else version


def written(version: Version) -> str:
    """Return a version as text."""
    return ".".join(map(str, version))
