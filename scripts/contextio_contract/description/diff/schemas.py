"""Two schemas compared: which values the newer one allows that the older did not, and the reverse.

Inclusion of the value sets decides; the shapes explain. A difference that no shape explains is told as one
that cannot be compared exactly. It counts as if there were such values, which is the safe side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Schema
from contextio_contract.description.diff.changes import Changes, Direction, Effect
from contextio_contract.description.diff.inclusion import Inclusion
from contextio_contract.description.diff.members import explain
from contextio_contract.description.diff.places import Place, effects_of
from contextio_contract.description.diff.remarks import compare_remarks
from contextio_contract.description.diff.unions import split
from contextio_contract.description.diff.value_sets import ValueSet, ValueSets
from contextio_contract.description.diff.words import unclear_text

if TYPE_CHECKING:
    from typing import TypeAlias

    from contextio_contract.description.diff.value_sets import Key

    Pair: TypeAlias = tuple[Key, Key, Direction, frozenset[Effect]]


class SchemaComparison:
    """Compares schemas; each pair of components once for each operation and direction."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._sets = ValueSets(split)
        self._inclusions = {direction: Inclusion(direction) for direction in Direction}
        self._open: set[Pair] = set()
        self._inner: set[Pair] = set()
        self._told: dict[tuple[Any, ...], Place] = {}

    def compare(self, old: Schema, new: Schema, direction: Direction, subject: str) -> None:
        """Record the changes between two schemas; those of a component are about its own name."""
        self._compare(self._sets.of(old), self._sets.of(new), Place(self._changes, direction, subject))

    def _compare(self, old: ValueSet, new: ValueSet, place: Place) -> None:
        if self._sets.is_same(old, new, worded=True):
            return
        subject = new.name or place.subject
        self._compare_remarks(old, new, place)
        inclusion = self._inclusions[place.direction]
        effects = effects_of(not inclusion.covers(new, old), not inclusion.covers(old, new))
        possible = effects & place.possible
        pair = old.key, new.key, place.direction, possible
        key = *pair, subject, self._changes.operation
        if pair in self._open:  # Schemas that contain themselves: what is outside tells.
            self._inner.add(pair)
            place.told.update(possible)
            return
        if key not in self._told:
            self._open.add(pair)
            within = Place(self._changes, place.direction, subject, possible)
            explain(old, new, within, inclusion, self._compare)
            unclear = possible - (within.recorded if pair in self._inner else within.told)
            details = unclear_text(old, new)
            within.judge("unclear", Effect.TIGHTENED in unclear, Effect.LOOSENED in unclear, details)
            self._told[key] = within
            self._open.remove(pair)
        place.told.update(self._told[key].told)
        place.recorded.update(self._told[key].recorded)

    def _compare_remarks(self, old: ValueSet, new: ValueSet, place: Place) -> None:
        if old.name and new.name:
            compare_remarks(self._sets.of(_beside(old)), self._sets.of(_beside(new)), place)
            old, new = self._sets.of(_component(old)), self._sets.of(_component(new))
        compare_remarks(old, new, place.at(new.name or place.subject))


def _beside(values: ValueSet) -> Schema:
    """Return what stands beside the reference of a named set."""
    (schema,) = values.schemas
    return Schema({key: value for key, value in schema.node.items() if key != "$ref"}, schema.document)


def _component(values: ValueSet) -> Schema:
    """Return the component of a named set."""
    (schema,) = values.schemas
    return Schema({"$ref": schema.node["$ref"]}, schema.document)
