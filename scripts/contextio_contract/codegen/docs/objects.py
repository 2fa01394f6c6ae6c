"""Objects of the reference: an example of each, and where it is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.contract import Contract, MediaType, Operation, Schema
    from contextio_contract.contract.operation import Callback

_NOTHING = object()
Entry = tuple[str, str]
"""The text of a link, and the anchor that it leads to."""


@dataclass
class Object:
    """A named schema as the reference shows it.

    Attributes:
        name: its name.
        schema: the schema.
        example: a value of it; None for one that is no object.
        uses: where it is used, as links by what they have in common, such as `Returned by`.
    """

    name: str
    schema: Schema
    example: Any = None
    uses: dict[str, list[Entry]] = field(default_factory=dict)


def objects_of(contract: Contract, label: Callable[[str], str]) -> list[Object]:
    """Return the named schemas but those of forms, in alphabetical order.

    Args:
        contract: the contract.
        label: returns what an operation is called, given its name.
    """
    schemas = sorted(_schemas_of_objects(contract).items())
    objects = {name: Object(name, schema) for name, schema in schemas}
    for use, schema, entry in _uses(contract, label):
        for name in _names_in(schema):
            entries = objects[name].uses.setdefault(use, []) if name in objects else [entry]
            if entry not in entries:
                entries.append(entry)
    examples = _examples(contract)
    for each in objects.values():
        if each.schema.properties:
            each.example = examples.get(each.name, _NOTHING)
            if each.example is _NOTHING:
                each.example = example_value(each.schema, full=True)
    return list(objects.values())


def _schemas_of_objects(contract: Contract) -> dict[str, Schema]:
    """Return the named schemas but those of forms."""
    forms = {each.form.name for each in contract.operations.values() if each.form}
    return {name: schema for name, schema in contract.schemas.items() if name not in forms}


def _uses(contract: Contract, label: Callable[[str], str]) -> Iterator[tuple[str, Schema, Entry]]:
    """Yield where schemas are used: how, the schema, and a link to the place."""
    for name, operation in contract.operations.items():
        called = (label(name), name)
        for response in operation.responses.values():
            use = "Returned by" if response.is_success else "Returned in errors by"
            yield from ((use, media.schema, called) for media in response.content.values())
        yield from (("Sent by", schema, called) for schema in _bodies_of(operation))
        for callback in operation.callbacks:
            yield from (("Sent by", schema, (f"callback of {name}", name)) for schema in _bodies_of(callback))
        for parameter in operation.parameters:
            yield "Used in", parameter.schema, (f"{name}.{parameter.name}", name)
    for webhook in contract.webhooks:
        yield from (("Sent by", schema, (webhook.name, "webhooks")) for schema in _bodies_of(webhook))
    for name, schema in _schemas_of_objects(contract).items():
        for property_name, property_ in schema.properties.items():
            place = f"{name}.{property_name}"
            yield "Used in", property_, (place, place)


def _bodies_of(request: Operation | Callback) -> list[Schema]:
    return [media.schema for media in request.body.content.values()] if request.body else []


def _names_in(schema: Schema) -> list[str]:
    """Return the names of schemas that a schema is, lists, maps to, or is a choice of."""
    return [schema.name] if schema.name else [name for each in _inner(schema) for name in _names_in(each)]


def _inner(schema: Schema) -> list[Schema]:
    parts = (*schema.alternatives, schema.items, schema.map_values)
    return [part for part in parts if part is not None]


def _examples(contract: Contract) -> dict[str, Any]:
    """Return an example of each object by name, from those of bodies: the one with the most fields."""
    examples: dict[str, Any] = {}
    for media in _bodies(contract):
        for example in media.examples:
            for name, value in _values_in(media.schema, example.value):
                if len(value) > len(examples.get(name, ())):
                    examples[name] = value
    return examples


def _bodies(contract: Contract) -> Iterator[MediaType]:
    """Yield the bodies in JSON of all messages."""
    for operation in contract.operations.values():
        sent = [operation.body, *(callback.body for callback in operation.callbacks)]
        for message in (*operation.responses.values(), *sent):
            if message and message.json:
                yield message.json
    for webhook in contract.webhooks:
        if webhook.body and webhook.body.json:
            yield webhook.body.json


def _values_in(schema: Schema, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects in a value, each with the name of its schema."""
    if isinstance(value, dict) and schema.name and schema.properties:
        yield schema.name, value
    for choice in schema.alternatives:
        if choice.is_valid(value):
            yield from _values_in(choice, value)
    if isinstance(value, list) and schema.items:
        for element in value:
            yield from _values_in(schema.items, element)
    if isinstance(value, dict):
        for name, inner in value.items():
            described = schema.properties.get(name, schema.map_values)
            if described:
                yield from _values_in(described, inner)
