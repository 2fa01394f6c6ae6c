"""Which values of a form break it as they are sent."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.descriptions import resolve_once

from contextio_contract.conformance.fixtures.forms import example_form
from contextio_contract.conformance.properties.negative import form_fits, is_always_taken


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({"port": "993"}, True),
        ({"port": "many"}, False),
        ({"sync_flags": "AAA"}, False),
        ({"use_ssl": "AAA"}, True),  # it has a fallback
        ({"use_ssl": [1, 2]}, True),
    ],
)
def test_values_break_a_form_as_they_are_sent(changes: dict[str, Any], fits: bool) -> None:  # noqa: FBT001
    operation = resolve_once().contract.operations["sources_create"]
    assert form_fits(operation, {**(example_form(operation) or {}), **changes}) == fits


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({}, True),
        ({"first_name": ["Ada"]}, True),
        ({"first_name": ["Ada", "Augusta"]}, False),
        ({"nobody knows": ["1", "2"]}, False),
        ({"first_name": "\0"}, False),
    ],
)
def test_what_a_deployment_may_refuse(changes: dict[str, Any], taken: bool) -> None:  # noqa: FBT001
    operation = resolve_once().contract.operations["accounts_update"]
    case: Any = SimpleNamespace(body=changes, query={}, path_parameters={"id": "a"})
    assert is_always_taken(operation, case) == taken
