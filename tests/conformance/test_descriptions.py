"""Descriptions that say the same in other ways: by references, without lists, with other names."""

from __future__ import annotations

import copy
import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.answering import answering
from tests.conformance.conftest import CORE, core_bundle
from tests.conformance.deployment import KEY, SECRET
from tests.descriptions import resolve_once

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.outgoing import Outgoing
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy
    from tests.conftest import LiveServer

pytestmark = pytest.mark.slow

SECTIONS = {
    "requestBody": "requestBodies",
    "parameters": "parameters",
    "responses": "responses",
    "headers": "headers",
    "examples": "examples",
    "links": "links",
    "callbacks": "callbacks",
}


def move_behind_references(
    node: Any, components: dict[str, Any], only: Mapping[Any, str], numbers: Iterator[int]
) -> None:
    """Move objects out of a node, and leave references to references to them."""
    for key, value in list(node.items()) if isinstance(node, dict) else enumerate(node):
        if not isinstance(value, (dict, list)) or key in {"schema", "value", "example"}:
            continue
        if str(key).startswith("x-"):
            continue
        move_behind_references(value, components, only, numbers)
        if key not in only or (key == "parameters" and isinstance(value, dict)):  # those of a link
            continue
        places: Any = value.items() if isinstance(value, dict) else enumerate(value)
        for name, moved in [(key, value)] if key == "requestBody" else list(places):
            if "$ref" in moved:
                continue
            number, section = next(numbers), components.setdefault(only[key], {})
            section[f"Moved{number}"] = moved
            section[f"Alias{number}"] = {"$ref": f"#/components/{only[key]}/Moved{number}"}
            (node if key == "requestBody" else value)[name] = {
                "$ref": f"#/components/{only[key]}/Alias{number}"
            }


def referring(tmp_path: Path, *sections: str) -> list[str]:
    """Return the options that name a description in which objects stand behind references."""
    bundle = core_bundle()
    numbers = itertools.count()
    only = {key: SECTIONS[key] for key in sections}
    move_behind_references(bundle["paths"], bundle["components"], only, numbers)
    assert next(numbers) > 3
    path = tmp_path / "referring.json"
    path.write_text(json.dumps(bundle))
    assert Contract.load(path).operations.keys() == CORE.keys()
    return ["--spec", str(path)]


@pytest.fixture
def live(new_server: Callable[..., LiveServer]) -> LiveServer:
    return new_server(keys={KEY: SECRET})


def expect_conformant(live: LiveServer, check: Check, *options: str) -> None:
    """Check our server, which must pass, with nothing left behind and nothing of others changed."""
    others = live.client_for(KEY)
    account = others.account()
    others.post(f"/accounts/{account}/connect_tokens", callback_url="https://app.example.com/")
    others.post("/connect_tokens", callback_url="https://app.example.com/")
    lists = ("/accounts", f"/accounts/{account}/connect_tokens", "/connect_tokens")
    before = [others.get(path) for path in lists]
    outcome = check(f"{live.origin}/2.0", *options)
    assert outcome.status == 0, outcome.out + outcome.err
    assert "has no example" not in outcome.out
    assert [others.get(path) for path in lists] == before


@pytest.mark.parametrize("section", ["examples", "responses"])
def test_a_section_may_stand_behind_references(
    live: LiveServer, check: Check, tmp_path: Path, section: str
) -> None:
    only = ("--rule=err-unknown-is-404", "--rule=accounts_delete.gone")
    expect_conformant(live, check, *referring(tmp_path, section), *only)


@pytest.mark.timeout(300)  # a whole run, on a machine that may be busy
def test_everything_may_stand_behind_references(
    new_server: Callable[..., LiveServer], check: Check, tmp_path: Path
) -> None:
    options = referring(tmp_path, *SECTIONS)
    live = new_server(keys={KEY: SECRET}, bundle=Contract.load(tmp_path / "referring.json").bundle)
    expect_conformant(live, check, *options, "--max-examples=1")


def test_a_description_with_a_reference_that_leads_nowhere_cannot_be_used(
    live: LiveServer, check: Check, tmp_path: Path
) -> None:
    bundle = core_bundle()
    bundle["paths"]["/accounts"]["post"]["responses"]["201"] = {"$ref": "#/components/responses/Nowhere"}
    (tmp_path / "broken.json").write_text(json.dumps(bundle))
    outcome = check(f"{live.origin}/2.0", "--spec", "broken.json")
    assert outcome.status == 2
    last_line = outcome.err.splitlines()[-1]
    assert last_line.startswith("Error: the description broken.json cannot be used: $ref #/components/resp")
    assert not live.client_for(KEY).get("/accounts")


