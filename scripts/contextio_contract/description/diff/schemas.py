"""Two schemas compared: which values the newer one allows that the older did not, and the reverse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Schema
from contextio_contract.description.diff import keywords as kw
from contextio_contract.description.diff.changes import HIDDEN, Changes, pairs
from contextio_contract.description.diff.rules import Direction, Effect

if TYPE_CHECKING:
    from contextio_contract.contract import Operation


@dataclass(frozen=True)
class _Pair:
    """Two schemas without `allOf` and references, what they are about, and who sends their values."""

    old: Schema
    new: Schema
    direction: Direction
    subject: str


class SchemaComparison:
    """Compares schemas; each pair of components once for each operation and direction."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._compared: set[tuple[Operation | None, str | None, str, Direction]] = set()

    def compare(self, old: Schema, new: Schema, direction: Direction, subject: str) -> None:
        """Record the changes between two schemas; those of a component are about its own name."""
        if old.name and new.name:
            self._compare_pair(_beside(old), _beside(new), direction, subject)
            old, new = (Schema({"$ref": side.node["$ref"]}, side.document) for side in (old, new))
        key = (self._changes.operation, old.name, new.name or "", direction)
        if not new.name or key not in self._compared:
            self._compared.add(key)
            self._compare_pair(old, new, direction, new.name or subject)

    def _compare_pair(self, old: Schema, new: Schema, direction: Direction, subject: str) -> None:
        pair = _Pair(kw.merged(old), kw.merged(new), direction, subject)
        if kw.is_union(pair.old) or kw.is_union(pair.new):
            self._compare_unions(pair)
            pair = _Pair(kw.beside_union(pair.old), kw.beside_union(pair.new), direction, subject)
        else:
            tightened, loosened = kw.loses_types(pair.old, pair.new), kw.loses_types(pair.new, pair.old)
            details = f"{kw.types_text(pair.old)} → {kw.types_text(pair.new)}"
            self._judge(pair, "type", tightened, loosened, details)
        self._compare_values(pair)
        self._compare_limits(pair)
        self._compare_properties(pair)
        self._compare_remarks(pair)
        if pair.old.items or pair.new.items:
            anything = Schema({}, new.document)
            elements = f"the elements of {subject}"
            self.compare(pair.old.items or anything, pair.new.items or anything, direction, elements)

    def _judge(self, pair: _Pair, aspect: str, tightened: Any, loosened: Any, details: str = "") -> None:
        if tightened or loosened:
            effect = Effect.TIGHTENED if tightened else Effect.LOOSENED
            effect = Effect.CHANGED if tightened and loosened else effect
            self._changes.record(f"{pair.direction}-{aspect}-{effect}", pair.subject, details)

    def _compare_values(self, pair: _Pair) -> None:
        old, new = kw.choices(pair.old.node), kw.choices(pair.new.node)
        if old != new:
            removed = [value for value in old or () if new is not None and value not in new]
            added = [value for value in new or () if old is not None and value not in old]
            details = "; ".join(
                f"{word} {', '.join(map(kw.value_text, values))}"
                for word, values in (("without", removed), ("with", added))
                if values
            )
            self._judge(pair, "values", old is None or removed, new is None or added, details)

    def _compare_limits(self, pair: _Pair) -> None:
        for name, old, new in pairs(pair.old.node, pair.new.node):
            if old == new:
                continue
            if name in kw.LOWER or name in kw.UPPER:
                sign = 1 if name in kw.LOWER else -1
                tightened, loosened = kw.is_stricter(new, old, sign), kw.is_stricter(old, new, sign)
                self._judge(pair, "bounds", tightened, loosened, kw.change_text(name, old, new))
            elif name in kw.FORM + kw.CONDITIONS and kw.without_wording(old) != kw.without_wording(new):
                aspect = "form" if name in kw.FORM else "condition"
                tightened, loosened = new not in (None, False), old not in (None, False)
                self._judge(pair, aspect, tightened, loosened, kw.change_text(name, old, new))

    def _compare_properties(self, pair: _Pair) -> None:
        old, new = _sent(pair.old, pair.direction), _sent(pair.new, pair.direction)
        was_required, is_required = set(pair.old.required), set(pair.new.required)
        is_response = pair.direction == Direction.RESPONSE
        for name, before, after in pairs(old, new):
            subject = f"{pair.subject}.{name}"
            if after is None:
                self._changes.record(f"{'answer' if is_response else 'request'}-property-removed", subject)
            elif before is None:
                added = "required-request" if name in is_required else "request"
                self._changes.record(f"{'answer' if is_response else added}-property-added", subject)
            else:
                if (name in was_required) != (name in is_required):
                    effect = Effect.TIGHTENED if name in is_required else Effect.LOOSENED
                    self._changes.record(f"{pair.direction}-required-{effect}", subject)
                self.compare(before, after, pair.direction, subject)
        if not old and not new:
            tightened, loosened = is_required - was_required, was_required - is_required
            self._judge(pair, "condition", tightened, loosened, "required")
        was_open, is_open = kw.openness(pair.old), kw.openness(pair.new)
        self._judge(pair, "extra", is_open < was_open, is_open > was_open)
        was_further, further = kw.further(pair.old), kw.further(pair.new)
        if was_further and further:
            self.compare(was_further, further, pair.direction, f"further fields of {pair.subject}")

    def _compare_remarks(self, pair: _Pair) -> None:
        old, new = pair.old.get("default"), pair.new.get("default")
        if old != new:
            both = all("default" in side.node for side in (pair.old, pair.new))
            rule = "request-default-changed" if both and pair.direction == Direction.REQUEST else "wording"
            self._changes.record(rule, pair.subject, kw.change_text("default", old, new))
        was_read, is_read = (set(side.get("x-also-reads", ())) for side in (pair.old, pair.new))
        if was_read != is_read:
            self._changes.record(f"also-reads-{'removed' if was_read - is_read else 'added'}", pair.subject)
        self._changes.record_remarks(pair.old.node, pair.new.node, pair.subject)

    def _compare_unions(self, pair: _Pair) -> None:
        old, new = kw.members(pair.old), kw.members(pair.new)
        matched = []
        for are_alike in (_are_equal, _have_one_name, _have_one_type):
            for member in list(old):
                other = next((other for other in new if are_alike(member, other)), None)
                if other is not None:
                    old.remove(member)
                    new.remove(other)
                    matched.append((member, other))
        for member, other in matched:
            self.compare(member, other, pair.direction, pair.subject)
        removed, added = ", ".join(map(_member_text, old)), ", ".join(map(_member_text, new))
        details = "; ".join(filter(None, (removed and f"without {removed}", added and f"with {added}")))
        self._judge(pair, "union", old, new, details)


def _beside(schema: Schema) -> Schema:
    return Schema({key: value for key, value in schema.node.items() if key != "$ref"}, schema.document)


def _sent(schema: Schema, direction: Direction) -> dict[str, Schema]:
    """Return the properties that are sent in a direction."""
    properties = schema.properties.items()
    return {name: inner for name, inner in properties if inner.get(HIDDEN[direction]) is not True}


def _are_equal(old: Schema, new: Schema) -> bool:
    return bool(kw.without_wording(kw.merged(old).node) == kw.without_wording(kw.merged(new).node))


def _have_one_name(old: Schema, new: Schema) -> bool:
    return old.name is not None and old.name == new.name


def _have_one_type(old: Schema, new: Schema) -> bool:
    return set(old.types) == set(new.types)


def _member_text(member: Schema) -> str:
    constant = member.get("const")
    return member.name or (kw.types_text(member) if constant is None else kw.value_text(constant))
