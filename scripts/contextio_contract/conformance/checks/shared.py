"""Resources that checks share, and requests for any operation, made from its path and its form's example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.responses import need
from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource
from contextio_contract.conformance.fixtures.forms import form_to_send, needs_mailbox
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Operation

OK: Final = "OK"
"""The status of a source that works."""
BROKEN: Final = "INVALID_CREDENTIALS"
"""The status of a source whose password is wrong."""


def account_with(deployment: Deployment, *statuses: str) -> Resource:
    """Return an account with a source of each of these statuses, in this order."""

    def create() -> Resource:
        account = deployment.account()
        for status in statuses:
            source = deployment.source(account)
            if status == BROKEN:
                source.update(password=WRONG_PASSWORD)
                actual = source.update(force_status_check=1).get("status")
                need(actual == BROKEN, f"a source with a wrong password is {actual}, so none can be broken")
        return account

    return deployment.shared(f"account with {statuses}", create)


def path_to(deployment: Deployment, operation: Operation) -> ResourcePath:
    """Return a path of an operation on which every resource exists, or raise `NotExercised`."""
    ledger = deployment.gateway.guard.ledger
    path: ResourcePath = ()
    for segment in operation.path.segments:
        if is_parameter(segment):
            foreign = ledger.of_others(path) if operation.is_safe else None
            path = ledger.living(path) or foreign or _create(deployment, path).path
        else:
            path = (*path, segment)
    return path


def form_of(deployment: Deployment, operation: Operation) -> dict[str, Any]:
    """Return a form for an operation, which opens no mailbox; empty if the operation takes none."""
    form = form_to_send(operation, deployment.gateway.guard.run_id)
    if form is None:
        message = f"the form of {operation.id} has no example"
        raise NotExercised(message)
    return {**form, "email": deployment.email()} if "email" in form else form


def _create(deployment: Deployment, path: ResourcePath) -> Resource:
    nothing = f"there is nothing in {path_of(path)}"
    need(not deployment.reads_only, nothing)
    collection = Collection(deployment, path)
    creation = collection.described.creates
    if creation is None or not deployment.contract.deletions_linked(creation):
        message = f"{nothing}, and no operation creates and deletes it"
        raise NotExercised(message)

    def create() -> Resource:
        if needs_mailbox(creation):
            return deployment.source(Resource(deployment, path[:-1]))
        return collection.create(**form_of(deployment, creation))

    return deployment.shared("/".join(path), create)
