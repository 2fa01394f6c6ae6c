"""Two schemas side by side: which values the newer one allows that the older did not, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.diff.rules import Direction, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Tell = Callable[[str, str, str], None]
    """Takes a rule's id, the place, and details."""

_UP: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_DOWN: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
_FORM: Final = ("pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType")
_CONDITIONS: Final = (
    "if",
    "then",
    "else",
    "not",
    "contains",
    "prefixItems",
    "patternProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "unevaluatedProperties",
    "discriminator",
)
_ABSENT: Final = {Direction.REQUEST: "readOnly", Direction.RESPONSE: "writeOnly"}
"""What marks a property that is not in what goes in a direction."""

_WORDING: Final = ("title", "description", "example", "examples", "$comment", "externalDocs", "summary")
_UNIONS: Final = ("oneOf", "anyOf")


def mapping(value: Any) -> dict[str, Any]:
    """Return a value that is a mapping, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """Return a value that is a list, or an empty one."""
    return value if isinstance(value, list) else []


class Document:
    """One of two documents that are compared."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the document.

        Args:
            data: an OpenAPI document in one piece.
        """
        self.data = data

    def resolved(self, value: Any) -> tuple[str, dict[str, Any]]:
        """Return the name of the component that a value refers to, or an empty text, and its content."""
        name, passed = "", set()
        own = _beside(mapping(value))
        while isinstance(reference := mapping(value).get("$ref"), str) and reference not in passed:
            passed.add(reference)
            name = reference.rpartition("/")[2]
            value = self.data
            for key in reference.removeprefix("#/").split("/"):
                value = mapping(value).get(key.replace("~1", "/").replace("~0", "~"))
        return name, _beside(mapping(value)) | own

    def schema(self, value: Any, passed: tuple[int, ...] = ()) -> tuple[str, dict[str, Any]]:
        """Return a schema's name and fields, those of all that it is made of by `allOf` among them."""
        name, fields = self.resolved(value)
        parts = items(fields.get("allOf"))
        if not parts or id(parts) in passed:
            return name, fields
        whole: dict[str, Any] = {}
        for part in [*parts, {key: field for key, field in fields.items() if key != "allOf"}]:
            one = self.schema(part, (*passed, id(parts)))[1]
            properties = mapping(whole.get("properties")) | mapping(one.get("properties"))
            required = [*items(whole.get("required")), *items(one.get("required"))]
            whole |= one
            whole |= {"properties": properties} if properties else {}
            whole |= {"required": required} if required else {}
        return name, whole


