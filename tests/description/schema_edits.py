"""Pairs of schemas, with what the step from one to the other means where clients send and where they read."""

from __future__ import annotations

from typing import Any, NamedTuple

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}
NULL = {"type": "null"}
COMPONENTS: dict[str, Any] = {
    "Flag": {"type": "integer", "enum": [0, 1]},
    "Person": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
    "Node": {"type": "object", "properties": {"value": WHOLE, "next": {"$ref": "#/components/schemas/Node"}}},
    "Chain": {
        "type": "object",
        "properties": {"value": WHOLE, "next": {"$ref": "#/components/schemas/Chain"}},
    },
}
FLAG = {"$ref": "#/components/schemas/Flag"}
PERSON = {"$ref": "#/components/schemas/Person"}


class Step(NamedTuple):
    """Two schemas, and the worst that has to be said of the step between them, there and back."""

    old: Any
    new: Any
    sent: str
    read: str
    sent_back: str
    read_back: str


def same(old: Any, new: Any) -> Step:
    """Two spellings of one value set."""
    return Step(old, new, "nothing", "nothing", "nothing", "nothing")


def narrower(old: Any, new: Any) -> Step:
    """The new schema allows less."""
    return Step(old, new, "breaking", "additive", "additive", "breaking")


def other(old: Any, new: Any) -> Step:
    """Each schema allows what the other does not, or they cannot be compared exactly."""
    return Step(old, new, "breaking", "breaking", "breaking", "breaking")


def thing(*required: str, further: Any = None, **properties: Any) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    return schema if further is None else {**schema, "additionalProperties": further}


def lists(items: Any, **keywords: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **keywords}


def whole(**keywords: Any) -> dict[str, Any]:
    return {"type": "integer", **keywords}


def when(condition: Any, **outcome: Any) -> dict[str, Any]:
    return {**thing(a=TEXT, b=TEXT, c=TEXT), "if": condition, **outcome}


def required(*names: str) -> dict[str, Any]:
    return {"required": list(names)}


def remarked(old: Any, new: Any) -> Step:
    """Both allow the same, and help tools in other ways."""
    return Step(old, new, "editorial", "editorial", "editorial", "editorial")


KINDS = {
    kind: thing("kind", kind={"const": kind}, **{field: TEXT})
    for kind, field in (("a", "x"), ("b", "y"), ("c", "z"))
}
"""Schemas of objects that a constant tells apart."""

DESCRIBED = {**thing(b=TEXT), "description": "A member."}

