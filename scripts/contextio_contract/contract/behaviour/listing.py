"""Lists (`x-list`): pages, order, and filters with the fields that they compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from contextio_contract.contract.behaviour.matches import MATCHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Element: TypeAlias = "Mapping[str, Any]"


@dataclass(frozen=True)
class Paging:
    """How a list is divided into pages.

    Attributes:
        limit: the parameter that bounds how many elements come back.
        offset: the parameter that skips leading elements.
        maximum: how many elements an answer has at most.
        default: how many it has without a limit.
    """

    limit: str
    offset: str
    maximum: int
    default: int

    @property
    def parameters(self) -> frozenset[str]:
        """The names of both parameters."""
        return frozenset({self.limit, self.offset})

    def window(self, query: Mapping[str, Any]) -> slice:
        """Return the slice of the list that a validated query asks for."""
        start = query.get(self.offset, 0)
        return slice(start, start + min(query.get(self.limit, self.default), self.maximum))


@dataclass(frozen=True)
class Order:
    """The order of a list.

    Attributes:
        by: the names that lead to the field by which it is sorted; empty for the order of creation.
        descending: whether the greatest value comes first.
        parameter: the parameter that takes `asc` or `desc`; None without one.
        by_parameter: the parameter that names another field to sort by; None without one.
    """

    by: tuple[str, ...] = ()
    descending: bool = False
    parameter: str | None = None
    by_parameter: str | None = None

    @property
    def description(self) -> str:
        """What it is, such as: by `date`, greatest first; `sort_order` takes asc or desc."""
        by = f"by `{'.'.join(self.by)}`" if self.by else "in the order of creation"
        first = (
            ("greatest" if self.descending else "least")
            if self.by
            else "newest"
            if self.descending
            else "oldest"
        )
        told = [f"{by}, {first} first"]
        if self.parameter:
            told.append(f"`{self.parameter}` takes asc or desc")
        if self.by_parameter:
            told.append(f"`{self.by_parameter}` names another field")
        return "; ".join(told)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters."""
        return tuple(filter(None, (self.parameter, self.by_parameter)))

    def sort(self, elements: Sequence[Element], query: Mapping[str, Any]) -> list[Element]:
        """Return elements in the order that a validated query asks for, given those in the order of creation.

        Equal elements stay in that order, and those without a value come last.
        """
        named = query.get(self.by_parameter or "")
        field = self.by if named is None else tuple(str(named).split("."))
        asked = query.get(self.parameter or "")
        descending = self.descending if asked is None else asked == "desc"
        if not field:
            return list(reversed(elements)) if descending else list(elements)
        keyed = [(next(iter(values_at(element, field)), None), element) for element in elements]
        valued = [pair for pair in keyed if pair[0] is not None]
        valued.sort(key=lambda pair: pair[0], reverse=descending)
        return [element for _, element in valued] + [element for value, element in keyed if value is None]


