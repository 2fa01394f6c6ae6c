"""Faults that follow from the vocabulary: for each expectation of a contract, deployments that break it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote

from tests.conformance.changes import altered, default, drop, pretend, put, text
from tests.conformance.faulty_server import Change, Exchange, Fault

from contextio_contract.contract.behaviour.expectations import free_texts
from contextio_contract.contract.media_types import MULTIPART, essence
from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from contextio_contract.contract import Contract, PathTemplate
    from contextio_contract.contract.behaviour.expectations import Expectation

Broken: TypeAlias = "tuple[str, str, Change | None, Change | None]"
"""The methods and the pattern of paths that are broken, and the changes before and after the server."""
Make: TypeAlias = "Callable[[Expectation], Broken | None]"
BREAKAGES: dict[str, list[tuple[str, Make]]] = {}
"""What makes faults of an expectation, by its kind."""


def breaks(kind: str, name: str) -> Callable[[Make], Make]:
    """Make a function one that returns how an expectation of a kind is broken; None if it cannot be."""

    def declare(function: Make) -> Make:
        BREAKAGES.setdefault(kind, []).append((name, function))
        return function

    return declare


def derived_faults(contract: Contract, operations: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of what some operations, named by their ids, are expected to do."""
    for expectation in contract.expectations.values():
        if expectation.operation.id not in operations:
            continue
        for name, function in BREAKAGES[expectation.kind]:
            if made := function(expectation):
                method, path, before, after = made
                yield Fault(expectation.id, name, method, path, before, after)


def pattern(path: PathTemplate) -> str:
    return "/2[.]0" + re.sub(r"[{][^}]*[}]", "[^/]+", path.text) + "/?"


def on_list(expectation: Expectation, before: Change | None, after: Change | None = None) -> Broken:
    return "GET", pattern(expectation.described.path), before, after


def on_read(expectation: Expectation, after: Change) -> Broken:
    return "GET", pattern(expectation.described.element), None, after


def on_creation(expectation: Expectation, before: Change | None, after: Change | None = None) -> Broken:
    return "POST", pattern(expectation.described.path), before, after


def anywhere(expectation: Expectation, before: Change | None, after: Change | None) -> Broken:
    """Faults that remember what they saw: of the collection, its elements and what lies in them."""
    return "GET POST DELETE", pattern(expectation.described.path).removesuffix("/?") + "(/.*)?", before, after


def other_than(value: Any) -> Any:
    return value + 1 if type(value) is int else "something else"


def scalar_field(expectation: Expectation) -> str:
    """Return a field of the read that is text or a number, and neither the name nor an address."""
    described, resource = expectation.described, expectation.resource
    shown = (
        described.reads.success.schema.properties
        if described.reads and described.reads.success.schema
        else {}
    )
    return next(
        name
        for name, schema in shown.items()
        if set(schema.types) & {"string", "integer"} and name not in {resource.key, resource.url}
    )


@breaks("elements", "the list shows another value")
def another_value(expectation: Expectation) -> Broken | None:
    return on_list(expectation, None, altered(scalar_field(expectation), other_than))


@breaks("elements", "the list lacks the newest element")
def lacks_newest(expectation: Expectation) -> Broken | None:
    def change(exchange: Exchange) -> None:
        exchange.body = exchange.body[:-1]

    return on_list(expectation, None, change)


@breaks("order", "the newest comes first")
def newest_first(expectation: Expectation) -> Broken | None:
    def change(exchange: Exchange) -> None:
        exchange.body = exchange.body[::-1]

    return on_list(expectation, None, change)


@breaks("order", "an element comes twice")
def twice(expectation: Expectation) -> Broken | None:
    def change(exchange: Exchange) -> None:
        exchange.body = [*exchange.body, exchange.body[-1]]

    return on_list(expectation, None, change)


@breaks("window", "offset counts from one")
def counts_from_one(expectation: Expectation) -> Broken | None:
    return on_list(expectation, window_of(expectation, lambda offset, limit: (max(offset - 1, 0), limit)))


@breaks("window", "one more than limit")
def one_more(expectation: Expectation) -> Broken | None:
    return on_list(expectation, window_of(expectation, lambda offset, limit: (offset, limit + (limit < 100))))


@breaks("window", "one less than limit")
def one_less(expectation: Expectation) -> Broken | None:
    return on_list(expectation, window_of(expectation, lambda offset, limit: (offset, max(limit - 1, 1))))


@breaks("window", "an offset past the end starts anew")
def starts_anew(expectation: Expectation) -> Broken | None:
    return on_list(
        expectation, window_of(expectation, lambda offset, limit: (offset if offset < 1000 else 0, limit))
    )


def window_of(expectation: Expectation, to: Any, only: str = "") -> Change:
    paging = expectation.listing.paging
    assert paging

    def change(exchange: Exchange) -> None:
        if not only or only in exchange.query:
            offset, limit = int(exchange.query[paging.offset]), int(exchange.query[paging.limit])
            offset, limit = to(offset, limit)
            exchange.query |= {paging.offset: str(offset), paging.limit: str(limit)}

    return change


