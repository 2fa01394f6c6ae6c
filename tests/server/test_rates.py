"""How many calls a key may make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from requests_oauthlib import OAuth1

from contextio_contract.server.http import rates
from contextio_contract.server.http.rates import Buckets, Rates
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import LiveServer
    from tests.imap import Imap


def test_a_bucket_fills_up_steadily() -> None:
    now = 0.0
    buckets = Buckets(60, lambda: now)
    assert [buckets.take("a", 3) for _ in range(5)] == [0, 0, 0, 20, 20]
    assert buckets.take("b", 3) == 0
    now = 20.0
    assert [buckets.take("a", 3) for _ in range(2)] == [0, 20]
    now = 1000.0
    assert [buckets.take("a", 3) for _ in range(4)] == [0, 0, 0, 20]
    assert [buckets.take("c", 4999) > 0 for _ in range(5000)] == [False] * 4999 + [True]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "_MOST", 3)
    now = 0.0
    buckets = Buckets(60, lambda: now)
    assert [buckets.take(holder, 1) for holder in "abc"] == [0, 0, 0]
    now = 30.0
    assert buckets.take("a", 1) == 30
    assert [buckets.take(holder, 1) for holder in "dae"] == [0, 0, 0]
    now = 1000.0
    assert [buckets.take(holder, 1) for holder in "fff"] == [0, 60, 60]


def test_keys_have_rates_of_their_own() -> None:
    limits = Rates(2, of_key={"more": 4}.get, clock=lambda: 0.0)
    refused: list[str] = []
    limits.refused = refused.append
    for key, calls in (("more", 4), ("any", 2), ("other", 2)):
        for _ in range(calls):
            limits.check(key)
        with pytest.raises(RefusedError):
            limits.check(key)
        limits.check_mailbox(key, "user")
    assert refused == ["calls"] * 3


def test_calls_beyond_the_rate_are_refused(new_server: Callable[..., LiveServer]) -> None:
    live = new_server(calls_per_hour=3)
    client, other = live.client(), live.client()
    wrong = OAuth1(client.key, "not the secret")
    statuses = [
        client.send("GET", "/accounts", auth=auth).status_code for auth in (None, wrong, wrong, wrong)
    ]
    assert statuses == [401] * 4
    assert [client.send("GET", "/accounts").status_code for _ in range(3)] == [200] * 3
    refused = client.send("POST", "/accounts", data={"email": "ada@example.com"})
    assert refused.status_code == 429
    assert refused.json()["value"].startswith("this key may make 3 calls an hour; try again in ")
    assert 0 < int(refused.headers["Retry-After"]) <= 1200
    assert other.get("/accounts") == []


def test_calls_that_open_mailboxes_have_a_rate_for_each_user(
    new_server: Callable[..., LiveServer], imap: Imap
) -> None:
    client = new_server(mailbox_calls_per_minute=2).client()
    first, second = (client.account(**imap.form(email=f"{name}@example.com")) for name in "ab")
    assert client.send("POST", "/accounts", data=imap.form()).status_code == 429
    sources = [f"/accounts/{account}/sources/0" for account in (first, second)]
    for source in sources:
        answers = [client.send("POST", source, data={"force_status_check": 1}) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert client.get(source)["status"] == "OK"
