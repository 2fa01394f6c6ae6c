"""Addresses in answers may have the host that a deployment is known by, and no request goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import KEY, SECRET, Deployment, serving
from tests.conformance.independent.flaw import Flaw
from tests.conformance.independent.pages import Pages
from tests.conformance.proving import Bench

from contextio_contract.conformance.checks.addresses import path_in
from contextio_contract.conformance.fixtures.mailbox import NOBODY
from contextio_contract.conformance.outcome import Unmet
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator


class UrlsOfTheProxy(Pages):
    def url(self, path: str) -> str:
        return f"https://api.example.com/mail/2.0{path}"


class UrlsWithoutHost(Pages):
    def url(self, path: str) -> str:
        return f"/2.0{path}"


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    deployment = Deployment(CONTRACT.bundle)
    with serving(deployment):
        yield Bench(CONTRACT, deployment, lambda: NOBODY)


@pytest.mark.parametrize("check", ["accounts_create.url", "account_connect_tokens_create.url"])
@pytest.mark.parametrize(("pages", "status"), [(UrlsOfTheProxy, Status.PASS), (UrlsWithoutHost, Status.FAIL)])
def test_urls_may_have_another_host(bench: Bench, check: str, pages: type, status: Status) -> None:
    fault: Any = Flaw(check, "", (pages,))
    result = bench.make(check, fault)
    assert result.status is status, (result.reason, result.failures)


@pytest.fixture
def gateway() -> Gateway:
    target = Target("https://api.example.com/mail/2.0", KEY, SECRET)
    return Gateway(target, Guard(CONTRACT, Mode.READ_ONLY, "cio-000000000000"))


@pytest.mark.parametrize(
    "address",
    [
        "https://api.example.com/mail/2.0/accounts/1",
        "https://api.context.io/2.0/accounts/1",
        "http://staging.example.net:8080/other/2.0/accounts/1",
    ],
)
def test_path_is_that_below_the_base(gateway: Gateway, address: str) -> None:
    assert path_in(address, gateway) == "/accounts/1"
    assert path_in(f"{address}/sources/a%2Fb%3A%3A1?x=1", gateway) == "/accounts/1/sources/a%2Fb%3A%3A1?x=1"


@pytest.mark.parametrize(
    "address",
    [
        "/2.0/accounts/1",
        "//api.context.io/2.0/accounts/1",
        "ftp://api.context.io/2.0/accounts/1",
        "https:///2.0/accounts/1",
        "https://api.context.io/accounts/1",
        "https://api.context.io/1.1/accounts/1",
        "https://api.context.io/2.0/nothing",
        "http://localhost:8080/2.0/accounts/1",
        "http://127.0.0.1/2.0/accounts/1",
        None,
    ],
)
def test_other_addresses_are_wrong(gateway: Gateway, address: str | None) -> None:
    with pytest.raises(Unmet, match="absolute URL"):
        path_in(address, gateway)