@breaks("filtered-window", "the offset is ignored")
def no_offset(expectation: Expectation) -> Broken | None:
    return on_list(
        expectation, window_of(expectation, lambda _, limit: (0, limit), only=expectation.parameter)
    )


@breaks("maximum", "there is no maximum")
def no_maximum(expectation: Expectation) -> Broken | None:
    paging = expectation.listing.paging
    assert paging

    def change(exchange: Exchange) -> None:
        if int(exchange.query[paging.limit]) > paging.maximum:
            exchange.body += exchange.body[:10]

    return on_list(expectation, None, change)


@breaks("filter", "the filter is ignored")
def filter_ignored(expectation: Expectation) -> Broken | None:
    return on_list(expectation, drop(expectation.parameter))


@breaks("filter", "the filter finds nothing")
def finds_nothing(expectation: Expectation) -> Broken | None:
    def change(exchange: Exchange) -> None:
        if expectation.parameter in exchange.query and exchange.status == 200:
            exchange.body = []

    return on_list(expectation, None, change)


@breaks("filter", "the beginning of a value is enough")
def prefix_is_enough(expectation: Expectation) -> Broken | None:
    criterion = expectation.listing.filters[expectation.parameter]
    schemas = {each.name: each.schema for each in expectation.operation.query_parameters}
    if criterion.match == "is" or schemas[criterion.parameter].enum:
        return None

    def after(exchange: Exchange) -> None:
        prefix = exchange.memory.pop("prefix")
        exchange.body = [
            each
            for each in exchange.body
            if any(str(value).startswith(prefix) for value in criterion.values_in(each))
        ]

    return on_list(expectation, remembered(criterion.parameter, "prefix"), after)


@breaks("narrowing", "all embedded resources show")
def shows_all(expectation: Expectation) -> Broken | None:
    criterion = expectation.listing.filters[expectation.parameter]

    def after(exchange: Exchange) -> None:
        text = exchange.memory.pop("wanted")
        wanted = int(text) if text.isdecimal() else text
        exchange.body = [each for each in exchange.body if criterion.keeps(each, wanted)]

    return on_list(expectation, remembered(criterion.parameter, "wanted"), after)


def remembered(parameter: str, name: str) -> Change:
    """Keep a parameter from the server, and remember it."""

    def change(exchange: Exchange) -> None:
        exchange.memory[name] = exchange.query.pop(parameter)

    return change


@breaks("filters", "the last filter is ignored")
def last_ignored(expectation: Expectation) -> Broken | None:
    def change(exchange: Exchange) -> None:
        sent = [name for name in expectation.listing.filters if name in exchange.query]
        if len(sent) > 1:
            exchange.query.pop(sent[-1])

    return on_list(expectation, change)


@breaks("reads-back", "a sent value is forgotten")
def value_forgotten(expectation: Expectation) -> Broken | None:
    collection, operation = expectation.described, expectation.operation
    required = operation.form.required if operation.form else ()
    free = [name for name in collection.reads_back(operation) if name not in required]
    return on_creation(expectation, drop(*free)) if free else None


@breaks("reads-back", "the read shows another value")
def value_altered(expectation: Expectation) -> Broken | None:
    target = next(iter(expectation.described.reads_back(expectation.operation).values()))
    return on_read(expectation, altered(target, other_than))


@breaks("any-text", "texts are cut")
def texts_cut(expectation: Expectation) -> Broken | None:
    name = free_texts(expectation.described, expectation.operation)[0]
    return on_creation(expectation, text(name, lambda sent: sent[:40]))


@breaks("any-text", "texts become ASCII")
def texts_ascii(expectation: Expectation) -> Broken | None:
    name = free_texts(expectation.described, expectation.operation)[-1]
    return on_creation(expectation, text(name, lambda sent: sent.encode("ascii", "replace").decode()))


@breaks("initial", "a field starts with another value")
def starts_otherwise(expectation: Expectation) -> Broken | None:
    initial = expectation.resource.initial
    name = next(name for name, value in initial.items() if isinstance(value, (int, str)))
    return on_read(expectation, put(**{name: other_than(initial[name])}))


@breaks("new-name", "one name for all")
def one_name(expectation: Expectation) -> Broken | None:
    names = expectation.described.name_fields

    def change(exchange: Exchange) -> None:
        if exchange.status == 201:
            shown = {name: exchange.body[name] for name in names if name in exchange.body}
            exchange.body |= exchange.memory.setdefault("names", shown)

    return on_creation(expectation, None, change)


@breaks("url", "it is a path")
def url_is_path(expectation: Expectation) -> Broken | None:
    return on_creation(expectation, None, put(**{str(expectation.resource.url): "/somewhere"}))


@breaks("url", "it leads nowhere")
def url_leads_nowhere(expectation: Expectation) -> Broken | None:
    return on_read(expectation, put(**{str(expectation.resource.url): "http://127.0.0.1:9/2.0/nothing"}))


