"""Requests and responses that are no plain forms and JSON: files, JSON bodies, arrays, bytes, media types."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from tests import shapes
from tests.conftest import running_mock

from contextio_contract.server.http.responses import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import requests
    from tests.conftest import LiveServer

    from contextio_contract.server.http.call import Call

    Send = Callable[..., requests.Response]

_MAIL = b"Subject: A \xff long one\r\nMessage-ID: <long@example.com>\r\n\r\nHere it is.\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LiveServer]:
    with running_mock(shapes.document()) as live:
        yield live


@pytest.fixture
def send(server: LiveServer) -> Send:
    client = server.client()

    def request(method: str, path: str, **options: Any) -> requests.Response:
        return client.session.request(
            method, server.origin + path, auth=client.auth, timeout=60, allow_redirects=False, **options
        )

    return request


@pytest.fixture
def calls(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """The calls that arrive; each is answered with an example, and its files are read."""
    served = server.app.state.api.served
    arrived: list[Call] = []

    def handle(call: Call) -> Any:
        files = {name: upload.file.read() for name, upload in call.files.items()}
        arrived.append(replace(call, form={**call.form, **files}))
        return call.operation.success.media and call.operation.success.media.sample

    handlers = dict.fromkeys(served.contract.operations.values(), handle)
    monkeypatch.setattr(server.app.state.api, "served", replace(served, handlers=handlers))
    return arrived


def test_arrays_choices_and_headers_arrive_as_their_described_types(send: Send, calls: list[Call]) -> None:
    both = ["ada@example.com", "grace@example.org"]
    for query in ({"from": ",".join(both)}, {"from": both}):
        assert send("GET", "/2.0/shapes", params=query).status_code == 200
        assert calls.pop().query == {"from": both}
    for sent, read in (("1", 1), ("raw", "raw")):
        assert send("GET", "/2.0/shapes/s1", params={"include_style": sent}).status_code == 200
        assert calls.pop().query == {"include_style": read}
    labels = [("add", "a,b"), ("add[]", "c"), ("add[]", "d,e")]
    assert send("POST", "/2.0/shapes/s1/labels", data=labels).status_code == 200
    assert calls.pop().form == {"add": "a,b", "add[]": ["c", "d,e"]}
    for name in ("<a@b>", "INBOX/Work", "a b", "Ünï", "%2F"):
        path = f"/2.0/shapes/{quote(name, safe='')}"
        assert send("DELETE", path, headers={"X-Reason": "wrong"}).status_code == 204
        assert calls.pop().path == {"shape-id": name}
    for path, query, word in (
        ("/shapes", {"include_style": "2"}, "include_style must be one of 0, 1, raw"),
        ("/shapes", {"include_style": "01"}, "include_style must be one of 0, 1, raw"),
        ("/shapes/s1/layers/one", {}, "number must be a whole number"),
    ):
        refused = send("GET", f"/2.0{path}", params=query)
        assert (refused.status_code, refused.json()["value"]) == (400, word)
    assert send("GET", "/2.0/shapes/INBOX/Work").status_code == 404
    assert not calls


def test_files_arrive_as_they_were_sent(send: Send, calls: list[Call]) -> None:
    file = ("Ünï.eml", _MAIL, "message/rfc822")
    assert send("POST", "/2.0/shapes", files={"message": file}, data={"class": "line"}).status_code == 201
    call = calls.pop()
    assert call.form == {"class": "line", "message": _MAIL}
    sent = call.files["message"]
    assert (sent.name, sent.media_type, sent.size) == ("Ünï.eml", "message/rfc822", len(_MAIL))
    longest = secrets.token_bytes(2000)
    assert send("POST", "/2.0/shapes", files={"message": longest}).status_code == 201
    assert calls.pop().form == {"message": longest}
    for status, word, options in (
        (413, "message is too long; send 2000 bytes or less", {"files": {"message": longest + b"x"}}),
        (413, "the body is too long", {"files": {"message": b"x" * 1_100_000}}),
        (400, "message is missing", {"files": {"class": (None, "line")}}),
        (400, "message is a file", {"files": {"message": (None, "text")}}),
        (400, "class is no file", {"files": {"class": ("a.txt", "line")}}),
        (400, "multipart form cannot be read", {"files": [("message", _MAIL), ("message", _MAIL)]}),
        (400, "class must be one of", {"files": {"message": _MAIL}, "data": {"class": "star"}}),
        (400, "multipart/form-data", {"data": {"class": "line", "message": "text"}}),
        (400, "message is missing", {}),
    ):
        refused = send("POST", "/2.0/shapes", **options)
        assert refused.status_code == status, refused.text
        assert word in refused.json()["value"]
    assert not calls


def test_an_upload_is_read_only_if_it_is_signed(server: LiveServer, send: Send) -> None:
    files = {"message": b"x" * 1_100_000}
    assert send("POST", "/2.0/shapes", files=files).status_code == 413
    unsigned = server.client().session.post(f"{server.origin}/2.0/shapes", files=files, timeout=60)
    assert unsigned.status_code == 401


def test_json_bodies_arrive_if_they_are_as_described(send: Send, calls: list[Call]) -> None:
    labels = [{"name": "Ünï \\Starred"}, {"name": ""}]
    assert send("PUT", "/2.0/shapes/s1/labels", json=labels).status_code == 200
    assert calls.pop().body == labels
    kind = {"Content-Type": "application/json; charset=utf-8"}
    for word, body in (
        ("name is missing in the body/1", b'[{"name": "a"}, {}]'),
        ("the body/0/name breaks type", b'[{"name": 1}]'),
        ("the body breaks type", b'{"name": "a"}'),
        *(("no JSON", body) for body in (b"", b"[", b"[NaN]", b"[" * 100_000, b"\xff", b'["\\ud800"]')),
    ):
        refused = send("PUT", "/2.0/shapes/s1/labels", data=body, headers=kind)
        assert (refused.status_code, word in refused.json()["value"]) == (400, True), refused.text
    for options in ({"data": {"name": "a"}}, {}):
        refused = send("PUT", "/2.0/shapes/s1/labels", **options)
        assert (refused.status_code, "application/json" in refused.json()["value"]) == (400, True)
    too_long = send("PUT", "/2.0/shapes/s1/labels", data=b"[" + b" " * 1_100_000 + b"]", headers=kind)
    assert too_long.status_code == 413
    assert not calls


@pytest.mark.parametrize(
    ("accept", "path", "sent"),
    [
        (None, "content", "application/octet-stream"),
        ("*/*", "content", "application/octet-stream"),
        ("text/uri-list", "content", "text/uri-list"),
        ("text/uri-list;q=0.5, */*;q=0.1", "content", "text/uri-list"),
        ("text/uri-list, */*", "content", "application/octet-stream"),
        ("image/png", "content", "application/octet-stream"),
        ("*/*", "headers", "application/json"),
        ("text/plain", "headers", "text/plain"),
        ("Text/*, application/json;q=0.9", "headers", "text/plain"),
        ("text/plain;q=0, */*", "headers", "application/json"),
        ("image/png", "headers", "application/json"),
    ],
)
def test_the_media_type_is_one_that_the_client_accepts(
    send: Send, calls: list[Call], accept: str | None, path: str, sent: str
) -> None:
    response = send("GET", f"/2.0/shapes/s1/{path}", headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == sent
    assert len(calls) == 1


def test_bytes_and_parts_of_them_are_sent_as_they_are(
    server: LiveServer, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = server.app.state.api.served
    operation = served.contract.operations["shapes_get_content"]
    content = Content(bytes(range(256)), "image/png", {"X-Kind": "all"})
    monkeypatch.setattr(
        server.app.state.api, "served", replace(served, handlers={operation: lambda _: content})
    )

    def get(wanted: str | None) -> requests.Response:
        return send("GET", "/2.0/shapes/s1/content", headers={"Range": wanted})

    whole = get(None)
    assert (whole.content, whole.headers["content-type"]) == (bytes(range(256)), "image/png")
    assert whole.headers["x-kind"] == "all"
    for wanted, first, last in (("0-9", 0, 9), ("250-", 250, 255), ("-6", 250, 255), ("250-999", 250, 255)):
        part = get(f"bytes={wanted}")
        assert (part.status_code, part.headers["content-range"]) == (206, f"bytes {first}-{last}/256")
        assert part.content == bytes(range(first, last + 1))
        assert part.headers["content-type"] == "image/png"
    for ignored in ("bytes=-", "bytes=9-0", "bytes=0-1,4-5", "lines=0-9", "x"):
        assert (get(ignored).status_code, len(get(ignored).content)) == (200, 256)
    behind = get("bytes=256-")
    assert (behind.status_code, behind.headers["content-range"]) == (416, "bytes */256")


def test_an_operation_with_a_server_of_its_own_is_served_there(send: Send, calls: list[Call]) -> None:
    assert send("GET", "/app/status").status_code == 200
    call = calls.pop()
    assert call.addresses.of("status_get").endswith("/app/status")
    assert "/2.0" not in call.addresses.of("status_get")
    assert call.addresses.of("shapes_get", **{"shape-id": "a/b"}).endswith("/2.0/shapes/a%2Fb")
    assert send("GET", "/2.0/app/status").status_code == 404
    assert send("GET", "/shapes").status_code == 404
