"""The rule on patterns: regular expressions that every reader of the description understands alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import jsonschema_rs

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOREIGN: Final[Mapping[str, str]] = {
    r"\(\?P<\w+>": "write (?:…), without a name",
    r"\(\?P[=>]": "repeat the part itself",
    r"\(\?#[^)]*\)": "remove the comment, or write it in $comment",
    r"\(\?[aiLmsux]+(?:-[imsx]+)?[:)]": "remove the flag; write both cases, such as [Aa]",
    r"\(\?>": "write (?:…)",
    r"\(\?\(": "write the cases with |",
    r"\[\[:\^?\w+:\]": "write the letters, such as [A-Za-z] or [0-9]",
    r"(?<!\\)(?:\\\\)*\\A": "write ^",
    r"(?<!\\)(?:\\\\)*\\[Zz]": "write $",
    r"(?<!\\)(?:\\\\)*\\[hH]": "write [ \\t]",
    r"(?<!\\)(?:\\\\)*\\[QEGKRX]": "write the characters themselves",
    r"(?<!\\)(?:\\\\)*\\a": "write \\u0007",
    r"(?<!\\)(?:\\\\)*\\x\{": "write \\u with four digits, such as \\u00e9",
    r"(?<!\\)(?:\\\\)*\\p\{": "write the letters, such as [A-Za-z]; Python has no \\p",
}
"""What other dialects have and ECMAScript, which JSON Schema names, has not, with what to write."""
_ESCAPE: Final = "escape special characters with a backslash"
_CORRECTIONS: Final[Mapping[str, str]] = {
    "unterminated character set": "close the set with ], or write \\[ for the character",
    "unterminated subpattern": "close the group with ), or write \\( for the character",
    "unbalanced parenthesis": "open the group with (, or write \\) for the character",
    "nothing to repeat": "write what is repeated before it, or escape it with a backslash",
    "multiple repeat": "remove one, or escape it with a backslash",
    "bad character range": "write the lower end first, or - at the end of the set",
    "bad escape": "remove the backslash, or write two",
    "look-behind": "write a look-behind of fixed length",
    "min repeat greater": "write the lower number first",
}
"""What to write where Python says why it cannot read a regular expression."""
_ATOM: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_DELIMITED: Final = re.compile(r"/(.*)/[a-z]*")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {code: {type: string, pattern: '[a-z', description: Short.}}",
    good="properties: {code: {type: string, pattern: '[a-z]', description: Short.}}",
)
def pattern_valid(schema: Node) -> Problems:
    """A pattern is a regular expression that ECMAScript and Python read alike."""
    places: list[tuple[tuple[str, ...], str]] = [(("pattern",), schema.text("pattern"))]
    places += [(("patternProperties", name), name) for name in schema.map("patternProperties")]
    for keys, pattern in places:
        if (mistake := _mistake(pattern)) is not None:
            yield schema.problem(*mistake, *keys)


def _mistake(pattern: str) -> tuple[str, str] | None:
    """Return what is wrong with a pattern, and what to write; None if nothing is."""
    for foreign, advice in _FOREIGN.items():
        if (found := re.search(foreign, pattern)) is not None:
            return f"ECMAScript has no {found[0]} in a pattern", advice
    if re.search(r"[*+?}]\+", _ATOM.sub("x", pattern)):
        return "ECMAScript has no possessive quantifiers", "remove the second +"
    if (inner := _DELIMITED.fullmatch(pattern)) is not None:
        return "a pattern has no slashes around it", f"write {inner[1]}"
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        message = getattr(error, "msg", None) or str(error)
        place = getattr(error, "pos", None)
        where = f" at character {place + 1}" if place is not None else ""
        fix = next((fix for words, fix in _CORRECTIONS.items() if words in message), _ESCAPE)
        return f"this is no regular expression: {message}{where}", fix
    try:
        jsonschema_rs.meta.validate({"pattern": pattern})
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (jsonschema_rs.ValidationError, ValueError):
        return "ECMAScript does not read this regular expression", _ESCAPE
    return None
