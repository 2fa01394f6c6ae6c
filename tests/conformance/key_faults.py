"""Faults of isolation: for each resource of a contract, deployments that do what any consumer key asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.conformance.faulty_server import KEY, Exchange, Fault

from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.faulty_server import Change

    from contextio_contract.contract import Contract, Operation, PathTemplate


def key_faults(contract: Contract) -> Iterator[Fault]:
    """Yield the faults of the operations on what can be created."""
    created = [each for each in contract.collections if each.creates and each.has_resource]
    for collection in created:
        if collection.lists and not collection.path.parameters:
            yield Fault(
                "key-lists",
                f"{collection.lists.id} has those of all keys",
                "GET",
                pattern(collection.path),
                None,
                with_others(collection.lists),
            )
        for role, operation in collection.roles:
            if role != "create" and operation.path.parameters:
                name = f"{operation.id} does it for any key"
                yield Fault("key-unknown", name, operation.method, pattern(operation.path), as_first_key)


def pattern(path: PathTemplate) -> str:
    return "(/2[.]0)?" + re.sub(r"[{][^}]*[}]", "[^/]+", path.text) + "/?"


def as_first_key(exchange: Exchange) -> None:
    """Let the first key have sent what the other one sends."""
    exchange.resign, exchange.resign_as = exchange.consumer_key != KEY, KEY


def with_others(operation: Operation) -> Change:
    """Show each key what the other one was shown before, too."""

    def change(exchange: Exchange) -> None:
        place = list_in(operation.success.schema)
        elements = exchange.body[place[0]] if place and place[0] else exchange.body
        if exchange.consumer_key == KEY:
            exchange.memory["shown"] = [*elements, *exchange.memory.get("shown", ())]
        else:
            elements += exchange.memory.get("shown", ())

    return change
