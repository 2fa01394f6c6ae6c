"""Random pairs of schemas that resemble each other.

They are drawn from a seed, for strategies of hypothesis rarely nest as deeply.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

NAMES = ("a", "b", "c")
SCALARS = (None, True, False, -1, 0, 1, 2, 3, 4, 6, 0.5, 1.5, "", "a", "b", "ab", "abc", "2018-12-15")
COMPONENTS = "#/components/schemas/"
UNIONS = ("allOf", "anyOf", "oneOf")
TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
PLAIN = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), (-1, 0, 1, 1.5, 2, 4)),
    **dict.fromkeys(("minLength", "minItems", "minProperties", "minContains"), (0, 1, 2)),
    **dict.fromkeys(("maxLength", "maxItems", "maxProperties", "maxContains"), (1, 2, 3)),
    "multipleOf": (1, 2, 3, 0.5, 1.5),
    "pattern": ("^a", "b$", "^.?$"),
    "format": ("date", "email"),
    "uniqueItems": (True, False),
    "propertyNames": ({"enum": ["a", "b"]}, {"pattern": "^a"}, {"maxLength": 1}),
    "unevaluatedProperties": (False,),
}
"""The keywords whose values are no schemas, with some values."""
OF_TYPES = {
    "integer": ("minimum", "maximum", "exclusiveMinimum", "multipleOf"),
    "number": ("minimum", "exclusiveMaximum", "multipleOf", "maximum"),
    "string": ("minLength", "maxLength", "pattern", "format"),
    "array": (
        "items",
        "items",
        "minItems",
        "maxItems",
        "uniqueItems",
        "prefixItems",
        "contains",
        "minContains",
    ),
    "object": (
        *("properties", "properties", "properties", "required", "additionalProperties", "patternProperties"),
        *("dependentRequired", "dependentSchemas", "propertyNames", "maxProperties", "unevaluatedProperties"),
    ),
}
ANYWHERE = ("type", "const", "enum", *UNIONS, *UNIONS, "not", "if")
NAMED = ("properties", "dependentSchemas", "patternProperties")
_KEYWORDS = (*ANYWHERE, "then", "else", *(keyword for keywords in OF_TYPES.values() for keyword in keywords))


def drawn(source: Random) -> dict[str, Any]:
    """Return components: a root, and two that it may refer to, of which one contains itself."""
    value = source.choice([{}, {"type": "integer"}, {"$ref": f"{COMPONENTS}Leaf"}])
    tree = {"type": "object", "properties": {"a": value, "b": {"$ref": f"{COMPONENTS}Tree"}}}
    return {"Root": _schema(source, 3, 1.0), "Leaf": _leaf(source), "Tree": tree}


def edited(named: dict[str, Any], source: Random) -> dict[str, Any]:
    """Return a copy of components in which the root, or what it refers to, differs in one or two places."""
    named = copy.deepcopy(named)
    for _ in range(source.choice((1, 1, 2))):
        used = [name for name in ("Leaf", "Tree") if f"/{name}" in str(named["Root"])]
        places = [(named, "Root"), *_places_in(named, "Root")]
        places += _places(named["Tree"]["properties"]) if "Tree" in used else ()
        if "Leaf" in used and source.random() < 0.2:
            named["Leaf"] = _leaf(source)
        else:
            holder, key = source.choice(places)
            holder[key] = _changed(holder[key], source)
    return named


def _changed(here: Any, source: Random) -> Any:
    """Return a schema in another spelling, or one that allows other values."""
    way = source.choice(("wrapped", "joined", "other", "without", "changed", "changed", "type", "further"))
    if way == "wrapped":
        return {source.choice(UNIONS): [here]}
    if way == "joined":
        return {source.choice(UNIONS): source.sample([here, _schema(source, 1)], 2)}
    if way == "other" or not isinstance(here, dict) or not here:
        return _schema(source, 1)
    types = [here["type"]] if isinstance(here.get("type"), str) else here.get("type", [*OF_TYPES])
    name = source.choice([*here])
    if way == "without":
        return {key: here[key] for key in here if key != name}
    if way == "type":
        return {**here, "type": list(dict.fromkeys([*types, source.choice(TYPES)]))}
    if way == "further" or name == "$ref":
        fitting = [keyword for type_ in types for keyword in OF_TYPES.get(type_, ("const",))]
        name = source.choice((source.choice(fitting or ["const"]), source.choice(_KEYWORDS)))
    return {**here, name: _value(name, source, 1)}


def _leaf(source: Random) -> dict[str, Any]:
    type_ = source.choice(TYPES)
    keywords = [keyword for keyword in OF_TYPES.get(type_, ()) if keyword in PLAIN]
    chosen = source.sample(keywords, min(len(keywords), source.randint(0, 2)))
    return {"type": type_} | {keyword: source.choice(PLAIN[keyword]) for keyword in chosen}


def _schema(source: Random, depth: int, rich: float = 0.7) -> Any:
    if depth == 0 or source.random() > rich:
        reference = {"$ref": COMPONENTS + source.choice(("Leaf", "Tree"))}
        leaves = (_leaf(source), _leaf(source), {"enum": _value("enum", source, 0)}, reference)
        return source.choice((*leaves, source.choice((True, False, {}))))
    if source.random() < 0.6:
        type_ = source.choice(("object", "object", "array", *OF_TYPES))
        keywords = dict.fromkeys(source.choices(OF_TYPES[type_], k=source.randint(1, 3)))
        stated = source.choice((type_, type_, [type_, "null"]))
        return {"type": stated} | {keyword: _value(keyword, source, depth - 1) for keyword in keywords}
    keywords = dict.fromkeys(source.choices(ANYWHERE, k=source.randint(1, 2)))
    if "if" in keywords:
        keywords |= dict.fromkeys(source.choice((("then",), ("else",), ("then", "else"))))
    return {keyword: _value(keyword, source, depth - 1) for keyword in keywords}


def _value(keyword: str, source: Random, depth: int) -> Any:
    """Return a value of a keyword."""
    if keyword in PLAIN:
        return source.choice(PLAIN[keyword])
    values = source.sample(SCALARS, source.randint(1, 4))
    types = source.sample(TYPES, source.randint(1, 3))
    names = source.sample(NAMES, source.randint(1, 2))
    if keyword in NAMED:
        keys = ("^a", "[bc]", "b") if keyword == "patternProperties" else NAMES
        return {key: _schema(source, depth) for key in source.sample(keys, source.randint(1, 2))}
    if keyword in {*UNIONS, "prefixItems"}:
        return [_schema(source, depth) for _ in range(source.randint(1, 3))]
    simple = {
        "type": types if len(types) > 1 else types[0],
        "const": values[0],
        "enum": values,
        "required": names,
        "dependentRequired": {names[0]: source.sample(NAMES, 1)},
    }
    return simple[keyword] if keyword in simple else _schema(source, depth)


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield where schemas stand below a mapping of names to schemas."""
    for name, schema in node.items():
        yield node, name
        if not isinstance(schema, dict):
            continue
        for key in ("items", "contains", "not", "if", "then", "else", "additionalProperties"):
            if key in schema:
                yield from _places_in(schema, key)
        for key in ("properties", "patternProperties", "dependentSchemas"):
            yield from _places(schema.get(key, {}))
        for key in (*UNIONS, "prefixItems"):
            for index in range(len(schema.get(key, ()))):
                yield from _places_in(schema[key], index)


def _places_in(holder: Any, key: Any) -> Iterator[tuple[Any, Any]]:
    inner = {key: holder[key]}
    for place in _places(inner):
        yield (holder, key) if place[0] is inner else place
