"""The mock: handlers for every operation of a contract, alone as an application or beside written ones."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from contextio_contract.mock.bodies import body_of
from contextio_contract.mock.examples import example_handler, work_handlers
from contextio_contract.mock.handlers import CollectionHandlers
from contextio_contract.mock.parents import Parents
from contextio_contract.mock.parts import is_single, part_handler, single_handlers
from contextio_contract.mock.prefer import steered
from contextio_contract.mock.store import State
from contextio_contract.mock.story import Story
from contextio_contract.server.http.api import ServedContract, compile_parameters
from contextio_contract.server.http.application import create_application
from contextio_contract.server.http.nonces import MemoryNonceStore
from contextio_contract.server.http.oauth1 import secrets_from
from contextio_contract.server.http.responses import ReadyJson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from starlette.applications import Starlette

    from contextio_contract.contract import Collection, Contract, Operation
    from contextio_contract.server.http.call import Call, Handler


def _now() -> int:
    return int(time.time())


def create_mock(
    keys: Mapping[str, str],
    contract: Contract,
    *,
    clock: Callable[[], int] = _now,
    reference: Callable[[], str | None] = lambda: None,
    has_story: bool = True,
) -> Starlette:
    """Return a mock of a contract as an ASGI application, with its `api` and its `mock` in `app.state`.

    Args:
        keys: secrets by consumer key.
        contract: the contract.
        clock: returns the time that responses show, in seconds since 1970-01-01 UTC.
        reference: returns the API reference as HTML, or None without one.
        has_story: whether collections of the first key start with the story of the description; otherwise,
            and those of other keys, they are empty.

    Raises:
        ContractError: if the contract cannot be served.
    """
    mock = Mock(clock, has_story=has_story, storied_key=next(iter(keys), None))
    app = create_application(
        mock.serve(contract), secrets_from(keys), MemoryNonceStore().keep, reference=reference
    )
    app.state.mock = mock
    return app


def add_mock(app: Starlette) -> list[str]:
    """Let a mock answer what an application of the API has no handlers for, and return those operations.

    Responses of the handlers that it has get the fields that the contract requires and they lack. All
    operations follow the header `Prefer`.
    """
    served: ServedContract = app.state.api.served
    handlers = Mock().complete(served.contract, served.handlers)
    app.state.api.served = replace(served, handlers=handlers)
    return [name for name, each in served.contract.operations.items() if each not in served.handlers]


def replace_contract(app: Starlette, contract: Contract) -> None:
    """Let what `create_mock` returned follow another contract: routes, validation and responses at once.

    Requests under way end with the contract they began with; what is stored stays. May be called from
    any thread, and takes some milliseconds.

    Raises:
        ContractError: if the contract cannot be served; the mock goes on with the one it has.
    """
    app.state.api.served = app.state.mock.serve(contract)


class Mock:
    """Answers for operations without code, and what they store."""

    def __init__(
        self, clock: Callable[[], int] = _now, *, has_story: bool = True, storied_key: str | None = None
    ) -> None:
        self._state = State(clock, has_story=has_story, storied_key=storied_key)

    def serve(self, contract: Contract) -> ServedContract:
        """Return a contract with handlers of the mock alone.

        Raises:
            ContractError: if the contract cannot be served.
        """
        return ServedContract(contract, compile_parameters(contract), self.complete(contract, {}))

    def complete(self, contract: Contract, written: Mapping[Operation, Handler]) -> dict[Operation, Handler]:
        """Return a handler for each operation: the written one, or one of the mock.

        In a collection without any written handler, the mock keeps resources, if they can be created or the
        story has some. It also keeps parts of them, and what a single path reads and changes. Lists of
        elements of another list show those. Any other operation answers its example.
        """
        state = self._state
        story = Story(contract)
        shown = [each for each in contract.collections if each.is_writable or _is_told(each, story)]
        handlers = dict(written)
        parents = Parents(shown, handlers)  # which reads through the handlers that are added here, too
        kept: list[CollectionHandlers] = []
        for collection in sorted(shown, key=lambda each: len(each.path.segments), reverse=True):
            if _is_kept(collection) and written.keys().isdisjoint(collection.operations):
                embedded = [each for each in kept if each.is_embedded_in(collection)]
                kept.append(CollectionHandlers(collection, embedded, parents, state, story))
                handlers |= kept[-1].handlers()
            elif (deletes := collection.deletes) and deletes in written:
                handlers[deletes] = self._clearing(collection, written[deletes], parents)
        for operations in contract.paths.values():
            if is_single(operations) and handlers.keys().isdisjoint(operations.values()):
                handlers |= single_handlers(operations, parents, state)
        for operation in contract.operations.values():
            handlers.setdefault(operation, _other_handler(operation, parents, story, kept))
        for operation in contract.operations.values():
            work = operation.asynchronous
            observed = contract.operations.get(work.observe) if work else None
            if observed:
                handlers |= work_handlers(operation, observed, dict(handlers), parents, state)
        completed = {operation: _completing(operation, handlers[operation]) for operation in written}
        return {operation: steered(operation, each) for operation, each in (handlers | completed).items()}

    def _clearing(self, collection: Collection, deletes: Handler, parents: Parents) -> Handler:
        """Return a written handler that deletes, which also removes what the mock keeps below."""

        def delete(call: Call) -> Any:
            element = collection.element.fill(parents.resolve_element(collection.element, call))
            content = deletes(call)
            self._state.store(call.consumer_key).remove_below(element)
            return content

        return delete


def _is_kept(collection: Collection) -> bool:
    """Return whether the elements are neither parts of a resource nor elements of another list."""
    operations = collection.operations
    return not any(each.part or (each.listing and each.listing.of) for each in operations)


def _is_told(collection: Collection, story: Story) -> bool:
    """Return whether the story has elements of a collection that can be read."""
    return bool(collection.reads and collection.lists and story.elements(collection))


def _other_handler(
    operation: Operation, parents: Parents, story: Story, kept: Iterable[CollectionHandlers]
) -> Handler:
    """Return the handler of an operation that belongs to no kept collection."""
    part, listing = operation.part, operation.listing
    for keeper in kept:
        reads, lists = keeper.collection.reads, keeper.collection.lists
        if part and reads and reads.id == part.of:
            return part_handler(operation, part, keeper, parents)
        if listing and listing.of and lists and lists.id == listing.of:
            return partial(_view, operation, keeper, parents)
    return example_handler(operation, parents, story)


def _view(operation: Operation, keeper: CollectionHandlers, parents: Parents, call: Call) -> Any:
    """Answer a list of elements that another collection keeps."""
    return keeper.page(operation, call, parents.resolve(operation.path, call))


def _completing(operation: Operation, handler: Handler) -> Handler:
    """Return a handler whose response in JSON has every field that the contract requires."""
    body = body_of(operation)

    def complete(call: Call) -> Any:
        content = handler(call)
        return body.complete(content.parse() if isinstance(content, ReadyJson) else content)

    return complete if operation.success.kind == "json" else handler
