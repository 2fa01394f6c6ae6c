"""Lists (`x-list`): pages, order, and filters with the fields that they compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Element: TypeAlias = "Mapping[str, Any]"

MATCHES: Final[Mapping[str, str]] = {
    "equal": "which must equal it",
    "address": "which must be or hold the mail address, in any letter case",
    "is": "which must be {value} with 1, and must not with 0",
}
"""How a filter compares a field with its value, as a sentence goes on."""


@dataclass(frozen=True)
class Paging:
    """How a list is divided into pages.

    Attributes:
        limit: the parameter that bounds how many elements come back.
        offset: the parameter that skips leading elements.
        maximum: how many elements an answer has at most.
    """

    limit: str
    offset: str
    maximum: int

    @property
    def parameters(self) -> frozenset[str]:
        """The names of both parameters."""
        return frozenset({self.limit, self.offset})

    def window(self, query: Mapping[str, Any]) -> slice:
        """Return the slice of the list that a validated query asks for."""
        start = query.get(self.offset, 0)
        return slice(start, start + min(query.get(self.limit, self.maximum), self.maximum))


@dataclass(frozen=True)
class Filter:
    """A query parameter that selects elements by one of their fields.

    Attributes:
        parameter: the query parameter.
        field: the names that lead to the field; the field may be in a list of embedded objects.
        match: how the field is compared, a key of `MATCHES`.
        value: what the field is compared with, for the match `is`.
        narrows: the field with the embedded list that shows only the objects that match; None without one.
    """

    parameter: str
    field: tuple[str, ...]
    match: str
    value: Any = None
    narrows: str | None = None

    @property
    def description(self) -> str:
        """What it compares, such as: `status` compares `sources.status`, which must equal it."""
        how = MATCHES.get(self.match, self.match).format(value=self.value)
        narrows = f"; `{self.narrows}` shows only what matches" if self.narrows else ""
        return f"`{self.parameter}` compares `{'.'.join(self.field)}`, {how}{narrows}"

    def accepts(self, value: Any, wanted: Any) -> bool:
        """Return whether the value of a field matches what a query wants."""
        if self.match == "is":
            return bool((value == self.value) == (wanted == 1))
        if self.match == "address":
            return str(value).lower() == str(wanted).lower()
        return bool(value == wanted)

    def wanted_for(self, value: Any) -> Any:
        """Return the value of the parameter that selects a value of the field."""
        return int(value == self.value) if self.match == "is" else value

    def values_in(self, element: Element) -> list[Any]:
        """Return the values of an element that are compared."""
        return values_at(element, self.field)

    def keeps(self, element: Element, wanted: Any) -> bool:
        """Return whether an element matches."""
        return any(self.accepts(value, wanted) for value in self.values_in(element))


@dataclass(frozen=True)
class Listing:
    """What `x-list` says about a list.

    Attributes:
        paging: how it is divided into pages; None for a list that is not.
        is_ordered: whether elements come in the order of their creation, oldest first.
        filters: the filters by parameter.
        others: why a query parameter is neither a filter nor about pages, by parameter.
    """

    paging: Paging | None = None
    is_ordered: bool = False
    filters: Mapping[str, Filter] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)

    def select(self, elements: Sequence[Element], query: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the elements that a validated query selects, narrowed as its filters say."""
        return [shown for element in elements if (shown := self._shown(element, query)) is not None]

    def page(self, elements: Sequence[Element], query: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the page that a validated query asks for."""
        selected = self.select(elements, query)
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
    paging = stated.get("paging")
    return Listing(
        paging=Paging(paging["limit"], paging["offset"], int(paging["maximum"])) if paging else None,
        is_ordered=stated.get("order") == "oldest-first",
        filters={
            name: Filter(
                parameter=name,
                field=tuple(each["field"].split(".")),
                match=each["match"],
                value=each.get("value"),
                narrows=each.get("narrows"),
            )
            for name, each in stated.get("filters", {}).items()
        },
        others=stated.get("others", {}),
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
