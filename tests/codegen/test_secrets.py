"""No key, password or token is in texts, reprs, pickles, frames and logs."""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import pickle
import traceback
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.codegen.socket_calls import dripping
from tests.sockets import free_port, listening

from contextio_client import AsyncContextIO, ContextIO, RequestError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

BASE = "https://deployment.example/2.0"
PASSWORD, SECRET, TOKEN = "hunter2-password", "hunter2-secret", "hunter2-token"
ERROR = {"type": "error", "value": "no"}
SCRUBBED = ("password", "secret", "token", "authorization")
"""Parts of names of variables whose values error trackers leave out."""


def created(client: Any) -> Any:
    """Make a call whose form, headers and query hold secrets."""
    odd = client.with_options(
        extra_headers={"X-Gateway-Token": TOKEN}, extra_form={"provider_refresh_token": TOKEN}
    )
    return odd.accounts.create(
        email="ada@example.com", server="imap.example.com", username="ada", password=PASSWORD, type="imap"
    )


def assert_no_secret(text: str) -> None:
    for secret in (PASSWORD, SECRET, TOKEN, "oauth_signature", "Authorization: OAuth"):
        assert secret not in text, f"{secret} is in {text[:2000]}"


def variables(error: BaseException) -> Iterator[tuple[str, str, str]]:
    """Yield file, name and repr of every variable of every frame, as error trackers collect them.

    The arguments of public methods are left out: they are variables of the caller as well.
    """
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        waiting += [other for other in (each.__cause__, each.__context__) if other is not None]
        for frame, _ in traceback.walk_tb(each.__traceback__):
            code = frame.f_code
            is_public = "/contextio_client/" in code.co_filename and not code.co_name.startswith("_")
            hidden = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if is_public else ()
            for name, value in frame.f_locals.items():
                with suppress(AttributeError, RuntimeError):  # of an object that has no repr yet
                    if name not in hidden:
                        yield code.co_filename, name, repr(value)


def assert_frames_are_clean(error: BaseException) -> None:
    found = 0
    for file, name, shown in variables(error):
        if file != __file__ and not any(part in name.lower() for part in SCRUBBED):
            found += 1
            assert_no_secret(f"{file}: {name} = {shown}")
    assert found, "the frames of the client are among those that were seen"


def call_sync(use: Callable[[Any], Any], **options: Any) -> Any:
    with ContextIO("key", SECRET, **options) as client:
        return use(client)


def call_async(use: Callable[[Any], Any], **options: Any) -> Any:
    async def call() -> Any:
        async with AsyncContextIO("key", SECRET, **options) as client:
            return await use(client)

    return asyncio.run(call())


both = pytest.mark.parametrize("call", [call_sync, call_async])
ANSWERS: dict[str, Any] = {
    "refused": httpx.Response(400, json=ERROR),
    "a page": httpx.Response(502, html="<html>no</html>"),
    "half": httpx.Response(200, content=f'{{"access_token": "{TOKEN}"'.encode()),
    "another type": httpx.Response(200, json=[TOKEN]),
    "no JSON": httpx.Response(200, text=TOKEN),
    "empty": httpx.Response(204),
    "redirect": httpx.Response(302, headers={"Location": f"https://u:{TOKEN}@e.example/?a={TOKEN}#{TOKEN}"}),
    "bad redirect": httpx.Response(302, headers={"Location": "http://[::1"}),
    "too large": httpx.Response(200, text=TOKEN * 1000),
    "stale": httpx.Response(401, json={**ERROR, "code": 105}),
    "lost": httpx.ReadError("lost"),
    "odd": RuntimeError("odd"),
    "system": OSError(5, "input"),
    "late": httpx.ReadTimeout("late"),
}


@pytest.fixture
def failure(request: pytest.FixtureRequest) -> Any:
    return ANSWERS[request.param]


