"""Faults of what is written: it shows elsewhere as it was, comes back, or takes something else with it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.conformance.derived_faults import (
    Broken,
    anywhere,
    breaks,
    elements_of,
    is_urlencoded,
    on_creation,
    pattern,
)

from contextio_contract.contract.behaviour.expectations import free_texts
from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.faulty_server import Change, Exchange

    from contextio_contract.contract.behaviour.expectations import Expectation


def path_above(expectation: Expectation) -> str:
    """The pattern of the path of the resource above."""
    return pattern(expectation.described.path.parent)


def list_above(expectation: Expectation) -> str:
    """The pattern of the path of the list that the resource above is in."""
    return pattern(expectation.described.path.parent.parent)


def is_plain(expectation: Expectation) -> bool:
    """Whether the list has its elements in an array of objects with names."""
    described = expectation.described
    place = list_in(described.lists.success.schema) if described.lists else None
    return place is not None and described.key is not None and described.reads_as_listed


def written(exchange: Exchange) -> bool:
    return exchange.method != "GET" and exchange.status < 400


def remembering_deleted(expectation: Expectation, shows: Callable[[Exchange], bool]) -> Change:
    """Show deleted elements in lists, as they were."""
    key = str(expectation.described.key)

    def after(exchange: Exchange) -> None:
        if exchange.method == "GET" and isinstance(exchange.body, dict) and exchange.status == 200:
            exchange.memory[unquote(exchange.name)] = exchange.body
        elif exchange.method == "DELETE" and exchange.status < 300:
            exchange.memory.setdefault("gone", []).append(exchange.memory[unquote(exchange.name)])
        elif isinstance(exchange.body, list) and shows(exchange):
            names = [each[key] for each in exchange.body]
            exchange.body += [each for each in exchange.memory["gone"] if each[key] not in names]

    return after


@breaks("gone", "a filter still finds it")
def still_found(expectation: Expectation) -> Broken | None:
    lists = expectation.described.lists
    filters = lists.listing.filters if lists and lists.listing else {}
    if not filters or not is_plain(expectation):
        return None
    return anywhere(
        expectation,
        None,
        remembering_deleted(expectation, lambda exchange: not filters.keys().isdisjoint(exchange.query)),
    )


@breaks("gone", "it leaves a gap in the pages of the list")
def gap_in_pages(expectation: Expectation) -> Broken | None:
    lists = expectation.described.lists
    paging = lists.paging if lists else None
    if paging is None or not is_plain(expectation):
        return None

    def after(exchange: Exchange) -> None:
        if exchange.method == "DELETE" and exchange.status < 300:
            exchange.memory["deleted"] = True
        elif isinstance(exchange.body, list) and "deleted" in exchange.memory:
            exchange.body = exchange.body[: int(exchange.query[paging.limit]) - 1]

    return anywhere(expectation, None, after)


def shown_above(expectation: Expectation, path: str) -> Broken | None:
    """What is above shows what it first showed of each element, also once that is changed or gone."""
    field = expectation.resource.embedded_at
    if not field:
        return None
    key = str(expectation.described.key)

    def after(exchange: Exchange) -> None:
        if exchange.method != "GET" or exchange.status != 200:
            return
        for holder in exchange.objects:
            kept = exchange.memory.setdefault(f"{holder['id']} {sorted(exchange.query)}", {})
            for element in holder[field]:
                kept.setdefault(element[key], element)
            holder[field] = [*kept.values()]

    return "GET", path, None, after


@breaks("changes", "the resource above shows it as it was")
@breaks("gone", "the resource above still shows it")
def stale_above(expectation: Expectation) -> Broken | None:
    return shown_above(expectation, path_above(expectation))


@breaks("changes", "the list of what is above shows it as it was")
@breaks("gone", "the list of what is above still shows it")
def stale_in_list_above(expectation: Expectation) -> Broken | None:
    return shown_above(expectation, list_above(expectation))


@breaks("gone", "what is created again has the values of the deleted one")
def values_come_back(expectation: Expectation) -> Broken | None:
    described = expectation.described
    mark, creates = str(described.resource.mark), described.creates
    optional = {
        target
        for name, target in (described.reads_back(creates) if creates else {}).items()
        if creates and creates.form and name not in {*creates.form.required, mark}
    }
    if described.resource.mark is None or not optional:
        return None

    def after(exchange: Exchange) -> None:
        memory, name = exchange.memory, unquote(exchange.name)
        if exchange.method == "POST" and exchange.status == 201:
            created = str(described.name_in(exchange.body))
            memory[created, "mark"] = exchange.form[mark]
            if exchange.form[mark] in memory:
                memory[created, "values"] = memory[exchange.form[mark]]
        elif exchange.method == "GET" and isinstance(exchange.body, dict):
            exchange.body |= memory.get((name, "values"), {})
            values = {field: exchange.body[field] for field in optional if field in exchange.body}
            memory.setdefault(memory[name, "mark"], values)

    return anywhere(expectation, None, after)


@breaks("gone", "it cannot be created again")
def created_once(expectation: Expectation) -> Broken | None:
    mark = expectation.resource.mark
    if mark is None:
        return None

    def before(exchange: Exchange) -> None:
        marks = exchange.memory.setdefault("marks", set())
        if exchange.form[mark] in marks:
            exchange.answer(400)
        marks.add(exchange.form[mark])

    creates = expectation.described.creates
    return ("POST", pattern(creates.path), before, None) if creates and creates.method == "POST" else None


@breaks("changes", "the list shows it as it was")
def stale_in_list(expectation: Expectation) -> Broken | None:
    if not is_plain(expectation):
        return None
    key = str(expectation.described.key)

    def after(exchange: Exchange) -> None:
        elements = elements_of(expectation, exchange) if isinstance(exchange.body, dict) else exchange.body
        elements[:] = [exchange.memory.setdefault(each[key], each) for each in elements]

    return "GET", pattern(expectation.described.path), None, after


def on_update(expectation: Expectation, before: Change | None, after: Change | None = None) -> Broken:
    return expectation.operation.method, pattern(expectation.described.element), before, after


@breaks("changes", "of two fields only the first is changed")
def first_field_alone(expectation: Expectation) -> Broken | None:
    if len(expectation.described.reads_back(expectation.operation)) < 2:
        return None

    def before(exchange: Exchange) -> None:
        for name in [*exchange.form][1:]:
            del exchange.form[name]

    return on_update(expectation, before)


@breaks("changes", "what is so already is refused")
def same_is_refused(expectation: Expectation) -> Broken | None:
    def before(exchange: Exchange) -> None:
        form = dict(exchange.form)
        if exchange.memory.get(exchange.path) == form:
            exchange.answer(400)
        exchange.memory[exchange.path] = form

    return on_update(expectation, before)


@breaks("changes", "after a refused change, none has an effect")
def stuck_after_refusal(expectation: Expectation) -> Broken | None:
    read, back = expectation.described.schema, expectation.described.reads_back(expectation.operation)
    is_free = all(not any(schema.enum) for schema in expectation.operation.form_fields.values())
    if is_free or not read or all(read.properties[target].items for target in back.values()):
        return None  # whatever is sent is allowed, or joins others and is there already

    def before(exchange: Exchange) -> None:
        if "refused" in exchange.memory:
            exchange.answer(200, {"success": True})

    def after(exchange: Exchange) -> None:
        if exchange.status == 400:
            exchange.memory["refused"] = True

    return on_update(expectation, before, after)


@breaks("only-its-fields", "the time of creation is that of the change")
def created_anew(expectation: Expectation) -> Broken | None:
    field = expectation.resource.created
    if field is None:
        return None

    def after(exchange: Exchange) -> None:
        if written(exchange):
            exchange.memory[exchange.path] = int(time.time())
        elif exchange.path in exchange.memory:
            exchange.body[field] = exchange.memory[exchange.path]

    return "GET POST", pattern(expectation.described.element), None, after


@breaks("only-its-fields", "what is changed moves to the end of the list")
def moves_to_end(expectation: Expectation) -> Broken | None:
    lists = expectation.described.lists
    if not lists or not lists.listing or not lists.listing.is_ordered or not is_plain(expectation):
        return None
    key = str(expectation.described.key)

    def after(exchange: Exchange) -> None:
        if exchange.method == expectation.operation.method:
            exchange.memory["changed"] = unquote(exchange.name)
        elif isinstance(exchange.body, list):
            exchange.body.sort(key=lambda each: each[key] == exchange.memory["changed"])

    return anywhere(expectation, None, after)


@breaks("new-name", "the same form makes no other")
def found_or_created(expectation: Expectation) -> Broken | None:
    key = expectation.resource.key
    if key is None or key in expectation.operation.form_fields or not is_urlencoded(expectation):
        return None  # it is named by what is sent

    def after(exchange: Exchange) -> None:
        if exchange.status == 201:
            exchange.body = exchange.memory.setdefault(str(exchange.form), exchange.body)

    return on_creation(expectation, None, after)


@breaks("any-text", "the list shows texts in ASCII")
def ascii_in_list(expectation: Expectation) -> Broken | None:
    if not is_plain(expectation) or not is_urlencoded(expectation):
        return None
    back = expectation.described.reads_back(expectation.operation)
    targets = [back[name] for name in free_texts(expectation.described, expectation.operation)]

    def after(exchange: Exchange) -> None:
        for element in exchange.body:
            for name in targets:
                if isinstance(element.get(name), str):
                    element[name] = element[name].encode("ascii", "replace").decode()

    return "GET", pattern(expectation.described.path), None, after


@breaks("part-changes", "lists find it by what it was")
@breaks("part-replaced", "lists find it by what it was")
def found_by_former_part(expectation: Expectation) -> Broken | None:
    part = expectation.operation.part
    if not part or part.field != "folders":
        return None  # no filter looks at it

    def after(exchange: Exchange) -> None:
        if "folder" in exchange.query and isinstance(exchange.body, list):
            exchange.body = exchange.memory.setdefault(exchange.path, exchange.body)

    return "GET", pattern(expectation.operation.path.parent.parent), None, after
