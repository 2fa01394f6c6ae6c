"""Requests for any operation, made from its path template and the example of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.steps import Collection, Resource
from contextio_contract.conformance.fixtures.forms import form_to_send, needs_mailbox
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Operation


def path_to(deployment: Deployment, operation: Operation) -> ResourcePath:
    """Return a path of an operation on which every resource exists.

    Raises:
        NotExercised: if there is no resource that the run may use.
    """
    ledger = deployment.gateway.guard.ledger
    path: ResourcePath = ()
    for segment in operation.path.segments:
        if not is_parameter(segment):
            path = (*path, segment)
            continue
        foreign = ledger.of_others(path) if operation.is_safe else None
        path = ledger.living(path) or foreign or _create(deployment, path).path
    return path


def form_of(deployment: Deployment, operation: Operation) -> dict[str, Any]:
    """Return a form for an operation, which opens no mailbox; empty if the operation takes none.

    Raises:
        NotExercised: if the description has no example of the form.
    """
    form = form_to_send(operation, deployment.gateway.guard.run_id)
    if form is None:
        message = f"the form of {operation.id} has no example"
        raise NotExercised(message)
    return {**form, "email": deployment.email()} if "email" in form else form


def _create(deployment: Deployment, path: ResourcePath) -> Resource:
    """Return an element of a collection, which checks share."""
    collection = Collection(deployment, path)
    if deployment.reads_only:
        message = f"there is nothing in {path_of(path)}"
        raise NotExercised(message)
    creation = collection.described.creates
    if creation is None or not deployment.contract.deletions_linked(creation):
        message = f"there is nothing in {path_of(path)}, and no operation creates and deletes it"
        raise NotExercised(message)
    if needs_mailbox(creation):
        return deployment.shared("/".join(path), lambda: deployment.source(Resource(deployment, path[:-1])))
    return deployment.shared("/".join(path), lambda: collection.create(**form_of(deployment, creation)))