def transport(answer: Any) -> httpx.MockTransport:
    def respond(_: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        headers = {**answer.headers, "Set-Cookie": f"session={TOKEN}"}
        return httpx.Response(answer.status_code, headers=headers, content=answer.content)

    return httpx.MockTransport(respond)


def caught(call: Any, use: Callable[[Any], Any], **options: Any) -> RequestError:
    with pytest.raises(RequestError) as raised:
        call(use, **{"max_retries": 0, "strict": True, **options})
    return raised.value


@both
@pytest.mark.parametrize("failure", ANSWERS, indirect=True)
def test_no_error_shows_a_secret(call: Any, failure: Any) -> None:
    error = caught(call, created, base_url=BASE, transport=transport(failure), max_answer_bytes=2000)
    assert_no_secret(str(error) + repr(error) + repr(error.__cause__))
    assert_no_secret("".join(traceback.format_exception(error)))
    assert_frames_are_clean(error)


def pickled(error: RequestError) -> Any:
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - what was just written


@both
@pytest.mark.parametrize("failure", ANSWERS, indirect=True)
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_no_pickle_holds_a_secret(call: Any, failure: Any, again: Any) -> None:
    error = caught(call, created, base_url=BASE, transport=transport(failure), max_answer_bytes=2000)
    assert_no_secret(pickle.dumps(error, protocol=0).decode("latin-1"))
    assert_no_secret(repr(pickle.dumps(error)))
    other = again(error)
    assert type(other) is type(error)
    for name in ("status", "method", "url", "body", "attempts", "request_id", "retryable"):
        assert getattr(other, name) == getattr(error, name), name
    assert str(other) == str(error)
    assert other.request_id
    if error.status and error.status >= 300:
        assert other.text == error.text
    assert_no_secret(repr(vars(other)) + repr(other.headers) + repr(other.request.headers) + other.text)
    assert not other.request.content


@contextmanager
def closing(after: int) -> Iterator[str]:
    """Read some bytes of each request, then reset the connection; give the base URL."""

    def serve(listener: socket.socket) -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                if after:
                    connection.recv(after)

    with listening(serve) as origin:
        yield f"{origin}/2.0"


@both
@pytest.mark.parametrize("after", [0, 10])
def test_no_frame_of_the_network_shows_a_secret(call: Any, after: int) -> None:
    with closing(after) as base_url:
        assert_frames_are_clean(caught(call, created, base_url=base_url))
    assert_frames_are_clean(caught(call, created, base_url=f"http://127.0.0.1:{free_port()}/2.0"))


@both
def test_no_frame_of_a_call_that_is_late_shows_a_secret(call: Any) -> None:
    with dripping(b"HTTP/1.1 200 OK\r\nX-Long: ", b"a") as base_url:
        assert_frames_are_clean(caught(call, created, base_url=base_url, timeout=0.3))

    def large(client: Any) -> Any:
        return client.request("POST", "/x", json={"password": PASSWORD, "more": "a" * 30_000_000})

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(10)
            listener.accept()

    with listening(serve) as origin:
        assert_frames_are_clean(caught(call, large, base_url=f"{origin}/2.0", timeout=0.3))


@both
@pytest.mark.parametrize(
    "use",
    [
        lambda client: client.accounts.create(email=object(), password=PASSWORD),
        lambda client: client.accounts.create(email="a\udcff", password=PASSWORD),
        lambda client: client.accounts.create(email="a@b.c", password=b"hunter2-password"),
        lambda client: client.request("POST", "/..", form={"password": PASSWORD}),
        lambda client: client.request("GET", "/x", form={"password": PASSWORD}),
        lambda client: client.request("POST", "/x", form={"password": PASSWORD, "a": {}}),
        lambda client: client.request("POST", "/x", form={"password": PASSWORD}, headers={"a": "é"}),
        lambda client: client.request("POST", "/x" * 99_999, form={"password": PASSWORD}),
        lambda client: client.request("POST", "/x", json={"password": PASSWORD, "a": object()}),
    ],
)
def test_no_frame_of_a_refused_argument_shows_a_secret(call: Any, use: Any) -> None:
    with pytest.raises((TypeError, ValueError)) as raised:
        call(use, base_url=BASE)
    assert_no_secret(str(raised.value))
    for file, name, shown in variables(raised.value):
        if not file.endswith(("undescribed.py", "test_secrets.py")):  # whole arguments of methods
            assert_no_secret(f"{file}: {name} = {shown}")


@both
def test_no_object_of_the_client_shows_a_secret(call: Any) -> None:
    def use(client: Any) -> Any:
        odd = client.with_options(
            default_headers={"X-Token": TOKEN},
            default_query={"token": TOKEN},
            extra_query={"token": TOKEN},
            extra_headers={"X-Token": TOKEN},
        )
        with_form = client.with_options(extra_form={"token": TOKEN})
        assert_no_secret(repr([*vars(with_form).values()]))
        for each in (client, odd, *vars(odd).values(), odd.accounts, *vars(odd.accounts).values()):
            assert_no_secret(repr(each))
        return odd.accounts.with_raw_response.list()

    answer = call(use, base_url=BASE, transport=transport(httpx.Response(200, json=[])))
    assert_no_secret(repr(answer) + repr(answer.response))


@both
def test_what_holds_keys_is_not_pickled(call: Any) -> None:
    kept: list[Any] = []

    def use(client: Any) -> Any:
        kept.append(client)
        return client.accounts.with_raw_response.list()

    kept.append(call(use, base_url=BASE, transport=transport(httpx.Response(200, json=[]))))
    for each in kept:
        with pytest.raises(TypeError, match=r"^keys are not pickled: make a client in each process"):
            pickle.dumps(each)


@both
def test_no_log_shows_a_secret(call: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with dripping(b"HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n") as base_url:
        caught(call, created, base_url=base_url)
    with closing(10) as base_url:
        caught(call, created, base_url=base_url)
    loggers = {record.name.partition(".")[0] for record in caplog.records}
    assert {"contextio_client", "httpcore"} <= loggers
    assert_no_secret("\n".join(record.getMessage() for record in caplog.records))


# Texts


HOSTILE = "\x1b[2J\x1b]0;title\x07first\r\nforged: line\x00\x9b31m\u202e\u2028\x7f" + "x" * 5_000_000


@both
@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(400, content=json.dumps({**ERROR, "value": HOSTILE[:100]}).encode()),
        httpx.Response(400, content=json.dumps({**ERROR, "value": HOSTILE}).encode()),
        httpx.Response(400, content=json.dumps({**ERROR, "feedback_code": HOSTILE[:2000]}).encode()),
        httpx.Response(502, headers=[(b"Content-Type", HOSTILE[:40_000].encode("latin-1", "replace"))]),
        httpx.Response(
            200, headers=[(b"Content-Type", HOSTILE[:40_000].encode("latin-1", "replace"))], text="a"
        ),
        httpx.Response(302, headers=[(b"Location", HOSTILE[:40_000].encode("latin-1", "replace"))]),
        httpx.Response(302, headers=[(b"Location", b"https://e.example/" + b"a" * 40_000)]),
        httpx.Response(401, json={**ERROR, "code": 105}, headers=[(b"Date", HOSTILE[:900].encode("utf-8"))]),
        httpx.Response(500, extensions={"reason_phrase": HOSTILE[:5000].encode("latin-1", "replace")}),
        httpx.ReadError(HOSTILE),
        httpx.ConnectError(HOSTILE),
        OSError(HOSTILE),
    ],
    ids=repr,
)
def test_a_text_is_one_printable_line_of_some_length(call: Any, answer: Any) -> None:
    def respond(_: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(
            answer.status_code, headers=answer.headers, content=answer.content, extensions=answer.extensions
        )

    error = caught(
        call, lambda client: client.accounts.get("a"), base_url=BASE, transport=httpx.MockTransport(respond)
    )
    assert str(error).isprintable()
    assert len(str(error)) < 1200
    assert len(error.text) <= 10_000


def test_advice_on_keys_is_given_once() -> None:
    said = "The signature does not fit; check the consumer key and the consumer secret."
    answer = httpx.Response(401, json={**ERROR, "value": said})
    error = caught(
        call_sync, lambda client: client.accounts.list(), base_url=BASE, transport=transport(answer)
    )
    assert str(error).count("consumer secret") == 1


def test_an_error_tells_what_was_answered() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["X-Request-Id"])
        return httpx.Response(503, text="busy", headers={"X-Odd": "a"})

    sent: list[str] = []
    error = caught(
        call_sync,
        lambda client: client.accounts.list(),
        base_url=BASE,
        transport=httpx.MockTransport(respond),
        max_retries=1,
    )
    assert (error.status, error.text, error.headers["x-odd"]) == (503, "busy", "a")
    assert (error.attempts, error.retryable, error.request_id) == (2, True, sent[0])
    lost = caught(
        call_sync,
        lambda client: client.accounts.list(),
        base_url=BASE,
        transport=transport(httpx.ReadError("")),
    )
    assert (lost.status, lost.text, dict(lost.headers)) == (None, "", {})
    assert (lost.attempts, lost.retryable) == (1, True)
    assert str(lost).endswith("gets no complete answer: ReadError")


