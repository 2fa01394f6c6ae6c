"""Fields, parameters and operations that the vocabulary of behaviour may name, by where it names them."""

from __future__ import annotations

from contextlib import suppress
from functools import wraps
from typing import TYPE_CHECKING, Final, TypeAlias

from contextio_contract.contract.document import MALFORMED
from contextio_contract.contract.resources import enclosing_element, list_in
from contextio_contract.description.lint import forms
from contextio_contract.description.lint.rule import Node, Problems, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from contextio_contract.contract import Collection as Resources
    from contextio_contract.contract import Contract, Operation, Part, Schema
    from contextio_contract.description.lint.rule import Check

    Names: TypeAlias = Mapping[str, Collection[str]]
    """What may stand somewhere, by what it is the name of."""

_TIMES: Final = (0, 86_400, 2_000_000_000)
"""Seconds; a field with a time takes some of them."""
_DEPTH: Final = 3
"""How many objects deep the field of a filter may be."""


def behaviour_rule(*, bad: str, good: str) -> Callable[[Check], Check]:
    """Make a function a rule on path items; what is malformed it leaves to other rules."""

    def enter(check: Check) -> Check:
        @wraps(check)
        def check_well_formed(path_item: Node) -> Problems:
            with suppress(*MALFORMED):
                yield from check(path_item)

        return rule("path-item", bad=bad, good=good)(check_well_formed)

    return enter


def names_of_resource(collection: Resources, contract: Contract) -> Names:
    """Return the names that x-resource may use, by what they are names of."""
    fields, created = fields_of_resource(collection), collection.creates and collection.creates.success.schema
    read = collection.reads.success.schema if collection.reads else None
    outer = enclosing_element(collection.path)
    above = contract.find("GET", outer.text) if outer else None
    shown = above.success.schema.properties if above and above.success.schema else {}
    own = read.resolved if read else None
    answered = [name for name in fields if created and name in created.properties]
    return {
        forms.READ: fields,
        forms.TIME: [name for name, field in fields.items() if any(map(field.is_valid, _TIMES))],
        # An answer without any field of the resource does not name it; something else of it does.
        forms.ANSWER: answered or fields,
        forms.SENT: {name for operation in writes(collection) for name in operation.form_fields},
        forms.LIST: [name for name, field in shown.items() if field.items and field.items.resolved == own],
    }


def names_of_part(part: Part, operations: list[Operation], contract: Contract) -> Names:
    """Return the names that x-part may use, by what they are names of."""
    whole = contract.operations.get(part.of)
    shown = {field for each in operations for field in fields_of_elements(each, contract)}
    sent = [each.body.json.schema for each in operations if each.body and each.body.json]
    shown.update(name for schema in sent for name in (schema.items or schema).properties)
    return {
        forms.OPERATION: contract.operations,
        forms.WHOLE: whole.success.schema.properties if whole and whole.success.schema else (),
        forms.SHOWN: shown,
        forms.SENT: {name for operation in operations for name in operation.form_fields},
    }


def names_of_operation(operation: Operation, contract: Contract) -> Names:
    """Return the names that x-list, x-switches, x-async and x-mailbox may use, by what they are names of."""
    fields, answer = fields_of_elements(operation, contract), operation.success.schema
    queries = {parameter.name for parameter in operation.query_parameters}
    is_of = operation.listing and operation.listing.of
    return {
        forms.PARAMETER: queries,
        forms.CRITERION: {*queries, *(operation.path.parameters if is_of else ())},
        forms.NUMBER: {each.name for each in operation.query_parameters if each.schema.types == ("integer",)},
        forms.SENT: operation.form_fields,
        forms.ELEMENT: fields,
        forms.INNER: [path for path, field in fields.items() if field.items and "." not in path],
        forms.OPERATION: contract.operations,
        forms.SWITCH: {each.name for each in operation.parameters if each.location in {"query", "header"}},
        forms.SHOWN: {*fields, *(dict(fields_in(answer)) if answer else ())},
        forms.MEDIA: operation.success.content,
        forms.SCHEMA: contract.schemas,
        forms.OBSERVED: _names_at_any_depth(operation, contract),
    }


def _names_at_any_depth(operation: Operation, contract: Contract) -> set[str]:
    """Return the names of the fields that an asynchronous operation can be observed in."""
    observed = operation.asynchronous and contract.operations.get(operation.asynchronous.observe)
    schema = observed.success.schema if observed else None
    nodes = contract.document.closure([schema.node]).values() if schema else ()
    return {name for node in nodes if isinstance(node, dict) for name in node.get("properties", ())}


def operations_at(path_item: Node) -> list[Operation]:
    """Return the operations of a path."""
    return [*path_item.description.contract.paths.get(path_item.name, {}).values()]


def collection_at(path_item: Node) -> Resources | None:
    """Return the collection of a path; None if there is none."""
    collections = path_item.description.contract.collections
    return next((each for each in collections if each.path.text == path_item.name), None)


def writes(collection: Resources) -> list[Operation]:
    """Return the operations that create or update the elements of a collection."""
    return [operation for role, operation in collection.roles if role in {"create", "update"}]


def fields_of_resource(collection: Resources) -> Mapping[str, Schema]:
    """Return the fields of a resource, as it reads alone or else in the list."""
    return collection.schema.properties if collection.schema else {}


def fields_of_elements(operation: Operation, contract: Contract) -> dict[str, Schema]:
    """Return the fields of the elements that an operation lists, by the path that leads to them.

    Of elements that are addresses, these are the fields of what they lead to.
    """
    reads = operation.listing and contract.operations.get(operation.listing.elements or "")
    elements = list_in(operation.success.schema)
    schema = reads.success.schema if reads else elements and elements[1]
    return dict(fields_in(schema)) if schema else {}


def fields_in(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield the fields of an object, and of the objects in it, by the path that leads to them."""
    waiting = [("", schema)]
    for around, inner in waiting:
        for form in (inner, *inner.alternatives):
            for name, field in (form.items or form).properties.items():
                yield f"{around}{name}", field
                if around.count(".") < _DEPTH:
                    waiting.append((f"{around}{name}.", field))
