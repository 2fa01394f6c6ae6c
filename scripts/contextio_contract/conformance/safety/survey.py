"""A survey of a deployment: what was there before a run, and what bears the mark of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import requests

from contextio_contract.conformance.fixtures.forms import encoded, form_to_send, needs_mailbox
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.marks import mark, marks_of
from contextio_contract.contract.paths import is_parameter
from contextio_contract.contract.resources import list_in
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.contract import Collection, Contract

ALL_PAGES: Final = 1000
"""How many pages of a list are read before it counts as endless."""


def survey(gateway: Gateway, pages: int, of_other_pages: Container[str] = ()) -> bool:
    """Enter in the ledger what the deployment already has.

    If a creation ever answers with any of it, the run does not take that for its own.

    Args:
        gateway: the way to the deployment.
        pages: how many pages of each list to read at most.
        of_other_pages: operations of pages that the user left out, which may answer as they like.

    Returns:
        Whether every list that is to be there was read to its end. Otherwise nothing should be written.
    """
    is_complete = True
    for collection in _surveyed(gateway.contract):
        try:
            for resource, _ in _elements(gateway, collection, pages):
                gateway.guard.ledger.add_foreign(resource)
        except CannotRun:
            gateway.guard.unlisted.add(collection.path.segments)
            is_complete &= bool(collection.lists and collection.lists.id in of_other_pages)
    return is_complete


def adopt(gateway: Gateway) -> int:
    """Enter in the ledger what bears the mark of the run, and return how many resources that are.

    Raises:
        CannotRun: when a list cannot be read.
    """
    for collection in _surveyed(gateway.contract):
        for resource, element in _elements(gateway, collection, ALL_PAGES):
            if any(gateway.guard.run_id in mark for mark in marks_of(element, collection)):
                gateway.guard.ledger.add_created(resource)
    return len(gateway.guard.ledger.leftovers())


def supply(gateway: Gateway) -> None:
    """Create a resource of each kind that needs nothing but the description's own example.

    So operations that need something to work on have it, even if they are run alone.
    """
    for operation in gateway.contract.operations.values():
        form = form_to_send(operation)
        if form is None or needs_mailbox(operation) or not gateway.contract.deletions_linked(operation):
            continue
        values = gateway.guard.aim(operation, dict.fromkeys(operation.path.parameters, ""))
        form = mark(form, gateway.contract.collection_of(operation), gateway.guard.run_id)
        try:
            gateway.ask(operation.method, operation.path.fill(values), **encoded(operation, form))
        except requests.RequestException:
            return  # the phases will meet the same and report it


def _surveyed(contract: Contract) -> Iterator[Collection]:
    """Yield each collection at the top level whose elements can be listed and deleted."""
    for collection in contract.collections:
        if collection.lists and collection.deletes and not any(map(is_parameter, collection.path.segments)):
            yield collection


def _elements(gateway: Gateway, collection: Collection, pages: int) -> Iterator[tuple[Resource, Any]]:
    """Yield each element of a list with the resource that it names, up to a number of pages.

    Raises:
        CannotRun: when the list cannot be read, names no resources or has more pages.
    """
    seen: set[Resource] = set()
    for page in range(pages):
        elements = _page(gateway, collection, page)
        named = {
            (*collection.path.segments, element[collection.key]): element
            for element in elements or ()
            if isinstance(element, dict) and isinstance(element.get(collection.key), str)
        }
        if elements is None or len(named) < len(elements):
            break
        if named.keys() <= seen:
            return
        yield from named.items()
        if not (collection.lists and collection.lists.paging):
            return  # all of it is one page; read again, it may hold what others created
        seen |= named.keys()
    message = f"{path_of(collection.path.segments)} cannot be read as a list"
    raise CannotRun(message)


def _page(gateway: Gateway, collection: Collection, page: int) -> list[Any] | None:
    paging = collection.lists.paging if collection.lists else None
    query = {paging.limit: paging.maximum, paging.offset: page * paging.maximum} if paging else {}
    try:
        body = gateway.ask("GET", collection.path.text, params=query).json()
    except (requests.RequestException, ValueError, RecursionError):
        body = None
    where = list_in(collection.lists.success.schema) if collection.lists else None
    if where and where[0] and isinstance(body, dict):
        body = body.get(where[0])
    if collection.lists and gateway.answers.lacks(collection.lists.id):
        gateway.guard.unlisted.add(collection.path.segments)
        return []
    return body if isinstance(body, list) else None
