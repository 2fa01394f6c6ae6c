"""Open enumerations: schemas of response bodies that also take values which a server may add later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.contract.schema import COMPONENTS

if TYPE_CHECKING:
    from contextio_contract.contract import Contract, Document

OTHER_VALUE: Final = "x-other-value"
"""Marks the schema of the values beside an enumeration."""


def open_enumerations(contract: Contract) -> dict[str, Any]:
    """Return the schemas of response bodies by name, with the enumerations of their properties open."""
    bodies = [
        media.node
        for operation in contract.operations.values()
        for response in operation.responses.values()
        for media in response.content.values()
    ]
    reached = contract.document.closure(bodies)
    return {
        name: _opened(schema.node, contract.document)
        for name, schema in contract.schemas.items()
        if COMPONENTS + name in reached
    }


def _opened(node: dict[str, Any], document: Document) -> dict[str, Any]:
    opened = dict(node)
    if "allOf" in node:
        opened["allOf"] = [_opened(part, document) for part in node["allOf"]]
    if "properties" in node:
        opened["properties"] = {
            name: _open_property(Schema(property_, document))
            for name, property_ in node["properties"].items()
        }
    return opened


def _open_property(schema: Schema) -> dict[str, Any]:
    """Return a property that also takes other values of the type of its enumeration, if it has one."""
    node: dict[str, Any] = schema.node
    if "items" in node:
        return {**node, "items": _open_property(Schema(node["items"], schema.document))}
    if "enum" not in schema.resolved:
        return node
    choice = {key: node[key] for key in ("$ref", "type", "enum") if key in node}
    others = {key: value for key, value in node.items() if key not in choice}
    return {"anyOf": [choice, {"type": schema.resolved["type"], OTHER_VALUE: True}], **others}
