"""Sentences about the behaviour of operations, in Markdown, from the vocabulary of behaviour."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from contextio_contract.contract import Collection, Operation
    from contextio_contract.contract.behaviour.answers import Effect
    from contextio_contract.contract.behaviour.listing import Order
    from contextio_contract.contract.behaviour.resource import Resource


def sentences(operation: Operation, collection: Collection | None) -> list[str]:
    """Return what is promised of an operation beyond its schemas.

    Args:
        operation: the operation.
        collection: the collection that it belongs to; None if it belongs to none.
    """
    return [
        *_of_a_list(operation),
        *_of_a_part(operation),
        *(_effect(name, effect) for name, effects in operation.switches.items() for effect in effects),
        *_of_work(operation),
        *(_of_a_resource(operation, collection) if collection else ()),
    ]


def asked_by(operation: Operation, media_type: str) -> str:
    """Return how a call asks for a body in a media type, in Markdown; empty for that without asking."""
    switches = (
        f"with `{name}={effect.value}`"
        for name, effects in operation.switches.items()
        for effect in effects
        if effect.answers == media_type and effect.value is not None
    )
    media = operation.success.media
    is_usual = media is None or media.name == media_type
    return next(switches, "" if is_usual else f"with the header `Accept: {media_type}`")


def _of_a_list(operation: Operation) -> Iterator[str]:
    listing = operation.listing
    if listing is None:
        return
    if listing.elements:
        reads = _link(listing.elements)
        yield f"The elements are addresses of what {reads} reads; filters and order compare fields of that."
    if listing.of:
        yield f"The elements are also those of {_link(listing.of)}."
    if listing.order:
        yield from _of_order(listing.order)
    paging = listing.paging
    if paging and paging.default != paging.maximum:
        yield f"Without `{paging.limit}` an answer has at most {paging.default:,} elements."
    for each in listing.filters.values():
        yield f"{each.description}."
    for name, reason in listing.others.items():
        yield f"`{name}`: {reason}"


def _of_order(order: Order) -> Iterator[str]:
    if order.by:
        direction = "greatest" if order.descending else "least"
        yield f"The list is in the order of `{'.'.join(order.by)}`, the {direction} first."
    else:
        direction = "newest" if order.descending else "oldest"
        yield f"The list is in the order of creation, {direction} first."
    if order.by_parameter:
        yield f"`{order.by_parameter}` names another field for the order."
    if order.parameter:
        yield f"`{order.parameter}` takes another direction: `asc` or `desc`."


def _of_a_part(operation: Operation) -> Iterator[str]:
    part = operation.part
    if part is None:
        return
    does = {"GET": "Answers", "PUT": "Replaces", "DELETE": "Removes"}.get(operation.method, "Changes")
    yield f"{does} `{part.field}` of what {_link(part.of)} reads."
    if part.element:
        yield f"Each object holds a value of that list in `{part.element}`."
    for names, verb in ((part.adds, "adds to"), (part.removes, "removes from")):
        if sent := [name for name in names if name in operation.form_fields]:
            yield f"What is sent as {_names(sent)} {verb} that list."


def _effect(parameter: str, effect: Effect) -> str:
    sent = f"`{parameter}`" if effect.value is None else f"`{parameter}={effect.value}`"
    if effect.adds:
        typed = f", whose type is then {effect.adds_type}" if effect.adds_type else ""
        return f"{sent} adds `{'.'.join(effect.adds)}`{typed}."
    if effect.narrows:
        return f"{sent} keeps the objects of `{'.'.join(effect.narrows)}` whose `{effect.by}` equals it."
    if effect.elements:
        return f"{sent} lists objects of [{effect.elements}](#{effect.elements})."
    return f"{sent} asks for the answer in `{effect.answers}`."


def _of_work(operation: Operation) -> Iterator[str]:
    work = operation.asynchronous
    if work:
        grow = f"{_names(work.fields)} {'grows' if len(work.fields) == 1 else 'grow'} once it is done"
        yield f"The work goes on after the answer: {_link(work.observe)} shows it, where {grow}."


def _of_a_resource(operation: Operation, collection: Collection) -> Iterator[str]:
    resource = collection.resource
    if operation in {collection.reads, collection.deletes, *collection.updates}:
        yield from _of_names(resource, f"`{collection.parameter}`")
    for name, target in resource.reads_back.items():
        if name in operation.form_fields and name != target:
            how = f"reads back in `{target}`" if target else "does not read back"
            yield f"What is sent as `{name}` {how}."
    if operation is collection.creates:
        yield from _of_a_creation(resource)


def _of_names(resource: Resource, parameter: str) -> Iterator[str]:
    if resource.prefix:
        yield f"{parameter} has `{resource.prefix}` before the name of the {resource.kind}."
    for field, prefix in resource.also_named:
        after = f" after `{prefix}`" if prefix else ""
        yield f"{parameter} may also be the `{field}` of the {resource.kind}{after}."


def _of_a_creation(resource: Resource) -> Iterator[str]:
    for file, fields in resource.headers.items():
        for field, header in fields.items():
            yield f"`{field}` reads the header `{header}` of `{file}`."
    initial = [f"`{name}` is `{json.dumps(value)}`" for name, value in resource.initial.items()]
    if initial:
        yield f"If nothing else is sent, {', '.join(initial)}."
    if resource.lifetime:
        field, seconds = resource.lifetime
        yield f"Unused, it ends at `{field}`, {seconds:,} seconds after its creation."


def _link(operation: str) -> str:
    return f"[{operation}](#{operation})"


def _names(names: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)
