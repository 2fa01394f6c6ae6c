"""What is wrong with the description, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file.

    Attributes:
        file: path relative to the folder that holds the description, such as `spec/openapi.yaml`.
        line: counted from 1.
        column: counted from 1.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return the place as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One problem.

    Attributes:
        position: where it is.
        rule: identifier of the rule that it breaks.
        message: what is wrong.
        fix: what to write instead.
    """

    position: Position
    rule: str
    message: str
    fix: str

    def __str__(self) -> str:
        """Return the finding on one line, whatever the description holds."""
        text = f"{self.position}: {self.rule}: {self.message}; {self.fix}"
        return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
