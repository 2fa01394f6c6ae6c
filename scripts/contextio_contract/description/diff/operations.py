"""Two descriptions compared, operation by operation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Contract, ContractError
from contextio_contract.description.diff.changes import Change, Changes, pairs
from contextio_contract.description.diff.document import compare_document, compare_servers
from contextio_contract.description.diff.messages import MessageComparison, called
from contextio_contract.description.diff.rules import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.contract import Operation, Parameter


def compare(old: Contract, new: Contract) -> list[Change]:
    """Return the changes between two descriptions, the worst first.

    Raises:
        ContractError: if one of them is not valid OpenAPI.
    """
    comparison = _Comparison(old, new)
    try:
        comparison.run()
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        message = f"one of the two is not valid OpenAPI ({type(error).__name__}: {error})"
        raise ContractError(message) from error
    return comparison.changes.worst_first()


class _Comparison:
    def __init__(self, old: Contract, new: Contract) -> None:
        self.changes = Changes()
        self._old, self._new = old, new
        self._messages = MessageComparison(self.changes)

    def run(self) -> None:
        for _, before, after in pairs(_by_path(self._old), _by_path(self._new)):
            self._messages.begin_operation()
            self.changes.operation = after or before
            if before and after:
                self._compare(before, after)
            elif after:
                self.changes.record("operation-added", after.id, str(after))
            elif before:
                self.changes.record("operation-removed", before.id, str(before))
        self._messages.begin_operation()
        self.changes.operation = None
        self._messages.compare_callbacks(self._old.webhooks, self._new.webhooks)
        compare_document(self._old.bundle, self._new.bundle, self.changes)

    def _compare(self, old: Operation, new: Operation) -> None:
        name = new.id
        if old.id != name:
            self.changes.record("operation-renamed", name, f"it was {old.id}")
        elif old.node.get("tags") != new.node.get("tags"):
            self.changes.record("operation-moved", name)
        if old.path != new.path:
            self.changes.record("path-parameter-renamed", name, f"{old.path} → {new.path}")
        self.changes.record_remarks(old.node, new.node, name)
        self._compare_paging(old.node.get("x-paging"), new.node.get("x-paging"), name)
        self._compare_security(old, new)
        self._compare_servers(old, new)
        parameters = _renamed(old, new.path.parameters), called(new.parameters)
        self._messages.compare_parameters(*parameters, name, Direction.REQUEST)
        self._messages.compare_body(old.body, new.body, name, Direction.REQUEST)
        self._messages.compare_responses(old.responses, new.responses, name, Direction.RESPONSE)
        self._messages.compare_callbacks(old.callbacks, new.callbacks)
        if _links(old) != _links(new):  # they hint at what can be called next, and change nothing on the wire
            self.changes.record("wording", name, "links")

    def _compare_paging(self, old: Any, new: Any, name: str) -> None:
        if old != new:
            self.changes.record(f"paging-{'changed' if old and new else 'added' if new else 'removed'}", name)

    def _compare_security(self, old: Operation, new: Operation) -> None:
        """Compare alternatives; who has the credentials of one that asks for more is let in as well."""
        before, after = _credentials(old, self._old), _credentials(new, self._new)
        if any(not any(asked <= given for asked in after) for given in before):
            self.changes.record("security-tightened", new.id)
        elif any(not any(asked <= given for asked in before) for given in after):
            self.changes.record("security-loosened", new.id)

    def _compare_servers(self, old: Operation, new: Operation) -> None:
        before, after = (side.node.get("servers", side.item.get("servers")) for side in (old, new))
        if before is not None or after is not None:
            before = self._old.bundle.get("servers") if before is None else before
            after = self._new.bundle.get("servers") if after is None else after
            compare_servers(before, after, self.changes)


def _by_path(contract: Contract) -> dict[tuple[str, str], Operation]:
    """Return the operations by method and by the path without the names of its parameters."""
    return {
        (operation.method, re.sub(r"\{[^}]*\}", "{}", str(operation.path))): operation
        for operation in contract.operations.values()
    }


def _renamed(operation: Operation, path_parameters: Iterable[str]) -> dict[str, Parameter]:
    """Return the parameters of an older operation, those of the path by what they are called now."""
    names = dict(zip(operation.path.parameters, path_parameters, strict=True))
    return called(
        replace(parameter, name=names.get(parameter.name, parameter.name))
        if parameter.location == "path"
        else parameter
        for parameter in operation.parameters
    )


def _credentials(operation: Operation, contract: Contract) -> list[set[tuple[str, str]]]:
    """Return what a caller has to have, for each alternative: each scheme, and each scope of it."""
    requirements = operation.node.get("security", contract.bundle.get("security")) or [{}]
    return [
        {(name, scope) for name, scopes in requirement.items() for scope in ("", *scopes)}
        for requirement in requirements
    ]


def _links(operation: Operation) -> list[Any]:
    resolve = operation.document.resolve
    return [
        {name: resolve(link) for name, link in response.node.get("links", {}).items()}
        for response in operation.responses.values()
    ]