@breaks("created", "it is in milliseconds")
def in_milliseconds(expectation: Expectation) -> Broken | None:
    return on_read(expectation, altered(str(expectation.resource.created), lambda time: time * 1000))


@breaks("lifetime", "it ends too soon")
def ends_soon(expectation: Expectation) -> Broken | None:
    field, seconds = expectation.resource.lifetime or ("", 0)
    return on_read(expectation, altered(field, lambda time: time - seconds // 2))


@breaks("embedded", "the resource above does not show it")
def not_embedded(expectation: Expectation) -> Broken | None:
    above = pattern(expectation.described.path).removesuffix("/?").rpartition("/")[0] + "/?"
    return "GET", above, None, put(**{str(expectation.resource.embedded_at): []})


@breaks("required", "a required field may be missing")
def not_required(expectation: Expectation) -> Broken | None:
    form = expectation.operation.form
    name = next(name for name in expectation.operation.form_fields if form and name in form.required)
    value = example_value(expectation.operation.form_fields[name])
    return on_creation(expectation, default(**{name: str(value)}))


@breaks("changes", "a field is not changed")
def not_changed(expectation: Expectation) -> Broken | None:
    name = [*expectation.described.reads_back(expectation.operation)][-1]
    return expectation.operation.method, pattern(expectation.described.element), drop(name), None


@breaks("changes", "a field that is left out is emptied")
def emptied(expectation: Expectation) -> Broken | None:
    names = [*expectation.described.reads_back(expectation.operation)]
    fields = expectation.operation.form_fields
    empty = {name: "0" if "integer" in fields[name].types else "" for name in names}
    path = pattern(expectation.described.element)
    return expectation.operation.method, path, default(**empty), None


@breaks("only-its-fields", "a field that the form lacks is changed")
def stray_field(expectation: Expectation) -> Broken | None:
    name = scalar_field(expectation)

    def after(exchange: Exchange) -> None:
        if exchange.method == "POST" and name in exchange.form:
            exchange.memory[exchange.path] = exchange.form[name]
        elif exchange.method == "GET" and exchange.path in exchange.memory:
            exchange.body[name] = exchange.memory[exchange.path]

    return "GET POST", pattern(expectation.described.element), None, after


@breaks("gone", "a deletion does nothing")
def deletion_pretended(expectation: Expectation) -> Broken | None:
    return "DELETE", pattern(expectation.described.element), pretend, None


@breaks("gone", "the list still shows it")
def still_listed(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.method == "GET" and isinstance(exchange.body, dict) and exchange.status == 200:
            exchange.memory[exchange.name] = exchange.body
        elif exchange.method == "DELETE" and exchange.status == 200:
            exchange.memory["gone"] = unquote(exchange.name)
        elif isinstance(exchange.body, list) and "gone" in exchange.memory:
            exchange.body.append({str(expectation.described.key): exchange.memory["gone"]})

    return anywhere(expectation, None, after)


@breaks("others-stay", "others go as well")
def others_go(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.method == "DELETE":
            exchange.memory["deleted"] = True
        elif exchange.method == "GET" and "deleted" in exchange.memory:
            exchange.answer(404)

    return "GET DELETE", pattern(expectation.described.element), None, after


@breaks("takes-children", "what lies in it stays")
def children_stay(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.method == "GET" and exchange.status == 200:
            exchange.memory[exchange.path] = exchange.body
        elif exchange.method == "GET" and exchange.status == 404:
            exchange.answer(200, exchange.memory.get(exchange.path, []))

    path = pattern(expectation.described.element).removesuffix("/?") + "/.+"
    return "GET", path, None, after


@breaks("own-parent", "it is found in any other")
def found_anywhere(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.method == "GET" and exchange.status == 200:
            exchange.memory[exchange.name] = exchange.body
        elif exchange.method == "GET" and exchange.name in exchange.memory:
            exchange.answer(200, exchange.memory[exchange.name])

    return "GET", pattern(expectation.described.element), None, after


@breaks("own-parent", "it can be deleted in any other")
def deleted_anywhere(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.status == 404:
            pretend(exchange)

    return "DELETE", pattern(expectation.described.element), None, after


@breaks("bad-query", "what is not allowed finds nothing")
def nothing_found(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.status == 400:
            exchange.answer(200, [])

    return "GET", pattern(expectation.operation.path), None, after


@breaks("multipart", "it is not read")
def multipart_unread(expectation: Expectation) -> Broken | None:
    def before(exchange: Exchange) -> None:
        if essence(exchange.headers.get("content-type", "")) == MULTIPART:
            exchange.answer(400)

    return expectation.operation.method, pattern(expectation.operation.path), before, None


@breaks("bad-form", "what is not allowed is taken")
def taken(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.status == 400:
            pretend(exchange)

    return expectation.operation.method, pattern(expectation.operation.path), None, after
