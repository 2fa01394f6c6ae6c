"""Remarks on schemas compared: defaults, lenient readings, wording and extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.diff.changes import HIDDEN, TOOLS, WORDING, Direction
from contextio_contract.description.diff.places import Place
from contextio_contract.description.diff.texts import canonical, change_text

if TYPE_CHECKING:
    from contextio_contract.description.diff.value_sets import ValueSet

ANNOTATION: Final = "password"
"""The format that says how a text is shown, and nothing of its values."""
_KEYS: Final = {*WORDING, *HIDDEN.values(), *TOOLS, "default", "deprecated"}


def compare_remarks(old: ValueSet, new: ValueSet, place: Place) -> None:
    """Record how the remarks on two schemas differ.

    A default of a request counts: who leaves a field out relies on it. One that is stated for the first time
    is a promise; without it, nothing was said of what a missing field means.
    """
    before, after = _remarks(old), _remarks(new)
    defaults = [{key: side[key] for key in ("default",) if key in side} for side in (before, after)]
    if canonical(defaults[0]) != canonical(defaults[1]):
        effect = "added" if not defaults[0] else "changed" if defaults[1] else "removed"
        rule = f"request-default-{effect}" if place.direction == Direction.REQUEST else "wording"
        was, now = (side.get("default", "none") for side in defaults)
        place.changes.record(rule, place.subject, change_text("default", was, now))
    was_read, is_read = (set(side.get("x-also-reads", ())) for side in (before, after))
    if was_read != is_read:
        place.changes.record(f"also-reads-{'removed' if was_read - is_read else 'added'}", place.subject)
    if (was_taken := before.get("x-fallback")) != (is_taken := after.get("x-fallback")):
        # Values that the schema does not allow were taken, or are.
        details = change_text("x-fallback", before.get("x-fallback", "none"), after.get("x-fallback", "none"))
        if place.direction == Direction.REQUEST:
            everywhere = Place(place.changes, place.direction, place.subject)
            everywhere.judge("values", was_taken is not None, is_taken is not None, details)
        else:
            place.changes.record("remark", place.subject, details)
    was_signed, is_signed = (side.get("x-signature") for side in (before, after))
    if was_signed != is_signed:
        effect = "added" if not was_signed else "changed" if is_signed else "removed"
        place.changes.record(f"signature-{effect}", place.subject)
    place.changes.record_remarks(before, after, place.subject)


def _remarks(values: ValueSet) -> dict[str, Any]:
    """Return the remarks; those beside a reference or `allOf` take the place of those behind it."""
    return {
        key: value
        for part in reversed(values.all_parts)
        for key, value in part.node.items()
        if key in _KEYS or str(key).startswith("x-") or (key, value) == ("format", ANNOTATION)
    }
