"""Fields of generated models: further forms, open enumerations, unions, secrets and texts, as metadata."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, NamedTuple

from contextio_contract.codegen.facts import without_empty_array

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Schema

_FUTURE: Final = "from __future__ import annotations\n"
_PLAIN_FORMATS: Final = frozenset({None, "email", "password", "uri"})
"""Formats of texts that no other JSON type is read as."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def add_metadata(code: str, described: Mapping[str, Schema], read: Mapping[str, Schema], package: str) -> str:
    """Return a module of models whose fields carry what their schemas say beside the type.

    Args:
        code: the module as datamodel-code-generator writes it.
        described: the schemas of all models by name, as described.
        read: the same as the models read them, with open enumerations.
        package: the package of the models, whose base.py has the classes of the metadata.
    """
    source = code.encode()
    lines = [0, *(at + 1 for at, byte in enumerate(source) if byte == ord("\n"))]
    edits: list[_Edit] = []
    for model in ast.parse(code).body:
        if not isinstance(model, ast.ClassDef) or model.name not in described:
            continue
        for statement in model.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                field = _Field(statement.annotation, statement.target.id)
                schema = described[model.name].properties.get(field.wire)
                if schema:
                    edits += field.edits(schema, read[model.name].properties[field.wire], lines)
    for edit in sorted(edits, reverse=True):
        source = source[: edit.start] + edit.text.encode() + source[edit.end :]
    imports = (
        "from typing import Annotated\n"
        "from pydantic import Field\n"
        f"from {package}.base import AlsoReads, OpenEnumeration, SecretText\n"
    )
    return source.decode().replace(_FUTURE, _FUTURE + imports, 1) if edits else code


class _Field:
    """A field of a model: its annotation without `Annotated`, and the arguments of its `Field()`."""

    def __init__(self, annotation: ast.expr, name: str) -> None:
        self._annotation = annotation
        self._type = annotation
        self._arguments: dict[str, str] = {}
        self.wire = name
        if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Annotated":
            assert isinstance(annotation.slice, ast.Tuple)  # noqa: S101 - Annotated has two arguments at least
            self._type, *calls = annotation.slice.elts
            for call in calls:
                assert isinstance(call, ast.Call)  # noqa: S101 - Field() is all that the generator writes
                self._arguments |= {str(each.arg): ast.unparse(each.value) for each in call.keywords}
                names = [each.value for each in call.keywords if each.arg == "alias"]
                self.wire = next((ast.literal_eval(each) for each in names), name)

    def edits(self, schema: Schema, read: Schema, lines: list[int]) -> Iterator[_Edit]:
        """Yield the annotation with its metadata, in place of that of the generator."""
        arguments = dict(self._arguments)
        if text := schema.description:
            arguments["description"] = repr(text)
            if schema.deprecated:
                arguments["deprecated"] = repr(text)
        marks = []
        if forms := list(_other_forms(schema)):
            marks.append(f"AlsoReads({', '.join(map(repr, forms))})")
        elif _is_open(read) and (
            choice := _choice(self._type)
        ):  # no annotation names numbers that are not whole
            marks.append(f"OpenEnumeration({choice})")
        elif len(_members(self._type)) > 1 and _is_told_apart(read):
            arguments["union_mode"] = repr("left_to_right")
        if schema.is_secret:
            marks.append("SecretText()")
        if arguments:
            marks.append(f"Field({', '.join(f'{name}={value}' for name, value in arguments.items())})")
        if marks:
            parts = ", ".join([_with_open_items(self._type, read), *marks])
            yield _replace(self._annotation, f"Annotated[{parts}]", lines)


def _other_forms(schema: Schema) -> Iterator[str]:
    """Yield the further forms in which a value is read (`x-also-reads` in EXTENSIONS.md)."""
    yield from schema.node.get("x-also-reads", ())
    if without_empty_array(schema) is not schema:
        yield "empty-array"


def _is_open(schema: Schema) -> bool:
    """Return whether a property takes values beside those of its enumeration."""
    return any("x-other-value" in part for part in schema.node.get("anyOf", ()))


def _is_told_apart(schema: Schema) -> bool:
    """Return whether the JSON type of a value tells which alternative it is."""
    kinds: set[str] = set()
    for each in schema.alternatives or (schema,):
        found = each.all_types - {"null"}
        if not found or "number" in found or found & kinds or each.get("format") not in _PLAIN_FORMATS:
            return False
        kinds |= found
    return True


def _members(annotation: ast.expr) -> list[ast.expr]:
    """Return the members of a union but None."""
    if isinstance(annotation, ast.BinOp):
        return [*_members(annotation.left), *_members(annotation.right)]
    return [] if isinstance(annotation, ast.Constant) and annotation.value is None else [annotation]


def _choice(annotation: ast.expr) -> str:
    """Return the annotation of the named values of an open enumeration."""
    return " | ".join(ast.unparse(each) for each in _members(annotation) if not isinstance(each, ast.Name))


def _with_open_items(annotation: ast.expr, read: Schema) -> str:
    """Return an annotation, with the metadata of the elements if it is a list of an open enumeration."""
    text = ast.unparse(annotation)
    lists = [each for each in _members(annotation) if isinstance(each, ast.Subscript)]
    if read.items and _is_open(read.items):
        for member in lists:
            if choice := _choice(member.slice):
                element = f"Annotated[{ast.unparse(member.slice)}, OpenEnumeration({choice})]"
                return text.replace(ast.unparse(member), f"list[{element}]")
    return text


def _replace(annotation: ast.expr, text: str, lines: list[int]) -> _Edit:
    assert annotation.end_lineno is not None  # noqa: S101 - ast.parse sets both
    assert annotation.end_col_offset is not None  # noqa: S101 - as above
    return _Edit(
        lines[annotation.lineno - 1] + annotation.col_offset,
        lines[annotation.end_lineno - 1] + annotation.end_col_offset,
        text,
    )