class Schemas:
    """Compares schemas; each pair of components once in each direction."""

    def __init__(self, old: Document, new: Document, tell: Tell) -> None:
        """Make ready.

        Args:
            old: the document that the older schemas stand in.
            new: the document that the newer schemas stand in.
            tell: called for each difference.
        """
        self._old, self._new, self._tell = old, new, tell
        self._seen: set[tuple[str, str, Direction]] = set()

    def forget(self) -> None:
        """Compare components anew, though they were compared before: for another operation."""
        self._seen.clear()

    def compare(self, old: Any, new: Any, direction: Direction, place: str) -> None:
        """Tell the differences of two schemas.

        Args:
            old: the older schema.
            new: the newer one.
            direction: who sends its values.
            place: what to call it; a component is called by its own name.
        """
        if "$ref" in mapping(old) and "$ref" in mapping(new):
            self._pair(_beside(old), _beside(new), direction, place)
            old, new = {"$ref": old["$ref"]}, {"$ref": new["$ref"]}
        (old_name, before), (name, after) = self._old.schema(old), self._new.schema(new)
        key = (old_name, name, direction)
        if not name or key not in self._seen:
            self._seen.add(key)
            self._pair(before, after, direction, name or place)

    def _pair(self, before: dict[str, Any], after: dict[str, Any], direction: Direction, place: str) -> None:
        def judge(aspect: str, tightened: Any, loosened: Any, details: str = "") -> None:
            if tightened or loosened:
                both = tightened and loosened
                effect = Effect.CHANGED if both else Effect.TIGHTENED if tightened else Effect.LOOSENED
                self._tell(f"{direction}-{aspect}-{effect}", place, details)

        if any(key in fields for key in _UNIONS for fields in (before, after)):
            self._union(before, after, direction, place)
            before, after = _without_union(before), _without_union(after)
        else:
            old_types, new_types = _types(before), _types(after)
            judge(
                "type",
                _lost(old_types, new_types),
                _lost(new_types, old_types),
                f"{_named(old_types)} → {_named(new_types)}",
            )
        self._values(before, after, judge)
        for low, high in zip(_UP, _DOWN, strict=True):
            for key, sign in ((low, 1), (high, -1)):
                was, now = before.get(key), after.get(key)
                up = _above(now, was, sign)
                judge("bounds", up, _above(was, now, sign), f"{key} {_said(was)} → {_said(now)}")
        for aspect, keys in (("form", _FORM), ("condition", _CONDITIONS)):
            for key in keys:
                was, now = _bare(before.get(key)), _bare(after.get(key))
                if was != now:
                    judge(aspect, now not in (None, False), was not in (None, False), _change(key, was, now))
        self._fields(before, after, direction, place, judge)
        self._remarks(before, after, direction, place)
        if "items" in before or "items" in after:
            self.compare(before.get("items"), after.get("items"), direction, f"the elements of {place}")

    def _values(self, before: dict[str, Any], after: dict[str, Any], judge: Callable[..., None]) -> None:
        was, now = _choices(before), _choices(after)
        if was != now:
            gone = [] if was is None else [value for value in was if now is not None and value not in now]
            come = [] if now is None else [value for value in now if was is not None and value not in was]
            details = "; ".join(
                f"{verb} {', '.join(map(_said, values))}"
                for verb, values in (("without", gone), ("with", come))
                if values
            )
            judge("values", was is None or gone, now is None or come, details)

    def _fields(
        self,
        before: dict[str, Any],
        after: dict[str, Any],
        direction: Direction,
        place: str,
        judge: Callable[..., None],
    ) -> None:
        was = _present(self._old, before, direction)
        now = _present(self._new, after, direction)
        needed, needs = (set(map(str, items(fields.get("required")))) for fields in (before, after))
        for name in [*was, *(name for name in now if name not in was)]:
            inner = f"{place}.{name}"
            if name not in now:
                removed = "answer" if direction == Direction.RESPONSE else "request"
                self._tell(f"{removed}-property-removed", inner, "")
            elif name not in was:
                added = "required-request" if name in needs else "request"
                kind = "answer" if direction == Direction.RESPONSE else added
                self._tell(f"{kind}-property-added", inner, "")
            else:
                if (name in needed) != (name in needs):
                    effect = Effect.TIGHTENED if name in needs else Effect.LOOSENED
                    self._tell(f"{direction}-required-{effect}", inner, "")
                self.compare(was[name], now[name], direction, inner)
        if not was and not now:
            judge("condition", needs - needed, needed - needs, "required")
        closed, closes = before.get("additionalProperties"), after.get("additionalProperties")
        if isinstance(closed, dict) and isinstance(closes, dict):
            self.compare(closed, closes, direction, f"further fields of {place}")
        elif (closed in (None, True)) != (closes in (None, True)) or (closed is False) != (closes is False):
            loose = [2 if value in (None, True) else 0 if value is False else 1 for value in (closed, closes)]
            judge("extra", loose[1] < loose[0], loose[1] > loose[0])

    def _remarks(
        self, before: dict[str, Any], after: dict[str, Any], direction: Direction, place: str
    ) -> None:
        if before.get("default") != after.get("default"):
            both = "default" in before and "default" in after and direction == Direction.REQUEST
            change = _change("default", before.get("default"), after.get("default"))
            self._tell("request-default-changed" if both else "wording", place, change)
        forms = [set(map(str, items(fields.get("x-also-reads")))) for fields in (before, after)]
        if forms[0] != forms[1]:
            self._tell("also-reads-removed" if forms[0] - forms[1] else "also-reads-added", place, "")
        tell_remarks(before, after, place, self._tell)

    def _union(self, before: dict[str, Any], after: dict[str, Any], direction: Direction, place: str) -> None:
        was, now = _members(before), _members(after)
        pairs = []
        for alike in (self._same, self._same_name, self._same_type):
            for old in list(was):
                new = next((new for new in now if alike(old, new)), None)
                if new is not None:
                    was, now = _rest(was, old), _rest(now, new)
                    pairs.append((old, new))
        for old, new in pairs:
            self.compare(old, new, direction, place)
        if was or now:
            effect = Effect.CHANGED if was and now else Effect.TIGHTENED if was else Effect.LOOSENED
            gone = ", ".join(self._shown(self._old, member) for member in was)
            come = ", ".join(self._shown(self._new, member) for member in now)
            details = "; ".join(filter(None, (gone and f"without {gone}", come and f"with {come}")))
            self._tell(f"{direction}-union-{effect}", place, details)

    def _same(self, old: Any, new: Any) -> bool:
        return bool(_bare(self._old.schema(old)[1]) == _bare(self._new.schema(new)[1]))

    def _same_name(self, old: Any, new: Any) -> bool:
        name = self._old.schema(old)[0]
        return bool(name) and name == self._new.schema(new)[0]

    def _same_type(self, old: Any, new: Any) -> bool:
        return _types(self._old.schema(old)[1]) == _types(self._new.schema(new)[1])

    def _shown(self, document: Document, member: Any) -> str:
        name, fields = document.schema(member)
        return name or (_said(fields["const"]) if "const" in fields else _named(_types(fields)))


