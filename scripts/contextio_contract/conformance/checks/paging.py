"""Reading a list page by page, while others may add and remove elements."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.conformance.outcome import Unmet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.contract import Paging

Elements: TypeAlias = "list[dict[str, Any]]"
READINGS: Final = 3
"""How often a list is read anew in which an element comes twice, as it does if others change the list."""


def read_pages(
    page: Callable[..., Elements], paging: Paging, name_of: Callable[[Mapping[str, Any]], str], pages: int
) -> tuple[Elements, bool]:
    """Return the elements of the first pages of a list, and whether those are all.

    Args:
        page: returns the elements of one response to a query.
        paging: how the list is divided.
        name_of: returns the name of an element.
        pages: how many pages to read at most.

    Raises:
        Unmet: if an element comes twice each time.
    """
    twice = ""
    for _ in range(READINGS):
        elements, is_all = _read(page, paging, pages)
        counted = Counter(map(name_of, elements))
        twice = next((name for name, number in counted.items() if number > 1), "")
        if not twice:
            return elements, is_all
    expected = "pages that hold no element twice"
    raise Unmet(expected, twice)


def _read(page: Callable[..., Elements], paging: Paging, pages: int) -> tuple[Elements, bool]:
    elements: Elements = []
    for _ in range(pages):
        read = page(**{paging.limit: paging.maximum, paging.offset: len(elements)})
        elements += read
        if len(read) < paging.maximum:
            return elements, True
    return elements, False
