"""Rules on the vocabulary of behaviour: extensions such as x-resource and x-list agree with the schemas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.resources import list_in
from contextio_contract.contract.values import can_equal, can_show
from contextio_contract.description.lint import forms
from contextio_contract.description.lint.behaviour_names import (
    behaviour_rule,
    collection_at,
    fields_in,
    fields_of_elements,
    fields_of_resource,
    names_of_operation,
    names_of_part,
    names_of_resource,
    operations_at,
    writes,
)
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Effect, Filter, Parameter, Schema
    from contextio_contract.description.lint.behaviour_names import Names
    from contextio_contract.description.lint.rule import Node, Problems
    from contextio_contract.description.source.yaml import Pointer

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


@behaviour_rule(bad="x-resource: null", good="x-resource: {kind: thing, key: id}")
def behaviour_stated(path_item: Node) -> Problems:
    """A path that creates what can be read has x-resource, and one that lists has x-list."""
    for operation in (each for each in operations_at(path_item) if each.listing):
        answer, keys = operation.success.schema, (operation.method.lower(), "x-list")
        if answer is None or not any(map(list_in, (answer, *answer.alternatives))):
            yield path_item.problem(f"{operation} answers no list", "remove x-list, or describe one", *keys)
        elif operation.listing and operation.listing.paging and not operation.listing.elements:
            found = list_in(answer)
            if found and not found[1].properties:
                fix = "write elements: <operationId> if they are addresses, or remove paging"
                yield path_item.problem("pages are of objects, or of their addresses", fix, *keys)
    collection = collection_at(path_item)
    if collection is None:
        if "x-resource" in path_item.data:
            fix = "move it to the path without the last segment"
            yield path_item.problem(f"{path_item.name} is one resource", fix, "x-resource")
        return
    if collection.creates and collection.reads and not collection.has_resource:
        message = f"nothing says how the resources of {collection.path} behave"
        yield path_item.problem(message, "write x-resource as EXTENSIONS.md has it", "post")
    if collection.lists and collection.lists.listing is None:
        message = f"nothing says how {collection.lists} divides, orders and filters its list"
        yield path_item.problem(message, "write x-list as EXTENSIONS.md has it; {} promises nothing", "get")


@behaviour_rule(
    bad="x-resource: {kind: thing, key: idd, mark: callback}",
    good="x-resource: {kind: thing, key: id, mark: callback_url}",
)
def behaviour_name(path_item: Node) -> Problems:
    """A name in x-resource, x-list and the like is that of a field, parameter or operation that is there."""
    contract, operations = path_item.description.contract, operations_at(path_item)
    if collection := collection_at(path_item):
        known = names_of_resource(collection, contract)
        yield from _unknown_names(path_item, ("x-resource",), path_item.data, known)
    if part := next((operation.part for operation in operations), None):
        known = names_of_part(part, operations, contract)
        yield from _unknown_names(path_item, ("x-part",), path_item.data, known)
    for operation in operations:
        keys = [key for key in ("x-list", "x-switches", "x-async", "x-mailbox") if key in operation.node]
        known = names_of_operation(operation, contract) if keys else {}
        for key in keys:
            yield from _unknown_names(path_item, (operation.method.lower(), key), operation.node, known)


def _unknown_names(path_item: Node, keys: Pointer, holder: Mapping[str, Any], known: Names) -> Problems:
    for place, name, kind in forms.names_in(forms.FORMS[str(keys[-1])], holder.get(str(keys[-1])), keys):
        if name not in known[kind]:
            fix = f"write {one_of(name, known[kind])}" if known[kind] else "remove it"
            yield path_item.problem(f"no {kind} is called {name}", fix, *place)


@behaviour_rule(
    bad="x-resource: {kind: thing, key: id, initial: {name: 7}}",
    good="x-resource: {kind: thing, key: id, initial: {name: spade}}",
)
def resource_value(path_item: Node) -> Problems:
    """A field can hold what x-resource says of it: its initial value, and what form fields send."""
    collection = collection_at(path_item)
    if collection is None:
        return
    fields, resource = fields_of_resource(collection), collection.resource
    for name, value in resource.initial.items():
        if name in fields and not fields[name].is_valid(value):
            message = f"{name} is never {json.dumps(value)}"
            yield path_item.problem(message, "write what its schema allows", "x-resource", "initial", name)
        if name in {resource.key, resource.created, resource.url, *(resource.lifetime or ())}:
            message = f"{name} differs from resource to resource"
            yield path_item.problem(message, "remove it here", "x-resource", "initial", name)
    for operation in writes(collection):
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


@behaviour_rule(
    bad="get: {x-list: {filters: {name: {field: name, match: is, value: spade}}}}",
    good="get: {x-list: {filters: {name: {field: name, match: address}}}}",
)
def filter_match(path_item: Node) -> Problems:
    """A filter compares as its parameter and its field allow, and no two filters compare alike."""
    for operation in (each for each in operations_at(path_item) if each.listing):
        parameters = {each.name: each.schema for each in operation.parameters}
        fields = fields_of_elements(operation, path_item.description.contract)
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


@behaviour_rule(
    bad="get: {x-list: {filters: null}}",
    good="get: {x-list: {filters: null, others: {name: Looks for a part of it.}}}",
)
def list_parameters(path_item: Node) -> Problems:
    """A query parameter of a list stands once: in filters, paging, order or others, or in x-switches."""
    for operation in (each for each in operations_at(path_item) if each.listing):
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


@behaviour_rule(
    bad="""
get: {x-list: {filters: null}, x-switches: {name: [{value: spade, adds: name, as: integer}]}}
""",
    good="""
get: {x-list: {filters: null}, x-switches: {name: [{value: spade, adds: name, as: string}]}}
""",
)
def switch_effect(path_item: Node) -> Problems:
    """A switch has values that its parameter takes, and adds or compares what the answer can have."""
    contract = path_item.description.contract
    for operation in (each for each in operations_at(path_item) if each.switches):
        fields = fields_of_elements(operation, contract)
        fields |= dict(fields_in(operation.success.schema)) if operation.success.schema else {}
        parameters = {each.name: each for each in operation.parameters}
        for name, effects in operation.switches.items():
            for index, effect in enumerate(effects):
                for key, message, fix in _wrong_effect(effect, parameters.get(name), fields):
                    keys = (operation.method.lower(), "x-switches", name, index, key)
                    yield path_item.problem(message, fix, *keys)


def _wrong_effect(
    effect: Effect, parameter: Parameter | None, fields: Mapping[str, Schema]
) -> Iterator[tuple[str, str, str]]:
    """Yield the key of an effect that is wrong, what is wrong with it, and what to write."""
    if effect.value is not None and parameter and not parameter.schema.is_valid(effect.value):
        yield "value", f"{parameter.name} is never {effect.value}", "write what its schema allows"
    added = ".".join(effect.adds)
    if effect.adds_type and added in fields and effect.adds_type not in fields[added].all_types:
        yield "as", f"{added} is never of type {effect.adds_type}", "write a type that its schema allows"
    compared = ".".join((*effect.narrows, str(effect.by)))
    if effect.narrows and compared not in fields:
        yield "by", f"there is no {compared}", "write a field of the objects in that list"
