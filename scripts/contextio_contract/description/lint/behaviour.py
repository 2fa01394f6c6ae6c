"""Rules on the vocabulary of behaviour: extensions such as x-resource and x-list agree with the schemas."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.contract import Schema
from contextio_contract.contract.document import MALFORMED
from contextio_contract.contract.resources import enclosing_element, list_in
from contextio_contract.contract.values import can_equal, can_show
from contextio_contract.description.lint import forms
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from contextio_contract.contract import Collection as Resources
    from contextio_contract.contract import Contract, Filter, Operation, Part
    from contextio_contract.description.lint.rule import Check
    from contextio_contract.description.source.yaml import Pointer

    _Names: TypeAlias = Mapping[str, Collection[str]]
    """What may stand somewhere, by what it is the name of."""

_TIMES: Final = (0, 86_400, 2_000_000_000)
"""Seconds; a field with a time takes some of them."""
_ADDRESS: Final = "ada@example.com"
_NEEDS: Final = {
    "equal": "a field that can have a value of the parameter",
    "address": "two texts that take mail addresses",
    "domain": "two texts",
    "is": "a parameter with enum: [0, 1], and a value that the field can have",
    **dict.fromkeys(("part", "text", "pattern"), "two texts"),
    **dict.fromkeys(("before", "after", "at-least", "at-most"), "two numbers"),
}
_NUMBERS: Final = frozenset({"integer", "number"})
_DEPTH: Final = 3
"""How many objects deep the field of a filter may be."""


def _behaviour_rule(*, bad: str, good: str) -> Callable[[Check], Check]:
    """Make a function a rule on path items; what is malformed it leaves to other rules."""

    def enter(check: Check) -> Check:
        @wraps(check)
        def check_well_formed(path_item: Node) -> Problems:
            with suppress(*MALFORMED):
                yield from check(path_item)

        return rule("path-item", bad=bad, good=good)(check_well_formed)

    return enter


@_behaviour_rule(bad="x-resource: null", good="x-resource: {kind: thing, key: id}")
def behaviour_stated(path_item: Node) -> Problems:
    """A path that creates what can be read has x-resource, and one that lists has x-list."""
    collection = _collection(path_item)
    if collection is None:
        if "x-resource" in path_item.data:
            fix = "move it to the path without the last segment"
            yield path_item.problem(f"{path_item.name} is one resource", fix, "x-resource")
        return
    if collection.creates and collection.reads and not collection.resource:
        message = f"nothing says how the resources of {collection.path} behave"
        yield path_item.problem(message, "write x-resource as EXTENSIONS.md has it", "post")
    if collection.lists and collection.lists.listing is None:
        message = f"nothing says how {collection.lists} divides, orders and filters its list"
        yield path_item.problem(message, "write x-list as EXTENSIONS.md has it; {} promises nothing", "get")


@_behaviour_rule(
    bad="x-resource: {kind: thing, key: idd, mark: callback}",
    good="x-resource: {kind: thing, key: id, mark: callback_url}",
)
def behaviour_name(path_item: Node) -> Problems:
    """A name in x-resource, x-list and the like is that of a field, parameter or operation that is there."""
    contract, operations = path_item.description.contract, _operations(path_item)
    if collection := _collection(path_item):
        known = _names_of_resource(collection, contract)
        yield from _unknown_names(path_item, ("x-resource",), path_item.data, known)
    if part := next((operation.part for operation in operations), None):
        known = _names_of_part(part, operations, contract)
        yield from _unknown_names(path_item, ("x-part",), path_item.data, known)
    for operation in operations:
        for key in ("x-list", "x-switches", "x-async", "x-mailbox"):
            keys = (operation.method.lower(), key)
            yield from _unknown_names(
                path_item, keys, operation.node, _names_of_operation(operation, contract)
            )


def _unknown_names(path_item: Node, keys: Pointer, holder: Mapping[str, Any], known: _Names) -> Problems:
    for place, name, kind in forms.names_in(forms.FORMS[str(keys[-1])], holder.get(str(keys[-1])), keys):
        if name not in known[kind]:
            fix = f"write {one_of(name, known[kind])}" if known[kind] else "remove it"
            yield path_item.problem(f"no {kind} is called {name}", fix, *place)


@_behaviour_rule(
    bad="x-resource: {kind: thing, key: id, initial: {name: 7}}",
    good="x-resource: {kind: thing, key: id, initial: {name: spade}}",
)
def resource_value(path_item: Node) -> Problems:
    """A field can hold what x-resource says of it: its initial value, and what form fields send."""
    collection = _collection(path_item)
    if collection is None or collection.resource is None:
        return
    fields, resource = _fields(collection), collection.resource
    for name, value in resource.initial.items():
        if name in fields and not fields[name].is_valid(value):
            message = f"{name} is never {json.dumps(value)}"
            yield path_item.problem(message, "write what its schema allows", "x-resource", "initial", name)
        if name in {resource.key, resource.created, resource.url, *(resource.lifetime or ())}:
            message = f"{name} differs from resource to resource"
            yield path_item.problem(message, "remove it here", "x-resource", "initial", name)
    for operation in _writes(collection):
        shown: dict[str, str] = {}
        for name, target in collection.reads_back(operation).items():
            if (first := shown.setdefault(target, name)) != name:
                message = f"{target} cannot show both {first} and {name} of {operation}"
                yield path_item.problem(message, "write false for one in reads-back", "x-resource")
            if name == resource.mark and operation is not collection.creates:
                message = f"{operation} can change {name}, and with it the mark"
                yield path_item.problem(message, "mark another field, or none", "x-resource", "mark")
            if not can_show(fields[target], operation.form_fields[name]):
                message = f"{target} cannot show every {name} that {operation} takes"
                fix = f"write {name} in reads-back, with another field or false"
                around = ("x-resource", "reads-back", name)
                yield path_item.problem(message, fix, *around[: 3 if name in resource.reads_back else 1])


@_behaviour_rule(
    bad="get: {x-list: {filters: {name: {field: name, match: is, value: spade}}}}",
    good="get: {x-list: {filters: {name: {field: name, match: address}}}}",
)
def filter_match(path_item: Node) -> Problems:
    """A filter compares as its parameter and its field allow, and no two filters compare alike."""
    for operation in _operations(path_item):
        parameters = {each.name: each.schema for each in operation.parameters}
        fields = _fields_of_elements(operation, path_item.description.contract)
        alike = dict[Any, str]()
        for name, criterion in operation.listing.filters.items() if operation.listing else ():
            keys = (operation.method.lower(), "x-list", "filters", name)
            compared = " and ".join(criterion.names)
            first = alike.setdefault((compared, criterion.match, repr(criterion.value)), name)
            if first != name:
                message = f"{first} and {name} compare {compared} alike"
                yield path_item.problem(message, "remove one, or correct its field or match", *keys)
            if criterion.narrows and not compared.startswith(f"{criterion.narrows}."):
                fix = "write the list that the field is in"
                yield path_item.problem(f"{compared} is not in {criterion.narrows}", fix, *keys, "narrows")
            for dotted in criterion.names if name in parameters else ():
                if dotted in fields and not _fits(criterion, parameters[name], fields[dotted]):
                    fix = f"name another field, or another match: this one needs {_NEEDS[criterion.match]}"
                    yield path_item.problem(f"{name} and {dotted} cannot match so", fix, *keys, "match")


def _fits(criterion: Filter, parameter: Schema, compared: Schema) -> bool:
    sent, field = parameter.items or parameter, compared.items or compared
    if criterion.match == "equal":
        return can_equal(sent, field)
    if criterion.match == "address":
        return sent.is_valid(_ADDRESS) and field.is_valid(_ADDRESS)
    if criterion.match == "is":
        return set(map(str, sent.enum)) == {"0", "1"} and field.is_valid(criterion.value)
    wanted = {"string"} if _NEEDS[criterion.match] == "two texts" else _NUMBERS
    return all(not schema.types or not wanted.isdisjoint(schema.types) for schema in (sent, field))


@_behaviour_rule(
    bad="get: {x-list: {filters: null}}",
    good="get: {x-list: {filters: null, others: {name: Looks for a part of it.}}}",
)
def list_parameters(path_item: Node) -> Problems:
    """A query parameter of a list stands once: in filters, paging, order or others, or in x-switches."""
    for operation in (each for each in _operations(path_item) if each.listing):
        keys, stated = (operation.method.lower(), "x-list"), operation.node.get("x-list")
        named = [
            name
            for _, name, kind in forms.names_in(forms.FORMS["x-list"], stated, keys)
            if kind in {forms.PARAMETER, forms.CRITERION, forms.NUMBER}
        ]
        named += operation.switches
        for name in (parameter.name for parameter in operation.query_parameters):
            if (times := named.count(name)) != 1:
                message = f"{name} stands {times} times in filters, paging, order, others and x-switches"
                yield path_item.problem(message, "write it in one of them", *keys)


def _names_of_resource(collection: Resources, contract: Contract) -> _Names:
    """Return the names that x-resource may use, by what they are names of."""
    fields, created = _fields(collection), collection.creates and collection.creates.success.schema
    read = collection.reads.success.schema if collection.reads else None
    outer = enclosing_element(collection.path)
    above = contract.find("GET", outer.text) if outer else None
    shown = above.success.schema.properties if above and above.success.schema else {}
    own = read.resolved if read else None
    return {
        forms.READ: fields,
        forms.TIME: [name for name, field in fields.items() if any(map(field.is_valid, _TIMES))],
        forms.ANSWER: [name for name in fields if not created or name in created.properties],
        forms.SENT: {name for operation in _writes(collection) for name in operation.form_fields},
        forms.LIST: [name for name, field in shown.items() if field.items and field.items.resolved == own],
    }


def _names_of_part(part: Part, operations: list[Operation], contract: Contract) -> _Names:
    """Return the names that x-part may use, by what they are names of."""
    whole = contract.operations.get(part.of)
    shown = (field for each in operations for field in _fields_of_elements(each, contract))
    return {
        forms.OPERATION: contract.operations,
        forms.WHOLE: whole.success.schema.properties if whole and whole.success.schema else (),
        forms.SHOWN: list(shown),
        forms.SENT: {name for operation in operations for name in operation.form_fields},
    }


def _names_of_operation(operation: Operation, contract: Contract) -> _Names:
    """Return the names that x-list, x-switches, x-async and x-mailbox may use, by what they are names of."""
    fields, answer = _fields_of_elements(operation, contract), operation.success.schema
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
        forms.SHOWN: {*fields, *(dict(_fields_in(answer)) if answer else ())},
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


def _operations(path_item: Node) -> list[Operation]:
    operations = path_item.description.contract.operations.values()
    return [operation for operation in operations if operation.path.text == path_item.name]


def _collection(path_item: Node) -> Resources | None:
    collections = path_item.description.contract.collections
    return next((each for each in collections if each.path.text == path_item.name), None)


def _writes(collection: Resources) -> list[Operation]:
    return [operation for role, operation in collection.roles if role in {"create", "update"}]


def _fields(collection: Resources) -> Mapping[str, Schema]:
    """Return the fields of a resource, as it reads alone or else in the list."""
    listed = list_in(collection.lists.success.schema) if collection.lists else None
    read = collection.reads.success.schema if collection.reads else listed and listed[1]
    return read.properties if read else {}


def _fields_of_elements(operation: Operation, contract: Contract) -> dict[str, Schema]:
    """Return the fields of the elements that an operation lists, by the path that leads to them.

    Of elements that are addresses, these are the fields of what they lead to.
    """
    reads = operation.listing and contract.operations.get(operation.listing.elements or "")
    elements = list_in(operation.success.schema)
    schema = reads.success.schema if reads else elements and elements[1]
    return dict(_fields_in(schema)) if schema else {}


def _fields_in(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield the fields of an object, and of the objects in it, by the path that leads to them."""
    waiting = [("", schema)]
    for around, inner in waiting:
        forms_of = [Schema(each, inner.document) for key in ("oneOf", "anyOf") for each in inner.get(key, ())]
        for form in (inner, *forms_of):
            for name, field in (form.items or form).properties.items():
                yield f"{around}{name}", field
                if around.count(".") < _DEPTH:
                    waiting.append((f"{around}{name}.", field))
