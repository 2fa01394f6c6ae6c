"""A running mock whose contract is replaced by another."""

from __future__ import annotations

import copy
import threading
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import Contract as Oracle

from contextio_contract.contract import Contract, ContractError
from contextio_contract.mock.app import replace_contract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, LiveServer

    from contextio_contract.server.http.call import Call

_OK = {"200": {"description": "Done."}}
_WAIT = 60


@pytest.fixture
def bundle(contract: Oracle) -> dict[str, Any]:
    return copy.deepcopy(contract.bundle)


@pytest.fixture
def live(mock_server: LiveServer) -> Iterator[LiveServer]:
    """A mock whose own contract comes back after the test."""
    served = mock_server.app.state.api.served
    yield mock_server
    mock_server.app.state.api.served = served


def test_routes_and_validation_change_and_the_data_stays(
    live: LiveServer, client: Client, bundle: dict[str, Any]
) -> None:
    account = client.account()
    assert client.send("GET", "/people").status_code == 404

    bundle["paths"]["/people"] = bundle["paths"].pop("/connect_tokens")
    parameters = bundle["paths"]["/accounts"]["get"]["parameters"]
    limit = next(parameter for parameter in parameters if parameter.get("name") == "limit")
    limit["schema"]["maximum"] = 5
    replace_contract(live.app, Contract(bundle))
    client.contract = Oracle(bundle)

    assert [each["id"] for each in client.get("/accounts")] == [account]
    refused = client.send("GET", "/accounts", params={"limit": 6})
    assert (refused.status_code, refused.json()["value"]) == (400, "limit must be 5 or less")
    assert client.get("/people") == []
    assert client.send("GET", "/connect_tokens").status_code == 404


def _bundle(paths: Any, *servers: str) -> dict[str, Any]:
    info = {"title": "Notes", "version": "1"}
    return {"info": info, "servers": [{"url": server} for server in servers], "paths": paths}


@pytest.mark.parametrize(
    "broken",
    [
        {},
        _bundle({}),
        _bundle({"/notes": None}, "/2.0"),
        _bundle({"/notes": {"get": {"operationId": "notes_list", "responses": {}}}}, "/2.0"),
        _bundle({"/notes/{note}": {"get": {"operationId": "notes_get", "responses": _OK}}}, "/2.0"),
    ],
)
def test_a_contract_that_cannot_be_served_is_refused_and_the_old_one_stays(
    live: LiveServer, client: Client, broken: dict[str, Any]
) -> None:
    with pytest.raises(ContractError):
        replace_contract(live.app, Contract(broken))
    assert client.get("/accounts") == []


@pytest.mark.parametrize("schema", [{"$ref": "#/components/schemas/Nope"}, {"pattern": "("}, {"type": "no"}])
def test_a_response_that_cannot_be_compiled_is_found_before_it_is_sent(
    live: LiveServer, bundle: dict[str, Any], schema: dict[str, Any]
) -> None:
    bundle["components"]["schemas"]["Account"]["properties"]["extra"] = {"items": {"items": schema}}
    with pytest.raises(ContractError, match="a schema cannot be compiled"):
        replace_contract(live.app, Contract(bundle))


def test_a_request_under_way_ends_with_the_contract_that_it_began_with(
    live: LiveServer, client: Client, bundle: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    account = client.account()
    served = live.app.state.api.served
    operation = served.contract.operations["accounts_get"]
    handler = served.handlers[operation]
    entered, replaced = threading.Event(), threading.Event()

    def wait_for_the_other_contract(call: Call) -> Any:
        entered.set()
        assert replaced.wait(_WAIT)
        return handler(call)

    monkeypatch.setitem(served.handlers, operation, wait_for_the_other_contract)
    bundle["servers"] = [{"url": "/people"}]
    answers: list[dict[str, Any]] = []
    request = threading.Thread(target=lambda: answers.append(client.get(f"/accounts/{account}")))
    request.start()
    try:
        assert entered.wait(_WAIT)
        replace_contract(live.app, Contract(bundle))
    finally:
        replaced.set()
        request.join(_WAIT)
    assert answers[0]["resource_url"].endswith(f"/2.0/accounts/{account}")
    url = f"{live.origin}/people/accounts/{account}"
    assert client.session.get(url, auth=client.auth, timeout=_WAIT).json()["resource_url"] == url
