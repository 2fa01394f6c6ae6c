"""Faults that follow from the vocabulary: for each expectation of a contract, deployments that break it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote

from tests.conformance.changes import altered, default, drop, pretend, put, text
from tests.conformance.faulty_server import Change, Exchange, Fault

from contextio_contract.contract.behaviour.expectations import free_texts
from contextio_contract.contract.behaviour.listing import values_at
from contextio_contract.contract.media_types import MULTIPART, essence
from contextio_contract.contract.resources import list_in
from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def derived_faults(contract: Contract) -> Iterator[Fault]:
    """Yield the faults of what operations are expected to do."""
    for expectation in contract.expectations.values():
        for name, function in BREAKAGES[expectation.kind]:
            if made := function(expectation):
                method, path, before, after = made
                yield Fault(expectation.id, name, method, path, before, after)


def pattern(path: PathTemplate) -> str:
    return "(/2[.]0)?" + re.sub(r"[{][^}]*[}]", "[^/]+", path.text) + "/?"


def on_list(expectation: Expectation, before: Change | None, after: Change | None = None) -> Broken:
    return "GET", pattern(expectation.described.path), before, after


def elements_of(expectation: Expectation, exchange: Exchange) -> list[Any]:
    """Return the list in a body, which may be in an envelope; a change of it changes the body."""
    place = list_in(expectation.operation.success.schema)
    elements = exchange.body[place[0]] if place and place[0] else exchange.body
    assert isinstance(elements, list)
    return elements


def with_elements(expectation: Expectation, change: Callable[[list[Any]], Any]) -> Change:
    """Change the list in a successful response."""

    def after(exchange: Exchange) -> None:
        elements = elements_of(expectation, exchange)
        changed = change(elements)
        elements[:] = elements if changed is None else changed

    return after


def on_read(expectation: Expectation, after: Change) -> Broken:
    return "GET", pattern(expectation.described.element), None, after


def on_creation(expectation: Expectation, before: Change | None, after: Change | None = None) -> Broken:
    return expectation.operation.method, pattern(expectation.operation.path), before, after


def anywhere(expectation: Expectation, before: Change | None, after: Change | None) -> Broken:
    """Faults that remember what they saw: of the collection, its elements and what lies in them."""
    return (
        "GET POST PUT DELETE",
        pattern(expectation.described.path).removesuffix("/?") + "(/.*)?",
        before,
        after,
    )


def is_urlencoded(expectation: Expectation) -> bool:
    """Whether the form of an operation is one that a fault can change on its way."""
    return bool(expectation.operation.body and expectation.operation.body.form)


def other_than(value: Any) -> Any:
    return value + 1 if type(value) is int else "something else"


@breaks("elements", "the list shows another value")
def another_value(expectation: Expectation) -> Broken | None:
    if expectation.listing.elements:
        return on_list(
            expectation, None, with_elements(expectation, lambda urls: [f"{url}0" for url in urls])
        )
    resource, key = expectation.described.resource, expectation.described.key
    named = {key, resource.key, resource.url}

    def change(elements: list[Any]) -> None:
        for element in elements:
            changed = {
                name: other_than(value) for name, value in element.items() if type(value) in (str, int)
            }
            element.update({name: value for name, value in changed.items() if name not in named})

    return on_list(expectation, None, with_elements(expectation, change))


@breaks("elements", "the list lacks the newest element")
def lacks_newest(expectation: Expectation) -> Broken | None:
    if expectation.listing.elements or not expectation.listing.is_ordered:
        return None  # without a promised order nothing tells which is the newest
    return on_list(expectation, None, with_elements(expectation, lambda elements: elements[:-1]))


@breaks("sorted", "it is the other way round")
def other_way_round(expectation: Expectation) -> Broken | None:
    return on_list(expectation, None, with_elements(expectation, lambda elements: elements[::-1]))


@breaks("sorted", "an element comes twice")
def sorted_twice(expectation: Expectation) -> Broken | None:
    if expectation.described.key is None and not expectation.listing.elements:
        return None  # elements without names may be alike
    return on_list(expectation, None, with_elements(expectation, lambda elements: [*elements[:1], *elements]))


@breaks("sorted", "a page is sorted for itself")
def sorted_by_page(expectation: Expectation) -> Broken | None:
    paging = expectation.listing.paging
    if paging is None:
        return None

    def after(exchange: Exchange) -> None:
        if int(exchange.query[paging.limit]) < 10:
            elements_of(expectation, exchange).reverse()

    return on_list(expectation, None, after)


@breaks("default", "without a limit there is one element")
def one_without_limit(expectation: Expectation) -> Broken | None:
    paging = expectation.listing.paging
    assert paging

    def before(exchange: Exchange) -> None:
        exchange.query.setdefault(paging.limit, "1")

    return on_list(expectation, before)


@breaks("of", "it has another element")
def another_element(expectation: Expectation) -> Broken | None:
    def change(elements: list[Any]) -> list[Any]:
        stray = (
            {name: other_than(value) for name, value in elements[0].items()}
            if isinstance(elements[0], dict)
            else f"{elements[0]}0"
        )
        return [*elements, stray]

    return on_list(expectation, None, with_elements(expectation, change))


@breaks("of", "it lacks an element")
def lacks_element(expectation: Expectation) -> Broken | None:
    if set(expectation.listing.filters).isdisjoint(expectation.operation.path.parameters):
        return None
    return on_list(expectation, None, with_elements(expectation, lambda elements: elements[1:]))


@breaks("order", "the newest comes first")
def newest_first(expectation: Expectation) -> Broken | None:
    return on_list(expectation, None, with_elements(expectation, lambda elements: elements[::-1]))


@breaks("order", "an element comes twice")
def twice(expectation: Expectation) -> Broken | None:
    return on_list(expectation, None, with_elements(expectation, lambda elements: [*elements, elements[-1]]))


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
            elements = elements_of(expectation, exchange)
            elements += elements[:10]

    return on_list(expectation, None, change)


@breaks("maximum", "a limit above the maximum is refused")
def beyond_is_refused(expectation: Expectation) -> Broken | None:
    paging = expectation.listing.paging
    assert paging

    def before(exchange: Exchange) -> None:
        if int(exchange.query[paging.limit]) > paging.maximum:
            exchange.answer(400)

    return on_list(expectation, before)


@breaks("undivided", "it has the elements of a page")
def divided(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        start, size = int(exchange.query["offset"]), int(exchange.query["limit"])
        elements = elements_of(expectation, exchange)
        elements[:] = elements[start : start + size]

    return on_list(expectation, None, after)


@breaks("filter", "the filter is ignored")
def filter_ignored(expectation: Expectation) -> Broken | None:
    return on_list(expectation, drop(expectation.parameter))


@breaks("filter", "the filter finds nothing")
def finds_nothing(expectation: Expectation) -> Broken | None:
    def change(exchange: Exchange) -> None:
        if expectation.parameter in exchange.query and exchange.status == 200:
            elements_of(expectation, exchange).clear()

    return on_list(expectation, None, change)


@breaks("filter", "the beginning of a value is enough")
def prefix_is_enough(expectation: Expectation) -> Broken | None:
    criterion = expectation.listing.filters[expectation.parameter]
    schemas = {each.name: each.schema for each in expectation.operation.query_parameters}
    is_text = criterion.match in {"equal", "address"} and not criterion.several
    if not is_text or schemas[criterion.parameter].types != ("string",) or schemas[criterion.parameter].enum:
        return None
    if expectation.listing.elements:
        return None

    def after(exchange: Exchange) -> None:
        prefix = exchange.memory.pop("prefix")
        elements = elements_of(expectation, exchange)
        elements[:] = [
            each
            for each in elements
            if any(str(value).startswith(prefix) for value in criterion.values_in(each))
        ]

    return on_list(expectation, remembered(criterion.parameter, "prefix"), after)


@breaks("filter", "the bound counts the other way")
def bound_moved(expectation: Expectation) -> Broken | None:
    criterion = expectation.listing.filters[expectation.parameter]
    step = {"before": 1, "at-least": 1, "after": -1, "at-most": -1}.get(criterion.match, 0)

    def before(exchange: Exchange) -> None:
        exchange.query[criterion.parameter] = str(int(exchange.query[criterion.parameter]) + step)

    return on_list(expectation, before) if step else None


@breaks("filter", "another field is looked at")
def other_field(expectation: Expectation) -> Broken | None:
    filters = expectation.listing.filters.values()
    criterion = expectation.listing.filters[expectation.parameter]
    others = [
        each.parameter for each in filters if each.match == criterion.match and each.field != criterion.field
    ]
    if criterion.match not in {"before", "after"} or not others:
        return None

    def before(exchange: Exchange) -> None:
        exchange.query[others[0]] = exchange.query.pop(criterion.parameter)

    return on_list(expectation, before)


@breaks("filter", "the first of several values counts alone")
def first_alone(expectation: Expectation) -> Broken | None:
    criterion = expectation.listing.filters[expectation.parameter]

    def before(exchange: Exchange) -> None:
        exchange.query[criterion.parameter] = exchange.query[criterion.parameter].partition(",")[0]

    return on_list(expectation, before) if criterion.several else None


@breaks("filter", "it is a text, whatever stands in it")
def plain_text(expectation: Expectation) -> Broken | None:
    criterion = expectation.listing.filters[expectation.parameter]

    def before(exchange: Exchange) -> None:
        exchange.query[criterion.parameter] = (
            exchange.query[criterion.parameter].replace("/", "").replace("*", "")
        )

    return on_list(expectation, before) if criterion.match in {"text", "pattern"} else None


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
    return on_creation(expectation, drop(*free)) if free and is_urlencoded(expectation) else None


@breaks("reads-back", "the read shows another value")
def value_altered(expectation: Expectation) -> Broken | None:
    target = next(iter(expectation.described.reads_back(expectation.operation).values()))
    return on_read(expectation, altered(target, other_than))


@breaks("any-text", "texts are cut")
def texts_cut(expectation: Expectation) -> Broken | None:
    name = free_texts(expectation.described, expectation.operation)[0]
    if not is_urlencoded(expectation):
        target = expectation.described.reads_back(expectation.operation)[name]
        return on_read(expectation, put(**{target: ["something else"]}))
    return on_creation(expectation, text(name, lambda sent: sent[:40]))


@breaks("any-text", "texts become ASCII")
def texts_ascii(expectation: Expectation) -> Broken | None:
    if not is_urlencoded(expectation):
        return None
    name = free_texts(expectation.described, expectation.operation)[-1]
    return on_creation(expectation, text(name, lambda sent: sent.encode("ascii", "replace").decode()))


@breaks("initial", "a field starts with another value")
def starts_otherwise(expectation: Expectation) -> Broken | None:
    initial = expectation.resource.initial
    name = next(name for name, value in initial.items() if isinstance(value, (int, str)))
    return on_read(expectation, put(**{name: other_than(initial[name])}))


@breaks("new-name", "one name for all")
def one_name(expectation: Expectation) -> Broken | None:
    if not is_urlencoded(expectation):
        return None  # the answer need not name what was uploaded
    names = expectation.described.name_fields

    def change(exchange: Exchange) -> None:
        if exchange.status == 201:
            shown = {name: exchange.body[name] for name in names if name in exchange.body}
            exchange.body |= exchange.memory.setdefault("names", shown)

    return on_creation(expectation, None, change)


@breaks("new-name", "there can be one alone")
def one_alone(expectation: Expectation) -> Broken | None:
    def before(exchange: Exchange) -> None:
        if "one" in exchange.memory:
            exchange.answer(400)
        exchange.memory["one"] = True

    return None if is_urlencoded(expectation) else on_creation(expectation, before)


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
    if not is_urlencoded(expectation):
        return on_creation(expectation, None, created_all_the_same)
    name = next(name for name in expectation.operation.form_fields if form and name in form.required)
    value = example_value(expectation.operation.form_fields[name])
    return on_creation(expectation, default(**{name: str(value)}))


def created_all_the_same(exchange: Exchange) -> None:
    if exchange.status == 400:
        exchange.answer(201, {"success": True})


@breaks("changes", "a field is not changed")
def not_changed(expectation: Expectation) -> Broken | None:
    name = [*expectation.described.reads_back(expectation.operation)][-1]
    return expectation.operation.method, pattern(expectation.described.element), drop(name), None


@breaks("changes", "a field that is left out is emptied")
def emptied(expectation: Expectation) -> Broken | None:
    read = expectation.described.reads.success.schema if expectation.described.reads else None
    back = expectation.described.reads_back(expectation.operation).items()
    names = [name for name, target in back if read and read.properties[target].items is None]
    if not names:
        return None  # what joins a list is not emptied
    fields = expectation.operation.form_fields
    empty = {name: "0" if "integer" in fields[name].types else "" for name in names}
    path = pattern(expectation.described.element)
    return expectation.operation.method, path, default(**empty), None


@breaks("changes", "what joins a list takes the place of the others")
def list_replaced(expectation: Expectation) -> Broken | None:
    read = expectation.described.schema
    back = expectation.described.reads_back(expectation.operation).values()
    lists = [target for target in back if read and read.properties[target].items is not None]
    return on_read(expectation, altered(lists[0], lambda values: values[-1:])) if lists else None


@breaks("only-its-fields", "a field that the form lacks is changed")
def stray_field(expectation: Expectation) -> Broken | None:
    fields = expectation.operation.form_fields

    def after(exchange: Exchange) -> None:
        if exchange.method == "POST":
            stray = {name: value for name, value in exchange.form.items() if name not in fields}
            exchange.memory[exchange.path] = stray
        elif exchange.method == "GET" and exchange.path in exchange.memory:
            exchange.body |= exchange.memory[exchange.path]

    return "GET POST", pattern(expectation.described.element), None, after


@breaks("stray-fields", "a field that the form lacks is taken")
def stray_taken(expectation: Expectation) -> Broken | None:
    fields = expectation.operation.form_fields

    def after(exchange: Exchange) -> None:
        if exchange.method == expectation.operation.method:
            exchange.memory["stray"] = {
                name: int(value) if value.isdecimal() else value
                for name, value in exchange.form.items()
                if name not in fields
            }
        elif exchange.method == "GET" and isinstance(exchange.body, dict):
            exchange.body |= exchange.memory.get("stray", {})

    return anywhere(expectation, None, after)


@breaks("gone", "a deletion does nothing")
def deletion_pretended(expectation: Expectation) -> Broken | None:
    return "DELETE", pattern(expectation.described.element), pretend, None


@breaks("gone", "the list still shows it")
def still_listed(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.method == "GET" and isinstance(exchange.body, dict) and exchange.status == 200:
            exchange.memory[exchange.name] = exchange.body
        elif exchange.method == "DELETE" and exchange.status < 300:
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
    if expectation.described.deletes is None or expectation.described.creates is None:
        return None  # what no run can create, none deletes

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


@breaks("bad-form", "an empty form is taken")
def empty_taken(expectation: Expectation) -> Broken | None:
    operation, described = expectation.operation, expectation.collection
    creates = described and described.creates is operation
    if creates or operation.form is None or operation.form.is_valid({}):
        return None

    def after(exchange: Exchange) -> None:
        if exchange.status == 400 and not exchange.form:
            pretend(exchange)

    return operation.method, pattern(operation.path), None, after


@breaks("switch", "it has no effect")
def switch_ignored(expectation: Expectation) -> Broken | None:
    return "GET", pattern(expectation.operation.path), drop(expectation.parameter), None


@breaks("switch", "it adds something else as well")
def adds_more(expectation: Expectation) -> Broken | None:
    effects = expectation.operation.switches[expectation.parameter]
    outer = effects[0].adds[:-1]
    if not effects[0].adds:
        return None

    def after(exchange: Exchange) -> None:
        elements = exchange.body if isinstance(exchange.body, list) else [exchange.body]
        for holder in values_at(elements, outer) if expectation.parameter in exchange.query else ():
            holder["something_else"] = 1

    return "GET", pattern(expectation.operation.path), None, after


@breaks("switch", "it is always on")
def always_on(expectation: Expectation) -> Broken | None:
    effect = expectation.operation.switches[expectation.parameter][0]
    if effect.narrows:
        return None

    def before(exchange: Exchange) -> None:
        exchange.query[expectation.parameter] = str(1 if effect.value is None else effect.value)

    return "GET", pattern(expectation.operation.path), before, None


@breaks("part", "it is something else")
def part_differs(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        if exchange.status != 200:
            return
        match exchange.body:
            case bytes():
                exchange.body += b"something else"
            case list():
                exchange.body = exchange.body[:-1]
            case dict():
                exchange.body.popitem()

    return "GET", pattern(expectation.operation.path), None, after


@breaks("part-changes", "the last of several values counts alone")
def last_value_alone(expectation: Expectation) -> Broken | None:
    fields = expectation.operation.form_fields.values()
    if not any(schema.items is not None for schema in fields):
        return None

    def before(exchange: Exchange) -> None:
        exchange.resign = True  # with one value of each field

    return expectation.operation.method, pattern(expectation.operation.path), before, None


@breaks("part-changes", "nothing is changed")
@breaks("part-replaced", "nothing is replaced")
def part_stays(expectation: Expectation) -> Broken | None:
    return expectation.operation.method, pattern(expectation.operation.path), pretend, None


@breaks("work", "it answers as if it were done")
def done_at_once(expectation: Expectation) -> Broken | None:
    def after(exchange: Exchange) -> None:
        exchange.status = 200

    return expectation.operation.method, pattern(expectation.operation.path), None, after


@breaks("bad-body", "anything is taken")
def any_body_taken(expectation: Expectation) -> Broken | None:
    return taken(expectation)


@breaks("also-named", "the key alone leads to it")
def key_alone(expectation: Expectation) -> Broken | None:
    key = str(expectation.resource.key)

    def after(exchange: Exchange) -> None:
        if exchange.status == 200 and unquote(exchange.name) != exchange.body[key]:
            exchange.answer(404)

    return "GET", pattern(expectation.described.element), None, after


@breaks("upload", "a multipart form is refused")
def upload_refused(expectation: Expectation) -> Broken | None:
    return multipart_unread(expectation)


@breaks("upload", "it can be read later")
def read_later(expectation: Expectation) -> Broken | None:
    def before(exchange: Exchange) -> None:
        if exchange.path not in exchange.memory:
            exchange.answer(404)
        exchange.memory[exchange.path] = True

    return "GET", pattern(expectation.described.element), before, None


@breaks("upload", "a header field is forgotten")
def header_forgotten(expectation: Expectation) -> Broken | None:
    shown = next(iter(expectation.resource.headers.values()))
    return on_read(expectation, put(**dict.fromkeys(shown, "something else")))
