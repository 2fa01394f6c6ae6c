"""Requests of every shape: what the routes take, and that nothing is ever answered with a 500."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oauthlib.oauth1 import Client as Signer
from tests.descriptions import resolve_once

if TYPE_CHECKING:
    from tests.conftest import Client, LiveServer

_FORM = "application/x-www-form-urlencoded"
_FUZZ = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_OPERATIONS = [
    (operation.method, operation.path.text) for operation in resolve_once().contract.operations.values()
]
_SEGMENTS = st.one_of(
    st.sampled_from(
        ["0", "%00", "%ff", "%2F", "%2e%2e", "%zz", "%", "a%0d%0ab", "%F0%9F%98%80", ";", "a::b", "x" * 3000]
    ),
    st.text(
        st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="?#/ "), min_size=1, max_size=9
    ),
)
_NAMES = [
    "email",
    "limit",
    "offset",
    "status",
    "status_ok",
    "port",
    "server",
    "callback_url",
    "first_name",
    "x[]",
]
_VALUES = st.one_of(
    st.sampled_from(
        [b"%00", b"%FF%FE", b"%ED%A0%80", b"9" * 30, b"-" + b"9" * 5000, b"1e400", b"%", b"\xff", b"a@b"]
    ),
    st.binary(max_size=20),
)
_PAIRS = st.lists(st.tuples(st.sampled_from(_NAMES), _VALUES), max_size=4).map(
    lambda pairs: b"&".join(name.encode() + b"=" + value for name, value in pairs)
)
_BODIES = st.one_of(
    _PAIRS,
    st.binary(max_size=200),
    st.sampled_from(
        [b"--b\r\n", b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", b"{}", b"null", b"[]"]
    ),
)
_TYPES = st.sampled_from(
    [
        _FORM,
        f"{_FORM}; charset=latin-1",
        "multipart/form-data; boundary=b",
        "multipart/form-data",
        "application/json",
        "text/plain",
        "x",
        "",
    ]
)


def exchange(origin: str, request: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send bytes as they are and return status, headers and body of the answer."""
    parts = urlsplit(origin)
    with socket.create_connection((str(parts.hostname), int(parts.port or 80)), 60) as connection:
        connection.settimeout(60)
        connection.sendall(request)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    return int(status.split()[1]), headers, body


def raw_request(method: str, target: str, headers: dict[str, Any], body: bytes) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


@_FUZZ
@given(operation=st.sampled_from(_OPERATIONS), data=st.data(), signed=st.booleans())
def test_no_bytes_bring_about_a_500(
    shared_server: LiveServer,
    client: Client,
    operation: tuple[str, str],
    data: st.DataObject,
    signed: bool,  # noqa: FBT001
) -> None:
    method, template = operation
    path = "/2.0" + "/".join(
        data.draw(_SEGMENTS) if part.startswith("{") else part for part in template.split("/")
    )
    query, body = data.draw(_PAIRS), data.draw(_BODIES)
    headers = {"Host": urlsplit(shared_server.origin).netloc, "Connection": "close"}
    if method == "POST":
        headers |= {"Content-Length": str(len(body)), "Content-Type": data.draw(_TYPES)}
    else:
        body = b""
    target = f"{path}?{query.decode('latin-1')}".replace(" ", "+")
    target = "".join(character for character in target if "\x20" < character < "\x7f")
    if signed:
        headers |= signature(client, method, shared_server.origin + target, headers, body)
    status, answered, content = exchange(shared_server.origin, raw_request(method, target, headers, body))
    assert status in {200, 201, 400, 401, 404, 501, 503}
    assert answered["content-type"] == "application/json"
    json.loads(content)


def signature(client: Client, method: str, url: str, headers: dict[str, str], body: bytes) -> dict[str, str]:
    """Return a header that signs a request, as far as its bytes can be signed at all."""
    form = body.decode("utf-8", "replace") if _FORM in headers.get("Content-Type", "") else None
    try:
        signer = Signer(client.key, client_secret=client.secret)
        kind = {"Content-Type": _FORM} if form is not None else {}
        _, signed, _ = signer.sign(url, cast("Any", method), form, kind)
    except ValueError:
        return {"Authorization": "OAuth nothing"}
    return {"Authorization": signed["Authorization"]}


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GARBAGE\r\n\r\n",
        b"GET /2.0/accounts HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        b"GET /2.0/accounts HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 70_000,
        b"GET /2.0/\xff HTTP/1.1\r\nHost: a\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_not_http_is_answered_with_400(shared_server: LiveServer, request_bytes: bytes) -> None:
    assert exchange(shared_server.origin, request_bytes)[0] == 400


@pytest.mark.parametrize("host", ["a b", ""])
def test_a_host_that_cannot_be_part_of_an_address_is_refused(shared_server: LiveServer, host: str) -> None:
    request = raw_request("GET", "/2.0/accounts", {"Host": host, "Connection": "close"}, b"")
    status, headers, body = exchange(shared_server.origin, request)
    assert (status, headers["content-type"]) == (400, "application/json")
    assert "the Host header must be a host name" in json.loads(body)["value"]


