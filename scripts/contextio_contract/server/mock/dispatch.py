"""What a bundle becomes: its operations, and what carries each of them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jsonschema_rs import ReferencingError

from contextio_contract.contract import ContractError
from contextio_contract.server.http.routing import Router
from contextio_contract.server.mock.collection_handlers import Things
from contextio_contract.server.mock.collections import collections
from contextio_contract.server.mock.extra_fields import Further
from contextio_contract.server.mock.parents import Places
from contextio_contract.server.pages import HANDLERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.http.routing import Operation


@dataclass(frozen=True)
class Dispatch:
    """A description as it is served.

    Attributes:
        router: finds the operation of a request.
        handlers: what carries an operation out, by operationId.
    """

    router: Router
    handlers: Mapping[str, Handler]


def compiled(bundle: dict[str, Any]) -> Dispatch:
    """Make a bundled OpenAPI document ready to be served.

    Raises:
        ContractError: when the document lacks what a server needs, or has schemas that cannot be compiled.
    """
    try:
        router = Router(bundle)
        for operation in router.operations.values():
            _ = operation.answer.body.validator  # what cannot be compiled is found now, and not in a call
        return Dispatch(router, _handlers(router))
    except (AttributeError, LookupError, TypeError, ValueError, ReferencingError) as error:
        reason = str(error).partition("\n")[0] or "no reason given"
        message = f"it cannot be served ({type(error).__name__}: {reason})"
        raise ContractError(message) from error


def _handlers(router: Router) -> dict[str, Handler]:
    """Return a handler for each operation.

    It is the one that was written for it; else, for a collection without any such, the ones that keep
    things; else the one that answers the example.
    """
    handlers = {name: handler for name, handler in HANDLERS.items() if name in router.operations}
    found = list(collections(router))
    places = Places(found, handlers)
    for collection in found:
        if any(operation.name in HANDLERS for operation in collection.operations):
            Further(collection, places).extend(handlers)
        else:
            handlers.update(Things(collection, places).handlers())
    return {each.name: _exemplary(each, places) for each in router.operations.values()} | handlers


def _exemplary(operation: Operation, places: Places) -> Handler:
    def answer_example(call: Call) -> Any:
        places.above(operation.path, call)
        return operation.answer.body.sample

    return answer_example
