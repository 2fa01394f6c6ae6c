"""Differences of two value sets explained: types, members of unions, and what each member allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from contextio_contract.description.diff.changes import Direction, Effect, pairs
from contextio_contract.description.diff.inclusion import is_empty, is_multiple
from contextio_contract.description.diff.remarks import compare_remarks
from contextio_contract.description.diff.shapes import TYPES, joined
from contextio_contract.description.diff.texts import canonical, difference_text, value_text
from contextio_contract.description.diff.words import (
    bounds_of,
    forms_of,
    label_of,
    member_text,
    set_text,
    step_text,
    types_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from contextio_contract.description.diff.inclusion import Inclusion
    from contextio_contract.description.diff.places import Place
    from contextio_contract.description.diff.value_sets import Shape, ValueSet

    Compare: TypeAlias = Callable[[ValueSet, ValueSet, Place], None]


def explain(old: ValueSet, new: ValueSet, place: Place, inclusion: Inclusion, compare: Compare) -> None:
    """Record in which types, members and fields two sets differ.

    Args:
        old: the older set.
        new: the newer set.
        place: where their values are sent.
        inclusion: what proves inclusions in this direction.
        compare: compares the sets of what is below, such as properties.
    """
    if old.is_anything or new.is_anything:
        place.judge("type", tightened=True, loosened=True, details=f"{_types(old)} → {_types(new)}")
        return
    was, now = ({label_of(shape) for shape in values.shapes} for values in (old, new))
    lost = was - now - ({"integer"} if "number" in now else set())
    gained = now - was - ({"integer"} if "number" in was else set())
    place.judge("type", lost, gained, f"{_types(old)} → {_types(new)}")
    for type_ in TYPES:
        ones, others = (
            joined(shape for shape in values.shapes if shape.type == type_) for values in (old, new)
        )
        if ones and others:
            unions = _Unions(old, new, inclusion)
            for one, other in unions.matches(ones, others):
                _Members(unions, one, other, place, compare).explain()
                ones.remove(one)
                others.remove(other)
            details = difference_text(map(member_text, ones), map(member_text, others))
            place.judge("unclear" if ones and others else "union", ones, others, details)


class _Unions:
    """Two sets as unions of shapes."""

    def __init__(self, old: ValueSet, new: ValueSet, inclusion: Inclusion) -> None:
        self.old, self.new, self.inclusion = old, new, inclusion

    def matches(self, ones: Iterable[Shape], others: Iterable[Shape]) -> list[tuple[Shape, Shape]]:
        """Return the shapes of one type that belong together: by name, by values, or as what is left."""
        found: list[tuple[Shape, Shape]] = []
        ones, others = list(ones), list(others)
        for belong in (_are_namesakes, self._are_equal, self._is_part, lambda *_: len(ones) == 1):
            if belong == self._is_part and len(ones) != len(others):
                break  # A member may have become several, so that no pair would tell the truth.
            for one in list(ones):
                other = next((other for other in others if belong(one, other)), None)
                if other is not None:
                    found.append((one, other))
                    ones.remove(one)
                    others.remove(other)
        return found

    def _are_equal(self, one: Shape, other: Shape) -> bool:
        return self._is_within(one, other) and self._is_around(one, other)

    def _is_part(self, one: Shape, other: Shape) -> bool:
        return self._is_within(one, other) or self._is_around(one, other)

    def _is_within(self, one: Shape, other: Shape) -> bool:
        return self.inclusion.is_within(one, self.old, other, self.new)

    def _is_around(self, one: Shape, other: Shape) -> bool:
        return self.inclusion.is_within(other, self.new, one, self.old)


class _Members:
    """Two shapes of one type compared, field by field."""

    def __init__(self, unions: _Unions, old: Shape, new: Shape, place: Place, compare: Compare) -> None:
        self._unions, self._inclusion = unions, unions.inclusion
        self._old, self._new = old, new
        is_union = old.member and new.member
        self._place = place.at(_name(new) or place.subject) if is_union else place
        self._compare = compare

    def explain(self) -> None:
        """Record in which fields they differ."""
        old, new = self._old, self._new
        if old.member and new.member:
            compare_remarks(old.member, new.member, self._place)
        if old.values is not None or new.values is not None or old.type == "boolean":
            self._compare_values()
        else:
            self._compare_limits()
        self._compare_conditions()
        if old.type == "object":
            self._compare_properties()
            self._compare_further()
        elif old.type == "array":
            self._compare_elements()

    def _compare_values(self) -> None:
        was, now = _values_of(self._unions.old, self._old), _values_of(self._unions.new, self._new)
        lost, gained = _without(was, now), _without(now, was)
        details = difference_text(map(value_text, lost), map(value_text, gained))
        if was is None or now is None:
            only, values = ("only", now) if was is None else ("no longer only", was)
            details = f"{only} {', '.join(map(value_text, values or ()))}"
        self._place.judge("values", was is None or lost, now is None or gained, details)

    def _compare_limits(self) -> None:
        old, new, place = self._old, self._new, self._place
        for (keyword, was, before), (_, now, after) in zip(bounds_of(old), bounds_of(new), strict=True):
            place.judge("bounds", now > was, was > now, f"{keyword} {before} → {after}")
        for (keyword, was), (_, now) in zip(forms_of(old), forms_of(new), strict=True):
            place.judge("form", now - was, was - now, f"{keyword} {set_text(was)} → {set_text(now)}")
        if {old.step or 1, new.step or 1} != {1}:
            details = f"multipleOf {step_text(old.step)} → {step_text(new.step)}"
            place.judge(
                "form", not is_multiple(old.step, new.step), not is_multiple(new.step, old.step), details
            )

    def _compare_conditions(self) -> None:
        old, new, implies = self._old, self._new, self._inclusion.implies
        demanded = [each.keyword for each in new.conditions if not implies(old, self._unions.old, each)]
        dropped = [each.keyword for each in old.conditions if not implies(new, self._unions.new, each)]
        self._place.judge("condition", demanded, dropped, ", ".join(dict.fromkeys([*demanded, *dropped])))
        if old.names is not new.names:
            covers = self._inclusion.covers
            tightened, loosened = not covers(new.names, old.names), not covers(old.names, new.names)
            self._place.judge("condition", tightened, loosened, "propertyNames")

    def _compare_properties(self) -> None:
        old, new = self._old, self._new
        unsent, unread = self._inclusion.hidden(old), self._inclusion.hidden(new)
        was_required, is_required = old.required - unsent, new.required - unread
        before = {name: values for name, values in old.properties.items() if name not in unsent}
        after = {name: values for name, values in new.properties.items() if name not in unread}
        for name, was, now in pairs(before, after):
            subject = f"{self._place.subject}.{name}"
            if was is None and not _is_further(old, name):
                self._record_added(subject, is_required=name in is_required)
                if self._unions.old.described or is_empty(old.further):
                    continue
            elif now is None and not _is_further(new, name):
                self._record_removed(subject)
                continue
            if (name in was_required) != (name in is_required):
                effect = Effect.TIGHTENED if name in is_required else Effect.LOOSENED
                self._place.record(f"{self._place.direction}-required-{effect}", effect, subject)
            self._compare(
                old.field(name) if was is None else was,
                new.field(name) if now is None else now,
                self._place.at(subject),
            )
        unnamed = (was_required ^ is_required) - before.keys() - after.keys()
        tightened, loosened = unnamed & is_required, unnamed & was_required
        self._place.judge("condition", tightened, loosened, f"required {', '.join(sorted(unnamed))}")

    def _record_added(self, subject: str, *, is_required: bool) -> None:
        if self._place.direction == Direction.REQUEST:
            effect = Effect.TIGHTENED if is_required else Effect.LOOSENED
            rule = "required-request-property-added" if is_required else "request-property-added"
            self._place.record(rule, effect, subject)
            return
        if is_empty(self._old.further):
            self._place.judge(
                "extra", tightened=False, loosened=True, details=f"with {subject.rpartition('.')[2]}"
            )
        self._place.record("answer-property-added", Effect.TIGHTENED, subject)

    def _record_removed(self, subject: str) -> None:
        is_request = self._place.direction == Direction.REQUEST
        rule = "request-property-removed" if is_request else "answer-property-removed"
        effect = Effect.TIGHTENED if is_request else Effect.LOOSENED
        self._place.record(rule, effect, subject)
        if effect in self._place.possible:  # a lost field says all
            self._place.told.update(self._place.possible)
            self._place.recorded.update(self._place.possible)

    def _compare_further(self) -> None:
        covers, old, new, place = self._inclusion.covers, self._old, self._new, self._place
        for pattern, was, now in pairs(old.patterned, new.patterned):
            if was and now:
                self._compare(was, now, place.at(f"{place.subject}.{pattern}"))
            else:
                place.judge("condition", tightened=True, loosened=True, details="patternProperties")
        if all(values.is_anything or is_empty(values) for values in (old.further, new.further)) or (
            old.further.is_anything or new.further.is_anything
        ):
            tightened, loosened = not covers(new.further, old.further), not covers(old.further, new.further)
            place.judge("extra", tightened, loosened)
        else:
            self._compare(old.further, new.further, place.at(f"further fields of {place.subject}"))

    def _compare_elements(self) -> None:
        old, new, place = self._old, self._new, self._place
        for index in range(max(len(old.prefix), len(new.prefix))):
            self._compare(
                old.element(index), new.element(index), place.at(f"element {index} of {place.subject}")
            )
        self._compare(old.items, new.items, place.at(f"the elements of {place.subject}"))


def _types(values: ValueSet) -> str:
    return "anything" if values.is_anything else types_text(values.shapes)


def _name(shape: Shape) -> str | None:
    return shape.member.name if shape.member else None


def _are_namesakes(one: Shape, other: Shape) -> bool:
    return _name(one) is not None and _name(one) == _name(other)


def _values_of(values: ValueSet, shape: Shape) -> list[Any] | None:
    return None if shape.finite is None else [value for value in shape.finite if values.is_valid(value)]


def _without(values: Iterable[Any] | None, others: Iterable[Any] | None) -> list[Any]:
    """Return the values that are not among others; none if one of the two is not listed."""
    texts = set(map(canonical, others or ()))
    return [value for value in values or () if others is not None and canonical(value) not in texts]


def _is_further(shape: Shape, name: str) -> bool:
    """Return whether a field that a shape does not name is one of those that it describes otherwise."""
    if name in shape.properties:
        return False
    field = shape.field(name)
    return shape.names_field(name) or not (field.is_anything or is_empty(field))
