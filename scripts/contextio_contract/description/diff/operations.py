"""Two descriptions compared, operation by operation, and what belongs to none of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.contract import Contract, ContractError
from contextio_contract.contract.spelling import restored
from contextio_contract.description.diff.behaviour import compare_behaviour
from contextio_contract.description.diff.changes import Change, Changes, pairs
from contextio_contract.description.diff.messages import MessageComparison
from contextio_contract.description.diff.texts import canonical, change_text
from contextio_contract.description.source.published import gives_no_class, published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from contextio_contract.contract import Operation

    Node: TypeAlias = Mapping[str, Any]
    _Place: TypeAlias = tuple[str, str]
    _Operations: TypeAlias = Mapping[_Place, Operation]

_PORTS: Final = {"http": ":80", "https": ":443"}
_TOP: Final = ("openapi", "jsonSchemaDialect", "externalDocs")


def compare(old: Contract, new: Contract) -> list[Change]:
    """Return the changes between two descriptions, the worst first.

    Raises:
        ContractError: if one of them is not valid OpenAPI.
    """
    changes = Changes()
    messages = MessageComparison(changes)
    try:
        old, new = (
            Contract(restored(published(contract.bundle)), contract.source) for contract in (old, new)
        )
        for before, after in _counterparts(_by_path(old), _by_path(new)):
            changes.operation = after or before
            if before and after:
                _compare_operations(before, after, changes)
                messages.compare_operations(before, after)
            elif after:
                changes.record("operation-added", after.id, str(after))
            elif before:
                changes.record("operation-removed", before.id, str(before))
        changes.operation = None
        messages.compare_callbacks(old.webhooks, new.webhooks)
        _compare_documents(old.bundle, new.bundle, changes)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        message = f"one of the two is not valid OpenAPI ({type(error).__name__}: {error})"
        raise ContractError(message) from error
    return changes.worst_first()


def _by_path(contract: Contract) -> dict[_Place, Operation]:
    """Return the operations by method and by the path without the names of its parameters."""
    return {_place_of(each): each for each in contract.operations.values()}


def _place_of(operation: Operation) -> _Place:
    return operation.method, re.sub(r"\{[^}]*\}", "{}", str(operation.path))


def _counterparts(old: _Operations, new: _Operations) -> Iterator[tuple[Operation | None, Operation | None]]:
    """Yield the operations of both sides in pairs, by method and path; those that moved, by operationId."""
    moved = {each.id: key for key, each in new.items() if key not in old}
    here = {key if key in new else moved.get(each.id, key): each for key, each in old.items()}
    for _, before, after in pairs(here, new):
        yield before, after


def _compare_operations(old: Operation, new: Operation, changes: Changes) -> None:
    name = new.id
    if old.id != name:
        changes.record("operation-renamed", name, f"it was {old.id}")
    elif old.node.get("tags") != new.node.get("tags"):
        changes.record("operation-moved", name)
    if _place_of(old) != _place_of(new):
        changes.record("path-changed", name, f"{old} → {new}")
    elif old.path != new.path:
        changes.record("path-parameter-renamed", name, f"{old.path} → {new.path}")
    changes.record_remarks(old.node, new.node, name)
    compare_behaviour(old, new, changes)
    renamed = _renamed_schemes(old.document.data, new.document.data)
    given, asked = _credentials(old, renamed), _credentials(new, {})
    if any(not any(after <= before for after in asked) for before in given):
        changes.record("security-tightened", name)
    elif any(not any(before <= after for before in given) for after in asked):
        changes.record("security-loosened", name)
    own = [side.node.get("servers", side.item.get("servers")) for side in (old, new)]
    if own != [None, None]:
        shared = (side.document.data.get("servers") for side in (old, new))
        before, after = (every if mine is None else mine for mine, every in zip(own, shared, strict=True))
        _compare_servers(before, after, changes)
    if _links(old) != _links(new):  # they hint at what can be called next, and change nothing on the wire
        changes.record("wording", name, "links")


def _credentials(operation: Operation, renamed: Mapping[str, str]) -> list[set[tuple[str, str]]]:
    """Return what a caller has to have, for each alternative: each scheme, and each scope of it."""
    requirements = operation.node.get("security", operation.document.data.get("security")) or [{}]
    return [
        {(renamed.get(name, name), scope) for name, scopes in requirement.items() for scope in ("", *scopes)}
        for requirement in requirements
    ]


def _schemes(document: Node) -> Node:
    schemes: Node = document.get("components", {}).get("securitySchemes", {})
    return schemes


def _renamed_schemes(old: Node, new: Node) -> dict[str, str]:
    """Return the new names of security schemes that were renamed, by their old names."""
    before, after = _schemes(old), _schemes(new)
    gone = {canonical(_without_remarks(before[name])): name for name in before.keys() - after.keys()}
    texts = {name: canonical(_without_remarks(after[name])) for name in after.keys() - before.keys()}
    return {gone[text]: name for name, text in texts.items() if text in gone}


def _links(operation: Operation) -> dict[str, Any]:
    resolve = operation.document.resolve
    return {
        status: {name: resolve(link) for name, link in response.node["links"].items()}
        for status, response in operation.responses.items()
        if response.node.get("links")
    }


def _compare_documents(old: Node, new: Node, changes: Changes) -> None:
    """Compare texts, servers, pages, names of schemas and security schemes."""
    changed = [key for key, before, after in pairs(_texts(old), _texts(new)) if before != after]
    if changed:
        changes.record("wording", "the description", ", ".join(sorted(changed)))
    _compare_servers(old.get("servers"), new.get("servers"), changes)
    pages = _by(old.get("tags"), "name"), _by(new.get("tags"), "name")
    for name, before, after in pairs(*pages):
        if before and after:
            changes.record_remarks(before, after, name)
    if difference := pages[0].keys() ^ pages[1].keys():
        changes.record("wording", "the list of pages", ", ".join(sorted(difference)))
    components, newer = old.get("components", {}), new.get("components", {})
    _match(_classes(components), _classes(newer), "schema", changes)
    renamed = _renamed_schemes(old, new)
    before, after = _schemes(old), _schemes(new)
    schemes = {renamed.get(name, name): node for name, node in before.items()}, after
    for name, before, after in _match(*schemes, "security-scheme", changes):
        changes.record_remarks(before, after, name)
        if _without_remarks(before) != _without_remarks(after):
            changes.record("security-scheme-changed", name)


def _compare_servers(old: Iterable[Node] | None, new: Iterable[Node] | None, changes: Changes) -> None:
    for url, before, after in _match(_by_address(old), _by_address(new), "server", changes):
        changes.record_remarks(before, after, url)
        variables = before.get("variables", {}), after.get("variables", {})
        for name, was, now in _match(*variables, "server-variable", changes):
            _compare_variables(was, now, f"variable {name} of {url}", changes)


def _by_address(servers: Iterable[Node] | None) -> dict[str, Node]:
    return {_address(url): node for url, node in _by(servers, "url").items()}


def _address(url: str) -> str:
    """Return the same text for URLs that differ in the case of the host, or in the default port."""
    found = re.match(r"(https?)://([^/{}]*)(.*)", url, re.IGNORECASE | re.DOTALL)
    if not found:
        return url
    scheme, host = found[1].lower(), found[2].lower()
    return f"{scheme}://{host.removesuffix(_PORTS[scheme])}{found[3]}"


def _compare_variables(old: Node, new: Node, subject: str, changes: Changes) -> None:
    """Compare server variables as what clients send: their default counts, their description does not."""
    if old.get("default") != new.get("default"):
        details = change_text("default", old.get("default"), new.get("default"))
        changes.record("server-default-changed", subject, details)
    was, now = old.get("enum"), new.get("enum")
    if now is not None and (was is None or set(was) - set(now)):
        changes.record("server-values-tightened", subject, ", ".join(sorted(set(was or ()) - set(now))))
    elif was is not None and (now is None or set(now) - set(was)):
        changes.record("server-values-loosened", subject, ", ".join(sorted(set(now or ()) - set(was))))


def _match(old: Node, new: Node, kind: str, changes: Changes) -> list[tuple[str, Any, Any]]:
    """Record the names that only one side has, and return what both have."""
    for name in dict.fromkeys([*old, *new]):
        if name not in old or name not in new:
            changes.record(f"{kind}-{'added' if name in new else 'removed'}", name)
    return [(name, node, new[name]) for name, node in old.items() if name in new]


def _classes(components: Node) -> Node:
    """Return the schemas that have a class in generated code; other scalars may as well stand in place."""
    schemas: Node = components.get("schemas", {})
    return {name: schema for name, schema in schemas.items() if not gives_no_class(schema)}


def _texts(document: Node) -> dict[str, Any]:
    """Return what stands at the top for readers; the version follows from all other changes."""
    return {key: document.get(key) for key in _TOP} | {**document.get("info", {}), "version": None}


def _by(nodes: Iterable[Node] | None, key: str) -> dict[str, Node]:
    return {str(node.get(key)): node for node in nodes or ()}


def _without_remarks(node: Node) -> Node:
    return {key: value for key, value in node.items() if not key.startswith(("description", "x-"))}
