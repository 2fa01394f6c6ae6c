"""A running server that is given another description."""

from __future__ import annotations

import copy
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import Contract as Oracle

from contextio_contract.cli.packaged import load_bundle
from contextio_contract.contract import Contract, ContractError
from contextio_contract.server.app import replace_contract

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import LiveServer


@pytest.fixture
def bundle() -> dict[str, Any]:
    return copy.deepcopy(load_bundle())


def test_a_swapped_description_changes_routes_and_validation_and_keeps_the_data(
    new_server: Callable[..., LiveServer], bundle: dict[str, Any]
) -> None:
    live = new_server()
    client = live.client()
    account = client.account()
    assert client.send("GET", "/people").status_code == 404

    bundle["paths"]["/people"] = bundle["paths"].pop("/accounts")
    limit = next(
        each for each in bundle["paths"]["/people"]["get"]["parameters"] if each.get("name") == "limit"
    )
    limit["schema"]["maximum"] = 5
    replace_contract(live.app, Contract(bundle))
    client.contract = Oracle(bundle)

    assert [each["id"] for each in client.get("/people")] == [account]
    refused = client.send("GET", "/people", params={"limit": 6})
    assert (refused.status_code, refused.json()["value"]) == (400, "limit must be 5 or less")
    assert client.send("GET", "/accounts").status_code == 404


def test_an_operation_that_is_renamed_is_named_where_it_is_missed(
    new_server: Callable[..., LiveServer], bundle: dict[str, Any]
) -> None:
    live = new_server()
    client = live.client()
    account = client.account()
    read = bundle["paths"]["/accounts/{id}"]["get"]
    read["operationId"] = "accounts_read"
    replace_contract(live.app, Contract(bundle))
    missed = client.send("GET", "/accounts")
    assert (missed.status_code, missed.json()["value"]) == (
        501,
        "this answer points to accounts_get, which is not described any more",
    )
    # Nobody has written a handler of this name.
    example = next(iter(read["responses"]["200"]["content"]["application/json"]["examples"].values()))
    while "$ref" in example:
        example = bundle["components"]["examples"][example["$ref"].rpartition("/")[2]]
    assert client.get(f"/accounts/{account}") == example["value"]
    client.delete(f"/accounts/{account}")
    replace_contract(live.app, Contract(load_bundle()))
    assert client.get("/accounts") == []


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"servers": [], "paths": {}},
        {"servers": [{"url": "/2.0"}], "paths": {"/things": {"get": {"responses": {"200": {}}}}}},
        {"servers": [{"url": "/2.0"}], "paths": {"/things": {"get": {"operationId": "x", "responses": {}}}}},
        {"servers": [{"url": "/2.0"}], "paths": {"/things": None}},
    ],
)
def test_a_description_that_cannot_be_served_is_refused_and_the_old_one_stays(
    new_server: Callable[..., LiveServer], broken: dict[str, Any]
) -> None:
    live = new_server()
    client = live.client()
    with pytest.raises(ContractError):
        replace_contract(live.app, Contract(broken))
    assert client.get("/accounts") == []


@pytest.mark.parametrize("schema", [{"$ref": "#/components/schemas/Nope"}, {"pattern": "("}, {"type": "no"}])
def test_an_answer_that_cannot_be_compiled_is_found_before_it_is_given(
    new_server: Callable[..., LiveServer], bundle: dict[str, Any], schema: dict[str, Any]
) -> None:
    live = new_server()
    bundle["components"]["schemas"]["Account"]["properties"]["extra"] = {"items": {"items": schema}}
    with pytest.raises(ContractError, match="cannot be served"):
        replace_contract(live.app, Contract(bundle))


def test_requests_under_way_survive_swaps(
    new_server: Callable[..., LiveServer], bundle: dict[str, Any]
) -> None:
    live = new_server()
    client = live.client()
    client.account()
    other = {**bundle, "paths": {**bundle["paths"]}}
    del other["paths"]["/connect_tokens"]
    stop = threading.Event()

    def keep_swapping() -> None:
        while not stop.is_set():
            replace_contract(live.app, Contract(other))
            replace_contract(live.app, Contract(bundle))

    thread = threading.Thread(target=keep_swapping)
    thread.start()
    try:
        until = time.monotonic() + 1
        while time.monotonic() < until:
            assert len(client.get("/accounts")) == 1
    finally:
        stop.set()
        thread.join()
