"""Some pages of a contract as a contract of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.contract import Contract
from contextio_contract.contract.document import Document, pointer_of
from contextio_contract.contract.operation import METHODS
from contextio_contract.contract.spelling import rewrite

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_OF_OPERATIONS: Final = ("x-part", "x-async", "x-flow")
"""Extensions that mean nothing without the operations that they name."""


def operations_of(contract: Contract, pages: Collection[str]) -> set[str]:
    """Return the operationIds of some pages.

    Raises:
        LookupError: if there is no page of a name; its text says which pages there are.
    """
    names = [page.name for page in contract.pages]
    for name in pages:
        if name not in names:
            message = f"{name}: no page has this name; the pages are {', '.join(names)}"
            raise LookupError(message)
    return {name for name, operation in contract.operations.items() if operation.page in pages}


def reduce(bundle: dict[str, Any], pages: Collection[str]) -> dict[str, Any]:
    """Return a bundle with some of its pages, and the components that these refer to.

    Links to operations of other pages are left out, and what extensions say by way of them. Of such a list
    remains how it is divided into pages.

    Raises:
        LookupError: if there is no page of a name.
    """
    contract = Contract(bundle)
    kept = operations_of(contract, pages)
    reduction = _Reduction(contract, contract.operations.keys() - kept)
    reduced = {key: value for key, value in bundle.items() if key != "components"}
    reduced["tags"] = [reduction.prune(tag) for tag in bundle.get("tags", ()) if tag["name"] in pages]
    for section in ("paths", "webhooks"):
        if section in bundle:
            reduced[section] = reduction.items(bundle[section], pages)
    components = {
        section: {name: reduction.prune(node) for name, node in entries.items()}
        for section, entries in bundle.get("components", {}).items()
    }
    reached = Document({**reduced, "components": components}).closure(reduced)
    used = {pointer_of(reference)[:3] for reference in reached}
    reduced["components"] = {
        section: left
        for section, entries in components.items()
        if (
            left := {
                name: node
                for name, node in entries.items()
                if section == "securitySchemes" or ("components", section, name) in used
            }
        )
    }
    return reduced


class _Reduction:
    def __init__(self, contract: Contract, gone: Collection[str]) -> None:
        self._document = contract.document
        self._gone = gone

    def items(self, items: Mapping[str, Any], pages: Collection[str]) -> dict[str, Any]:
        """Return the path items that have operations of some pages, with these operations."""
        kept: dict[str, Any] = {}
        for path, node in items.items():
            item = self._document.resolve(node)
            others = {
                method
                for method in METHODS
                if method in item
                and not set(self._document.resolve(item[method]).get("tags", ())[:1]) & {*pages}
            }
            left = {key: value for key, value in item.items() if key not in others}
            if any(method in left for method in METHODS):
                kept[path] = self.prune(left)
        return kept

    def prune(self, node: Any) -> Any:
        """Return a part of the document without what names an operation that is gone."""
        return rewrite(node, self._prune)

    def _prune(self, node: dict[str, Any]) -> dict[str, Any]:
        pruned = dict(node)
        if isinstance(links := node.get("links"), dict):
            pruned["links"] = {name: link for name, link in links.items() if not self._is_gone(link)}
        for key in ("x-list", *_OF_OPERATIONS):
            if self._names_gone(node.get(key)):
                del pruned[key]
        if "x-list" not in pruned and "paging" in node.get("x-list", ()):
            pruned["x-list"] = {"paging": node["x-list"]["paging"]}
        return {key: value for key, value in pruned.items() if key != "links" or value}

    def _is_gone(self, node: Any) -> bool:
        link = self._document.resolve(node)
        operation = link.get("operationId")
        if operation is None and "operationRef" in link:
            operation = self._document.resolve(self._document.at(link["operationRef"])).get("operationId")
        return operation in self._gone

    def _names_gone(self, value: Any) -> bool:
        """Return whether a text in a value is the id of an operation that is gone."""
        if isinstance(value, dict):
            return any(map(self._names_gone, value.values()))
        if isinstance(value, list):
            return any(map(self._names_gone, value))
        return value in self._gone
