"""Examples for drafts: some value that a schema allows, the same one each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEP: Final = 6
_NAMED: Final[Mapping[str, Any]] = {
    "HttpUrl": "https://app.example.com/mail",
    "MailAddress": "ada@example.com",
}
_PLAIN: Final[Mapping[str, Any]] = {"integer": 1, "number": 1, "boolean": True, "null": None}


def sample(schema: Mapping[str, Any], schemas: Mapping[str, Any], name: str = "text", depth: int = 0) -> Any:
    """Return a value that a schema allows.

    Args:
        schema: the schema; conditions in it are not looked at.
        schemas: those that it may refer to, by name.
        name: the name of the field, which texts repeat.
        depth: how many schemas stand around it.
    """
    component = str(schema.get("$ref", "")).rpartition("/")[2]
    if component in _NAMED:
        return _NAMED[component]
    for inner in (schemas.get(component), *schema.get("oneOf", ())[:1], *schema.get("anyOf", ())[:1]):
        if inner is not None:
            return sample(inner, schemas, name, depth + 1)
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return values[0] if values else _typed(schema, schemas, name, depth)


def _typed(schema: Mapping[str, Any], schemas: Mapping[str, Any], name: str, depth: int) -> Any:
    stated = schema.get("type", "object" if {"properties", "allOf"} & schema.keys() else "string")
    kind = stated[0] if isinstance(stated, list) else stated
    if kind == "array":
        return [sample(schema.get("items", {}), schemas, name, depth + 1)] if depth < _DEEP else []
    if kind == "object":
        return _object(schema, schemas, depth)
    if kind != "string":
        return _PLAIN.get(kind)
    if schema.get("format") == "uri":
        return f"https://api.context.io/2.0/{name}"
    return "ada@example.com" if "email" in name else name


def _object(schema: Mapping[str, Any], schemas: Mapping[str, Any], depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for part in schema.get("allOf", ()):
        made |= sample(part, schemas, "text", depth + 1) or {}
    for name, value in schema.get("properties", {}).items():
        if depth < _DEEP or name in schema.get("required", ()):
            made[name] = sample(value, schemas, name, depth + 1)
    further = schema.get("additionalProperties")
    if not made and isinstance(further, dict) and depth < _DEEP:
        made["name"] = sample(further, schemas, "name", depth + 1)
    return made
