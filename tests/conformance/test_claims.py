"""What the rulebook claims of a rule is proven by a fault, or by a value that a schema refuses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import jsonschema_rs
import pytest
from tests.conformance.independent.flaw import FLAWS
from tests.conformance.proofs import PROVEN
from tests.conformance.proving import CONTRACT, MOCK_FAULTS, SERVER_FAULTS
from tests.descriptions import resolve_once

if TYPE_CHECKING:
    from tests.conformance.proving import Fault

EVERY: list[Fault] = [*SERVER_FAULTS, *MOCK_FAULTS, *FLAWS]
FAULTS = {f"{fault.check}: {fault.name}": fault for fault in EVERY}
"""Every fault, of which `test_faults` shows that its check finds it."""
ENFORCED = {rule["id"]: rule["enforced_by"] for rule in resolve_once().rulebook["rules"]}

_FAILURE: Final = {"type": "error", "value": "no"}
_TOKEN: Final = {"token": "t", "email": "", "created": 1, "callback_url": "https://a.example/"}
_NAMES: Final = {"first_name": "", "last_name": ""}
CONTRADICTIONS: Final[dict[str, tuple[Any, ...]]] = {
    "accounts-list-bare-array": ({"accounts": [], "total": 0},),
    "accounts-create-success-iff-201": (False, {**_FAILURE, "success": True}),
    "accounts-update-success-iff-200": (False, {**_FAILURE, "success": True}),
    "accounts-delete-body-undocumented": (False,),
    "act-list-bare-array": ({"connect_tokens": []},),
    "act-get-expires-false-when-used": (
        {**_TOKEN, **_NAMES, "used": 2, "expires": 3, "account": {"id": "a"}},
    ),
    "ct-list-bare-array": ({"connect_tokens": []},),
    "ct-get-expires-false-when-used": (
        {**_TOKEN, **_NAMES, "used": 2, "expires": 3, "account": {"id": "a"}},
    ),
    "dis-not-found-sparse": ({"email": "a@b.example", "found": False, "type": "gmail"},),
    "oap-secret-masked": ("a whole secret",),
    "res-bare-lists": (*({"elements": []} for _ in range(6)), []),
    "res-mutations-success": ({},) * 15,
    "sync-account-nesting": ({"a label": {"initial_import_finished": True}},),
    "sync-account-null-source": ("nothing yet",),
    "sync-source-nesting": ({"INBOX": 1},),
    "msg-headers-arrays": ({"Subject": "once"},),
    "con-list-enveloped": ([],),
}
"""For each schema that enforces a rule, in the order of `enforcement.yaml`, a value that breaks the rule."""


def enforced_by(kind: str) -> dict[str, list[str]]:
    return {rule: by["where"] for rule, by in ENFORCED.items() if by["kind"] == kind}


@cache
def validator(pointer: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for({**CONTRACT.bundle, "$ref": f"#{quote(pointer)}"})


def test_each_rule_that_is_checked_has_a_fault() -> None:
    assert PROVEN.keys() == enforced_by("check").keys()
    assert {name for names in PROVEN.values() for name in names} <= FAULTS.keys()


def test_the_fault_of_a_rule_is_one_of_its_checks() -> None:
    wrong = {
        rule: name
        for rule, checks in enforced_by("check").items()
        for name in PROVEN[rule]
        if FAULTS[name].check not in checks
    }
    assert not wrong


def test_each_rule_that_a_schema_enforces_has_a_contradiction() -> None:
    numbers = {rule: len(places) for rule, places in enforced_by("schema").items()}
    assert {rule: len(values) for rule, values in CONTRADICTIONS.items()} == numbers


@pytest.mark.parametrize("rule", CONTRADICTIONS)
def test_schemas_refuse_what_breaks_their_rule(rule: str) -> None:
    allowed: list[tuple[str, Any]] = [
        (place, value)
        for place, value in zip(ENFORCED[rule]["where"], CONTRADICTIONS[rule], strict=True)
        if validator(place).is_valid(value)
    ]
    assert not allowed
