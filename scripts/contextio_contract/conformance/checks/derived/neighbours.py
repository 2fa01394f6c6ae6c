"""Neighbours of a resource: what lies beside it, inside it, and alike in another resource above."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.responses import need
from contextio_contract.conformance.checks.steps import Collection
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.safety.uploads import header_fields

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Resource


def create_elsewhere(resource: Resource) -> Collection:
    """Return the collection of its kind in a new resource above it.

    Raises:
        NotExercised: if none can be created.
    """
    above = resource.deployment.contract.collection_above(resource.collection.described)
    need(above and above.creates, "no operation creates what is above it")
    return Collection(resource.deployment, resource.path[:-3]).new()[resource.path[-2]]


def create_alike(resource: Resource) -> list[Resource]:
    """Return a new resource of the same form elsewhere, which may well have the same name."""
    with suppress(NotExercised):
        return [create_elsewhere(resource).new(**resource.sent)]
    return []


def create_twins(resource: Resource, **fields: Any) -> list[Resource]:
    """Return a new resource of the same form with further fields, beside it.

    There is none where the deployment refuses a second one, or what is sent names what it creates.
    """
    collection, creates = resource.collection, resource.collection.described.creates
    is_named = header_fields(collection.described) or resource.name in resource.sent.values()
    if creates is None or creates.path.names_resource or is_named:
        return []
    form = {**fields, **resource.sent}
    response = collection.post(**form)
    name = collection.described.name_in(response.object) if response.raw.ok else None
    return [replace(resource, path=(*collection.path, str(name)), sent=form)] if name else []


def create_beside(resource: Resource) -> list[Resource]:
    """Return new resources of the other collections that lie where this one lies."""
    where = resource.path[:-2]
    return [
        created
        for described in resource.deployment.contract.collections
        if described.path.segments[-1] != resource.path[-2]
        for collection in [Collection(resource.deployment, (*where, described.path.segments[-1]))]
        if resource.deployment.contract.collection_at(collection.path) is described
        for created in _created(collection)
    ]


def collections_in(resource: Resource) -> list[Collection]:
    """Return the collections that lie in a resource."""
    contract, kind = resource.deployment.contract, resource.collection.described
    return [
        resource[described.path.segments[-1]]
        for described in contract.collections
        if contract.collection_above(described) is kind
    ]


def create_children(resource: Resource) -> list[Resource]:
    """Return a new resource of each collection in a resource."""
    return [child for collection in collections_in(resource) for child in _created(collection)]


def _created(collection: Collection) -> list[Resource]:
    """Return a new resource of a collection; none if it cannot be created and read."""
    described = collection.described
    if not described.creates or not described.reads:
        return []
    with suppress(NotExercised):  # without a mailbox there are no sources
        return [collection.new()]
    return []
