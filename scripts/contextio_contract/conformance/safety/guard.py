"""The guard of a run: reads may go anywhere, writes only to what the run created.

| request                                            | read-only | sandbox | disposable |
| reads                                              | sent      | sent    | sent       |
| writes to what the run created, or invented        | kept      | sent    | sent       |
| any other write                                    | kept      | kept    | sent       |
| out of the deployment, or under another method     | kept      | kept    | kept       |

It judges requests as they are about to leave, after every tool has had its way with them. What the run
created it learns from the 201 responses that pass through.
"""

from __future__ import annotations

import enum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.safety.ledger import Ledger
from contextio_contract.conformance.safety.marks import marks_of
from contextio_contract.conformance.safety.uploads import header_fields, name_of_upload
from contextio_contract.contract.paths import PathTemplate, is_parameter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.conformance.safety.outgoing import Outgoing
    from contextio_contract.contract import Contract, Operation

_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_OVERRIDES: Final = frozenset(
    {"_method", "_httpmethod", "$method", "x-http-method", "x-http-method-override", "x-method-override"}
)
"""The parameters with which some frameworks let a request stand for another method, in small letters."""


SHARED: Final = "it changes something that every user of the deployment shares"


class Mode(enum.Enum):
    """What a run may do to a deployment."""

    READ_ONLY = "read-only"
    """Nothing is written."""
    SANDBOX = "sandbox"
    """Resources are created; only they are changed and deleted."""
    DISPOSABLE = "disposable"
    """Everything may be changed and deleted: the deployment can be thrown away."""


