"""The mock: handlers for every operation of a contract, alone as an application or beside written ones."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.mock.bodies import body_of
from contextio_contract.mock.examples import fill
from contextio_contract.mock.handlers import CollectionHandlers, Parents
from contextio_contract.mock.prefer import steered
from contextio_contract.mock.store import State
from contextio_contract.server.http.api import ServedContract, compile_parameters
from contextio_contract.server.http.application import create_application
from contextio_contract.server.http.oauth1 import MemoryNonceStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
) -> Starlette:
    """Return a mock of a contract as an ASGI application, with its `api` and its `mock` in `app.state`.

    Args:
        keys: secrets by consumer key.
        contract: the contract.
        clock: returns the time that responses show, in seconds since 1970-01-01 UTC.
        reference: returns the API reference as HTML, or None without one.

    Raises:
        ContractError: if the contract cannot be served.
    """
    mock = Mock(clock)
    app = create_application(mock.serve(contract), keys, MemoryNonceStore(), reference=reference)
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
    """Answers for operations that nobody wrote code for, and what they keep."""

    def __init__(self, clock: Callable[[], int] = _now) -> None:
        self._state = State(clock)

    def serve(self, contract: Contract) -> ServedContract:
        """Return a contract with handlers of the mock alone.

        Raises:
            ContractError: if the contract cannot be served.
        """
        return ServedContract(contract, compile_parameters(contract), self.complete(contract, {}))

    def complete(self, contract: Contract, written: Mapping[Operation, Handler]) -> dict[Operation, Handler]:
        """Return a handler for each operation: the written one, or one of the mock.

        In a collection without any written handler, the mock keeps resources. Any other operation answers
        its example.
        """
        collections = [collection for collection in contract.collections if collection.is_writable]
        handlers = dict(written)
        parents = Parents(collections, handlers)  # which reads through the handlers that are added here, too
        for operation in contract.operations.values():
            handlers.setdefault(operation, _example_handler(operation, parents))
        kept: list[CollectionHandlers] = []
        for collection in sorted(collections, key=lambda each: len(each.path.segments), reverse=True):
            if written.keys().isdisjoint(collection.operations):
                embedded = [each for each in kept if each.is_embedded_in(collection)]
                kept.append(CollectionHandlers(collection, embedded, parents, self._state))
                handlers |= kept[-1].handlers()
            elif (deletes := collection.deletes) and deletes in written:
                handlers[deletes] = self._clearing(collection, written[deletes], parents)
        completed = {operation: _completing(operation, handlers[operation]) for operation in written}
        return {operation: steered(operation, each) for operation, each in (handlers | completed).items()}

    def fill(self, contract: Contract, consumer_key: str) -> None:
        """Keep the first example of each list for a consumer key, below each of the resources above it."""
        fill(self._state.store(consumer_key), contract, self._state.clock())

    def _clearing(self, collection: Collection, deletes: Handler, parents: Parents) -> Handler:
        """Return a written handler that deletes, which also removes what the mock keeps below."""

        def delete(call: Call) -> Any:
            element = collection.element.fill(parents.resolve_element(collection.element, call))
            content = deletes(call)
            self._state.store(call.consumer_key).remove_below(element)
            return content

        return delete


def _completing(operation: Operation, handler: Handler) -> Handler:
    """Return a handler whose response in JSON has every field that the contract requires."""
    body = body_of(operation)
    return (lambda call: body.complete(handler(call))) if operation.success.kind == "json" else handler


def _example_handler(operation: Operation, parents: Parents) -> Handler:
    body = body_of(operation)

    def answer_example(call: Call) -> Any:
        parents.resolve(operation.path, call)
        return body.media.sample

    return answer_example
