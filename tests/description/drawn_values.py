"""Random values, many of which a schema allows, and schemas of those that are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.description.drawn_schemas import COMPONENTS, NAMES, SCALARS, UNIONS

if TYPE_CHECKING:
    from random import Random

_DEPTH = 4
_KINDS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_IN_PLACE = (*UNIONS, "then", "else")


def drawn_value(node: Any, named: dict[str, Any], source: Random, depth: int = _DEPTH) -> Any:
    """Return a random value, which often is one that a schema allows.

    Args:
        node: the schema.
        named: the schemas that it may refer to.
        source: the source of chance.
        depth: how deep the value may be.
    """
    if not isinstance(node, dict) or depth <= 0 or source.random() < 0.1:
        return _any_value(source, depth)
    if "$ref" in node:
        return drawn_value(named[node["$ref"].removeprefix(COMPONENTS)], named, source, depth - 1)
    if members := [member for key in _IN_PLACE for member in _listed(node, key)]:
        own = {key: node[key] for key in node if key not in _IN_PLACE}
        chosen = [*source.sample(members, min(2, len(members))), own]
        values = [drawn_value(each, named, source, depth - 1) for each in chosen]
        objects = [value for value in values if isinstance(value, dict)]
        merged = {name: value for each in objects for name, value in each.items()}
        return merged if objects and source.random() < 0.8 else values[0]
    if values := [*node.get("enum", ()), *([node["const"]] if "const" in node else [])]:
        return source.choice(values)
    return _of_type(node, named, source, depth)


def _of_type(node: dict[str, Any], named: dict[str, Any], source: Random, depth: int) -> Any:
    types = node.get("type", ["object", "array", "string", "integer"])
    type_ = types if isinstance(types, str) else source.choice(types)
    if type_ == "object":
        properties, rest = node.get("properties", {}), node.get("additionalProperties", {})
        names = [name for name in NAMES if name in node.get("required", ()) or source.random() < 0.4]
        return {name: drawn_value(properties.get(name, rest), named, source, depth - 1) for name in names}
    if type_ == "array":
        rest = node.get("items", node.get("contains", {}))
        elements = [*node.get("prefixItems", ()), rest, rest, rest][: source.randint(0, 3)]
        return [drawn_value(each, named, source, depth - 1) for each in elements]
    return source.choice([value for value in SCALARS if _is_of(value, type_)])


def _is_of(value: Any, type_: str) -> bool:
    return isinstance(value, _KINDS[type_]) and (type_ == "boolean" or not isinstance(value, bool))


def _any_value(source: Random, depth: int) -> Any:
    choice = source.random()
    if depth <= 0 or choice < 0.6:
        return source.choice(SCALARS)
    if choice < 0.75:
        return [_any_value(source, depth - 2) for _ in range(source.randint(0, 3))]
    return {name: _any_value(source, depth - 2) for name in NAMES if source.random() < 0.5}


def _listed(node: dict[str, Any], key: str) -> list[Any]:
    value = node.get(key, [])
    return value if isinstance(value, list) else [value]


def with_sent(named: dict[str, Any]) -> dict[str, Any]:
    """Return components, each also with described fields only, by its name and Sent.

    So those write objects who keep to a description; it is the convention of `diff`.
    """
    return {**named, **{f"{name}Sent": _sent(node, named) for name, node in named.items()}}


def _sent_place(node: Any, named: dict[str, Any]) -> Any:
    """Return the schema of a value; if it describes a field, the value has described fields only."""
    sent = _sent(node, named)
    is_object = _describes(node, named, _DEPTH)
    return {"allOf": [sent], "unevaluatedProperties": False} if is_object else sent


def _sent(node: Any, named: dict[str, Any]) -> Any:
    """Return a schema whose inner values have described fields only, not yet the value itself."""
    if not isinstance(node, dict):
        return node
    sent: dict[str, Any] = {}
    for key, inner in node.items():
        if key == "$ref":
            sent[key] = f"{inner}Sent"
        elif key in {"items", "additionalProperties"}:
            sent[key] = _sent_place(inner, named)
        elif key in {"properties", "patternProperties"}:
            sent[key] = {name: _sent_place(each, named) for name, each in inner.items()}
        elif key == "prefixItems":
            sent[key] = [_sent_place(each, named) for each in inner]
        elif key in UNIONS:
            sent[key] = [_sent(each, named) for each in inner]
        elif key == "dependentSchemas":
            sent[key] = {name: _sent(each, named) for name, each in inner.items()}
        else:
            sent[key] = _sent(inner, named) if key in {"then", "else"} else inner
    if sent.get("additionalProperties") in (True, {}):
        del sent["additionalProperties"]
    return sent


def _describes(node: Any, named: dict[str, Any], depth: int) -> bool:
    """Return whether a schema describes a field, also in its alternatives and conditions."""
    if not isinstance(node, dict) or not depth:
        return False
    below = [each for key in (*_IN_PLACE, "if") for each in _listed(node, key)]
    below += node.get("dependentSchemas", {}).values()
    below += [named[node["$ref"].removeprefix(COMPONENTS)]] if "$ref" in node else []
    is_own = bool(node.get("properties") or node.get("patternProperties"))
    return is_own or any(_describes(each, named, depth - 1) for each in below)


def sent_root(named: dict[str, Any]) -> Any:
    """Return the schema of the values of the root that those send who keep to it."""
    return _sent_place(named["Root"], named)
