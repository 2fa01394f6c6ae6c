"""A handler for each operation of a contract, written by hand or generic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.server.mock.bodies import body_of
from contextio_contract.server.mock.collection import ParentResolver
from contextio_contract.server.mock.handlers import ExtraFields, ResourceHandlers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.db.resources import ResourceStore
    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.services import Clock


def compose_handlers(
    contract: Contract, written: Mapping[str, Handler], store: ResourceStore, clock: Clock
) -> dict[Operation, Handler]:
    """Return a handler for each operation.

    It is the one that was written for the operation. In a collection without any such it is a generic
    one, which stores resources. Any other operation answers its example.
    """
    handlers = {operation: written[key] for key, operation in contract.operations.items() if key in written}
    collections = [collection for collection in contract.collections if collection.is_writable]
    # The resolver reads through the handlers as they are here, without extra fields.
    parents = ParentResolver(collections, handlers)
    wrapped: dict[Operation, Handler] = {}
    for collection in collections:
        if handlers.keys().isdisjoint(collection.operations):
            handlers.update(ResourceHandlers(collection, parents, store, clock).handlers())
        else:
            extra = ExtraFields(collection, parents, store, clock).handlers()
            wrapped |= {operation: extra[operation] for operation in extra.keys() & handlers.keys()}
    examples = {operation: _example_handler(operation, parents) for operation in contract.operations.values()}
    composed = examples | handlers | wrapped
    return {operation: _completing(operation, handler) for operation, handler in composed.items()}


def _completing(operation: Operation, handler: Handler) -> Handler:
    """Return a handler whose response in JSON has every field that the contract requires."""
    body = body_of(operation)
    return (lambda call: body.complete(handler(call))) if operation.success.kind == "json" else handler


def _example_handler(operation: Operation, parents: ParentResolver) -> Handler:
    body = body_of(operation)

    def answer_example(call: Call) -> Any:
        parents.resolve(operation.path, call)
        return body.media.sample

    return answer_example