STEPS = {
    # one set in two spellings
    "type list, and oneOf with null": same({"type": ["string", "null"]}, {"oneOf": [TEXT, NULL]}),
    "type list, and anyOf with null": same({"type": ["string", "null"]}, {"anyOf": [TEXT, NULL]}),
    "oneOf and anyOf of apart members": same({"oneOf": [TEXT, WHOLE]}, {"anyOf": [WHOLE, TEXT]}),
    "union of one member": same({"oneOf": [TEXT]}, TEXT),
    "allOf of one part": same({"allOf": [PERSON]}, PERSON),
    "allOf of a reference with a description": same({"allOf": [PERSON]}, {"allOf": [{}, PERSON]}),
    "allOf of parts": same(
        {"allOf": [thing("a", a=TEXT), thing("b", b=WHOLE)]}, thing("a", "b", a=TEXT, b=WHOLE)
    ),
    "allOf with bounds": same({"allOf": [whole(minimum=5), {"minimum": 1}]}, whole(minimum=5)),
    "allOf with values": same({"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]}, {"enum": ["b"]}),
    "constant, and a list of one value": same({"const": "a"}, {"enum": ["a"]}),
    "constant with its type": same({"const": "a"}, {"type": "string", "const": "a"}),
    "constants in a union": same({"oneOf": [{"const": "a"}, {"const": "b"}]}, {"enum": ["b", "a"]}),
    "boolean that is not false": same(
        {"type": "boolean", "const": True}, {"type": "boolean", "not": {"const": False}}
    ),
    "boolean that is not true": same(
        {"type": "boolean", "enum": [False]}, {"type": "boolean", "not": {"enum": [True]}}
    ),
    "exclusive bound of integers": same(whole(minimum=1), whole(exclusiveMinimum=0)),
    "exclusive upper bound of integers": same(whole(maximum=9), whole(exclusiveMaximum=10)),
    "bound between integers": same(whole(minimum=1), whole(minimum=0.5)),
    "integer, and number of multiples of one": same(WHOLE, {"type": "number", "multipleOf": 1}),
    "multiples of one": same(whole(multipleOf=1), WHOLE),
    "multiples of two and three": same(
        {"allOf": [whole(multipleOf=2), {"multipleOf": 3}]}, whole(multipleOf=6)
    ),
    "bound that is no multiple": same(whole(multipleOf=5, minimum=1), whole(multipleOf=5, minimum=5)),
    "few integers": same(whole(minimum=0, maximum=1), {"enum": [0, 1]}),
    "further fields true": same(thing(a=TEXT), thing(a=TEXT, further=True)),
    "further fields {}": same(thing(a=TEXT, further=True), thing(a=TEXT, further={})),
    "lengths from zero": same({"type": "string", "minLength": 0}, TEXT),
    "elements that differ or not": same(lists(TEXT, uniqueItems=False), lists(TEXT)),
    "elements of any kind": same(lists({}), {"type": "array"}),
    "reference to a scalar": same(FLAG, {"type": "integer", "enum": [0, 1]}),
    "reference to an object": same(lists(PERSON), lists({"anyOf": [PERSON]})),
    "schemas that contain themselves": same(
        {"anyOf": [{"$ref": "#/components/schemas/Node"}]},
        {"anyOf": [{"$ref": "#/components/schemas/Chain"}]},
    ),
    "fields that a further union asks for, and the schema as well": same(
        {**thing("a", a=TEXT), "oneOf": [DESCRIBED]},
        {"allOf": [{**thing("a", a=TEXT), "oneOf": [DESCRIBED]}, {"anyOf": [required("a")]}]},
    ),
    "dependent fields": same(
        {**thing(a=TEXT, b=TEXT), "dependentRequired": {"a": ["b"]}},
        {**thing(a=TEXT, b=TEXT), "if": {"type": "object", **required("a")}, "then": required("b")},
    ),
    "pattern of any text": same(TEXT, {"type": "string", "pattern": ".*"}),
    "type twice": same({"type": ["integer", "number"]}, {"type": "number"}),
    # keywords for tools
    "text that is not shown": remarked(TEXT, {"type": "string", "format": "password"}),
    "discriminator": remarked(
        {"oneOf": [PERSON]}, {"oneOf": [PERSON], "discriminator": {"propertyName": "name"}}
    ),
    # fewer values
    "null dropped": narrower({"type": ["string", "null"]}, TEXT),
    "null dropped from oneOf": narrower({"oneOf": [PERSON, NULL]}, PERSON),
    "type instead of anything": narrower({}, TEXT),
    "integer instead of number": narrower({"type": "number"}, WHOLE),
    "value dropped": narrower({"enum": ["a", "b"]}, {"enum": ["a"]}),
    "values listed": narrower(TEXT, {"type": "string", "enum": ["a"]}),
    "intersection narrowed": narrower(
        {"enum": ["b", "c"]}, {"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]}
    ),
    "lower bound raised": narrower(whole(minimum=1), whole(minimum=2)),
    "upper bound stated": narrower(WHOLE, whole(maximum=100)),
    "bound excluded": narrower({"type": "number", "minimum": 0}, {"type": "number", "exclusiveMinimum": 0}),
    "multiples of more": narrower(whole(multipleOf=1), whole(multipleOf=2)),
    "multiples of a multiple": narrower(whole(multipleOf=2), whole(multipleOf=4)),
    "text longer": narrower(TEXT, {"type": "string", "minLength": 1}),
    "pattern stated": narrower(TEXT, {"type": "string", "pattern": "^a"}),
    "format stated": narrower(TEXT, {"type": "string", "format": "date"}),
    "fewer elements": narrower(lists(TEXT, maxItems=3), lists(TEXT, maxItems=2)),
    "elements differ": narrower(lists(TEXT), lists(TEXT, uniqueItems=True)),
    "narrower elements": narrower(lists({"type": "number"}), lists(WHOLE)),
    "field required": narrower(thing(a=TEXT), thing("a", a=TEXT)),
    "object closed": narrower(thing(a=TEXT), thing(a=TEXT, further=False)),
    "values of a map": narrower(
        {"type": "object", "additionalProperties": {"type": "number"}},
        {"type": "object", "additionalProperties": WHOLE},
    ),
    "name of fields": narrower(thing(a=TEXT), {**thing(a=TEXT), "propertyNames": {"maxLength": 3}}),
    "member dropped": narrower({"oneOf": [TEXT, WHOLE, NULL]}, {"oneOf": [TEXT, WHOLE]}),
    "member narrower": narrower({"oneOf": [{"type": "number"}, NULL]}, {"oneOf": [WHOLE, NULL]}),
    "member dropped that a constant marks": narrower(
        {"oneOf": [KINDS["a"], KINDS["b"], KINDS["c"]]}, {"oneOf": [KINDS["a"], KINDS["b"]]}
    ),
    "member dropped that a constant marks, of anyOf": narrower(
        {"anyOf": [KINDS["a"], KINDS["b"], KINDS["c"]]}, {"anyOf": [KINDS["a"], KINDS["b"]]}
    ),
    "32 bits instead of 64": narrower(whole(format="int64"), whole(format="int32")),
    "float instead of double": narrower(
        {"type": "number", "format": "double"}, {"type": "number", "format": "float"}
    ),
    "one of members that overlap": narrower(
        {"anyOf": [thing(a=TEXT), thing(b=TEXT)]}, {"oneOf": [thing(a=TEXT), thing(b=TEXT)]}
    ),
    "then stricter": narrower(
        when(required("a"), then=required("b")), when(required("a"), then=required("b", "c"))
    ),
    "if wider": narrower(
        when(required("a", "b"), then=required("c")), when(required("a"), then=required("c"))
    ),
    "value excluded": narrower(TEXT, {"type": "string", "not": {"const": "a"}}),
    "more dependent fields": narrower(
        {**thing(a=TEXT, b=TEXT, c=TEXT), "dependentRequired": {"a": ["b"]}},
        {**thing(a=TEXT, b=TEXT, c=TEXT), "dependentRequired": {"a": ["b", "c"]}},
    ),
    "contained element stated": narrower(lists(WHOLE), lists(WHOLE, contains={"const": 1})),
    "narrower below a schema that contains itself": narrower(
        {"$ref": "#/components/schemas/Node"},
        {"allOf": [{"$ref": "#/components/schemas/Node"}, {"properties": {"value": {"minimum": 1}}}]},
    ),
    # other values
    "text instead of integer": other(WHOLE, TEXT),
    "object instead of array": other(lists(TEXT), {"type": "object"}),
    "another value": other({"const": "a"}, {"const": "b"}),
    "another pattern": other({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}),
    "another format": other({"type": "string", "format": "date"}, {"type": "string", "format": "uri"}),
    "multiples of other numbers": other(whole(multipleOf=2), whole(multipleOf=3)),
    "bounds moved": other(whole(minimum=1, maximum=1000), whole(minimum=2, maximum=2000)),
    "another content": other({"type": "string", "contentEncoding": "base64"}, TEXT),
    # fields by name, for which more counts than the values
    "field added": Step(thing(a=TEXT), thing(a=TEXT, b=TEXT), "additive", "additive", "breaking", "breaking"),
    "required field added": Step(
        thing(a=TEXT), thing("b", a=TEXT, b=TEXT), "breaking", "additive", "breaking", "breaking"
    ),
    "field added to a closed object": Step(
        thing(a=TEXT, further=False),
        thing(a=TEXT, b=TEXT, further=False),
        "additive",
        "breaking",
        "breaking",
        "breaking",
    ),
    "field of a map named": Step(
        {"type": "object", "additionalProperties": TEXT},
        {"type": "object", "additionalProperties": TEXT, "properties": {"a": TEXT}},
        *("nothing", "nothing", "nothing", "nothing"),
    ),
    "field added in a member": Step(
        {"oneOf": [thing(a=TEXT), NULL]},
        {"oneOf": [thing(a=TEXT, b=TEXT), NULL]},
        *("additive", "additive", "breaking", "breaking"),
    ),
    # what a missing field means
    "default stated": Step(whole(), whole(default=0), "additive", "editorial", "breaking", "editorial"),
    "default changed": Step(
        whole(default=0), whole(default=1), "breaking", "editorial", "breaking", "editorial"
    ),
}
