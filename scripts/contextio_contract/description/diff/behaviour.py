"""Behaviour compared: what the extensions of two operations promise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Listing
from contextio_contract.contract.behaviour.resource import resource_of
from contextio_contract.description.diff.changes import Changes, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.contract import Operation, Resource


def compare_behaviour(old: Operation, new: Operation, changes: Changes) -> None:
    """Record the promises that only one of two operations makes, and those that differ."""
    before, after = old.listing or Listing(), new.listing or Listing()
    _compare_promises(_promises_of(old), _promises_of(new), new.id, changes)
    if before.others != after.others:
        changes.record("remark", new.id, "x-list")
    _compare_resources(resource_of(old.item), resource_of(new.item), new.path.text, changes)


def _promises_of(operation: Operation) -> dict[str, str]:
    """Return what the extensions of an operation promise, in words."""
    listing = operation.listing or Listing()
    promises = {f"filter {name}": criterion.description for name, criterion in listing.filters.items()}
    if listing.order:
        promises["order"] = listing.order.description
    if paging := listing.paging:
        default = f", {paging.default} without {paging.limit}" if paging.default != paging.maximum else ""
        promises["pages"] = f"at most {paging.maximum}{default}, by {paging.limit} and {paging.offset}"
    for name in ("elements", "of"):
        if stated := getattr(listing, name):
            promises[name] = stated
    for name, effects in operation.switches.items():
        promises |= {f"{name}={effect.value}": effect.description for effect in effects}
    if part := operation.part:
        promises["part"] = f"{part.field} of {part.of}"
    if work := operation.asynchronous:
        promises["work"] = f"{', '.join(work.fields)} of {work.observe}"
    return promises


def _compare_resources(old: Resource | None, new: Resource | None, path: str, changes: Changes) -> None:
    if old and new:
        mapped = sorted(old.reads_back.keys() | new.reads_back.keys())
        _compare_promises(
            _promises_of_resource(old, mapped), _promises_of_resource(new, mapped), path, changes
        )
        if (old.kind, old.mark) != (new.kind, new.mark):
            changes.record("remark", path, "x-resource")
    elif old or new:
        changes.record(f"promise-{'added' if new else 'removed'}", f"behaviour of {path}")


def _promises_of_resource(resource: Resource, mapped: Iterable[str]) -> dict[str, str]:
    """Return what x-resource promises, in words; of the form fields, those that one side maps."""
    stated: dict[str, Any] = {
        name: getattr(resource, name) for name in ("key", "created", "url", "embedded_at", "prefix")
    }
    stated["lifetime"] = "{1} s in {0}".format(*resource.lifetime) if resource.lifetime else None
    stated |= {f"name by {field}": f"{prefix}…" for field, prefix in resource.also_named}
    stated |= {f"headers of {name}": json.dumps(fields) for name, fields in resource.headers.items()}
    stated |= {f"reading back of {name}": resource.reads_back.get(name, name) for name in mapped}
    promises = {name: str(value) for name, value in stated.items() if value}
    return promises | {f"initial {name}": json.dumps(value) for name, value in resource.initial.items()}


def _compare_promises(old: Mapping[str, str], new: Mapping[str, str], owner: str, changes: Changes) -> None:
    for name, before, after in pairs(old, new):
        if before != after:
            rule = "added" if before is None else "removed" if after is None else "changed"
            details = f"{before} → {after}" if before and after else ""
            changes.record(f"promise-{rule}", f"{name} of {owner}", details)
