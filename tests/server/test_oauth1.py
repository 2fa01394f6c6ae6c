"""What the server takes for a signature."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oauthlib.oauth1 import (
    SIGNATURE_HMAC_SHA256,
    SIGNATURE_PLAINTEXT,
    SIGNATURE_TYPE_BODY,
    SIGNATURE_TYPE_QUERY,
)
from requests_oauthlib import OAuth1
from tests.server.test_requests import exchange, raw_request, signature

from contextio_contract.server.http import nonces
from contextio_contract.server.http.nonces import MemoryNonceStore, Nonce

if TYPE_CHECKING:
    from tests.conftest import Client


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.fixture(params=[("GET", "/accounts"), ("POST", "/accounts"), ("DELETE", "/accounts/{id}")])
def request_line(request: pytest.FixtureRequest, client: Client) -> tuple[str, str]:
    method, path = request.param
    return method, path.format(id=client.account())


def refused(response: requests.Response, method: str) -> str:
    """Assert that an answer is a 401 of the right shape and return its sentence."""
    assert response.status_code == 401, response.text
    assert response.headers["www-authenticate"] == "OAuth"
    assert response.json().get("success") is (None if method == "GET" else False)
    return str(response.json()["value"])


def test_unsigned(client: Client, request_line: tuple[str, str]) -> None:
    method, path = request_line
    assert "not signed" in refused(client.send(method, path, auth=None), method)
    for header in (
        "",
        "OAuth",
        "Basic YTpi",
        'OAuth realm="x"',
        "OAuth a,,=",
        'OAuth oauth_signature="x"',
        "Ü" * 9,
    ):
        client_headers = {"Authorization": header.encode("latin-1")}
        refused(client.send(method, path, auth=None, headers=client_headers), method)


@pytest.mark.parametrize("change", [{"client_secret": "wrong"}, {"client_key": "nobody"}])
def test_wrong_secret_or_key(client: Client, request_line: tuple[str, str], change: dict[str, str]) -> None:
    method, path = request_line
    credentials: dict[str, Any] = {"client_key": client.key, "client_secret": client.secret} | change
    assert "signature does not fit" in refused(client.send(method, path, auth=OAuth1(**credentials)), method)


@pytest.mark.parametrize("signature_method", [SIGNATURE_HMAC_SHA256, SIGNATURE_PLAINTEXT])
def test_other_methods_of_signing(client: Client, signature_method: str) -> None:
    auth = OAuth1(client.key, client.secret, signature_method=signature_method)
    refused(client.send("GET", "/accounts", auth=auth), "GET")


@pytest.mark.parametrize("shift", [-310, 310, -(10**8)])
def test_stale(client: Client, request_line: tuple[str, str], shift: int) -> None:
    method, path = request_line
    timestamp = int(time.time()) + shift
    auth = OAuth1(client.key, client.secret, timestamp=str(timestamp))
    response = client.send(method, path, auth=auth)
    sentence = refused(response, method)
    assert response.json()["code"] == 105
    assert str(timestamp) in sentence
    assert str(int(time.time()))[:8] in sentence


@pytest.mark.parametrize("timestamp", ["now", "", "-1", "1" * 40, "\uff11" * 10])
def test_timestamps_that_are_no_times(client: Client, timestamp: str) -> None:
    auth = OAuth1(client.key, client.secret, timestamp=timestamp)
    refused(client.send("GET", "/accounts", auth=auth), "GET")


def test_a_clock_that_is_a_little_off_is_accepted(client: Client) -> None:
    for shift in (-280, 280):
        auth = OAuth1(client.key, client.secret, timestamp=str(int(time.time()) + shift))
        assert client.send("GET", "/accounts", auth=auth).status_code == 200


def test_replayed(client: Client, request_line: tuple[str, str]) -> None:
    method, path = request_line
    auth = OAuth1(client.key, client.secret, nonce="once", timestamp=str(int(time.time())))
    form = {"email": "ada@example.com"} if method == "POST" else None
    assert client.send(method, path, auth=auth, data=form).ok
    assert "nonce" in refused(client.send(method, path, auth=auth, data=form), method)


def test_a_refused_request_uses_up_no_nonce(client: Client) -> None:
    stamp = str(int(time.time()))
    wrong = OAuth1(client.key, "wrong", nonce="kept", timestamp=stamp)
    right = OAuth1(client.key, client.secret, nonce="kept", timestamp=stamp)
    assert client.send("GET", "/accounts", auth=wrong).status_code == 401
    assert client.send("GET", "/accounts", auth=right).status_code == 200


def sign(client: Client, method: str, path: str, **arguments: Any) -> requests.PreparedRequest:
    url = f"{client.origin}/2.0{path}"
    return client.session.prepare_request(requests.Request(method, url, auth=client.auth, **arguments))


def test_tampered_query(client: Client) -> None:
    for tamper in (lambda url: url.replace("limit=1", "limit=2"), lambda url: f"{url}&offset=1"):
        prepared = sign(client, "GET", "/accounts", params={"limit": 1})
        prepared.url = tamper(str(prepared.url))
        refused(client.session.send(prepared, timeout=20), "GET")


def test_tampered_form(client: Client) -> None:
    for tampered in ("email=eve%40example.com", "email=ada%40example.com&first_name=Eve", "first_name=Eve"):
        prepared = sign(client, "POST", "/accounts", data={"email": "ada@example.com"})
        prepared.body = tampered
        prepared.headers["Content-Length"] = str(len(tampered))
        refused(client.session.send(prepared, timeout=20), "POST")
    assert client.get("/accounts") == []


@pytest.mark.parametrize(
    "kinds",
    [
        [],
        ["Application/x-www-form-urlencoded"],
        ["APPLICATION/X-WWW-FORM-URLENCODED;charset=UTF-8"],
        [" application/x-www-form-urlencoded ;charset=utf-8"],
        ["text/plain", "application/x-www-form-urlencoded"],
        ["application/x-www-form-urlencoded", "text/plain"],
        ["text/plain; a=application/x-www-form-urlencoded"],
    ],
)
def test_no_form_can_be_added_to_a_signed_request(client: Client, kinds: list[str]) -> None:
    account = client.account(first_name="Ada")
    target, lines = f"/2.0/accounts/{account}", "".join(f"Content-Type: {kind}\r\n" for kind in kinds)

    def send(body: bytes) -> int:
        headers: dict[str, Any] = {"Host": urlsplit(client.origin).netloc, "Connection": "close"}
        signed = signature(client, "POST", client.origin + target, {}, b"")
        headers |= {"Content-Length": len(body), **signed}
        request = raw_request("POST", target, headers, b"").removesuffix(b"\r\n")
        return exchange(client.origin, request + f"{lines}\r\n".encode() + body)[0]

    assert send(b"") == 200
    assert send(b"first_name=Mallory") in {400, 401}
    assert client.get(f"/accounts/{account}")["first_name"] == "Ada"


def test_the_letter_case_of_the_content_type_does_not_matter(client: Client) -> None:
    account = client.account()
    path = f"/accounts/{account}"
    for kind in ("Application/X-WWW-Form-Urlencoded", "application/x-www-form-urlencoded;charset=UTF-8"):
        prepared = sign(client, "POST", path, data={"first_name": kind})
        prepared.headers["Content-Type"] = kind
        assert client.session.send(prepared, timeout=20).status_code == 200
        assert client.get(path)["first_name"] == kind


def test_tampered_path_and_method(client: Client) -> None:
    first, second = client.account(), client.account()
    prepared = sign(client, "GET", f"/accounts/{first}")
    prepared.url = str(prepared.url).replace(first, second)
    refused(client.session.send(prepared, timeout=20), "GET")
    prepared = sign(client, "GET", f"/accounts/{first}")
    prepared.method = "DELETE"
    refused(client.session.send(prepared, timeout=20), "DELETE")
    assert len(client.get("/accounts")) == 2


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.dictionaries(_TEXT.filter(lambda name: not name.startswith("oauth_")), _TEXT, max_size=5))
@pytest.mark.parametrize("placement", [None, SIGNATURE_TYPE_QUERY])
def test_whatever_is_sent_verifies_wherever_the_signature_stands(
    client: Client, placement: str | None, form: dict[str, str]
) -> None:
    options: dict[str, Any] = {"signature_type": placement} if placement else {}
    auth = OAuth1(client.key, client.secret, **options)
    # Whether the parameters then suit the operation is another question.
    answers = [
        client.send("GET", "/accounts", params={**form, "limit": "1"}, auth=auth),
        client.send("POST", "/accounts", data={**form, "email": "ada@example.com"}, auth=auth),
    ]
    assert 401 not in {answer.status_code for answer in answers}


def test_a_signature_in_the_form_verifies(client: Client) -> None:
    auth = OAuth1(client.key, client.secret, signature_type=SIGNATURE_TYPE_BODY)
    assert client.send("POST", "/accounts", data={"email": "ada@example.com"}, auth=auth).status_code == 201


def test_two_signatures_are_one_too_many(client: Client) -> None:
    query = OAuth1(client.key, client.secret, signature_type=SIGNATURE_TYPE_QUERY)
    url = f"{client.origin}/2.0/accounts"
    once = client.session.prepare_request(requests.Request("GET", url, auth=query))
    for address in (str(once.url), f"{once.url}&oauth_signature=x"):
        assert "signed twice" in refused(client.send("GET", address), "GET")
    assert client.session.send(once, timeout=20).status_code == 200


def test_an_empty_token_is_signed_and_means_nothing(client: Client) -> None:
    auth = OAuth1(client.key, client.secret, resource_owner_key="", resource_owner_secret="")
    assert client.send("GET", "/accounts", auth=auth).status_code == 200


def test_nonces_in_memory_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nonces, "_MAX_NONCES", 2)
    store = MemoryNonceStore()
    assert [store.add(Nonce("key", 1000, value)) for value in "aabc"] == [True, False, True, True]
    assert [store.add(Nonce("key", 1000, value)) for value in "cba"] == [False, False, True]
    assert store.add(Nonce("another key", 1000, "a"))
