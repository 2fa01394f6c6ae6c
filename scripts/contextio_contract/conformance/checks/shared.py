"""Paths and forms for requests of any operation, with resources that checks share."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.responses import expect_equal, need
from contextio_contract.conformance.checks.steps import Collection, Deployment
from contextio_contract.conformance.fixtures.forms import form_to_send
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.marks import mark, marks_of
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Collection as DescribedCollection
    from contextio_contract.contract import Operation


def within(deployment: Deployment, described: DescribedCollection) -> Collection:
    """Return a collection in resources that the run shares, or of others if nothing may be written.

    Raises:
        NotExercised: if there is nothing that the collection could be in.
    """
    return Collection(deployment, path_to(deployment, described.path.segments, reads=False))


def path_to(deployment: Deployment, segments: tuple[str, ...], *, reads: bool) -> ResourcePath:
    """Return a path in which each parameter of a template names a resource that is there.

    Args:
        deployment: the deployment.
        segments: the segments of the template.
        reads: whether the path is only read, so that resources of others will do.

    Raises:
        NotExercised: if there is no such resource, and none can be created.
    """
    ledger = deployment.gateway.guard.ledger
    path: ResourcePath = ()
    for segment in segments:
        if not is_parameter(segment):
            path = (*path, segment)
            continue
        own = ledger.living(path)
        foreign = ledger.of_others(path) if reads or deployment.reads_only else None
        need(own or foreign or not deployment.reads_only, f"there is nothing in {path_of(path)}")
        path = own or foreign or Collection(deployment, path).any().path
    return path


@contextmanager
def nothing_created(collection: Collection) -> Iterator[None]:
    """Expect that nothing is created in a collection meanwhile; what others create does not count."""
    described = collection.described
    run_id = collection.deployment.gateway.guard.run_id
    before = set(collection.every_name())
    yield
    created = [
        element
        for element in collection.every()
        if str(element.get(collection.key)) not in before
        # In a resource of the run nobody else creates anything.
        if len(collection.path) > 1 or any(run_id in text for text in marks_of(element, described))
    ]
    expect_equal(created, [], "what was created")


def form_for(deployment: Deployment, operation: Operation) -> dict[str, Any]:
    """Return a form for an operation, marked, which opens no mailbox; empty if it takes none.

    Raises:
        NotExercised: if the form has no example.
    """
    form = form_to_send(operation)
    if form is None:
        message = f"the form of {operation.id} has no example"
        raise NotExercised(message)
    return mark(form, deployment.contract.collection_of(operation), deployment.new_mark())
