"""Pages of lists, and the envelopes that repeat what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.contract.behaviour.matches import compiled
from contextio_contract.server.http.responses import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.contract import Listing, Operation
    from contextio_contract.server.http.call import Call


def select(listing: Listing, elements: Sequence[Any], query: Mapping[str, Any]) -> list[Any]:
    """Return the page of a list that a validated query asks for, or raise a 400 about an expression.

    Elements that are no objects are divided into pages alone.
    """
    for name, criterion in listing.filters.items():
        if criterion.match in {"text", "pattern"} and isinstance(query.get(name), str):
            try:
                compiled(query[name])
            except ValueError as error:
                raise bad_request(value=f"{name} cannot be read: {error}") from error
    if all(isinstance(element, dict) for element in elements):
        return list(listing.page(elements, query))
    return list(elements[listing.paging.window(query)] if listing.paging else elements)


def echo(operation: Operation, call: Call) -> dict[str, Any]:
    """Return the objects of an answer that repeat the query: their fields are called like its parameters."""
    schema = operation.success.schema
    parameters = {parameter.name: parameter for parameter in operation.query_parameters}
    repeated: dict[str, Any] = {}
    for name, node in schema.properties.items() if schema else ():
        asked = node.properties.keys() & parameters.keys()
        if asked:
            values = {
                field: call.query.get(field, parameters[field].schema.get("default")) for field in asked
            }
            repeated[name] = {
                field: values[field]
                for field, each in node.properties.items()
                if field in asked and each.is_valid(values[field])
            }
    return repeated