@pytest.mark.parametrize(
    ("status", "headers", "retryable"),
    [
        (400, {}, False),
        (408, {}, True),
        (409, {}, False),
        (429, {}, True),
        (500, {}, True),
        (600, {}, True),
        (400, {"X-Should-Retry": "true"}, True),
        (503, {"X-Should-Retry": "false"}, False),
        (302, {"Location": "/"}, False),
        (204, {}, True),
    ],
)
def test_an_error_tells_whether_to_try_again(
    status: int, headers: dict[str, str], *, retryable: bool
) -> None:
    answer = httpx.Response(status, headers=headers)
    error = caught(
        call_sync, lambda client: client.accounts.get("a"), base_url=BASE, transport=transport(answer)
    )
    assert error.retryable is retryable


@pytest.mark.parametrize("charset", ["utf-8", "latin-1", "hex", "undefined", "idna", "nothing", "utf-16", ""])
def test_any_body_is_some_text(charset: str) -> None:
    answer = httpx.Response(
        502, content=b"\xe9\xff\x00a", headers={"Content-Type": f"text/html; charset={charset}"}
    )
    error = caught(
        call_sync, lambda client: client.accounts.list(), base_url=BASE, transport=transport(answer)
    )
    assert isinstance(error.text, str)
    assert error.text
