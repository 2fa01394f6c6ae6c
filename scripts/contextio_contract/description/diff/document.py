"""What belongs to no operation compared: texts, servers, pages, names of schemas, security schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.description.diff.changes import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.description.diff.changes import Changes

    Nodes: TypeAlias = Iterable[Mapping[str, Any]] | None

_TOP: Final = ("openapi", "jsonSchemaDialect", "externalDocs")


def compare_document(old: Mapping[str, Any], new: Mapping[str, Any], changes: Changes) -> None:
    """Record the changes between two documents outside their operations."""
    changed = [key for key, before, after in pairs(_texts(old), _texts(new)) if before != after]
    if changed:
        changes.record("wording", "the description", ", ".join(sorted(changed)))
    compare_servers(old.get("servers"), new.get("servers"), changes)
    pages = _by(old.get("tags"), "name"), _by(new.get("tags"), "name")
    for name, before, after in pairs(*pages):
        if before and after:
            changes.record_remarks(before, after, name)
    if difference := pages[0].keys() ^ pages[1].keys():
        changes.record("wording", "the list of pages", ", ".join(sorted(difference)))
    components, newer = old.get("components", {}), new.get("components", {})
    _compare_names(components.get("schemas", {}), newer.get("schemas", {}), "schema", changes)
    schemes = components.get("securitySchemes", {}), newer.get("securitySchemes", {})
    _compare_names(*schemes, "security-scheme", changes)
    for name, before, after in pairs(*schemes):
        if before and after:
            changes.record_remarks(before, after, name)
            if _without_remarks(before) != _without_remarks(after):
                changes.record("security-scheme-changed", name)


def compare_servers(old: Nodes, new: Nodes, changes: Changes) -> None:
    """Record the changes between two lists of servers."""
    servers = _by(old, "url"), _by(new, "url")
    _compare_names(*servers, "server", changes)
    for url, before, after in pairs(*servers):
        if before and after:
            changes.record_remarks(before, after, url)
            if before.get("variables") != after.get("variables"):
                changes.record("remark", url, "variables")


def _texts(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands at the top for readers; the version follows from all other changes."""
    return {key: document.get(key) for key in _TOP} | {**document.get("info", {}), "version": None}


def _compare_names(old: Mapping[str, Any], new: Mapping[str, Any], kind: str, changes: Changes) -> None:
    for name, _, _ in pairs(old, new):
        if name not in new:
            changes.record(f"{kind}-removed", name)
        elif name not in old:
            changes.record(f"{kind}-added", name)


def _by(nodes: Nodes, key: str) -> dict[str, Mapping[str, Any]]:
    return {str(node.get(key)): node for node in nodes or ()}


def _without_remarks(node: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if not key.startswith(("description", "x-"))}
