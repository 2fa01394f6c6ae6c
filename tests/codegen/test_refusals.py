"""Traits of a bundle that have no code: a generator says so, and leaves nothing out in silence."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

import pytest

from contextio_contract.codegen.python.client import write_client
from contextio_contract.codegen.python.models import write_models
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def accounts(bundle: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = bundle["paths"]["/accounts"]["get"]
    return operation


def header_parameter(bundle: dict[str, Any]) -> None:
    accounts(bundle)["parameters"].append({"name": "X-Trace", "in": "header", "schema": {"type": "string"}})


def same_name_twice(bundle: dict[str, Any]) -> None:
    bundle["paths"]["/accounts/{id}"]["post"]["parameters"] = [
        {"name": "first_name", "in": "query", "schema": {"type": "string"}}
    ]


def two_kinds_of_answer(bundle: dict[str, Any]) -> None:
    accounts(bundle)["responses"]["202"] = {
        "description": "Later.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Source"}}},
    }


def range_of_statuses(bundle: dict[str, Any]) -> None:
    accounts(bundle)["responses"]["5XX"] = accounts(bundle)["responses"]["default"]


def dropped_operation(bundle: dict[str, Any]) -> None:
    accounts(bundle)["parameters"] *= 2


def operation_out_of_sight(bundle: dict[str, Any]) -> None:
    operation = bundle["paths"]["/accounts"].pop("get")
    bundle["paths"]["/accounts"]["x-get"] = operation


def dangling_reference(bundle: dict[str, Any]) -> None:
    del bundle["components"]["schemas"]["SourceStatus"]


def json_body(bundle: dict[str, Any]) -> None:
    content = bundle["paths"]["/accounts"]["post"]["requestBody"]["content"]
    content["application/json"] = content.pop("application/x-www-form-urlencoded")


def unknown_form(bundle: dict[str, Any]) -> None:
    bundle["components"]["schemas"]["Source"]["properties"]["use_ssl"]["x-also-reads"] = ["roman-numeral"]


@pytest.mark.parametrize(
    ("generate", "spoil", "reason"),
    [
        (
            write_client,
            header_parameter,
            "accounts_list cannot become a method: it has a header or cookie parameter",
        ),
        (write_client, same_name_twice, "accounts_update cannot become a method: two of its arguments"),
        (write_client, two_kinds_of_answer, "accounts_list cannot become a method: its answers"),
        (
            write_client,
            range_of_statuses,
            "accounts_list cannot become a method: it names a range of statuses",
        ),
        (
            write_client,
            dropped_operation,
            "WARNING parsing GET /accounts within accounts. Endpoint will not be generated.",
        ),
        (write_client, dangling_reference, "Unable to process schema /components/schemas/Source"),
        (write_client, operation_out_of_sight, "the client generator reads 17 of 18 operations"),
        (write_client, json_body, "accounts_create cannot become a method: its body is no urlencoded form"),
        (
            write_models,
            unknown_form,
            "Source.use_ssl has x-also-reads roman-numeral; known are string, integer",
        ),
    ],
)
def test_what_has_no_code_is_refused(
    bundle: dict[str, Any],
    tmp_path: Path,
    generate: Callable[[Contract, Path], None],
    spoil: Callable[[dict[str, Any]], None],
    reason: str,
) -> None:
    spoilt = copy.deepcopy(bundle)
    spoil(spoilt)
    with pytest.raises(CannotGenerateError, match=re.escape(reason)):
        generate(Contract(spoilt), tmp_path / "package")


def test_a_list_whose_rows_cannot_be_told_apart_is_read_page_by_page(
    bundle: dict[str, Any], tmp_path: Path
) -> None:
    changed = copy.deepcopy(bundle)
    account = changed["components"]["schemas"]["Account"]
    del account["properties"]["id"]
    account["required"].remove("id")
    write_client(Contract(changed), tmp_path / "package")
    page = (tmp_path / "package" / "api" / "accounts.py").read_text("utf-8")
    assert "def list(" in page
    assert "def list_all(" not in page


def test_a_form_shows_its_example_wherever_that_stands(bundle: dict[str, Any], tmp_path: Path) -> None:
    changed = copy.deepcopy(bundle)
    form = changed["paths"]["/connect_tokens"]["post"]["requestBody"]["content"]
    media = form["application/x-www-form-urlencoded"]
    del media["examples"]
    media["example"] = {"callback_url": "https://one.example/"}
    write_client(Contract(changed), tmp_path / "package")
    assert 'callback_url="https://one.example/"' in (tmp_path / "package" / "api.md").read_text("utf-8")
