"""Documented values compared with the parts of the description that transcribe them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Operation
    from contextio_contract.description.evidence.facts import Fact
    from contextio_contract.description.source.yaml import Pointer

ANY_NAME: Final = "<name>"
"""The name of properties that may have any name; documented ones are in angle brackets too."""
TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    **{name: {"type": name} for name in ("string", "integer", "number", "boolean", "array", "object")},
    "string (url)": {"type": "string", "format": "uri"},
    "integer (unix time)": {"type": "integer"},
    "map": {"type": "object"},
    "mixed": {},
    "file": {"type": "string"},
}
"""Documented types as JSON Schema; others are of no type that is known."""


@dataclass(frozen=True, eq=False)
class Target:
    """An operation, a parameter, a field of a form, a response, or a property; its node is resolved."""

    pointer: Pointer
    node: Mapping[str, Any]
    schema: Schema | None = None
    required: bool = False

    def get(self, key: str) -> Any:
        """Return a field of the object, or else a keyword of its schema; None without either."""
        return self.node.get(key, self.schema.get(key) if self.schema else None)


def inputs_of(operation: Operation) -> dict[tuple[str, str], Target]:
    """Return what an operation takes, by location and name; fields of its form have the location `form`."""
    around = ("paths", str(operation.path), operation.method.lower())
    locate = operation.document.locate
    fields = properties_of(operation.form) if operation.form else {}
    return {
        (each.location, each.name): Target(locate(each.node) or around, each.node, each.schema, each.required)
        for each in operation.parameters
    } | {("form", name): field for name, field in fields.items()}


def properties_of(schema: Schema) -> dict[str, Target]:
    """Return the properties of a schema by name, those of any name as `<name>`."""
    nodes, further = dict(schema.properties), schema.get("additionalProperties")
    if isinstance(further, dict):
        nodes[ANY_NAME] = Schema(further, schema.document)
    locate, required = schema.document.locate, schema.required
    around = locate(schema.resolved) or ()
    return {
        name: Target(locate(node.node) or around, node.resolved, node, name in required)
        for name, node in nodes.items()
    }


def texts(node: Any, key: str) -> list[str]:
    """Return the texts in a list of an object; none if there is no list, which other rules find."""
    value = node.get(key) if isinstance(node, dict) else None
    return list(map(str, value)) if isinstance(value, list) else []


def forms(schema: Schema, around: tuple[int, ...] = ()) -> Iterator[Schema]:
    """Yield a schema and all that it is put together from, or lets choose from."""
    if id(schema.node) in around:
        return
    yield schema
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in schema.resolved.get(keyword, ()):
            yield from forms(Schema(member, schema.document), (*around, id(schema.node)))


def differences(fact: Fact, target: Target, label: str) -> Iterator[tuple[str, str]]:
    """Yield where a parameter or property differs from its documentation, with what to write."""
    required, schema = fact.data.get("required"), target.schema
    if isinstance(required, bool) and required != target.required:
        stated, wanted = ("required" if each else "optional" for each in (target.required, required))
        yield f"{label} is {stated}, but {wanted} in {fact.location}", wanted
    if schema is None or target.get("x-disputed"):
        return
    documented = fact.data["type"]
    if not _has_type(schema, documented):
        types = " or ".join(sorted(_types(schema))) or "value without type"
        yield f"{label} is a {types}, but {fact.location} documents {documented}", documented
    values = fact.data.get("enum")
    described = {str(value) for value in schema.enum or [schema.get("const")] if value is not None}
    if values is not None and described != set(map(str, values)):
        shown, wanted = ", ".join(sorted(described)) or "no values", ", ".join(map(str, values))
        yield f"{label} takes {shown}, but {fact.location} documents {wanted}", wanted
    items = fact.data.get("items")
    if documented == "array" and items is not None and not _has_elements(schema, items):
        yield f"{label} holds other elements than {fact.location} documents", f"of {items}"
    if fact.data.get("nullable") and "null" not in _types(schema):
        message = f"{label} is never null, but {fact.location} documents that it may be"
        yield message, '"null" among the types'


def _has_type(schema: Schema, documented: str) -> bool:
    """Return whether a schema has a documented type; an integer is a number, and a pattern may tell a URL."""
    keywords = TYPES.get(documented, {})
    if "format" in keywords and schema.get("pattern") is None and schema.get("format") != keywords["format"]:
        return False
    wanted = {keywords.get("type", documented)}
    wanted |= {"integer"} if "number" in wanted else set()
    types = _types(schema) - {"null"}
    return documented == "mixed" or (bool(types) and types <= wanted)


def _types(schema: Schema) -> set[str]:
    """Return the types of a schema, or of all that it lets choose from."""
    members = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    stated = set(schema.types) or ({"object"} if schema.properties else set())
    return stated or {each for member in members for each in _types(Schema(member, schema.document))}


def _has_elements(schema: Schema, documented: str) -> bool:
    """Return whether the elements of an array have a documented type, or are a documented object."""
    if schema.items is None:
        return False
    objects = (name.rpartition(".")[2] for name in texts(schema.items.resolved, "x-documents"))
    return _has_type(schema.items, documented) or documented in objects
