"""Handlers of a mock for what it does not keep: examples, and times that grow once work was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.resources import list_in
from contextio_contract.mock.lists import echo, select
from contextio_contract.mock.store import Stored
from contextio_contract.mock.story import example_about, story_of
from contextio_contract.mock.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from contextio_contract.contract import Operation
    from contextio_contract.mock.parents import Parents
    from contextio_contract.mock.store import State, Store
    from contextio_contract.mock.story import Story
    from contextio_contract.server.http.call import Call, Handler


def example_handler(operation: Operation, parents: Parents, story: Story) -> Handler:
    """Return a handler that answers an example: of several, the first that names the resource above.

    Fields that are called like parameters of the path, or required ones of the query, hold what was sent.
    """
    switches = Switches(operation)

    def answer_example(call: Call) -> Any:
        values = parents.resolve(operation.path, call)
        media = switches.media(call)
        if media is None:
            return None
        shape = switches.shape(call)
        is_list = operation.listing is not None and shape is None
        names = [] if is_list and not values else list(values.values())[::-1]
        example = example_about(media, names, shape) if names or not is_list else story_of(media)
        content = story.at(call.addresses, example, replace(call, path=values))
        if isinstance(content, dict):
            shown = ((name, value) for name, value in _asked(call, values) if name in content)
            content |= {name: value for name, value in shown if isinstance(content[name], str)}
        place = list_in(media.schema) if is_list else None
        if place and operation.listing:
            elements = content if place[0] is None else content[place[0]]
            page = select(operation.listing, elements, {**values, **call.query})
            content = page if place[0] is None else {**content, **echo(operation, call), place[0]: page}
        return switches.content(call, switches.show(call, content))

    return answer_example


def _asked(call: Call, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the parameters whose values an answer may repeat."""
    yield from values.items()
    for parameter in call.operation.query_parameters:
        if parameter.required:
            yield parameter.name, call.query[parameter.name]


def work_handlers(
    starts: Operation,
    observed: Operation,
    handlers: Mapping[Operation, Handler],
    parents: Parents,
    state: State,
) -> dict[Operation, Handler]:
    """Return the handlers of an operation that starts work, and of the one that shows how far it is.

    The times of the answer of the latter are not before the last call of the former.
    """
    work = starts.asynchronous

    def opened(call: Call) -> tuple[Store, str]:
        values = parents.resolve(call.operation.path, call)
        return state.store(call.consumer_key), f"{observed.path.fill(values)}?"  # as no collection is called

    def start(call: Call) -> Any:
        content = handlers[starts](call)
        store, place = opened(call)
        store.remove(place, starts.id)
        store.add(place, Stored(starts.id, {}, state.clock()))
        return content

    def observe(call: Call) -> Any:
        content = handlers[observed](call)
        store, place = opened(call)
        times = [each.created for each in store.list(place)]
        return _grown(content, work.fields, max(times)) if work and times else content

    return {starts: start, observed: observe}


def _grown(content: Any, fields: Collection[str], now: int) -> Any:
    if isinstance(content, list):
        return [_grown(each, fields, now) for each in content]
    if not isinstance(content, dict):
        return content
    return {
        name: max(value or 0, now)
        if name in fields and (value is None or isinstance(value, int))
        else _grown(value, fields, now)
        for name, value in content.items()
    }
