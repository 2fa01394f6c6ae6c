"""Nothing goes around the gateway, and nothing gets through it that the guard did not see as it leaves."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import KEY, SECRET, Deployment, serving

from contextio_contract.conformance.properties.run import only_way_out
from contextio_contract.conformance.safety.clean_up import cleaned_up
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.addressing import NOWHERE
from contextio_contract.conformance.wire.gateway import SIGN, Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.conformance.wire.transport import NoAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.conftest import Deploy


def open_gateway(deployment: Deployment, mode: Mode = Mode.SANDBOX) -> Gateway:
    guard = Guard(CONTRACT, mode, "cio-000000000000")
    for account in deployment.accounts:
        guard.ledger.add_foreign(("accounts", account))
    return Gateway(Target(deployment.base_url, KEY, SECRET), guard)


@pytest.fixture
def deployment(deploy: Deploy) -> Deployment:
    deployment = deploy()
    deployment.populate(1)
    return deployment


def own_account(gateway: Gateway, timeout: float | None = None) -> str:
    form = {"email": "cio-000000000000@example.com"}
    return str(gateway.ask("POST", "/accounts", data=form, timeout=timeout).json()["id"])


TRICKS = [
    ("DELETE", "/accounts/{foreign}"),
    ("DELETE", "/accounts/{foreign}/"),
    ("DELETE", "//accounts/{foreign}"),
    ("DELETE", "/accounts//{foreign}"),
    ("DELETE", "/accounts/{own}/../{foreign}"),
    ("DELETE", "/accounts/{own}/%2e%2e/{foreign}"),
    ("DELETE", "/accounts/{own}%2F..%2F{foreign}"),
    ("DELETE", "/accounts/{own}/%2E%2E%2F{foreign}"),
    ("DELETE", "/accounts/{own}%00{foreign}"),
    ("DELETE", "/accounts/{own}%0a/../{foreign}"),
    ("DELETE", "/accounts/{own};/{foreign}"),
    ("DELETE", "/accounts/{foreign}?id={own}"),
    ("DELETE", "/accounts/{foreign}%3Fid={own}"),
    ("DELETE", "/accounts/{foreign}#{own}"),
    ("DELETE", "/ACCOUNTS/{foreign}"),
    ("DELETE", "/accounts/{upper}"),
    ("DELETE", "/accounts/{encoded}"),
    ("DELETE", "/accounts"),
    ("DELETE", "/accounts/{own}/connect_tokens/{token}"),
    ("DELETE", "/connect_tokens/{token}"),
    ("DELETE", "/../2.0/accounts/{foreign}"),
    ("DELETE", "/./accounts/{foreign}"),
    ("delete", "/accounts/{foreign}"),
    ("POST", "/accounts/{foreign}"),
    ("POST", "/accounts/{foreign}/sources/0"),
    ("POST", "/accounts/{foreign}/sources/%30"),
    ("POST", "/accounts/{foreign}/connect_tokens"),
    ("POST", "/accounts/{own}/sources/0"),
    ("PUT", "/accounts/{foreign}"),
    ("PUT", "/accounts/{own}"),
    ("PATCH", "/accounts/{foreign}"),
    ("PURGE", "/accounts/{foreign}"),
    ("TRACE", "/accounts/{foreign}"),
    ("CONNECT", "/accounts/{foreign}"),
    ("GET", "/accounts/{foreign}?_method=DELETE"),
    ("POST", "/accounts?_method=DELETE"),
    ("GET", "/accounts/{foreign}?_METHOD=DELETE"),
    ("GET", "/accounts/{foreign}?%5Fmethod=DELETE"),
    ("GET", "/accounts/{foreign}?limit=1;_method=DELETE"),
    ("GET", "/accounts/{foreign}?X-HTTP-Method-Override=DELETE"),
    ("DELETE", "/accounts/{own}%252F..%252F{foreign}"),
    ("GET", "/%2e%2e/admin"),
    ("DELETE", "/%2e%2e/accounts/{own}"),
    ("DELETE", "/%2e%2e/2.0/accounts/{foreign}"),
    ("GET", "/accounts%2f..%2f..%2fadmin"),
]


@pytest.fixture(scope="module")
def populated() -> Iterator[tuple[Deployment, Gateway, str]]:
    """A deployment with an account of others and one of the run, which no test changes."""
    deployment = Deployment(CONTRACT.bundle)
    deployment.populate(1)
    with serving(deployment):
        gateway = open_gateway(deployment)
        yield deployment, gateway, own_account(gateway)


@pytest.mark.parametrize(("method", "path"), TRICKS)
def test_tricks_do_not_leave(populated: tuple[Deployment, Gateway, str], method: str, path: str) -> None:
    deployment, gateway, own = populated
    foreign, token = next(iter(deployment.accounts)), next(iter(deployment.tokens))
    sent, before = len(deployment.seen), deployment.store.snapshot()
    path = path.format(
        own=own,
        foreign=foreign,
        token=token,
        upper=foreign.upper(),
        encoded="".join(f"%{ord(char):02x}" for char in foreign),
    )
    answer = gateway.ask(method, path, data={"first_name": "Mallory"})
    assert answer.status_code == 404
    assert answer.json()["value"].startswith("not sent by the conformance run: ")
    assert (len(deployment.seen), deployment.store.snapshot()) == (sent, before)


@pytest.mark.parametrize(
    "header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "Cookie", "Host"]
)
def test_headers_that_change_the_meaning_do_not_leave(deployment: Deployment, header: str) -> None:
    gateway = open_gateway(deployment)
    session = requests.Session()
    with only_way_out(gateway):
        session.get(f"{NOWHERE}/accounts", headers={header: "DELETE", "Authorization": SIGN})
    assert deployment.seen[-1].headers.get(header.lower(), "") != "DELETE"


def test_creation_that_names_something_foreign_does_not_leave(deployment: Deployment) -> None:
    gateway = open_gateway(deployment)
    [foreign] = deployment.accounts
    answer = gateway.ask("POST", "/accounts", data={"email": "a@example.com", "migrate_account_id": foreign})
    assert answer.json()["value"].endswith("it names something that this run did not create")
    assert not deployment.seen


def test_account_of_others_that_is_handed_out_as_new_is_left_alone(deploy: Deploy) -> None:
    deployment = deploy("existing account handed out")
    gateway = open_gateway(deployment)
    deployment.populate(1)  # by others, after the run looked at what is there
    before = deployment.store.snapshot()
    [foreign] = deployment.accounts
    assert own_account(gateway) == foreign
    for method, path in (("POST", ""), ("DELETE", ""), ("POST", "/connect_tokens"), ("POST", "/sources")):
        assert gateway.ask(method, f"/accounts/{foreign}{path}", data={"first_name": "M"}).status_code == 404
    assert deployment.store.snapshot() == before
    assert not gateway.guard.ledger.leftovers()


def test_token_of_others_that_is_handed_out_as_new_is_left_alone(deploy: Deploy) -> None:
    deployment = deploy("existing token handed out")
    gateway = open_gateway(deployment)
    deployment.add_token()
    before = deployment.store.snapshot()
    form = {"callback_url": "https://a.example/?run=cio-000000000000"}
    token = gateway.ask("POST", "/connect_tokens", data=form).json()["token"]
    assert gateway.ask("DELETE", f"/connect_tokens/{token}").status_code == 404
    assert deployment.store.snapshot() == before


@pytest.mark.parametrize("place", ["/2.0/accounts/{}", "{}/accounts/{}", "//127.0.0.1:9/2.0/accounts/{}"])
def test_redirects_lead_to_nothing_foreign(deployment: Deployment, place: str) -> None:
    gateway = open_gateway(deployment)
    [foreign] = deployment.accounts
    own = own_account(gateway)
    before = deployment.store.snapshot()
    location = place.replace("{}/accounts", f"{deployment.base_url}/accounts").format(foreign)
    deployment.fault = f"writes redirected to {location}"
    with only_way_out(gateway), contextlib.suppress(requests.exceptions.InvalidURL):
        requests.delete(f"{NOWHERE}/accounts/{own}", headers={"Authorization": SIGN}, timeout=60)
    assert deployment.store.snapshot() == before


def test_creation_that_was_not_answered_is_removed_all_the_same(deployment: Deployment) -> None:
    gateway = open_gateway(deployment)
    before = deployment.store.snapshot()
    deployment.fault = "creation without answer"
    with cleaned_up(gateway):
        with pytest.raises(NoAnswer):
            own_account(gateway, timeout=0.5)
        while deployment.store.snapshot() == before:
            time.sleep(0.01)
    assert deployment.store.snapshot() == before


def test_what_the_run_created_can_be_changed_and_deleted(deployment: Deployment) -> None:
    gateway = open_gateway(deployment)
    own = own_account(gateway)
    token = gateway.ask(
        "POST",
        f"/accounts/{own}/connect_tokens",
        data={"callback_url": "https://a.example/?cio-000000000000"},
    ).json()["token"]
    assert gateway.ask("POST", f"/accounts/{own}/", data={"first_name": "Ada"}).status_code == 200
    assert gateway.ask("DELETE", f"/accounts/{own}/connect_tokens/{token}").status_code == 200
    assert gateway.ask("DELETE", f"/accounts/{own}").status_code == 200
    assert gateway.ask("DELETE", f"/accounts/{own}").status_code == 404
    assert [seen.method for seen in deployment.seen].count("DELETE") == 3, (
        "a second deletion left, since the account had been the run's"
    )
    assert not gateway.guard.ledger.leftovers()


def test_below_an_unknown_name_only_names_of_the_run_are_written_to(deployment: Deployment) -> None:
    gateway = open_gateway(deployment)
    form = {"callback_url": "https://a.example/?cio-000000000000"}
    own = gateway.ask("POST", "/connect_tokens", data=form).json()["token"]
    foreign, unknown = next(iter(deployment.tokens)), gateway.guard.ledger.free_name()
    sent = len(deployment.seen)
    for token in (own, foreign):
        path = f"/accounts/{unknown}/connect_tokens/{token}"
        assert gateway.ask("DELETE", path).status_code == 404
    assert [seen.path[-1] for seen in deployment.seen[sent:] if seen.method == "DELETE"] == [own]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(["DELETE", "POST", "PUT", "PATCH"]),
    parts=st.lists(
        st.one_of(
            st.sampled_from(
                ["accounts", "connect_tokens", "sources", "", ".", "..", "0", "FOREIGN", "OWN", "TOKEN"]
            ),
            st.text(max_size=5),
        ),
        max_size=6,
    ),
    query=st.text(max_size=5),
    is_quoted=st.booleans(),
)
def test_no_spelling_reaches_what_is_foreign(
    deployment: Deployment, method: str, parts: list[str], query: str, *, is_quoted: bool
) -> None:
    gateway = open_gateway(deployment)
    [foreign] = [name for name in deployment.accounts if deployment.accounts[name]["first_name"] == "Ada"]
    before = (deployment.accounts[foreign], dict(deployment.tokens))
    names = {"FOREIGN": foreign, "OWN": own_account(gateway), "TOKEN": next(iter(deployment.tokens))}
    parts = [names.get(part, part) for part in parts]
    path = "/" + "/".join(quote(part, safe="") if is_quoted else part for part in parts)
    with contextlib.suppress(requests.exceptions.InvalidURL):
        gateway.ask(method, f"{path}?{query}", data={"first_name": "Mallory"})
    assert (deployment.accounts[foreign], {name: deployment.tokens[name] for name in before[1]}) == before


def test_in_read_only_mode_no_write_leaves(deployment: Deployment) -> None:
    gateway = open_gateway(deployment, Mode.READ_ONLY)
    for method, path in (("POST", "/accounts"), ("POST", "/connect_tokens"), ("DELETE", "/accounts/x")):
        assert gateway.ask(method, path, data={"email": "a@example.com"}).status_code == 404
    assert gateway.ask("GET", "/accounts").status_code == 200
    assert [seen.method for seen in deployment.seen] == ["GET"]


def test_in_disposable_mode_everything_may_be_written(deployment: Deployment) -> None:
    gateway = open_gateway(deployment, Mode.DISPOSABLE)
    [foreign] = deployment.accounts
    assert gateway.ask("POST", f"/accounts/{foreign}", data={"first_name": "Mallory"}).status_code == 200
    assert gateway.ask("DELETE", f"/accounts/{foreign}").status_code == 200
    assert not deployment.accounts
    removal = gateway.contract.operations["accounts_delete"]
    assert gateway.guard.aim(removal, {"id": "anything"}) == {"id": "anything"}


def test_every_session_goes_through_the_gateway(deployment: Deployment) -> None:
    gateway = open_gateway(deployment)
    with only_way_out(gateway):
        assert (
            requests.get(f"{NOWHERE}/accounts", headers={"Authorization": SIGN}, timeout=60).status_code
            == 200
        )
        assert requests.get(f"{NOWHERE}/accounts", timeout=60).status_code == 401
        with pytest.raises(requests.exceptions.InvalidURL):
            requests.delete(f"{deployment.base_url}/accounts/x", timeout=60)
    assert len(deployment.seen) == 2


def test_what_the_tools_see_holds_neither_address_nor_signature(deployment: Deployment) -> None:
    gateway = open_gateway(deployment)
    answer = gateway.ask("GET", "/accounts")
    assert answer.request.url == answer.url == f"{NOWHERE}/accounts"
    assert answer.request.headers["Authorization"] == SIGN


@pytest.mark.parametrize(
    ("fault", "limit", "complaint"),
    [
        ("hang", 0.5, "no complete answer within 0.5 s"),
        ("drip", 0.5, "no complete answer within 0.5 s"),
        ("flood", 60, "the answer has more than 64 MiB"),
    ],
)
def test_answers_are_bounded(deployment: Deployment, fault: str, limit: float, complaint: str) -> None:
    deployment.fault = fault
    gateway = open_gateway(deployment)
    with pytest.raises(NoAnswer, match=complaint):
        gateway.ask("GET", f"/accounts/{next(iter(deployment.accounts))}", timeout=limit)
    deployment.fault = ""
    assert gateway.ask("GET", "/accounts").status_code == 200, "and it goes on"
