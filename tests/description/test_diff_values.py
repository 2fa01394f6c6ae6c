"""What `diff` calls compatible, held against random values of random schemas."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from tests.description.drawn_schemas import drawn, edited
from tests.description.drawn_values import drawn_value, sent_root, with_sent

from contextio_contract.contract import Contract, Document
from contextio_contract.description.diff.changes import Direction, Level
from contextio_contract.description.diff.operations import compare

if TYPE_CHECKING:
    import jsonschema_rs

PAIRS, VALUES = 5, 40
"""How many pairs of schemas a seed makes, and values for each pair."""


def described(named: dict[str, Any], direction: Direction) -> Contract:
    """Return a description whose operation takes or answers values of the root."""
    content = {"content": {"application/json": {"schema": named["Root"]}}}
    operation: dict[str, Any] = {"operationId": "a_create", "responses": {"200": {"description": "A."}}}
    if direction == Direction.REQUEST:
        operation["requestBody"] = content
    else:
        operation["responses"]["200"] |= content
    components = {"schemas": {name: node for name, node in named.items() if name != "Root"}}
    paths = {"/a": {"post": operation}}
    return Contract({"openapi": "3.1.1", "info": {}, "paths": paths, "components": components})


def validator(root: Any, named: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    return Document({"components": {"schemas": named}}).validator(root)


@pytest.mark.parametrize("direction", Direction)
@given(seed=st.integers(0, 2**64))
def test_what_is_compatible_is_not_contradicted_by_a_value(direction: Direction, seed: int) -> None:
    source = Random(seed)  # noqa: S311 - the same examples for the same seed
    for _ in range(PAIRS):
        old = drawn(source)
        judge(old, edited(old, source), direction, source)


def judge(old: dict[str, Any], new: dict[str, Any], direction: Direction, source: Random) -> None:
    """Assert that no value contradicts what `diff` says of two root schemas."""
    changes = compare(described(old, direction), described(new, direction))
    levels = {change.rule.level for change in changes}
    event("breaking" if Level.BREAKING in levels else "additive" if levels else "nothing")
    if Level.BREAKING in levels:
        return
    senders, readers = (old, new) if direction == Direction.REQUEST else (new, old)
    for sender, reader in [(senders, readers)] if levels else [(senders, readers), (readers, senders)]:
        is_valid, is_described = (
            validator(sender["Root"], sender).is_valid,
            validator(sent_root(sender), with_sent(sender)).is_valid,
        )
        is_read = validator(reader["Root"], reader).is_valid
        for _ in range(VALUES):
            value = drawn_value(source.choice((old, new))["Root"], old, source)
            is_sent = is_valid(value) and is_described(value)
            assert not is_sent or is_read(value), (value, old, new, list(map(str, changes)))
