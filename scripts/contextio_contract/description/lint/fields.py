"""Rules on fields: which ones an object must have and may have, and what they take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint.former import field_advice, value_advice
from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS, field_of, name_of
from contextio_contract.description.lint.places import further_in, further_out
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.lint.schema_types import meant_type, type_mistakes
from contextio_contract.description.lint.values import (
    TYPES,
    Mistake,
    described,
    plain_mistakes,
    quoted,
)
from contextio_contract.description.source.finding import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from contextio_contract.description.lint.grammar import Field

_LEVELS_IN: Final = 3
_ENTRIES: Final = {
    "tag": "{{name: {0}, description: …}}",
    "server": "{{url: {0}}}",
    "security-requirement": "{{{0}: []}}",
}
"""What to write for a text in place of objects of a kind."""


@rule(*KINDS, bad="tag: [{name: things}]", good="tags: [{name: things, description: What there is.}]")
def unknown_field(node: Node) -> Problems:
    """An object has only fields that OpenAPI 3.1 defines for it; other keys start with x-."""
    for key in node.data:
        if key not in KINDS[node.kind] and not key.startswith("x-"):
            fix, near = _field_meant(node, key)
            message = f"{key} is no field of {name_of(node.kind)}"
            yield node.problem(message, fix, key, replace=node.rename(key, near))


@rule(*KINDS, *FREE_KINDS, bad="info: {version: 1}", good="info: {version: 1.0.0}")
def field_value(node: Node) -> Problems:
    """The value of a field has the type that OpenAPI 3.1, or JSON Schema 2020-12, gives it."""
    for key, value in node.data.items():
        field = field_of(node.kind, key)
        if field is not None and not key.startswith("x-"):
            for mistake in _mistakes(key, field, value):
                advice = None if mistake.keys else value_advice(node, key)
                flag = TYPES["flag"].converted(value) if field.takes == "flag" else None
                replace = (value, flag) if flag and isinstance(value, str) else None
                yield node.problem(
                    mistake.message, advice or mistake.fix, key, *mistake.keys, replace=replace
                )


@rule("parameter", *KINDS, bad="in: null", good="in: query")
def field_missing(node: Node) -> Problems:
    """An object has the fields that OpenAPI 3.1 demands of it."""
    misspelt = {_field_meant(node, key)[1] for key in node.data if key not in KINDS[node.kind]}
    for key, field in KINDS[node.kind].items():
        if field.is_required and key not in node.data.keys() | misspelt:
            words = field.takes.split("|") if "|" in field.takes else [TYPES[field.takes or "map"].example]
            fix = f"add {' or '.join(f'{key}: {word}' for word in words)}"
            yield node.problem(f"{name_of(node.kind)} has no {key}", fix)


def _field_meant(node: Node, key: str) -> tuple[str, str | None]:
    """Return what to write in place of an unknown field, and the name of the field if it is only misspelt."""
    fields = KINDS[node.kind]
    plain = {field.lower(): field for field in fields}
    letters = "".join(letter for letter in key.lower() if letter.isalnum() or letter == "$")
    extensions = node.description.conventions.extensions
    meant = (f"write {each}" for each in extensions if each.replace("-", "") == letters)
    if advice := field_advice(node, key) or next(meant, None):
        return advice, None
    if written := further_in(node, key, 1):
        return f"write {written}", None
    if around := further_out(node, key):
        return f"move it out, to the fields of the {around} around", None
    if near := plain.get(letters) or nearest(key, fields):
        return f"write {near}", near
    if written := further_in(node, key, _LEVELS_IN):
        return f"write {written}", None
    return f"remove it; {name_of(node.kind)} takes {', '.join(fields)}", None


def _mistakes(name: str, field: Field, value: Any) -> Iterator[Mistake]:
    """Yield why a value does not fit a field."""
    kind, form = field.child.strip("[]{}"), field.child[:1]
    if field.takes == "type":
        yield from type_mistakes(value)
    elif field.takes:
        yield from plain_mistakes(name, field.takes, value)
    elif form == "[":
        if isinstance(value, list):
            yield from _entry_mistakes(kind, enumerate(value))
            if not value and kind in SCHEMA_KINDS:
                yield Mistake((), f"{name} is an empty list", "put a schema in it, or remove it")
        else:
            fix = f"write a list of which each entry is {name_of(kind)}: {name}: [{{…}}, {{…}}]"
            if isinstance(value, str):
                fix = f"write {name}: [{_object_meant(kind, value)}]"
            yield Mistake((), f"{name} is {described(value)}, not a list", fix)
    elif form == "{":
        if isinstance(value, dict):
            yield from _member_mistakes(name, kind, value)
            if not value and name == "responses":
                yield Mistake((), "responses is empty", 'describe one, such as "200", or remove it')
        else:
            noun = "a list of names" if kind in TYPES else name_of(kind)
            fix = f"write names, and {noun} below each: {name}: {{<name>: …}}"
            yield Mistake((), f"{name} is {described(value)}, not a mapping", fix)
    else:
        yield from (mistake._replace(keys=()) for mistake in _entry_mistakes(kind, [(name, value)]))


def _member_mistakes(name: str, kind: str, members: Mapping[str, Any]) -> Iterator[Mistake]:
    """Yield which members of a mapping are no objects of a kind; keywords belong beside `properties`."""
    for mistake in _entry_mistakes(kind, members.items()):
        key = str(mistake.keys[0])
        is_short = (
            key != "type" and isinstance(members[key], str) and "one of" not in meant_type(members[key])
        )
        is_keyword = name == "properties" and key in KINDS["schema"] and not is_short
        yield mistake._replace(fix=f"move {key} out, beside properties") if is_keyword else mistake


def _entry_mistakes(kind: str, entries: Iterable[tuple[str | int, Any]]) -> Iterator[Mistake]:
    """Yield which entries of a list or mapping are no objects of a kind."""
    for key, value in entries:
        if kind in TYPES:
            for mistake in plain_mistakes(str(key), kind, value):
                yield mistake._replace(keys=(key, *mistake.keys))
        elif not isinstance(value, dict) and not (kind in SCHEMA_KINDS and isinstance(value, bool)):
            name, lead = ("this entry", "") if isinstance(key, int) else (key, f"{key}: ")
            message = f"{name} is {described(value)}, not {name_of(kind)}"
            yield Mistake((key,), message, f"write {lead}{_object_meant(kind, value)}")


def _object_meant(kind: str, value: Any) -> str:
    """Return what to write in place of a value that is no object of a kind."""
    if isinstance(value, str) and ("#/" in value or value.endswith((".yaml", ".json"))):
        return f"{{$ref: {quoted(value)}}}"
    if isinstance(value, str) and kind in SCHEMA_KINDS:
        meant = meant_type(value)
        return f"{{{meant if meant.startswith('type:') and 'one of' not in meant else 'type: …'}}}"
    if isinstance(value, str) and kind in _ENTRIES:
        return _ENTRIES[kind].format(value)
    fields = KINDS.get(kind, {})
    shown = [name for name, field in fields.items() if field.is_required] or list(fields)[:2] or ["<name>"]
    shown = ["type", "description"] if kind in SCHEMA_KINDS else shown
    return f"{{{', '.join(f'{name}: …' for name in shown)}}}"
