"""What a request has to show before its body is read."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest
from oauthlib.oauth1 import SIGNATURE_TYPE_BODY, SIGNATURE_TYPE_QUERY
from oauthlib.oauth1 import Client as Signer
from requests_oauthlib import OAuth1
from tests.server.test_requests import raw_request

if TYPE_CHECKING:
    from tests.conftest import Client

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_SIZE = 1_000_000


def answer(client: Client, target: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """Announce a long body, send none or some of it, and return the answer that comes all the same."""
    url = urlsplit(client.origin)
    head = {"Host": url.netloc, "Content-Length": str(_SIZE), **headers}
    with socket.create_connection((str(url.hostname), int(url.port or 80)), 60) as connection:
        connection.sendall(raw_request("POST", target, head, body))
        return connection.recv(65536)


@pytest.mark.parametrize("kind", [_FORM, {"Content-Type": "multipart/form-data; boundary=b"}, {}])
@pytest.mark.parametrize("placement", [None, SIGNATURE_TYPE_QUERY])
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"client_key": "nobody"}, b"the signature does not fit"),
        ({"timestamp": "1"}, b"Expired timestamp"),
        ({"timestamp": "x"}, b"oauth_timestamp must be"),
        ({"nonce": "n" * 200}, b"the signature does not fit"),
        ({"signature_method": "PLAINTEXT"}, b"the signature does not fit"),
    ],
)
def test_a_key_and_a_time_that_can_be_right(
    client: Client, kind: dict[str, str], placement: str | None, change: dict[str, str], sentence: bytes
) -> None:
    settings: dict[str, Any] = {"client_key": client.key, "client_secret": client.secret} | change
    if placement:
        settings["signature_type"] = placement
    url, headers, _ = Signer(**settings).sign(f"{client.origin}/2.0/accounts", "POST", None, {})
    refusal = answer(client, url.removeprefix(client.origin), {**kind, **headers})
    assert refusal.startswith(b"HTTP/1.1 401 ")
    assert sentence in refusal


def test_a_signature_at_all_unless_a_form_may_have_it(client: Client) -> None:
    for headers in ({}, {"Content-Type": "application/json"}, {**_FORM, "Authorization": "OAuth x"}):
        refusal = answer(client, "/2.0/accounts", headers)
        assert refusal.startswith(b"HTTP/1.1 401 ")
        assert b"the request is not signed" in refusal


def test_a_size_that_is_allowed(client: Client) -> None:
    _, headers, _ = Signer(client.key, client_secret=client.secret).sign(
        f"{client.origin}/2.0/accounts", "POST", None, {}
    )
    sent = {**_FORM, **headers, "Content-Length": "2000000"}
    assert answer(client, "/2.0/accounts", sent).startswith(b"HTTP/1.1 413 ")
    for size, status in ((10_000, 200), (20_000, 413)):
        plain = {"Content-Type": "text/plain"}
        assert client.send("GET", "/accounts", data=b"x" * size, headers=plain).status_code == status


def test_long_forms_without_a_key_and_a_time_are_not_parsed(client: Client) -> None:
    now = int(time.time())
    filler = b"&a=" + b"\xff" * 30_000  # whoever parses it answers 400
    for protocol, status in (
        ({}, 401),
        ({"oauth_consumer_key": client.key}, 401),
        ({"oauth_consumer_key": client.key, "oauth_timestamp": 1}, 401),
        ({"oauth_consumer_key": "nobody", "oauth_timestamp": now}, 401),
        ({"oauth_consumer_key": client.key, "oauth_timestamp": now}, 400),
    ):
        body = urlencode(protocol).encode() + filler
        assert client.send("POST", "/accounts", data=body, headers=_FORM, auth=None).status_code == status


def test_long_forms_that_carry_their_signature_are_taken(client: Client) -> None:
    auth = OAuth1(client.key, client.secret, signature_type=SIGNATURE_TYPE_BODY)
    form = {"email": "ada@example.com", "nonsense": "Ü" * 30_000}
    assert client.send("POST", "/accounts", data=form, auth=auth).status_code == 201


def test_too_many_parameters_are_named(client: Client) -> None:
    many = [(f"f{number}", "") for number in range(1001)]
    for method, sent, name in (
        ("POST", {"data": [("email", "ada@example.com"), *many]}, "the form"),
        ("GET", {"params": many}, "the query"),
    ):
        response = client.send(method, "/accounts", **sent)
        assert (response.status_code, response.json()["value"]) == (
            400,
            f"{name} has more than 1000 fields; send fewer",
        )
    assert client.get("/accounts") == []
