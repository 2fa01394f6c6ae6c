"""A server whose missing handlers are those of a mock, as `serve --mock` puts them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from tests.conftest import Contract, running_server

from contextio_contract.contract import Contract as Served
from contextio_contract.mock.app import add_mock
from contextio_contract.server.app import create_app
from contextio_contract.server.db import accounts
from contextio_contract.server.services import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, LiveServer

_SERVED = {"accounts", "account_connect_tokens", "connect_tokens", "sources"}
_MAILBOX = {"server": "127.0.0.1", "port": 143, "username": "ada", "secret": "", "status": "OK"}


@pytest.fixture(scope="module")
def beside(designed: dict[str, Any]) -> Iterator[LiveServer]:
    with running_server(Contract(designed), bundle=designed, mock=True) as live:
        yield live


@pytest.fixture
def client(beside: LiveServer) -> Client:
    return beside.client()


def attach_source(live: LiveServer, client: Client, account: str) -> str:
    """Attach a source without opening its mailbox, and return its label."""
    with live.app.state.services.database.transaction() as connection:
        source = accounts.add_source(connection, client.key, account, "ada@example.com", _MAILBOX)
        return str(source["label"])


@pytest.mark.parametrize("described", ["designed", "as it is"])
def test_the_operations_that_the_mock_answers_are_named(
    designed: dict[str, Any], contract: Contract, described: str
) -> None:
    bundle = designed if described == "designed" else contract.bundle
    app = create_app(Settings({}), Served(bundle))
    mocked = add_mock(app)
    app.state.services.close()
    every = Served(bundle).operations.values()
    assert set(mocked) == {operation.id for operation in every if operation.page not in _SERVED}


def test_answers_of_the_server_get_the_required_fields_that_they_lack(client: Client) -> None:
    account = client.account(nickname="Countess")
    assert client.get(f"/accounts/{account}")["language"] == "en"
    assert [each["language"] for each in client.get("/accounts")] == ["en"]
    assert "nickname" not in client.get(f"/accounts/{account}")  # neither required nor kept


def test_preferences_steer_the_server_as_well(client: Client) -> None:
    answer = client.send("GET", "/accounts", headers={"Prefer": "code=429"})
    assert (answer.status_code, answer.headers["preference-applied"]) == (429, "code=429")


def test_collections_of_the_mock_lie_in_resources_of_the_server(client: Client) -> None:
    friends = f"/accounts/{client.account()}/friends"
    friend = client.post(friends, name="Ada")
    assert [each["friend_id"] for each in client.get(friends)] == [friend["friend_id"]]
    lost = client.send("POST", "/accounts/nobody/friends", data={"name": "Ada"})
    assert (lost.status_code, lost.json()["value"]) == (404, "account nobody is invalid")


def test_put_creates_where_nothing_else_does_and_a_parent_has_one_name(
    beside: LiveServer, client: Client
) -> None:
    account = client.account()
    drawers = f"/accounts/{account}/sources/{quote(attach_source(beside, client, account))}/drawers"
    assert client.send("GET", f"{drawers}/Sent").status_code == 404
    assert client.send("PUT", f"{drawers}/Sent", data={"delim": "."}).status_code == 201
    assert client.get(f"/accounts/{account}/sources/0/drawers/Sent") == {"drawer": "Sent", "delim": "."}
    assert client.send("PUT", f"/accounts/{account}/sources/0/drawers/a%2Fb").status_code == 201
    assert client.get(f"{drawers}/a%2Fb") == {"drawer": "a/b", "delim": "/"}


def test_what_the_mock_keeps_goes_with_the_resource_of_the_server(beside: LiveServer, client: Client) -> None:
    account = client.account()
    source = f"/accounts/{account}/sources/{quote(attach_source(beside, client, account))}"
    client.send("PUT", f"{source}/drawers/Sent")
    client.delete(f"/accounts/{account}/sources/0")
    assert quote(attach_source(beside, client, account)) == source.rpartition("/")[2]
    assert client.send("GET", f"{source}/drawers/Sent").status_code == 404


def test_a_handler_may_return_bytes(
    beside: LiveServer, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = b"\x89PNG\r\n\xff"
    served = beside.app.state.api.served
    operation = served.contract.operations["portrait_get"]
    monkeypatch.setitem(served.handlers, operation, lambda _: picture)
    response = client.session.get(f"{beside.origin}/2.0/portrait", auth=client.auth, timeout=60)
    assert (response.content, response.headers["content-type"]) == (picture, "image/png")
