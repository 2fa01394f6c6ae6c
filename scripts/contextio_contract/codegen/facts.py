"""Names, values, open enumerations and refusals that both generated clients take from the contract."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, NoReturn

from contextio_contract.codegen.samples import pascal
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Schema
from contextio_contract.contract.schema import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.contract import Contract, Document, Operation, Page


PHRASES: Final = {status.value: status.phrase for status in HTTPStatus} | {
    413: "Content Too Large",
    414: "URI Too Long",
    416: "Range Not Satisfiable",
    422: "Unprocessable Content",
}
"""Reason phrases by status, those of RFC 9110 also where older versions of Python have others."""


def refuse(operation: Operation, reason: str) -> NoReturn:
    """Refuse to make a method of an operation.

    Raises:
        CannotGenerateError: always.
    """
    message = f"{operation.id} cannot become a method: {reason}"
    raise CannotGenerateError(message)


def class_name(page: Page, contract: Contract) -> str:
    """Return the name of the class of a page, which no schema has."""
    name = pascal(page.name)
    return f"{name}Page" if name in contract.schemas else name


def key_of(row: Schema, operation: Operation, contract: Contract) -> str | None:
    """Return the field that tells elements of a list apart; empty for texts, and None without one."""
    if row.types == ("string",):
        return ""
    listing = operation.listing
    lists = contract.operations.get(str(listing.of), operation) if listing else operation
    collection = contract.collection_of(lists)
    names = collection.name_fields if collection and collection.lists is lists else ()
    return next((name for name in names if name in row.properties), None)


def error_statuses(operation: Operation) -> list[int]:
    """Return the error statuses that an operation names, those without a body included."""
    return sorted(int(status) for status in operation.responses if re.fullmatch("[45][0-9][0-9]", status))


def error_class(status: int) -> str:
    """Return the name of the class for an error status, after its reason phrase."""
    return f"{re.sub(r'[^A-Za-z]', '', PHRASES[status].title())}Error"


def error_classes(statuses: Iterable[int]) -> list[dict[str, Any]]:
    """Return name, status and reason phrase of the class of each error status."""
    return [
        {"name": error_class(status), "status": status, "phrase": PHRASES[status]}
        for status in sorted(statuses)
    ]


def callback_parameter(contract: Contract) -> str | None:
    """Return the query parameter with which a callback brings a browser back by GET; None without one."""
    parameters = (
        parameter.name
        for operation in contract.operations.values()
        for callback in operation.callbacks
        if callback.method == "GET"
        for parameter in callback.parameters
        if parameter.location == "query"
    )
    return next(parameters, None)


def stale_code(contract: Contract) -> int | None:
    """Return the code of errors about a timestamp (`x-codes` in EXTENSIONS.md); None without one."""
    codes = (
        described.get("x-codes", {}).get("stale-timestamp")
        for schema in contract.schemas.values()
        for described in schema.properties.values()
    )
    return next((int(code) for code in codes if code is not None), None)


def schemas_to_read(contract: Contract) -> dict[str, Any]:
    """Return the schemas of response bodies by name, as clients read them.

    The enumerations of their properties are open, and so are constants that sources dispute. An object that
    may come as `[]` is an object.
    """
    bodies = [
        media.node
        for operation in contract.operations.values()
        for response in operation.responses.values()
        for media in response.content.values()
    ]
    reached = contract.document.closure(bodies)
    return {
        name: _readable(schema.node, contract.document)
        for name, schema in contract.schemas.items()
        if COMPONENTS + name in reached
    }


def without_empty_array(schema: Schema) -> Schema:
    """Return the object of a schema that takes an object or `[]`; any other schema as it is."""
    objects = [each for each in schema.alternatives if each.get("maxItems") != 0]
    if len(schema.alternatives) == len(objects) or len(objects) != 1:
        return schema
    others = {key: value for key, value in schema.node.items() if key not in {"anyOf", "oneOf"}}
    return Schema({**objects[0].node, **others}, schema.document)


def _readable(node: dict[str, Any], document: Document) -> dict[str, Any]:
    readable = dict(node)
    if "allOf" in node:
        readable["allOf"] = [_readable(part, document) for part in node["allOf"]]
    if "properties" in node:
        readable["properties"] = {
            name: _open_property(without_empty_array(Schema(property_, document)))
            for name, property_ in node["properties"].items()
        }
    return readable


def _open_property(schema: Schema) -> dict[str, Any]:
    """Return a property that also takes other values of the type of its enumeration, if it has one."""
    node: dict[str, Any] = schema.node
    if "items" in node:
        return {**node, "items": _open_property(Schema(node["items"], schema.document))}
    is_disputed_text = schema.types == ("string",) and {"const", "x-disputed"} <= node.keys()
    if "enum" not in schema.resolved and not is_disputed_text:
        return node
    choice = {key: node[key] for key in ("$ref", "type", "enum", "const") if key in node}
    others = {key: value for key, value in node.items() if key not in choice}
    # The mark is for the TypeScript client, which keeps completion of the named values.
    return {"anyOf": [choice, {"type": schema.resolved["type"], "x-other-value": True}], **others}