@dataclass(frozen=True)
class Filter:
    """A query parameter that selects elements by one of their fields.

    Attributes:
        parameter: the query parameter.
        fields: for each field that is compared, the names that lead to it, also into embedded lists; one of
            the fields must match.
        match: how a field is compared, a key of `MATCHES`.
        value: what the field is compared with, for the match `is`.
        narrows: the field with the embedded list that shows only the objects that match; None without one.
        several: whether the parameter takes several values, of which one must match.
    """

    parameter: str
    fields: tuple[tuple[str, ...], ...]
    match: str
    value: Any = None
    narrows: str | None = None
    several: bool = False

    @property
    def field(self) -> tuple[str, ...]:
        """The names that lead to the first field."""
        return self.fields[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The fields as EXTENSIONS.md writes them, such as `sources.status`."""
        return tuple(".".join(field) for field in self.fields)

    @property
    def description(self) -> str:
        """What it compares, such as: `status` compares `sources.status`, which must equal it."""
        how = MATCHES[self.match].sentence.format(value=self.value)
        which = " or ".join(f"`{name}`" for name in self.names)
        several = "; of several values, one must match" if self.several else ""
        narrows = f"; `{self.narrows}` shows only what matches" if self.narrows else ""
        return f"`{self.parameter}` compares {which}, {how}{several}{narrows}"

    def accepts(self, value: Any, wanted: Any) -> bool:
        """Return whether the value of a field matches what a query wants."""
        choices = wanted if isinstance(wanted, list) else [wanted]
        return any(MATCHES[self.match].accepts(value, choice, self.value) for choice in choices)

    def wanted_for(self, value: Any) -> Any:
        """Return a value of the parameter that selects a value of the field."""
        return MATCHES[self.match].wanted_for(value, self.value)

    def values_in(self, element: Element) -> list[Any]:
        """Return the values of an element that are compared."""
        return [value for field in self.fields for value in values_at(element, field)]

    def keeps(self, element: Element, wanted: Any) -> bool:
        """Return whether an element matches."""
        return any(self.accepts(value, wanted) for value in self.values_in(element))


@dataclass(frozen=True)
class Listing:
    """What `x-list` says about a list.

    Attributes:
        elements: if the elements are addresses, the operation that reads them, and whose fields filters and
            order compare; None for a list of objects.
        of: another operation that lists the same elements, and more; None without one.
        paging: how it is divided into pages; None for a list that is not.
        order: its order; None if none is promised.
        filters: the filters by parameter, which may be one of the path.
        others: why a query parameter is neither a filter nor about pages, by parameter.
    """

    elements: str | None = None
    of: str | None = None
    paging: Paging | None = None
    order: Order | None = None
    filters: Mapping[str, Filter] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_ordered(self) -> bool:
        """Whether elements come in the order of their creation, oldest first."""
        return self.order == Order()

    def select(self, elements: Sequence[Element], query: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the elements that a validated query selects, narrowed as its filters say."""
        return [shown for element in elements if (shown := self._shown(element, query)) is not None]

    def page(self, elements: Sequence[Element], query: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the page that a validated query asks for, of elements in the order of their creation."""
        ordered = self.order.sort(elements, query) if self.order else elements
        selected = self.select(ordered, query)
        return selected[self.paging.window(query)] if self.paging else selected

    def _shown(self, element: Element, query: Mapping[str, Any]) -> dict[str, Any] | None:
        shown = dict(element)
        for name, wanted in query.items():
            if name not in self.filters:
                continue
            criterion = self.filters[name]
            if not criterion.keeps(shown if criterion.narrows else element, wanted):
                return None
            if criterion.narrows:
                shown[criterion.narrows] = narrowed(criterion, shown, wanted)
        return shown


def listing_of(node: Mapping[str, Any]) -> Listing | None:
    """Return what an Operation Object says about its list; None if it says nothing.

    Descriptions that were released before `x-list` have its paging in `x-paging`.
    """
    stated = node.get("x-list")
    if stated is None and "x-paging" in node:
        stated = {"paging": node["x-paging"]}
    if stated is None:
        return None
    return Listing(
        elements=stated.get("elements"),
        of=stated.get("of"),
        paging=_paging(stated["paging"]) if "paging" in stated else None,
        order=_order(stated["order"]) if "order" in stated else None,
        filters={name: _filter(name, each) for name, each in stated.get("filters", {}).items()},
        others=stated.get("others", {}),
    )


def _paging(stated: Mapping[str, Any]) -> Paging:
    maximum = int(stated["maximum"])
    return Paging(stated["limit"], stated["offset"], maximum, int(stated.get("default", maximum)))


def _order(stated: str | Mapping[str, Any]) -> Order:
    if isinstance(stated, str):
        return Order()
    return Order(
        by=tuple(stated["by"].split(".")) if "by" in stated else (),
        descending=stated.get("direction") == "desc",
        parameter=stated.get("parameter"),
        by_parameter=stated.get("by-parameter"),
    )


def _filter(name: str, stated: Mapping[str, Any]) -> Filter:
    names = [stated["field"]] if isinstance(stated["field"], str) else stated["field"]
    if stated["match"] not in MATCHES:
        message = f"there is no match {stated['match']}"
        raise ValueError(message)
    return Filter(
        parameter=name,
        fields=tuple(tuple(each.split(".")) for each in names),
        match=stated["match"],
        value=stated.get("value"),
        narrows=stated.get("narrows"),
        several=stated.get("several") == "comma",
    )


def narrowed(criterion: Filter, element: Element, wanted: Any) -> list[Any]:
    """Return the embedded objects of an element that match a filter which narrows."""
    depth = str(criterion.narrows).count(".") + 1
    inner = criterion.field[depth:]
    return [
        embedded
        for embedded in values_at(element, criterion.field[:depth])
        if any(criterion.accepts(value, wanted) for value in values_at(embedded, inner))
    ]


def values_at(value: Any, path: tuple[str, ...]) -> list[Any]:
    """Return the values that a path leads to; each object of a list on the way is followed."""
    return list(_walk(value, path))


def _walk(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    if isinstance(value, list):
        for each in value:
            yield from _walk(each, path)
    elif not path:
        yield value
    elif isinstance(value, dict) and path[0] in value:
        yield from _walk(value[path[0]], path[1:])
