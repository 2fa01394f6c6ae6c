"""Paths and forms for requests of any operation, with resources that checks share."""

from __future__ import annotations

import itertools
import random
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.others import fullest_first, remedy_of
from contextio_contract.conformance.checks.responses import expect_equal, need, need_implemented
from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource
from contextio_contract.conformance.fixtures.forms import form_to_send
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.safety.guard import SHARED
from contextio_contract.conformance.safety.marks import mark, marks_of
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.conformance.checks.responses import Response
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Collection as DescribedCollection
    from contextio_contract.contract import Operation


FEW: Final = 4
"""How many resources of others are looked at for one that holds what a check needs."""
SOME: Final = 5
"""How many operations are asked where asking all of them would take too long."""


def within(deployment: Deployment, described: DescribedCollection) -> Collection:
    """Return a collection in resources that the run shares, or of others if nothing may be written.

    Raises:
        NotExercised: if there is nothing that the collection could be in.
    """
    return Collection(deployment, path_to(deployment, described.path.segments, reads=False))


def path_to(deployment: Deployment, segments: tuple[str, ...], *, reads: bool) -> ResourcePath:
    """Return the path of a template, in which each parameter names an existing resource.

    If the path is only read, resources of others will do.

    Raises:
        NotExercised: if there is no such resource, and none can be created.
    """
    if not deployment.reads_only:
        try:
            return _own_path(deployment, segments, reads=reads)
        except NotExercised:
            if not reads:
                raise
    paths = existing(deployment, segments)
    reason = f"there is nothing in /{'/'.join(segments[: _last_parameter(segments)])}"
    need(paths, reason, remedy_of(deployment))
    return paths[0]


def existing(deployment: Deployment, segments: tuple[str, ...]) -> list[ResourcePath]:
    """Return a few paths of a template that lead to resources which lists show, of anybody."""
    if segments not in deployment.existing:
        deployment.existing[segments] = [*itertools.islice(_existing(deployment, segments), FEW)]
    return deployment.existing[segments]


def _existing(deployment: Deployment, segments: tuple[str, ...]) -> Iterator[ResourcePath]:
    end = _last_parameter(segments)
    if end < 0:
        yield segments
        return
    for above in existing(deployment, segments[:end]):
        with suppress(NotExercised):
            ledger = deployment.gateway.guard.ledger
            for name in _names(Collection(deployment, above), segments[end][1:-1]):
                ledger.add_seen((*above, name))
                yield (*above, name, *segments[end + 1 :])


def _names(collection: Collection, parameter: str) -> list[str]:
    """Return names of elements of others: those that are there now, if the run only reads."""
    deployment, key = collection.deployment, collection.described.key
    known = [path[-1] for path in deployment.gateway.guard.ledger.of_others(collection.path)]
    if not collection.described.lists or (known and not deployment.reads_only):
        return known
    elements = fullest_first(collection) if deployment.reads_only else collection.all()
    shown = [
        str(element[parameter]) if key is None and parameter in element else collection.name_of(element)
        for element in elements
    ]
    return shown or known


def _last_parameter(segments: tuple[str, ...]) -> int:
    """Return the position of the last parameter in a template; -1 without any."""
    return max((position for position, part in enumerate(segments) if is_parameter(part)), default=-1)


def _own_path(deployment: Deployment, segments: tuple[str, ...], *, reads: bool) -> ResourcePath:
    ledger = deployment.gateway.guard.ledger
    path: ResourcePath = ()
    for position, segment in enumerate(segments, 1):
        if not is_parameter(segment):
            path = (*path, segment)
            continue
        resource = _living(deployment, path)
        # Nothing can be created in a resource of others.
        if reads and not any(map(is_parameter, segments[position:])):
            resource = resource or next(ledger.of_others(path), None)
        collection = Collection(deployment, path)
        if resource is None and collection.described.creates:
            _need_implemented(deployment, collection.described.creates)
        path = resource or collection.any().path
    return path


def _need_implemented(deployment: Deployment, operation: Operation) -> None:
    """Raise `NotExercised` if an operation is known to be missing; checks of it alone ask it nevertheless."""
    need_implemented(operation.id, deployment.gateway.answers.has_shown_absence(operation.id))


def _living(deployment: Deployment, collection: ResourcePath) -> ResourcePath | None:
    """Return the newest resource of a collection that this check created, or that checks share."""
    own = {*deployment.gateway.trail.created}
    every = deployment.gateway.guard.ledger.leftovers()
    usable = (path for path in every if path in own or deployment.keeps(path))
    return next((path for path in usable if path[:-1] == collection), None)


def resource_above(collection: Collection) -> Resource | None:
    """Return the resource that a collection lies in, if it can be read; None at the top level."""
    above = collection.deployment.contract.collection_above(collection.described)
    return Resource(collection.deployment, collection.path[:-1]) if above and above.reads else None


def own_values(resource: Resource | None) -> dict[str, Any]:
    """Return the plain values of a resource that its forms set, with its address and time of creation.

    Nothing that is written in the resource changes them, and no work that goes on; its lists may grow.
    """
    if resource is None:
        return {}
    described = resource.collection.described
    writes = [each for each in (described.creates, *described.updates) if each]
    fields = {target for operation in writes for target in described.reads_back(operation).values()}
    fields |= {described.resource.created or "", described.resource.url or ""}
    shown = resource.read().items()
    return {name: value for name, value in shown if name in fields and not isinstance(value, (dict, list))}


