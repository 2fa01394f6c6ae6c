"""The header `Prefer`, which steers the answer to one call."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from oauthlib.oauth1 import Client as Signer

from contextio_contract.mock import prefer as prefer_module

if TYPE_CHECKING:
    import requests
    from tests.conftest import Client


def preferring(client: Client, value: str, method: str = "GET", path: str = "/accounts", **more: Any) -> Any:
    return client.send(method, path, headers={"Prefer": value}, **more)


def shown(response: requests.Response) -> tuple[int, Any, str | None]:
    return response.status_code, response.json(), response.headers.get("preference-applied")


@pytest.mark.parametrize(
    ("prefer", "status", "applied"),
    [
        ("code=404", 404, "code=404"),
        ("respond-async, CODE = 401; x=y", 401, "code=401"),
        ('code="429"', 429, "code=429"),
        ("code=503", 503, "code=503"),  # described as default
        ("example=unknownAccount", 404, "example=unknownAccount"),
        ("code=404, example=unknownAccount, code=200", 404, "code=404, example=unknownAccount"),
    ],
)
def test_a_response_of_the_description_takes_the_place_of_the_call(
    client: Client, prefer: str, status: int, applied: str
) -> None:
    account = client.account()
    answer = preferring(client, prefer, "DELETE", f"/accounts/{account}")
    assert (answer.status_code, answer.headers["preference-applied"]) == (status, applied)
    assert answer.json()["success"] is False
    assert ("www-authenticate" in answer.headers) == (status == 401)
    assert answer.headers.get("retry-after") == ("30" if status == 429 else None)
    assert client.get(f"/accounts/{account}")["id"] == account


def test_an_example_is_chosen_by_name(client: Client) -> None:
    assert shown(preferring(client, "example=none")) == (200, [], "example=none")
    listed = preferring(client, "example=accounts").json()
    assert listed
    assert listed == preferring(client, "code=200").json()


@pytest.mark.parametrize(
    ("prefer", "sentence"),
    [
        ("code=204", "can name 200, 400, 401, 429 and any other from 400 to 599"),
        ("code=600", "there is no response 600;"),
        ("code=", "there is no response ;"),
        ("code=²", "there is no response "),
        ("example=no", "can name accounts, none, refusedParameter, stale, tooMany, unexpected"),
        ("code=401, example=none", "can name stale"),
        ("delay=31", "a number of seconds from 0 to 30"),
        ("delay=-1", "a number of seconds from 0 to 30"),
        ("delay=nan", "a number of seconds from 0 to 30"),
        ("delay=1e1", "a number of seconds from 0 to 30"),
        ("code=400; example=stale", "put a comma before example in the header Prefer"),
        ("wait=10;DELAY = 2", "put a comma before delay in the header Prefer"),
    ],
)
def test_an_undescribed_response_is_refused(client: Client, prefer: str, sentence: str) -> None:
    answer = preferring(client, prefer)
    assert answer.status_code == 400
    assert sentence in answer.json()["value"]
    assert "preference-applied" not in answer.headers


def test_preferences_stand_in_headers_of_their_own_as_well(client: Client) -> None:
    url = f"{client.origin}/2.0/accounts"
    signature = Signer(client.key, client_secret=client.secret).sign(url)[1]["Authorization"]
    headers = [
        ("Authorization", signature),
        *(("Prefer", each) for each in ("code=429", "example=tooMany", "x=y")),
    ]
    answer = httpx.get(url, headers=headers, trust_env=False)
    assert (answer.status_code, answer.headers["preference-applied"]) == (429, "code=429, example=tooMany")


@pytest.fixture
def delays(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The delays of responses, none of which is waited for."""
    delays: list[float] = []

    async def note(delay: float) -> None:
        delays.append(delay)

    monkeypatch.setattr(prefer_module, "sleep", note)
    return delays


def test_the_response_is_held_back_and_stays_what_it_is(client: Client, delays: list[float]) -> None:
    account = client.account()
    delays.clear()
    for path, status in ((f"/accounts/{account}", 200), ("/accounts/nobody", 404)):
        answer = preferring(client, "delay=2.5", path=path)
        assert (answer.status_code, answer.headers["preference-applied"]) == (status, "delay=2.5")
    assert delays == [2.5, 2.5]


def test_a_delay_is_waited_for(client: Client) -> None:
    started = time.monotonic()
    preferring(client, "delay=0.1")
    assert time.monotonic() - started >= 0.1


def test_nobody_gets_anything_without_a_signature(client: Client, delays: list[float]) -> None:
    answer = preferring(client, "code=200, delay=20", auth=None)
    assert (answer.status_code, answer.headers.get("preference-applied"), delays) == (401, None, [])


def test_a_broken_request_is_told_so_whatever_it_prefers(client: Client) -> None:
    answer = preferring(client, "code=200", params={"limit": "x"})
    assert (answer.status_code, answer.headers.get("preference-applied")) == (400, None)


def test_other_preferences_and_broken_headers_are_passed_over(client: Client) -> None:
    for value in ("return=minimal", "", ",;=,", 'wait="10', "example"):
        answer = preferring(client, value)
        assert answer.status_code == (400 if value == "example" else 200)
        assert "preference-applied" not in answer.headers