def tell_remarks(before: Mapping[str, Any], after: Mapping[str, Any], place: str, tell: Tell) -> None:
    """Tell of an object's deprecation, its wording, and extensions that have no rule of their own.

    Args:
        before: the older object.
        after: the newer one.
        place: what to call it.
        tell: called for each difference.
    """
    if (before.get("deprecated") is True) != (after.get("deprecated") is True):
        tell("deprecated" if after.get("deprecated") is True else "undeprecated", place, "")
    worded = [key for key in _WORDING if before.get(key) != after.get(key)]
    if worded:
        tell("wording", place, ", ".join(worded))
    remarked = [
        key
        for key in sorted({*before, *after})
        if key in _ABSENT.values() or (str(key).startswith("x-") and key not in {"x-paging", "x-also-reads"})
        if before.get(key) != after.get(key)
    ]
    if remarked:
        tell("remark", place, ", ".join(remarked))


def _present(document: Document, fields: dict[str, Any], direction: Direction) -> dict[str, Any]:
    """Return the properties that are in what goes in a direction."""
    return {
        name: value
        for name, value in mapping(fields.get("properties")).items()
        if document.schema(value)[1].get(_ABSENT[direction]) is not True
    }


def _beside(reference: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in reference.items() if key != "$ref"}


def _types(fields: Mapping[str, Any]) -> frozenset[str]:
    stated = fields.get("type")
    if isinstance(stated, str):
        return frozenset({stated})
    return frozenset(map(str, items(stated)))


def _lost(old: frozenset[str], new: frozenset[str]) -> bool:
    """Return whether a value of the one types has none of the others; no type at all is any type."""
    if not new:
        return False
    return not old or bool(old - new - ({"integer"} if "number" in new else set()))


def _named(types: Iterable[str]) -> str:
    return " or ".join(sorted(types)) or "anything"


def _choices(fields: Mapping[str, Any]) -> list[Any] | None:
    """Return the values that are allowed, or None for all."""
    stated = fields.get("enum")
    return [fields["const"]] if "const" in fields else stated if isinstance(stated, list) else None


def _above(one: Any, other: Any, sign: int) -> bool:
    """Return whether a bound is there and stricter than another; with -1, the lower one is stricter."""
    if not isinstance(one, int | float):
        return False
    return not isinstance(other, int | float) or sign * one > sign * other


def _members(fields: dict[str, Any]) -> list[Any]:
    """Return what a schema is a union of; one that is no union is its own single member."""
    found = [member for key in _UNIONS for member in items(fields.get(key))]
    return found or [{key: value for key, value in fields.items() if key not in _WORDING}]


def _without_union(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what stands beside a union; of what is none, only the remarks, for the rest is its member."""
    if any(key in fields for key in _UNIONS):
        return fields
    return {key: value for key, value in fields.items() if key in _WORDING or key.startswith("x-")}


def _rest(members: list[Any], without: Any) -> list[Any]:
    return [member for member in members if member is not without]


def _bare(value: Any) -> Any:
    """Return a value without wording and remarks at any depth."""
    if isinstance(value, dict):
        hidden = {*_WORDING, "deprecated"}
        return {
            key: _bare(inner) if key != "properties" else {name: _bare(one) for name, one in inner.items()}
            for key, inner in value.items()
            if key == "properties" or (key not in hidden and not str(key).startswith("x-"))
            if key != "properties" or isinstance(inner, dict)
        }
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


def _said(value: Any) -> str:
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _change(key: str, was: Any, now: Any) -> str:
    simple = not isinstance(was, dict | list) and not isinstance(now, dict | list)
    return f"{key} {_said(was)} → {_said(now)}" if simple else key