def without_lists(tmp_path: Path, paths: Mapping[str, Any]) -> list[str]:
    """Return the options that name a description without lists at the top level."""
    bundle = core_bundle()
    for path, item in bundle["paths"].items():
        if "{" not in path:
            item.pop("get", None)
    bundle["paths"] |= paths
    (tmp_path / "bare.json").write_text(json.dumps(bundle))
    return ["--spec", str(tmp_path / "bare.json")]


def test_a_deployment_without_anything_to_read_by_no_name_is_not_reached(
    check: Check, tmp_path: Path
) -> None:
    outcome = check("http://127.0.0.1:9/2.0", *without_lists(tmp_path, {}))
    assert outcome.status == 2
    assert outcome.err.startswith("Error: the description has no GET that can be sent without knowing a name")


def test_a_deployment_without_lists_is_reached_by_another_read(check: Check, tmp_path: Path) -> None:
    response = {"description": "x", "content": {"application/json": {"schema": {"type": "object"}}}}
    state = {"/state": {"get": {"operationId": "state_get", "tags": ["x"], "responses": {"200": response}}}}
    with answering(200, {"Content-Type": "application/json"}, b"{}") as base_url:
        outcome = check(
            base_url, *without_lists(tmp_path, state), "--operation=state_get", "--max-examples=1"
        )
    assert ("state_get", "ignored_auth") in outcome.failures, outcome.err


def notes(listing: dict[str, Any], element: dict[str, Any], key: str = "note_key") -> Contract:
    """Return a contract of notes, whose path parameter is called otherwise than the property."""
    body = {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}}
    links = {"delete": {"operationId": "notes_delete", "parameters": {"note": f"$response.body#/{key}"}}}

    def of(schema: dict[str, Any], **others: Any) -> dict[str, Any]:
        return {"description": "x", "content": {"application/json": {"schema": schema}}, **others}

    create = {
        "operationId": "notes_create",
        "requestBody": body,
        "responses": {"201": of(element, links=links)},
    }
    return Contract(
        {
            "openapi": "3.1.1",
            "info": {"title": "Notes", "version": "1"},
            "servers": [{"url": "/"}],
            "paths": {
                "/notes": {
                    "get": {
                        "operationId": "notes_list",
                        "x-list": {"paging": {"limit": "limit", "offset": "offset", "maximum": 7}},
                        "responses": {"200": of(listing)},
                    },
                    "post": create,
                },
                "/notes/{note}": {
                    "parameters": [{"name": "note", "in": "path", "required": True, "schema": {}}],
                    "delete": {"operationId": "notes_delete", "responses": {"200": {"description": "x"}}},
                },
            },
        }
    )


NOTE = {"type": "object", "properties": {"note_key": {"type": "string"}}}
LIST = {"type": "array", "items": NOTE}
FOUND = b'[{"note_key": "theirs"}]'


@pytest.mark.parametrize(
    ("listing", "bodies", "is_known"),
    [
        (LIST, (FOUND, b"[]"), True),
        (LIST, (FOUND, FOUND), True),  # a list without pages
        ({"type": "object", "properties": {"matches": LIST}}, (b'{"matches": ' + FOUND + b"}", b"{}"), True),
        (LIST, (b'[{"note": "theirs"}]',), False),
        (LIST, (b'{"notes": []}',), False),
    ],
)
def test_what_is_there_is_known_by_the_property_that_names_it(
    listing: dict[str, Any], bodies: tuple[bytes, ...], *, is_known: bool
) -> None:
    with answering(200, {"Content-Type": "application/json"}, *bodies) as base_url:
        guard = Guard(notes(listing, NOTE), Mode.SANDBOX, "cio-000000000000")
        gateway = Gateway(Target(base_url, KEY, SECRET), guard)
        is_complete = survey(gateway, pages=3)
    assert guard.ledger.names_foreign("theirs") == is_known
    assert is_complete == (is_known and bodies[-1] != b"{}")
    assert gateway.trail.exchanges[0].url.endswith("/notes?limit=7&offset=0")


def test_what_a_run_created_is_known_by_the_link_to_its_deletion() -> None:
    guard = Guard(notes(LIST, NOTE), Mode.SANDBOX, "cio-000000000000")
    removal = Outgoing("DELETE", "/notes/ours", "")
    assert guard.objection(removal)
    guard.learn(Outgoing("POST", "/notes", "text=x"), 201, {}, {"note_key": "ours"})
    assert guard.objection(removal) is None


def test_a_run_leaves_the_description_as_it_is(deploy: Deploy, check: Check) -> None:
    described = resolve_once().contract.bundle
    before = copy.deepcopy(described)
    assert check(deploy().base_url, "--max-examples=1", "--pages=accounts").status == 0
    assert described == before
