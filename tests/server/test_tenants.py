"""Isolation of consumer keys: no key reads, lists, changes or deletes what another one created."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any
from unittest.mock import MagicMock

import pytest
from tests.conftest import Contract as Checker
from tests.conftest import running_server
from tests.server.statements import Statements, tracing

from contextio_contract.contract import Contract
from contextio_contract.contract.resources import enclosing_element
from contextio_contract.server.pages import page_handlers
from contextio_contract.server.services import Services

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.conftest import Client, LiveServer
    from tests.imap import Imap

    from contextio_contract.contract import Operation, PathTemplate

_NOTE = {
    "type": "object",
    "required": ["id", "text", "success"],
    "properties": {
        "id": {"type": "string"},
        "text": {"type": "string"},
        "success": {"type": "boolean", "const": True},
    },
}
_FORM = {
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
            "example": {"text": "mine"},
        }
    }
}


def _operation(verb: str, status: str, schema: dict[str, Any], **parts: Any) -> dict[str, Any]:
    response = {"description": "Done.", "content": {"application/json": {"schema": schema}}}
    error = {"$ref": "#/components/responses/UnexpectedError"}
    responses = {status: response, "default": error}
    return {"operationId": f"notes_{verb}", "tags": ["notes"], "responses": responses, **parts}


@pytest.fixture(scope="module")
def bundle(contract: Checker) -> dict[str, Any]:
    """What our server implements, with a page at the top level that a mock answers."""
    bundle = copy.deepcopy(contract.bundle)
    implemented = page_handlers(MagicMock(spec=Services)).keys()
    served = {each.path.text for each in Contract(bundle).operations.values() if each.id in implemented}
    bundle["paths"] = {path: item for path, item in bundle["paths"].items() if path in served}
    parameter = {"name": "note_id", "in": "path", "required": True, "schema": {"type": "string"}}
    bundle["paths"] |= {
        "/notes": {
            "get": _operation("list", "200", {"type": "array", "items": _NOTE}),
            "post": _operation("create", "201", _NOTE, requestBody=_FORM),
        },
        "/notes/{note_id}": {
            "parameters": [parameter],
            "get": _operation("get", "200", _NOTE),
            "post": _operation("update", "200", _NOTE, requestBody=_FORM),
            "delete": _operation("delete", "200", _NOTE),
        },
    }
    return bundle


@pytest.fixture(scope="module")
def statements() -> Iterator[Statements]:
    with tracing() as statements:
        yield statements


@pytest.fixture(scope="module")
def live(bundle: dict[str, Any], statements: Statements, tmp_path_factory: Any) -> Iterator[LiveServer]:
    database = str(tmp_path_factory.mktemp("tenants") / "server.sqlite3")
    settings = {"database": database, "has_worker": False}  # jobs go on without a call
    with running_server(Checker(bundle), bundle=bundle, mock=True, **settings) as live:
        statements.seen.clear()  # the migrations
        yield live


def form_for(operation: Operation, imap: Imap, email: str) -> dict[str, Any]:
    """Return a form that the operation takes."""
    if operation.body is None or operation.form is None:
        return {}
    form = dict(operation.body.form.example if operation.body.form else {})
    mailbox = imap.form(email=email)
    mailbox = {name: value for name, value in mailbox.items() if name in operation.form.properties}
    return form | (mailbox if "server" in mailbox else {})


def populate(contract: Contract, client: Client, imap: Imap, email: str) -> dict[str, Mapping[str, str]]:
    """Create a resource in each collection; return the path values by the template of the resource."""
    created: dict[str, Mapping[str, str]] = {}
    for collection in sorted(contract.collections, key=lambda collection: len(collection.path.segments)):
        if collection.creates is None or collection.parameter is None:
            continue
        values = values_for(collection.path, created)
        response = client.post(collection.path.fill(values), **form_for(collection.creates, imap, email))
        name = next(response[field] for field in collection.name_fields if field in response)
        created[collection.element.text] = {**values, collection.parameter: name}
    return created


def values_for(path: PathTemplate, created: dict[str, Mapping[str, str]]) -> Mapping[str, str]:
    element = path if path.names_resource else enclosing_element(path)
    return created[element.text] if element else {}


def read_all(contract: Contract, client: Client, created: dict[str, Mapping[str, str]]) -> list[Any]:
    """Read every resource and every list."""
    paths = [operation.path for operation in contract.operations.values() if operation.method == "GET"]
    return [client.get(path.fill(values_for(path, created))) for path in paths]


def _deletes_last(operation: Operation) -> tuple[bool, int]:
    """Return by what operations are sorted: deletions last, what lies within others first."""
    return operation.method == "DELETE", -len(operation.path.segments)


def test_no_operation_reaches_what_belongs_to_another_key(
    live: LiveServer, bundle: dict[str, Any], imap: Imap, statements: Statements
) -> None:
    """Nor does any statement look at rows of more than the key that signed the call."""
    contract = Contract(bundle)
    owner, stranger = live.client(), live.client()
    created = populate(contract, owner, imap, "ada@example.com")
    own = populate(contract, stranger, imap, "eve@example.com")
    names = {name for values in created.values() for name in values.values()}
    before = read_all(contract, owner, created)
    statements.seen.clear()
    for operation in contract.operations.values():
        form = form_for(operation, imap, "eve@example.com") or None
        foreign = values_for(operation.path, created)
        if operation.path.parameters:
            response = stranger.send(operation.method, operation.path.fill(foreign), data=form)
            assert response.status_code == 404, operation.id
        if operation.path.names_resource:
            # A foreign resource below a parent of the stranger's own.
            last = operation.path.parameters[-1]
            mixed = {**values_for(operation.path, own), last: foreign[last]}
            response = stranger.send(operation.method, operation.path.fill(mixed), data=form)
            assert response.status_code == 404, operation.id
        elif operation.method == "GET":
            response = stranger.send("GET", operation.path.fill(values_for(operation.path, own)))
            assert response.status_code == 200, operation.id
            assert not [name for name in names if name in response.text], operation.id
    source = contract.operations["sources_update"].path.fill(own["/accounts/{id}/sources/{label}"])
    stranger.post(source, 200, force_status_check=1)
    for operation in sorted(contract.operations.values(), key=_deletes_last):
        form = form_for(operation, imap, "eve@example.com") or None
        path = operation.path.fill(values_for(operation.path, own))
        assert stranger.send(operation.method, path, data=form).ok, operation.id
    assert len(statements.seen) > len(contract.operations)
    assert [each for each in statements.seen if f"'{stranger.key}'" not in each] == []
    assert read_all(contract, owner, created) == before


def test_two_keys_may_use_the_same_name(live: LiveServer) -> None:
    """Addresses, labels and names are unique for each key, not for the deployment."""
    first, second = live.client(), live.client()
    accounts = [client.account(email="ada@example.com") for client in (first, second)]
    for client, account in zip((first, second), accounts, strict=True):
        assert [read["id"] for read in client.get("/accounts", email="ada@example.com")] == [account]


def test_demo_data_is_for_one_key(live: LiveServer) -> None:
    from contextio_contract.server import demo

    first, second = live.client(), live.client()
    for client in (first, second):
        assert demo.fill(live.app.state.services, client.key)
        assert not demo.fill(live.app.state.services, client.key)
    ids = [{account["id"] for account in client.get("/accounts")} for client in (first, second)]
    assert ids[0].isdisjoint(ids[1])
