"""Findings: what is wrong with the description, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Position:
    """A position in a file.

    Attributes:
        file: path relative to the folder that holds the description, such as `spec/openapi.yaml`.
        line: counted from 1.
        column: counted from 1.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return the position as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Edit:
    """A mechanical correction.

    Attributes:
        position: where to make it.
        old: what stands there, as a key, as the value of the key there, or as an element of a list; empty to
            put a new entry before the one there.
        new: what to write instead, in as many words, or the entry.
    """

    position: Position
    old: str
    new: str


@dataclass(frozen=True, order=True)
class Finding:
    """One problem.

    Attributes:
        position: where it is.
        rule: identifier of the rule that it breaks.
        message: what is wrong.
        fix: what to write instead.
        edit: the same as an edit, where no judgement is needed.
    """

    position: Position
    rule: str
    message: str
    fix: str
    edit: Edit | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the finding on one line, whatever the description holds."""
        text = f"{self.position}: {self.rule}: {self.message}; {self.fix}"
        return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
