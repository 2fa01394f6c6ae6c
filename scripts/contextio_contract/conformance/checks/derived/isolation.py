"""Checks of isolation: to another consumer key, everything that one created is unknown."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from contextio_contract.conformance.checks.derived.samples import sampled
from contextio_contract.conformance.checks.others import query_of_filters
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import as_json, expect, expect_equal, need
from contextio_contract.conformance.checks.shared import (
    for_each_operation,
    form_for,
    path_to,
    request_for,
    within,
)
from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource
from contextio_contract.conformance.outcome import NOT_IMPLEMENTED, NotExercised
from contextio_contract.conformance.safety.clean_up import remove
from contextio_contract.conformance.safety.mode import MAY_WRITE, ONLY_READS
from contextio_contract.conformance.wire import signing
from contextio_contract.conformance.wire.gateway import entry_points
from contextio_contract.conformance.wire.target import SECOND_KEY, SECOND_SECRET
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.conformance.checks.responses import Response
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Operation

MISSING: Final = f"it needs a second consumer key; set {SECOND_KEY} and {SECOND_SECRET}"
VALUES: Final = 3
"""How many values of a filter are sent."""


@contextmanager
def second_key(deployment: Deployment) -> Iterator[Deployment]:
    """Yield the deployment as the second key sees it; what is created with that is removed in the end.

    Raises:
        NotExercised: if there is no second key.
    """
    gateway = deployment.gateway.second
    if gateway is None:
        raise NotExercised(MISSING, SECOND_KEY)
    try:
        yield Deployment(gateway, deployment.mailbox)
    finally:
        remove(gateway, list(reversed(gateway.trail.created)))


@check(rules=("accounts-list-scope-api-key",))
def key_lists(deployment: Deployment) -> None:
    """No list shows what another consumer key created, whatever filter is sent."""
    with second_key(deployment) as others:
        for_each_operation(partial(_expect_not_listed, others=others))(deployment)


@check(rules=("accounts-list-scope-api-key",))
def key_unknown(deployment: Deployment) -> None:
    """What another consumer key created is answered about as if it were not there, and is not changed."""
    need(not deployment.reads_only, ONLY_READS, MAY_WRITE)
    with second_key(deployment) as others:
        for_each_operation(partial(_expect_unknown, others=others))(deployment)


@check(rules=("accounts-list-scope-api-key",))
def key_names(deployment: Deployment) -> None:
    """Two consumer keys may create the same, and neither changes or deletes what the other one created."""
    need(not deployment.reads_only, ONLY_READS, MAY_WRITE)
    with second_key(deployment) as others:
        need(not others.reads_only, "what the second key has could not be listed, so nothing may be written")
        for_each_operation(partial(_expect_twin, others=others))(deployment)


@check(rules=("auth-two-legged-no-token",))
def key_nonces(deployment: Deployment) -> None:
    """Each consumer key has nonces of its own: one that another key has used is accepted."""
    with second_key(deployment) as others:
        operations = [*entry_points(deployment.contract)][:1]
        need(operations, "no operation can be called without knowing a name")
        request_for(deployment, operations[0]).send()
        others.gateway.signer.latest = deployment.gateway.signer.latest
        status = request_for(others, operations[0]).send(signature=signing.REUSED_NONCE).status
        expect(status != HTTPStatus.UNAUTHORIZED, "the nonce of another key is accepted", f"status {status}")


def _expect_not_listed(deployment: Deployment, operation: Operation, others: Deployment) -> None:
    described = deployment.contract.collection_of(operation)
    need(described and described.lists is operation, "it is no list")
    need(described and described.creates, "no operation creates what it lists, so it may be everybody's")
    need(not operation.path.parameters, "it lists what lies in a resource, which is unknown itself")
    need(not any(each.required for each in operation.query_parameters), "it is asked for one thing")
    if described is None or operation.listing is None:
        return
    collection, elements = sampled(deployment, described)
    # Both keys may have what has no name, or one that somebody chose.
    is_given = (
        described.reads
        and described.key
        and not (described.creates and described.key in described.creates.form_fields)
    )
    owns, names = deployment.gateway.guard.ledger.owns, list(map(collection.name_of, elements))
    own = (
        names
        if deployment.reads_only and is_given
        else [name for name in names if owns((*collection.path, name))]
    )
    need(own, "nothing is listed that is known to be of this key")
    hidden, shown = Collection(others, collection.path), query_of_filters(described)
    for query in ({}, *_queries(operation, elements)):
        listed = set(collection.every_name(**shown, **query)).intersection(own)
        seen = sorted(listed.intersection(hidden.every_name(**shown, **query)))
        expect_equal(seen, [], f"what another key created, with {as_json(query)},")


def _queries(operation: Operation, elements: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a query for some values of each filter that select an element."""
    schemas = {each.name: each.schema for each in operation.query_parameters}
    for criterion in operation.listing.filters.values() if operation.listing else ():
        schema = schemas[criterion.parameter]
        values = (value for each in elements for value in criterion.values_in(each) if value is not None)
        wanted = [
            value for value in map(criterion.wanted_for, values) if (schema.items or schema).is_valid(value)
        ]
        for value in list(dict.fromkeys(wanted))[:VALUES]:
            yield {criterion.parameter: value}