class Guard:
    """Decides which requests may leave, and keeps the ledger that it decides by.

    Attributes:
        contract: the operations of the deployment.
        mode: what the run may do.
        run_id: the mark of everything that the run creates.
        ledger: what is the run's, and what is not.
        unlisted: collections whose content nobody knows; only a mark makes a resource there the run's.
        ends_with_run: whether the deployment was started for the run, so that nothing there outlives it.
    """

    def __init__(self, contract: Contract, mode: Mode, run_id: str) -> None:
        self.contract = contract
        self.mode = mode
        self.run_id = run_id
        self.ledger = Ledger()
        self.unlisted: set[Resource] = set()
        self.ends_with_run = False
        self._seen: set[Resource] = set()
        self._beside: Guard | None = None

    def beside(self) -> Guard:
        """Return the guard of another consumer key, which may try to change what this run created."""
        guard = Guard(self.contract, self.mode, self.run_id)
        guard.ends_with_run, guard._beside = self.ends_with_run, self
        return guard

    def beside_it(self) -> Guard:
        """Return the guard of work beside with the same key, which changes nothing that this one allows."""
        guard = Guard(self.contract, self.mode, self.run_id)
        guard.ends_with_run, guard.unlisted = self.ends_with_run, self.unlisted
        guard.ledger = self.ledger.beside_it()
        return guard

    def objection(self, request: Outgoing) -> str | None:
        """Return why a request must not leave, or None if it may."""
        if not request.target or ".." in "/".join(request.path).split("/"):
            return "it leads out of the deployment"
        if any(name.lower() in _OVERRIDES for name, _ in request.parameters):
            return "it asks to be taken for another method"
        return None if request.method in _READS else self._objection_to_write(request)

    def _objection_to_write(self, request: Outgoing) -> str | None:
        if self.mode is Mode.READ_ONLY:
            return "this run only reads"
        if self.mode is Mode.DISPOSABLE:
            return None
        operation = self.contract.router.match(request.method, request.path)
        if operation is None or not all(map(_is_plain, request.path)):
            return "it is no operation of the description"
        resources = operation.resources_in(request.path)
        objections = {
            SHARED: self.is_shared(operation),
            "it creates something that this run cannot remove": not self._can_remove(operation, request),
            "it writes to something that this run did not create": not all(map(self._may_change, resources)),
            "it names something that this run did not create": any(
                map(self.ledger.names_foreign, _values(request))
            ),
        }
        return next((objection for objection, holds in objections.items() if holds), None)

    def is_shared(self, operation: Operation) -> bool:
        """Return whether an operation writes to what is no resource that a run could have created."""
        is_resource = operation.path.parameters or self.contract.deletions_linked(operation)
        return not operation.is_safe and self.mode is not Mode.DISPOSABLE and not is_resource

    def _can_remove(self, operation: Operation, request: Outgoing) -> bool:
        """Return whether the run can remove what a request creates, if it creates anything."""
        described = self.contract.collection_of(operation)
        creates = described and described.creates is operation and described.parameter
        if not creates or self.ends_with_run or self.contract.deletions_linked(operation):
            return True
        uploaded = name_of_upload(described, request.exchange(operation, {}, None).body)
        return self.can_remove(operation) and bool(uploaded and self.run_id in uploaded)

    def can_remove(self, creation: Operation) -> bool:
        """Return whether what is created can be removed: by a link, by its name or with the deployment."""
        described = self.contract.collection_of(creation)
        is_upload = bool(described and described.deletes and header_fields(described))
        is_linked = bool(self.contract.deletions_linked(creation))
        return bool(described and described.parameter) and (self.ends_with_run or is_upload or is_linked)

    def _may_change(self, resource: Resource) -> bool:
        """Return whether a resource is the run's, by the ledger or by its name."""
        ledgers = [self.ledger, *([self._beside.ledger] if self._beside else [])]
        above = [resource[:end] for end in range(1, len(resource))]
        # With two keys, what lies in a resource of one may have the name of what the other one created.
        is_within = any(ledger.owns(each) for ledger in ledgers for each in above)
        is_named = any(ledger.has_created_name(resource[-1]) for ledger in ledgers)
        is_owned = any(ledger.owns(resource) for ledger in ledgers)
        return self.run_id in resource[-1] or is_owned or (is_within and is_named)

    def unseen(self, request: Outgoing) -> list[Resource]:
        """Return the resources of a write that the run seems to have created, and has not read yet.

        Where nobody else creates anything, they need not be read.
        """
        if request.method in _READS or self.mode is not Mode.SANDBOX or self.ends_with_run:
            return []
        operation = self.contract.router.match(request.method, request.path)
        resources = operation.resources_in(request.path) if operation else []
        return [path for path in resources if self.ledger.lives(path) and path not in self._seen]

    def see(self, resource: Resource, body: object) -> None:
        """Disown a resource whose content bears the mark of another than this run.

        A deployment may answer a creation with what somebody else made after the run began.
        """
        self._seen.add(resource)
        marks = marks_of(body, self.contract.collection_at(resource[:-1]))
        is_own = any(self.run_id in mark for mark in marks)
        if not is_own and (marks or resource[:-1] in self.unlisted):
            self.ledger.disown(resource)

    def learn(
        self, request: Outgoing, status: int, headers: Mapping[str, str], body: Any
    ) -> Sequence[Resource]:
        """Enter what a response says was created or deleted, and whose it is that it shows.

        Returns:
            What was created.
        """
        operation = self.contract.router.match(request.method, request.path)
        if operation is None:
            return ()
        is_refused = status >= HTTPStatus.BAD_REQUEST
        if status == HTTPStatus.CREATED:
            exchange = request.exchange(operation, headers, body)
            created = [*self.contract.created_resources(operation, exchange)]
            uploaded = name_of_upload(self.contract.collection_of(operation), exchange.body)
            created = created or ([(*request.path, uploaded)] if uploaded else [])
            for resource in created:
                self.ledger.add_created(resource)
            return created
        if operation.method == "DELETE" and not is_refused:
            self.ledger.add_deleted(request.path)
        elif operation.is_safe and not is_refused and self.ledger.lives(request.path):
            self.see(request.path, body)
        return ()

    def aim(self, operation: Operation, parameters: Mapping[str, str]) -> dict[str, str]:
        """Return path parameters that lead to a resource and with which the guard lets a write leave.

        A write goes to a resource of the run, or else to an unused name. A read goes where it was meant to,
        and so does a write in disposable mode; only the names of the description's examples are replaced
        by those of a resource of the run, or else of others.
        """
        is_free = operation.is_safe or self.mode is Mode.DISPOSABLE
        examples = {parameter.name: parameter.example for parameter in operation.path_parameters}
        if is_free and parameters and all(parameters[name] == examples[name] for name in parameters):
            template = PathTemplate(operation.path.text.rpartition("}")[0] + "}")
            if resource := self.ledger.leading(template):
                return dict(template.match(resource) or {})
        path: Resource = ()
        aimed = {}
        for segment in operation.path.segments:
            name = segment[1:-1]
            if not is_parameter(segment) or name not in parameters:
                path = (*path, segment)
                continue
            resource = (*path, parameters[name])
            own = self.ledger.living(path)
            if not is_free and not self.ledger.owns(resource):
                resource = own or (*path, self.ledger.free_name())
            elif is_free and parameters[name] == examples[name]:
                resource = own or next(self.ledger.of_others(path), resource)
            aimed[name] = resource[-1]
            path = resource
        return aimed


def _values(request: Outgoing) -> list[str]:
    """Return the values that a request carries, and those between commas in them."""
    return [part for _, value in request.parameters for part in (value, *value.split(","))]


def _is_plain(segment: str) -> bool:
    return segment not in {"", ".", ".."} and not any(
        char in "/\\" or not char.isprintable() for char in segment
    )
