"""Documented values compared with the parts of the description that transcribe them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.description.evidence.shapes import forms, has_type, holds, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Operation
    from contextio_contract.description.evidence.facts import Fact
    from contextio_contract.description.source.yaml import Pointer

ANY_NAME: Final = "<name>"
"""The name of properties that may have any name; documented ones are in angle brackets too."""
BODY: Final = ("body", "(body)")
"""Location and name of a documented body that is no form."""
_BOUNDS: Final = {"default": ["default"], "minimum": ["minimum"], "maximum": ["maximum", "maxLength"]}
"""Documented bounds, with the keywords that state them; files are bounded in length."""


@dataclass(frozen=True, eq=False)
class Target:
    """An operation, a parameter, a field of a form, a body, a response, or a property; its node is resolved.

    `paged` has the bounds of a parameter that `x-list` has.
    """

    pointer: Pointer
    node: Mapping[str, Any]
    schema: Schema | None = None
    required: bool = False
    paged: Mapping[str, Any] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """Return a field of the object, or else a keyword of its schema; None without either."""
        return self.node.get(key, self.schema.get(key) if self.schema else None)

    @property
    def value(self) -> Schema | None:
        """The schema of the value as it is sent: of one element, where elements are joined by commas."""
        is_joined = self.node.get("style") == "form" and self.node.get("explode") is False
        return self.schema.items if self.schema and self.schema.items and is_joined else self.schema


def inputs_of(operation: Operation) -> dict[tuple[str, str], Target]:
    """Return what an operation takes, by location and name; fields of its form have the location `form`.

    A body in JSON is `BODY`.
    """
    around = ("paths", str(operation.path), operation.method.lower())
    locate, paging = operation.document.locate, operation.paging
    inputs: dict[tuple[str, str], Target] = {}
    for each in operation.parameters:
        is_limit = paging is not None and (each.location, each.name) == ("query", paging.limit)
        paged = operation.node["x-list"]["paging"] if is_limit else {}
        pointer = locate(each.node) or around
        inputs[each.location, each.name] = Target(pointer, each.node, each.schema, each.required, paged)
    fields = properties_of(operation.form) if operation.form else {}
    inputs |= {("form", name): target for name, target in fields.items()}
    if (body := operation.body) and body.json:
        inputs[BODY] = Target(locate(body.node) or around, body.node, body.json.schema, body.required)
    return inputs


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


def differences(fact: Fact, target: Target, label: str) -> Iterator[tuple[str, str]]:
    """Yield where a parameter or property differs from its documentation, with what to write."""
    required, schema = fact.data.get("required"), target.value
    if isinstance(required, bool) and required != target.required:
        stated, wanted = ("required" if each else "optional" for each in (target.required, required))
        message = f"{label} is {stated}, but {wanted} in {fact.location}"
        if fact.data.get("in", "form") != "form":
            yield message, f"required: {str(required).lower()}"
        else:
            yield message, "it in required" if required else f"required without {fact.data['name']}"
    if schema is None or target.get("x-disputed"):
        return
    documented, items = fact.data["type"], fact.data.get("items")
    if not has_type(schema, documented):
        types = " or ".join(sorted(types_of(schema))) or "value without type"
        yield f"{label} is a {types}, but {fact.location} documents {documented}", documented
    elif items is not None and not holds(schema, items):
        what = "holds other elements" if documented == "array" else "is another object"
        wanted = f"{items}, with x-documents if it is an object"
        yield f"{label} {what} than {fact.location} documents", wanted
    values = fact.data.get("enum")
    members = [value for form in forms(schema) for value in (*form.enum, form.get("const"))]
    described = {str(value) for value in members if value is not None}
    if values is not None and described != set(map(str, values)):
        shown, wanted = ", ".join(sorted(described)) or "no values", ", ".join(map(str, values))
        yield f"{label} takes {shown}, but {fact.location} documents {wanted}", wanted
    if fact.data.get("nullable") and "null" not in types_of(schema):
        message = f"{label} is never null, but {fact.location} documents that it may be"
        yield message, '"null" among the types'
    for key, keywords in _BOUNDS.items():
        bound, paged = fact.data.get(key), target.paged.get(key)
        known = [each for each in (*map(schema.get, keywords), paged) if each is not None]
        if bound is not None and bound not in known:
            is_stated = known[0] if known else "none"
            message = f"the {key} of {label} is {is_stated}, but {fact.location} documents {bound}"
            yield message, f"{key}: {bound}"