@pytest.mark.parametrize(
    "path", ["/docs", "/2.0", "/2.0/", "/2.0/nothing", "/3.0/accounts", "/2.0/accounts//", "/connect/"]
)
def test_unknown_addresses(client: Client, path: str) -> None:
    assert client.send("GET", client.origin + path).status_code == 404


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/accounts", "GET, HEAD, POST"),
        ("/accounts/x", "DELETE, GET, HEAD, POST"),
        ("/connect_tokens/x", "DELETE, GET, HEAD"),
    ],
)
def test_other_methods_are_refused_with_those_that_there_are(client: Client, path: str, allowed: str) -> None:
    for method in ("PATCH", "OPTIONS", "TRACE", "PROPFIND"):
        response = client.send(method, path)
        assert response.status_code == 405, method
        assert response.headers["allow"] == allowed
        assert response.headers["content-type"] == "application/json"


def test_put_is_an_alias_of_post_on_a_single_resource_only(client: Client) -> None:
    account = client.account()
    response = client.send("PUT", f"/accounts/{account}", data={"first_name": "Ada"})
    assert response.json() == {"success": True}
    assert client.get(f"/accounts/{account}")["first_name"] == "Ada"
    assert client.send("PUT", "/accounts", data={"email": "a@b"}).status_code == 405
    assert client.send("PUT", f"/accounts/{account}/sources", data={}).status_code == 405


def test_forms_of_another_kind_are_pointed_to_the_right_one(client: Client) -> None:
    response = client.send("POST", "/accounts", json={"email": "ada@example.com"})
    assert response.status_code == 400
    assert _FORM in response.json()["value"]
    form = client.send("POST", "/accounts", files={"email": (None, "ada@example.com")})
    assert form.status_code == 201


def part(value: bytes, name: bytes = b"first_name") -> bytes:
    """Return a part of a multipart form with the boundary `b`."""
    return b'--b\r\nContent-Disposition: form-data; name="' + name + b'"\r\n\r\n' + value + b"\r\n"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("boundary=b; charset=utf-7", part(b"+2AA-") + b"--b--\r\n"),
        ("boundary=b; charset=unicode_escape", part(rb"\ud800") + b"--b--\r\n"),
        ("boundary=b; charset=nonsense", part(b"Ada") + b"--b--\r\n"),
        ("boundary=b", part(b"\xff\xfe") + b"--b--\r\n"),
        ("boundary=b", part(b"\xed\xa0\x80") + b"--b--\r\n"),
        ("boundary=b", part(b"Ada", b"first_name\xff") + b"--b--\r\n"),
        ("boundary=b", part(b"Ada")),
        ("boundary=b", part(b"Ada") + b"--b"),
        ("boundary=b", b""),
        ("boundary=", part(b"Ada") + b"--b--\r\n"),
        ("charset=utf-8", part(b"Ada") + b"--b--\r\n"),
    ],
)
def test_multipart_forms_that_cannot_be_read(client: Client, kind: str, body: bytes) -> None:
    account = client.account(first_name="before")
    headers = {"Content-Type": f"multipart/form-data; {kind}"}
    response = client.send("POST", f"/accounts/{account}", data=body, headers=headers)
    assert response.status_code == 400, response.text
    assert "multipart form" in response.json()["value"]
    assert client.get(f"/accounts/{account}")["first_name"] == "before"


def test_multipart_forms_are_read_as_utf_8(client: Client) -> None:
    account = client.account()
    body = part("Ünï \u2603".encode()) + b"--b--\r\n"
    for kind in ("boundary=b", 'boundary="b"; charset="UTF-8"'):
        headers = {"Content-Type": f"Multipart/Form-Data; {kind}"}
        assert client.send("POST", f"/accounts/{account}", data=body, headers=headers).status_code == 200
        assert client.get(f"/accounts/{account}")["first_name"] == "Ünï \u2603"


def test_forms_that_are_too_big_or_not_text(client: Client) -> None:
    assert client.send("POST", "/accounts", data={"email": "x" * 2_000_000}).status_code == 413
    fields = [(f"f{number}", "") for number in range(1001)]
    assert client.send("POST", "/accounts", data=fields).status_code in {400, 401}
    headers = {"Content-Type": _FORM}
    response = client.send("POST", "/accounts", data=b"email=%ff%40example.com", headers=headers)
    assert response.status_code in {400, 401}
    assert client.get("/accounts") == []


def test_unknown_fields_are_ignored(client: Client) -> None:
    assert client.account(body="", nonsense="1")
    assert len(client.get("/accounts", nonsense="1")) == 1


def test_addresses_in_answers_follow_the_host_that_was_asked(
    client: Client, shared_server: LiveServer
) -> None:
    client.account()
    host = f"localhost:{urlsplit(shared_server.origin).port}"
    account = client.send("GET", f"http://{host}/2.0/accounts").json()[0]
    assert account["resource_url"].startswith(f"http://{host}/2.0/accounts/")
