"""Calls of operations that are not described: bodies of any kind, and answers of any media type."""

from __future__ import annotations

import asyncio
import io
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.codegen.test_client import BASE, KEY, SECRET, is_signed

from contextio_client import Answer, AsyncContextIO, ContextIO, InvalidAnswerError, Upload

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OK = httpx.Response(200, json={"success": True})


class Caller:
    """Both clients of a server that gives one answer, and the requests that they sent."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async
        self.requests: list[httpx.Request] = []

    def call(self, answer: httpx.Response, use: Callable[[Any], Any], **options: Any) -> Any:
        async def respond_async(request: httpx.Request) -> httpx.Response:
            await request.aread()
            return self._answer(answer, request)

        def respond(request: httpx.Request) -> httpx.Response:
            request.read()
            return self._answer(answer, request)

        options = {"base_url": BASE, "max_retries": 0, **options}
        if not self.is_async:
            with ContextIO(KEY, SECRET, transport=httpx.MockTransport(respond), **options) as client:
                return use(client)

        async def run() -> Any:
            transport = httpx.MockTransport(respond_async)
            async with AsyncContextIO(KEY, SECRET, transport=transport, **options) as client:
                return await use(client)

        return asyncio.run(run())

    def _answer(self, answer: httpx.Response, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    @property
    def sent(self) -> httpx.Request:
        return self.requests[-1]


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Caller:
    return Caller(is_async=request.param)


def test_a_form_is_signed(caller: Caller) -> None:
    form = {"dst_label": "Boîte & more", "move": True}
    caller.call(
        OK, lambda client: client.request("post", "/accounts/a/messages", form=form, query={"a": "b c"})
    )
    assert caller.sent.method == "POST"
    assert caller.sent.content == b"dst_label=Bo%C3%AEte+%26+more&move=1"
    assert is_signed(caller.sent)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ({"name": "é", "deep": [None, 1.5]}, {"name": "é", "deep": [None, 1.5]}),
        ([], []),
        (False, False),
        ([{"add": ["a"]}], [{"add": ["a"]}]),
    ],
)
def test_json_is_sent(caller: Caller, value: Any, sent: Any) -> None:
    caller.call(OK, lambda client: client.request("PUT", "/folders", json=value))
    assert json.loads(caller.sent.content) == sent
    assert caller.sent.headers["Content-Type"] == "application/json"
    assert is_signed(caller.sent)


@pytest.mark.parametrize(
    ("content", "headers", "kind"),
    [
        (b"\x00\xff", {}, "application/octet-stream"),
        ("Grüße", {}, "text/plain; charset=utf-8"),
        (b"Subject: a\r\n\r\nb", {"content-type": "message/rfc822"}, "message/rfc822"),
        (b"", {}, "application/octet-stream"),
    ],
)
def test_content_is_sent_as_it_is(
    caller: Caller, content: bytes | str, headers: dict[str, str], kind: str
) -> None:
    caller.call(OK, lambda client: client.request("POST", "/raw", content=content, headers=headers))
    assert caller.sent.content == (content.encode() if isinstance(content, str) else content)
    assert caller.sent.headers.get_list("Content-Type") == [kind]
    assert is_signed(caller.sent)


def test_files_are_sent_in_a_multipart_form(caller: Caller, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(b"Subject: of a path")
    files = {
        "message": Upload(path, "message/rfc822"),
        "bytes": b"\x00\xff",
        "object": io.BytesIO(b"of an object"),
    }
    caller.call(OK, lambda client: client.request("POST", "/up", form={"folder": "INBOX"}, files=files))
    body = caller.sent.content
    assert caller.sent.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'name="folder"\r\n\r\nINBOX\r\n' in body
    assert (
        b'name="message"; filename="mail.eml"\r\nContent-Type: message/rfc822\r\n\r\nSubject: of a path'
        in body
    )
    assert b"Content-Type: application/octet-stream\r\n\r\n\x00\xff\r\n" in body
    assert b"of an object" in body
    assert is_signed(caller.sent), "the fields of a multipart form are not signed"


def test_headers_are_sent_beside_those_of_the_client(caller: Caller) -> None:
    caller.call(
        OK,
        lambda client: client.request("GET", "/a", headers={"accept": "text/csv", "X-One": "1"}),
        default_headers={"X-One": "0", "X-Two": "2"},
    )
    headers = caller.sent.headers
    assert (headers.get_list("Accept"), headers["X-One"], headers["X-Two"]) == (["text/csv"], "1", "2")
    caller.call(OK, lambda client: client.request("GET", "/a"))
    assert caller.sent.headers["Accept"] == "application/json, */*;q=0.5"


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ({"json": {}, "content": b""}, ValueError, "give one body"),
        ({"form": {"a": "b"}, "json": []}, ValueError, "give one body"),
        ({"files": {"a": b""}, "content": "a"}, ValueError, "give one body"),
        ({"content": {"a": "b"}}, TypeError, "content must be bytes or a str; it is of type dict"),
        ({"content": 5}, TypeError, "content must be bytes or a str; it is of type int"),
        ({"files": {"a": "a text"}}, TypeError, "a must be bytes, a pathlib.Path or a file"),
        (
            {
                "content": "a=b",
                "headers": {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
            },
            ValueError,
            "give form= in place of content=",
        ),
    ],
)
def test_a_body_that_cannot_be_sent_is_refused(
    caller: Caller, arguments: dict[str, Any], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        caller.call(OK, lambda client: client.request("POST", "/a", **arguments))
    assert not caller.requests


@pytest.mark.parametrize("path", ["/../other/2.0/a", "/a/../../b", "/a/%2e%2E/b", "/.", "/a/..", "/a\\..\\b"])
def test_a_path_that_leads_out_of_the_deployment_is_refused(caller: Caller, path: str) -> None:
    with pytest.raises(ValueError, match="path must be"):
        caller.call(OK, lambda client: client.request("GET", path))
    with pytest.raises(ValueError, match="GET sends no form; give query="):
        caller.call(OK, lambda client: client.request("get", "/a", form={"a": "b"}))
    assert not caller.requests


def test_an_answer_of_any_media_type(caller: Caller) -> None:
    given = httpx.Response(200, content=b"\x00\xff", headers={"Content-Type": "application/octet-stream"})
    answer: Answer[Any] = caller.call(given, lambda client: client.request("GET", "/files/f/content"))
    assert answer.content == b"\x00\xff"
    given = httpx.Response(
        200, content="é".encode("latin-1"), headers={"Content-Type": "text/csv; charset=latin-1"}
    )
    answer = caller.call(given, lambda client: client.request("GET", "/table"))
    assert answer.text == "é"
    with pytest.raises(InvalidAnswerError, match="no JSON"):
        answer.json()
    with pytest.raises(InvalidAnswerError, match="no JSON"):
        answer.parse()
    given = httpx.Response(200, content=b'{"a": [1]}', headers={"Content-Type": "text/plain"})
    answer = caller.call(given, lambda client: client.request("GET", "/odd"))
    assert answer.json() == answer.parse() == {"a": [1]}


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("HEAD", httpx.Response(200, headers={"Content-Length": "17", "Content-Type": "application/json"})),
        ("HEAD", httpx.Response(200, headers={"Content-Encoding": "gzip"})),
        ("DELETE", httpx.Response(204)),
        ("POST", httpx.Response(202, content=b"")),
    ],
)
def test_an_answer_without_a_body_is_none(caller: Caller, method: str, answer: httpx.Response) -> None:
    told: Answer[Any] = caller.call(answer, lambda client: client.request(method, "/a"))
    assert (told.status, told.content, told.parse(), told.json()) == (answer.status_code, b"", None, None)
    assert is_signed(caller.sent)


def test_a_raw_answer_of_what_is_described_has_text_and_json(caller: Caller) -> None:
    value = [{"name": "a", "more": 1}]
    answer = caller.call(
        httpx.Response(200, json=value, headers={"X-Request-Id": "r1"}),
        lambda client: client.accounts.with_raw_response.list(),
    )
    assert (json.loads(answer.text), answer.json(), answer.request_id) == (value, value, "r1")
    answer = caller.call(OK, lambda client: client.request("GET", "/a"))
    assert answer.request_id == caller.sent.headers["X-Request-Id"]
    assert answer.attempts == 1
    assert repr(answer) == "Answer(response=<Response [200 OK]>)"
