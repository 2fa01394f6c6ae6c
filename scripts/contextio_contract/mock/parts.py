"""Handlers of a mock for parts of resources (`x-part`), and for single resources at fixed paths."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Listing
from contextio_contract.mock.bodies import body_of, element_body_of
from contextio_contract.mock.lists import select
from contextio_contract.mock.store import Stored
from contextio_contract.mock.switches import Switches
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.contract import Operation, Part
    from contextio_contract.mock.handlers import CollectionHandlers
    from contextio_contract.mock.parents import Parents
    from contextio_contract.mock.store import State, Store
    from contextio_contract.server.http.call import Call, Handler

_SINGLE = ""
"""The name of a single resource at its path."""


def part_handler(operation: Operation, part: Part, owner: CollectionHandlers, parents: Parents) -> Handler:
    """Return the handler of an operation on a part of a resource, which another collection keeps."""

    def handle(call: Call) -> Any:
        values = parents.resolve(owner.collection.path, call)
        _, resource = owner.find(call, values)
        current = owner.whole(call, values, resource).get(part.field)
        if operation.method == "GET":
            return _shown(operation, part, call, current)
        if operation.method == "PUT" and call.body is not None:
            changed = call.body if part.element is None else [_value_of(each, part) for each in call.body]
        elif part.adds or part.removes:
            changed = _with(current or [], _sent(call, part.adds), _sent(call, part.removes))
        elif isinstance(current, dict) or part.field not in call.form:
            former = current if isinstance(current, dict) and operation.method != "PUT" else {}
            changed = {**former, **call.form}
        else:
            changed = call.form[part.field]
        changed = owner.fitting(part.field, changed)
        owner.change(call, values, {part.field: changed})
        return body_of(operation).build({part.field: changed})

    return handle


def _shown(operation: Operation, part: Part, call: Call, current: Any) -> Any:
    """Return a part as the answer of an operation that reads it."""
    _, element = element_body_of(operation)
    media = operation.success.media
    if part.element is not None:
        current = [element.build({part.element: value}) for value in current or []]
    if isinstance(current, list):
        current = select(operation.listing or Listing(), current, call.query)
    if current is None and media:
        empty: list[Any] = [[], {}, ""]
        current = next(filter(media.schema.is_valid, empty), media.sample)
    switches = Switches(operation)
    return switches.content(call, switches.show(call, current))


def _value_of(sent: Any, part: Part) -> Any:
    """Return the plain value of an object: that of its field, or else its first."""
    if not isinstance(sent, dict):
        return sent
    return sent.get(str(part.element), next(iter(sent.values()), None))


def _sent(call: Call, names: Sequence[str]) -> list[Any]:
    values = [call.form[name] for name in names if name in call.form]
    return [each for value in values for each in (value if isinstance(value, list) else [value])]


def _with(current: Sequence[Any], added: Sequence[Any], removed: Sequence[Any]) -> list[Any]:
    kept = [value for value in current if value not in removed]
    return kept + [value for value in dict.fromkeys(added) if value not in kept]


def is_single(operations: Mapping[str, Operation]) -> bool:
    """Return whether the operations of a path read and change one thing: GET shows what the form sends."""
    reads, changes = operations.get("GET"), operations.get("POST") or operations.get("PUT")
    if reads is None or changes is None or reads.part or reads.listing or changes.asynchronous:
        return False
    shown = reads.success.schema
    return shown is not None and not changes.form_fields.keys().isdisjoint(shown.properties)


def single_handlers(
    operations: Mapping[str, Operation], parents: Parents, state: State
) -> dict[Operation, Handler]:
    """Return the handlers of the operations of such a path, by method: it keeps what is sent to it."""

    def opened(call: Call) -> tuple[Store, str]:
        path = call.operation.path
        place = path.fill(parents.resolve(path, call))
        store = state.store(call.consumer_key)
        example = body_of(operations["GET"]).media.sample
        store.start(place, lambda: [Stored(_SINGLE, example, state.clock())])
        return store, place

    def read(call: Call) -> Any:
        store, place = opened(call)
        current = store.get(place, _SINGLE)
        if current is None and str(HTTPStatus.NOT_FOUND.value) in call.operation.responses:
            name = call.operation.path.segments[-1].replace("_", " ")
            raise RefusedError(HTTPStatus.NOT_FOUND, f"{name} is not set")
        return _filled(call.operation, current.fields if current else {})

    def change(call: Call) -> Any:
        store, place = opened(call)
        if store.update(place, _SINGLE, call.form) is None:
            store.add(place, Stored(_SINGLE, call.form, state.clock()))
        return body_of(call.operation).build(call.form)

    def delete(call: Call) -> Any:
        store, place = opened(call)
        store.remove(place, _SINGLE)
        return body_of(call.operation).build({})

    roles = {"GET": read, "DELETE": delete}
    return {operation: roles.get(method, change) for method, operation in operations.items()}


def _filled(operation: Operation, fields: Mapping[str, Any]) -> Any:
    """Return a body of fields in which the others are null or absent, if they can be."""
    body = body_of(operation)
    nulls = {name: None for name, schema in body.properties.items() if schema.is_valid(None)}
    plain = {**nulls, **body.coerce(fields)}
    return plain if body.media.schema.is_valid(plain) else body.build(fields)
