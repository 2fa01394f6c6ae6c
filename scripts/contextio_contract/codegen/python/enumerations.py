"""What answers are made of, with enumerations open: a server may add values to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHER_VALUE: Final = "x-other-value"
"""Marks the schema of the values beside an enumeration."""


def open_enumerations(bundle: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas of answers, by name, so that properties also take values beside their enumeration.

    Args:
        bundle: the bundled OpenAPI document, which stays as it is.
    """
    schemas = bundle["components"]["schemas"]
    return {name: _opened(schemas[name], schemas) for name in _answered(bundle)}


def _answered(bundle: dict[str, Any]) -> set[str]:
    """Return the names of the schemas that answers are made of."""
    responses = [
        response
        for item in bundle["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict)
        for response in operation.get("responses", {}).values()
    ]
    found: set[str] = set()
    waiting = list(_references([responses, bundle["components"].get("responses", {})]))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_references(bundle["components"]["schemas"][name]))
    return found


def _references(node: Any) -> Iterator[str]:
    """Yield the name of each schema that a part of the document refers to."""
    if isinstance(node, dict):
        section, _, name = str(node.get("$ref", "")).rpartition("/")
        if section == "#/components/schemas":
            yield name
    if isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _references(child)


def _opened(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with its properties' enumerations open: a server may add values to them."""
    opened = dict(schema)
    if "allOf" in schema:
        opened["allOf"] = [_opened(part, schemas) for part in schema["allOf"]]
    if "properties" in schema:
        opened["properties"] = {
            name: _open_enumeration(described, schemas) for name, described in schema["properties"].items()
        }
    return opened


def _open_enumeration(described: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return a property that also takes other values of its enumeration's type, if it has one."""
    if "items" in described:
        return {**described, "items": _open_enumeration(described["items"], schemas)}
    named = schemas.get(described.get("$ref", "").removeprefix("#/components/schemas/"), described)
    if "enum" not in named:
        return described
    choice = {key: described[key] for key in ("$ref", "type", "enum") if key in described}
    others = {key: value for key, value in described.items() if key not in choice}
    return {"anyOf": [choice, {"type": named["type"], OTHER_VALUE: True}], **others}