def _expect_unknown(deployment: Deployment, operation: Operation, others: Deployment) -> None:
    parameters = [at for at, part in enumerate(operation.path.segments) if is_parameter(part)]
    need(parameters, "it is about no resource")
    need(not deployment.gateway.answers.lacks(operation.id), f"{operation.id} {NOT_IMPLEMENTED}")
    path = _path_of_own(deployment, operation)
    before = _own_resources(deployment, operation, path)
    ledger = deployment.gateway.guard.ledger
    _expect_as_unknown(others, operation, path, ledger.name_like(path[parameters[0]]), parameters[0])
    last = parameters[-1]
    if last > parameters[0] and not others.reads_only and ledger.lives(path[: last + 1]):
        with suppress(NotExercised):
            above = path_to(others, operation.path.segments[:last], reads=False)
            unknown = ledger.name_like(path[last])
            _expect_as_unknown(others, operation, (*above, *path[last:]), unknown, last)
    for resource, read in before.items():
        expect_equal(_steady(Resource(deployment, resource).read()), read, "the resource of another key")


def _path_of_own(deployment: Deployment, operation: Operation) -> ResourcePath:
    """Return a path of an operation to what the run created, with names of nothing where it cannot create."""
    segments, ledger = operation.path.segments, deployment.gateway.guard.ledger
    path = tuple(ledger.free_name() if is_parameter(part) else part for part in segments)
    for end in range(1, len(segments) + 1):
        if is_parameter(segments[end - 1]):
            with suppress(NotExercised):
                path = (*path_to(deployment, segments[:end], reads=False), *path[end:])
    first = next(at for at, part in enumerate(segments, 1) if is_parameter(part))
    need(ledger.lives(path[:first]), f"nothing can be created in /{'/'.join(segments[: first - 1])}")
    return path


def _own_resources(
    deployment: Deployment, operation: Operation, path: ResourcePath
) -> dict[ResourcePath, Any]:
    """Return what an operation could change of the run, as it reads; nothing for one that only reads."""
    return {
        resource: _steady(Resource(deployment, resource).read())
        for resource in operation.resources_in(path)
        if not operation.is_safe and deployment.gateway.guard.ledger.lives(resource)
        if (described := deployment.contract.collection_at(resource[:-1])) and described.reads
    }


def _expect_as_unknown(
    others: Deployment, operation: Operation, path: ResourcePath, unknown: str, position: int
) -> None:
    """Expect the answer about a path to be the same as with an unknown name at a position."""
    form = form_for(others, operation)

    def ask(name: str) -> Response:
        return others.send(operation.method, (*path[:position], name, *path[position + 1 :]), form=form)

    kept = others.gateway.trail.kept
    wanted, received = ask(unknown), ask(path[position])
    need(others.gateway.trail.kept == kept, "it would write to what is not known to be of this run")
    need(wanted.status >= HTTPStatus.BAD_REQUEST, "it answers about what is not there as if it were")
    expect_equal(received.status, wanted.status, "the status, as that about an unknown name,")
    texts = [_without_name(each, name) for each, name in ((received, path[position]), (wanted, unknown))]
    expect_equal(texts[0], texts[1], "the error, as that about an unknown name,")


def _without_name(response: Response, name: str) -> Any:
    """Return what an error says, with a placeholder for a name."""
    error = response.object
    value = str(error.get("value")).replace(name, "…").replace(quote(name, safe=""), "…")
    return {**{each: error.get(each) for each in ("type", "code")}, "value": value}


def _expect_twin(deployment: Deployment, operation: Operation, others: Deployment) -> None:
    described = deployment.contract.collection_of(operation)
    creates = bool(described and described.creates is operation and described.reads)
    need(creates, "it creates nothing that can be read")
    if described is None:
        return
    resource = within(deployment, described).new()
    before = _steady(resource.read())
    twin = within(others, described).new(**resource.sent)
    twin.read()
    expect_equal(_steady(resource.read()), before, "the resource of another key")
    if described.deletes:
        twin.remove()
        expect_equal(_steady(resource.read()), before, "the resource of another key")


def _steady(value: Any) -> Any:
    """Return a body without its numbers, as counts and times change of themselves."""
    if isinstance(value, dict):
        return {name: _steady(each) for name, each in value.items() if type(each) not in {int, float}}
    return [_steady(each) for each in value] if isinstance(value, list) else value