@contextmanager
def nothing_created(collection: Collection) -> Iterator[None]:
    """Expect that nothing is created in a collection meanwhile, nor the resource above changed.

    What others create does not count.
    """
    described, above = collection.described, resource_above(collection)
    own = collection.deployment.gateway.trail.mark
    values = own_values(above)
    before = set(collection.every_name())
    yield
    created = [
        element
        for element in collection.every()
        if collection.name_of(element) not in before
        # In a resource of the run nobody else creates anything.
        if len(collection.path) > 1 or any(own in text for text in marks_of(element, described))
    ]
    expect_equal(created, [], "what was created")
    expect_equal(own_values(above), values, "the resource above")


def form_for(deployment: Deployment, operation: Operation) -> Any:
    """Return a form for an operation, marked, which opens no mailbox; empty if it takes none.

    For an operation that takes JSON, it is the example of that.

    Raises:
        NotExercised: if the form has no example.
    """
    form = form_to_send(operation)
    need(form is not None, f"the form of {operation.id} has no example")
    if not isinstance(form, dict):
        return form
    return mark(form, deployment.contract.collection_of(operation), deployment.new_mark())


def expect_unknown(deployment: Deployment, operation: Operation, path: ResourcePath) -> Response:
    """Expect a 404 from an operation on a resource that is not there."""
    response = deployment.send(operation.method, path, form=form_for(deployment, operation))
    return response.must_be_error(HTTPStatus.NOT_FOUND)


@dataclass(frozen=True)
class Request:
    """A request of an operation for something that is there."""

    deployment: Deployment
    operation: Operation
    path: ResourcePath
    query: dict[str, Any]
    form: Any

    def send(self, **options: Any) -> Response:
        """Send the request, with options of `Gateway.ask` or another path in place of its own."""
        content = {} if options.keys() & {"data", "files", "json"} else {"form": self.form}
        own = {"path": self.path, "params": self.query, **content}
        return self.deployment.send(self.operation.method, **own | options)


def request_for(deployment: Deployment, operation: Operation, *, succeeds: bool = False) -> Request:
    """Return a request of an operation; to succeed, a creation gets the mailbox of the run if it needs one.

    Raises:
        NotExercised: if that, or something to work on, is not there, or the form has no example.
    """
    need(not deployment.gateway.guard.is_shared(operation), SHARED)
    path = path_to(deployment, operation.path.segments, reads=operation.is_safe)
    return _request(deployment, operation, path, succeeds=succeeds)


def requests_for(deployment: Deployment, operation: Operation) -> Iterator[Request]:
    """Yield requests of an operation that reads, for a few things that are there, of anybody."""
    segments = operation.path.segments
    for path in existing(deployment, segments) or [path_to(deployment, segments, reads=True)]:
        request = _request(deployment, operation, path)
        if operation.paging:
            request.query[operation.paging.limit] = FEW
        yield request


def _request(
    deployment: Deployment, operation: Operation, path: ResourcePath, *, succeeds: bool = False
) -> Request:
    query = {each.name: each.example for each in operation.query_parameters if each.required}
    if operation.paging:
        query[operation.paging.limit] = 1
    described = deployment.contract.collection_of(operation)
    if succeeds and described and described.creates is operation and described.parameter:
        return Request(deployment, operation, path, query, Collection(deployment, path).form())
    return Request(deployment, operation, path, query, form_for(deployment, operation))


def for_each_operation(probe: Callable[[Deployment, Operation], None]) -> Callable[[Deployment], None]:
    """Make a function of an operation one of all that the run is about, which blames the one that fails."""

    @wraps(probe)
    def check_all(deployment: Deployment) -> None:
        missing = []
        for operation in deployment.operations:
            try:
                _need_implemented(deployment, operation)
                probe(deployment, operation)
            except NotExercised as reason:
                missing.append(str(reason))
            except Unmet as unmet:
                raise unmet.by(operation.id) from None
        need(len(missing) < len(deployment.operations), "".join(missing[-1:]) or "no operation is chosen")

    return check_all


def for_some_operations(
    probe: Callable[[Deployment, Operation], None], spread: str
) -> Callable[[Deployment], None]:
    """Make a function of an operation one of a few that the seed chooses, successful ones first.

    Args:
        probe: what is to be tried at an operation.
        spread: what tells it from others, which come to other operations.
    """

    def check_some(deployment: Deployment) -> None:
        answers, missing, made = deployment.gateway.answers, "no operation is chosen", 0
        operations = [each for each in deployment.operations if not answers.has_shown_absence(each.id)]
        random.Random(f"{deployment.seed} {spread}").shuffle(operations)  # noqa: S311 - no secret
        for operation in sorted(operations, key=lambda each: not answers.succeeded[each.id]):
            try:
                probe(deployment, operation)
                made += 1
            except NotExercised as reason:
                missing = str(reason)
            except Unmet as unmet:
                raise unmet.by(operation.id) from None
            if made == SOME:
                return
        need(made, missing)

    return check_some
