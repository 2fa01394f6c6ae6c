"""What happens between a call and its answer: keys, clocks, retries, pages and errors."""

from __future__ import annotations

import copy
import inspect
import logging
import math
import pickle
import time
import traceback
from email.utils import formatdate
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.codegen.script import BASE, ERROR, NOW, Server, both, call_sync, deleted, listed, ok

import contextio_client
from contextio_client import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AsyncContextIO,
    BadRequestError,
    CallbackError,
    ClockError,
    ConflictError,
    ContextIO,
    ForbiddenError,
    IncompleteAnswerError,
    InvalidAnswerError,
    MissingKeysError,
    NotFoundError,
    NotJSONError,
    RedirectError,
    RequestError,
    ServerError,
    ServiceUnavailableError,
    TooManyRequestsError,
    UnauthorizedError,
)
from contextio_client.connect import connection, token_of_callback
from contextio_models import ConnectToken

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("waits")


# Keys and deployment


def test_keys_and_deployment_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTEXTIO_CONSUMER_KEY", "key-of-env")
    monkeypatch.setenv("CONTEXTIO_CONSUMER_SECRET", "secret-of-env")
    monkeypatch.setenv("CONTEXTIO_BASE_URL", "https://env.example/2.0")
    server = Server(ok([]))
    with ContextIO(transport=httpx.MockTransport(server.answer)) as client:
        client.accounts.list()
    assert server.requests[0].url.host == "env.example"
    assert 'oauth_consumer_key="key-of-env"' in server.headers[0]
    with server.client() as client:
        client.accounts.list()
    assert server.requests[1].url.host == "deployment.example"


@pytest.mark.parametrize("client", [ContextIO, AsyncContextIO])
def test_missing_keys_are_one_clear_error(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONTEXTIO_CONSUMER_KEY", raising=False)
    monkeypatch.delenv("CONTEXTIO_CONSUMER_SECRET", raising=False)
    with pytest.raises(
        MissingKeysError, match=r"^consumer_key and consumer_secret missing: .*CONTEXTIO_CONSUMER"
    ):
        client()
    with pytest.raises(MissingKeysError, match=r"^consumer_secret missing"):
        client("key")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a/2.0",
        "deployment.example",
        "https://u:p@a/2.0",
        "https://a/2.0?b=c",
        "https://a/2.0?",
        "https://a/2.0\n",
        "https://xn--/",
    ],
)
def test_a_base_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="base_url must be"):
        ContextIO("key", "secret", base_url=url)


# Clock


def stale(date: str | None = None) -> httpx.Response:
    body = {"type": "error", "value": "Expired timestamp", "code": 105}
    return httpx.Response(401, json=body, headers={"Date": date} if date else {})


def timestamp(header: str) -> int:
    return int(header.partition('oauth_timestamp="')[2].partition('"')[0])


@both
@pytest.mark.usefixtures("stopped_clock")
def test_a_clock_that_is_off_is_corrected_once(call: Any) -> None:
    server = Server(stale(formatdate(NOW - 3600, usegmt=True)), ok([]))
    assert call(server, listed) == []
    assert [*map(timestamp, server.headers)] == [NOW, NOW - 3600]


@both
@pytest.mark.usefixtures("stopped_clock")
def test_a_date_without_a_zone_is_in_utc(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Etc/GMT+5")
    time.tzset()
    try:
        server = Server(stale(time.asctime(time.gmtime(NOW - 3600))), ok([]))
        assert call(server, listed) == []
        assert timestamp(server.headers[1]) == NOW - 3600
    finally:
        monkeypatch.undo()
        time.tzset()


@both
@pytest.mark.parametrize(("date", "requests"), [(formatdate(0, usegmt=True), 2), (None, 1), ("today", 1)])
def test_a_clock_that_stays_refused_is_its_own_error(call: Any, date: str | None, requests: int) -> None:
    server = Server(stale(date))
    with pytest.raises(ClockError, match="set the clock") as refused:
        call(server, listed)
    assert isinstance(refused.value, UnauthorizedError)
    assert len(server.requests) == requests


# Retries


PASSING = [
    httpx.ConnectError("refused"),
    httpx.ReadTimeout("late"),
    httpx.RemoteProtocolError("cut"),
    httpx.Response(429, json=ERROR),
    httpx.Response(500, json=ERROR),
    httpx.Response(503, json=ERROR),
    httpx.Response(502, html="<html>"),
]


@both
@pytest.mark.parametrize("problem", PASSING, ids=str)
def test_a_read_is_tried_again(call: Any, problem: Any, waits: list[float]) -> None:
    server = Server(problem, problem, ok([]))
    assert call(server, listed) == []
    assert 0.25 <= waits[0] <= 0.5
    assert 0.5 <= waits[1] <= 1
    assert len(set(server.headers)) == 3, "each try has a signature of its own"


@both
@pytest.mark.parametrize("problem", PASSING, ids=str)
def test_tries_are_bounded(call: Any, problem: Any) -> None:
    server = Server(problem)
    with pytest.raises(RequestError):
        call(server, listed)
    assert len(server.requests) == 3
    with pytest.raises(RequestError):
        call(server, listed, max_retries=0)
    assert len(server.requests) == 4


@both
@pytest.mark.parametrize("problem", PASSING, ids=str)
def test_a_write_is_tried_again_only_when_told_so(call: Any, problem: Any) -> None:
    server = Server(problem, ok({"success": True}))
    with pytest.raises(RequestError):
        call(server, deleted)
    assert len(server.requests) == 1
    for use, options in (
        (deleted, {"retry_writes": True}),
        (lambda client: deleted(client.with_options(retry_writes=True)), {}),
    ):
        server = Server(problem, ok({"success": True}))
        assert call(server, use, **options).success
        assert len(server.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 404])
def test_what_would_fail_again_is_not_tried_again(status: int) -> None:
    server = Server(httpx.Response(status, json=ERROR))
    with pytest.raises(APIError):
        call_sync(server, listed)
    assert len(server.requests) == 1


@pytest.mark.usefixtures("stopped_clock")
def test_the_wait_is_what_the_server_asks_for(waits: list[float]) -> None:
    in_a_while = formatdate(NOW + 20, usegmt=True)
    asked = [httpx.Response(429, json=ERROR, headers={"Retry-After": value}) for value in ("7", in_a_while)]
    assert call_sync(Server(*asked, ok([])), listed) == []
    assert waits == [7, 20]


def test_no_number_of_tries_is_too_large(waits: list[float]) -> None:
    server = Server(*[httpx.Response(503, json=ERROR)] * 1100, ok([]))
    assert call_sync(server, listed, max_retries=2000, timeout=math.inf) == []
    assert 4 <= waits[-1] <= 8


def test_the_total_time_is_bounded(waits: list[float]) -> None:
    server = Server(httpx.Response(503, json=ERROR, headers={"Retry-After": "61"}))
    with pytest.raises(ServiceUnavailableError):
        call_sync(server, listed)
    assert not waits


def test_an_unreadable_retry_after_is_passed_over(waits: list[float]) -> None:
    server = Server(httpx.Response(429, json=ERROR, headers={"Retry-After": "soon"}), ok([]))
    assert call_sync(server, listed) == []
    assert waits[0] <= 0.5


# Options


def seconds(request: httpx.Request) -> float:
    """Return how long a request may take at most."""
    return round(float(request.extensions["timeout"]["read"]), 1)


@both
def test_a_timeout_is_of_a_client_or_of_a_call(call: Any) -> None:
    server = Server(ok([]))
    call(server, listed)
    call(server, listed, timeout=5.0)
    call(server, lambda client: listed(client.with_options(timeout=0.5)), timeout=5.0)
    assert [seconds(request) for request in server.requests] == [60.0, 5.0, 0.5]


@both
def test_extra_values_are_sent_and_signed(call: Any) -> None:
    server = Server(httpx.Response(201, json={"success": True, "id": "a", "resource_url": "https://a"}))
    call(
        server,
        lambda client: client.with_options(
            extra_query={"debug": 1}, extra_form={"mood": "fein ü"}, extra_headers={"X-Trace": "7"}
        ).accounts.create(email="a@b.example"),
    )
    (request,) = server.requests
    assert request.url.params["debug"] == "1"
    assert request.content == b"email=a%40b.example&mood=fein+%C3%BC"
    assert request.headers["X-Trace"] == "7"


@both
def test_a_call_that_is_not_described(call: Any) -> None:
    server = Server(ok([{"subject": "Hi"}]))
    path = "/accounts/a%2Fb/messages{x}"
    answer = call(server, lambda client: client.request("get", path, query={"limit": 5}))
    assert answer.parse() == [{"subject": "Hi"}]
    sent = server.requests[0]
    assert (sent.method, sent.url.raw_path) == ("GET", b"/2.0/accounts/a%2Fb/messages%7Bx%7D?limit=5")
    assert sent.headers["Authorization"].startswith("OAuth ")
    call(server, lambda client: client.request("POST", "/accounts/a/messages", form={"dst_label": "ü"}))
    assert server.requests[1].content == b"dst_label=%C3%BC"
    server = Server(httpx.Response(503, json=ERROR))
    with pytest.raises(ServiceUnavailableError, match=r"with 503: no$"):
        call(server, lambda client: client.request("POST", "/accounts"))
    assert len(server.requests) == 1, "a write is sent once"


@both
@pytest.mark.parametrize("path", ["/accounts?limit=5", "/accounts#a", "/accounts\n"])
def test_a_path_with_more_than_a_path_is_refused(call: Any, path: str) -> None:
    server = Server(ok([]))
    with pytest.raises(ValueError, match="without query and fragment; give query="):
        call(server, lambda client: client.request("GET", path))
    assert not server.requests


@pytest.mark.parametrize("label", [0, None, b"0", []])
def test_a_part_of_the_path_that_is_no_text_is_named(label: Any) -> None:
    with pytest.raises(TypeError, match=r"^label must be a str; it is of type "):
        call_sync(Server(ok({})), lambda client: client.sources.get("a", label))


@both
@pytest.mark.parametrize("path", ["accounts", "//elsewhere.example/", "https://elsewhere.example/", ""])
def test_no_path_leads_to_another_host(call: Any, path: str) -> None:
    server = Server(ok([]))
    with pytest.raises(ValueError, match="path must begin with one slash"):
        call(server, lambda client: client.request("GET", path))
    assert not server.requests


def test_an_extra_form_needs_a_form() -> None:
    with pytest.raises(ValueError, match="sends no form"):
        call_sync(Server(ok([])), lambda client: listed(client.with_options(extra_form={"a": "b"})))


def test_an_option_that_is_none_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="timeuot"):
        call_sync(Server(ok([])), lambda client: client.with_options(timeuot=1))


@both
def test_the_raw_answer(call: Any) -> None:
    server = Server(httpx.Response(200, json=[], headers={"X-Trace": "7"}))
    answer = call(server, lambda client: client.accounts.with_raw_response.list(limit=3))
    assert (answer.status, answer.headers["x-trace"], answer.content, answer.parse()) == (200, "7", b"[]", [])
    assert server.requests[0].url.params["limit"] == "3"
    server = Server(httpx.Response(404, json=ERROR))
    with pytest.raises(NotFoundError):
        call(server, lambda client: client.accounts.with_raw_response.get("a"))


# Pages


class Rows:
    """A list that changes after each page that it gives."""

    def __init__(self, bundle: dict[str, Any], count: int, changes: Iterator[tuple[str, int]]) -> None:
        self.row = bundle["components"]["examples"]["Accounts"]["value"][0]
        self.ids = list(range(count))
        self.added = count
        self.changes = changes
        self.pages: list[tuple[int, int]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        limit, offset = (int(request.url.params[name]) for name in ("limit", "offset"))
        self.pages.append((limit, offset))
        page = [{**self.row, "id": str(each)} for each in self.ids[offset : offset + limit]]
        for kind, place in self.changes:
            if kind == "add":
                self.ids.append(self.added)
                self.added += 1
            elif self.ids:
                del self.ids[place % len(self.ids)]
            break
        return httpx.Response(200, json=page)


@both
def test_all_pages_are_one_iterator(call: Any, bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 250, iter(()))
    told = call(
        Server(rows),
        lambda client: (
            client.accounts.list_all()
            if isinstance(client, AsyncContextIO)
            else list(client.accounts.list_all())
        ),
    )
    assert [account.id for account in told] == [str(each) for each in range(250)]
    assert rows.pages == [(100, 0), (100, 99), (100, 198)]


def test_filters_and_page_size_are_sent_with_each_page(bundle: dict[str, Any]) -> None:
    server = Server(Rows(bundle, 7, iter(())))
    assert (
        len(call_sync(server, lambda client: list(client.accounts.list_all(status="OK", page_size=3)))) == 7
    )
    assert {request.url.params["status"] for request in server.requests} == {"OK"}
    assert {request.url.params["limit"] for request in server.requests} == {"3"}


def test_pages_are_asked_for_as_they_are_needed(bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 9, iter(()))
    with Server(rows).client() as client:
        iterator = client.accounts.list_all(page_size=3)
        assert not rows.pages
        next(iterator)
        assert len(rows.pages) == 1


@settings(deadline=None)  # on a machine with much else to do
@given(
    count=st.integers(0, 12),
    size=st.integers(1, 5),
    changes=st.lists(st.tuples(st.sampled_from(["add", "remove"]), st.integers(0, 20)), max_size=12),
)
def test_no_row_repeats_or_is_missed_whatever_happens_meanwhile(
    bundle: dict[str, Any], count: int, size: int, changes: list[tuple[str, int]]
) -> None:
    rows = Rows(bundle, count, iter(changes))
    with Server(rows).client() as client:
        told = [int(account.id) for account in client.accounts.list_all(page_size=size)]
    assert len(told) == len(set(told))
    assert set(range(count)) & set(rows.ids) <= set(told)


def test_a_server_that_ignores_the_offset_does_not_hold_the_client_for_ever(bundle: dict[str, Any]) -> None:
    row = bundle["components"]["examples"]["Accounts"]["value"][0]
    page = [{**row, "id": str(each)} for each in range(100)]
    server = Server(ok(page))
    assert len(call_sync(server, lambda client: list(client.accounts.list_all()))) == 100
    assert len(server.requests) < 5


def test_rows_that_are_not_as_described_are_not_dropped(bundle: dict[str, Any]) -> None:
    row = dict(bundle["components"]["examples"]["Accounts"]["value"][0])
    del row["id"]
    odd = [row, row, 5, {**row, "id": [1]}, None, {**row, "id": "a"}, "text", row]

    def answer(request: httpx.Request) -> httpx.Response:
        limit, offset = (int(request.url.params[name]) for name in ("limit", "offset"))
        return httpx.Response(200, json=odd[offset : offset + limit])

    for size in (3, 4, 7, 100):
        with Server(answer).client() as client:
            rows: list[Any] = list(client.accounts.list_all(page_size=size))
        assert [row.to_dict() if hasattr(row, "to_dict") else row for row in rows] == odd, size


def test_a_server_that_ignores_the_offset_repeats_no_odd_rows() -> None:
    server = Server(ok([{"mood": "fine"}] * 100))
    assert len(call_sync(server, lambda client: list(client.accounts.list_all()))) == 100
    assert len(server.requests) == 2


# Errors


def got(client: Any) -> Any:
    return client.accounts.get("a")


@both
@pytest.mark.parametrize(
    ("answer", "error", "sentence"),
    [
        (httpx.ConnectError("refused"), APIConnectionError, "cannot be sent: refused"),
        (httpx.ConnectTimeout("late"), APITimeoutError, "is not answered in time"),
        (httpx.ReadTimeout("late"), APITimeoutError, "is not answered in time"),
        (httpx.RemoteProtocolError("cut"), IncompleteAnswerError, "gets no complete answer: cut"),
        (httpx.Response(200, content=b'{"id": "a"'), IncompleteAnswerError, "with 200 and half a body"),
        (
            httpx.Response(200, content=b""),
            IncompleteAnswerError,
            r"with success \(200\) but with an empty body$",
        ),
        (httpx.Response(204), IncompleteAnswerError, r"with success \(204\) but with an empty body$"),
        (httpx.Response(205), IncompleteAnswerError, r"with success \(205\) but with an empty body$"),
        (httpx.Response(200, html="<html>"), NotJSONError, r"no JSON \(text/html.*a proxy may have answered"),
        (httpx.Response(200, json=[]), InvalidAnswerError, "the body is wrong"),
        (
            httpx.Response(502, html="<html>"),
            ServerError,
            r"with 502: Bad Gateway, no error object \(text/html; charset=utf-8\)$",
        ),
        (httpx.Response(404, text="none"), NotFoundError, r"Not Found, no error object \(text/plain; c.*\)$"),
        (httpx.Response(403, html="<html>"), ForbiddenError, r"403: Forbidden, no error object \(text/html"),
        (httpx.Response(409, json=ERROR), ConflictError, "with 409: no$"),
        (
            httpx.Response(429, html="<html>"),
            TooManyRequestsError,
            r"429: Too Many Requests, no error object",
        ),
        (
            httpx.Response(418, json=["tea"]),
            APIError,
            r"with 418: I'm a teapot, no error object \(application/json\)$",
        ),
        (
            httpx.Response(404, content=b""),
            NotFoundError,
            r"404: Not Found, no error object \(an empty body\)$",
        ),
        (httpx.Response(600, json=ERROR), ServerError, "with 600: no$"),
        (httpx.Response(999, text="no"), ServerError, r"with 999: no reason given, no error object \(text"),
        (httpx.Response(42), APIError, r"with 42: no reason given, no error object \(an empty body\)$"),
        (httpx.Response(101), APIError, r"with 101: Switching Protocols, no error object"),
        (httpx.Response(300), RedirectError, r"with 300 \(Multiple Choices\) and no Location$"),
        (httpx.Response(304), RedirectError, r"with 304 \(Not Modified\) and no Location$"),
        (httpx.Response(503, content=b'{"type"'), ServiceUnavailableError, "503: Service Unavailable"),
        (
            httpx.Response(401, json=ERROR),
            UnauthorizedError,
            "with 401: no; check the consumer key and the consumer secret$",
        ),
        (
            httpx.Response(401, json={**ERROR, "value": "check key and secret"}),
            UnauthorizedError,
            "with 401: check key and secret$",
        ),
        (httpx.Response(400, json={**ERROR, "value": ""}), BadRequestError, "with 400: Bad Request$"),
        (
            httpx.Response(401, json={**ERROR, "code": 105}, headers={"Date": "yesterday"}),
            ClockError,
            r"with 401: no; set the clock \(the server's is yesterday\)$",
        ),
        (httpx.Response(404, json=ERROR), NotFoundError, "with 404: no$"),
        (httpx.Response(429, json=ERROR), TooManyRequestsError, "with 429: no$"),
        (
            httpx.Response(302, headers={"Location": "https://elsewhere.example/x?token=t"}),
            RedirectError,
            "is redirected to https://elsewhere.example/x; set base_url",
        ),
    ],
    ids=lambda value: value.__name__ if inspect.isclass(value) else None,
)
def test_each_problem_has_its_class_and_sentence(
    call: Any, answer: Any, error: type[RequestError], sentence: str
) -> None:
    server = Server(answer)
    with pytest.raises(error, match=rf"^GET {BASE}/accounts/a {'.*'}{sentence}") as raised:
        call(server, got, max_retries=0)
    problem = raised.value
    assert type(problem) is error
    assert (problem.method, problem.url) == ("GET", f"{BASE}/accounts/a")
    assert problem.request is server.requests[0]
    has_answer = isinstance(answer, httpx.Response)
    assert problem.status == (answer.status_code if has_answer else None)
    assert (problem.response is not None) == has_answer
    assert (problem.body is not None) == (has_answer and b'"value"' in answer.content)
    if not has_answer:
        assert problem.__cause__ is answer


@both
@pytest.mark.parametrize("location", ["mailto:ada@example.com", "http:elsewhere", "//[", "http://a:b/", ""])
def test_no_address_of_a_redirect_is_beyond_the_errors(call: Any, location: str) -> None:
    server = Server(httpx.Response(302, headers={"Location": location}))
    with pytest.raises(RequestError):
        call(server, got, max_retries=0)


@both
@pytest.mark.parametrize("start", [b"[", b'{"a":'])
@pytest.mark.parametrize("status", [200, 401, 500])
def test_no_depth_of_an_answer_is_beyond_the_errors(call: Any, status: int, start: bytes) -> None:
    server = Server(httpx.Response(status, content=start * 100_000))
    with pytest.raises(RequestError):
        call(server, got, max_retries=0)


@both
def test_what_was_answered_is_not_said_to_be_unsent(call: Any) -> None:
    def broken(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=b"not gzip")

    with pytest.raises(IncompleteAnswerError, match="gets no complete answer: "):
        call(Server(broken), deleted)


def pickled(error: RequestError) -> Any:
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - what was just written


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
@pytest.mark.parametrize(
    "answer",
    [
        httpx.ConnectError("refused"),
        httpx.Response(200, html="<html>"),
        httpx.Response(400, json={**ERROR, "success": False, "feedback_code": "INVALID_CREDENTIALS"}),
    ],
    ids=str,
)
def test_errors_leave_the_process_that_they_were_raised_in(answer: Any, again: Any) -> None:
    with pytest.raises(RequestError) as raised:
        call_sync(Server(answer), deleted)
    error = raised.value
    other = again(error)
    assert (type(other), str(other), other.status, other.body) == (
        type(error),
        str(error),
        error.status,
        error.body,
    )


@pytest.mark.parametrize("body", [b'{"token": "SECRET"', b'[{"access_token_secret": "SECRET"}]', b"SECRET"])
def test_no_traceback_shows_a_body(body: bytes) -> None:
    with pytest.raises(RequestError) as raised:
        call_sync(Server(httpx.Response(200, content=body)), listed, strict=True)
    assert "SECRET" not in "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_credentials_are_never_sent_to_another_host(status: int) -> None:
    server = Server(httpx.Response(status, headers={"Location": "https://elsewhere.example/"}))
    for use in (listed, deleted):
        with pytest.raises(RedirectError):
            call_sync(server, use, retry_writes=True)
    assert {request.url.host for request in server.requests} == {"deployment.example"}


def test_a_mailbox_refusal_shows_its_code() -> None:
    failure = {**ERROR, "success": False, "feedback_code": "INVALID_CREDENTIALS"}
    with pytest.raises(BadRequestError, match=r"no \(INVALID_CREDENTIALS\)$") as refused:
        call_sync(Server(httpx.Response(400, json=failure)), deleted)
    assert refused.value.feedback_code == "INVALID_CREDENTIALS"
    with pytest.raises(NotFoundError) as other:
        call_sync(Server(httpx.Response(404, json=ERROR)), got)
    assert other.value.feedback_code is None


@both
def test_a_refusal_of_which_half_is_described_says_why(call: Any) -> None:
    with pytest.raises(NotFoundError, match=r"with 404: no$") as refused:
        call(Server(httpx.Response(404, json=ERROR)), deleted)
    assert refused.value.body
    assert refused.value.body.value == "no"


def test_the_query_is_not_shown() -> None:
    with pytest.raises(NotFoundError) as refused:
        call_sync(
            Server(httpx.Response(404, json=ERROR)),
            lambda client: client.accounts.list(email="ada@example.com"),
        )
    assert "ada" not in str(refused.value) + refused.value.url


@both
def test_a_missing_field_is_tolerated_or_named(call: Any, bundle: dict[str, Any]) -> None:
    account = dict(bundle["components"]["examples"]["Accounts"]["value"][0])
    del account["username"]
    server = Server(ok(account))
    assert call(server, got).username is None
    for use, options in (
        (got, {"strict": True}),
        (lambda client: got(client.with_options(strict=True)), {}),
    ):
        with pytest.raises(InvalidAnswerError, match=r"answered with 200, but username is missing$"):
            call(server, use, **options)


def test_an_odd_connect_token_has_no_account() -> None:
    token = {"account": [], "token": "t"}
    read = call_sync(Server(ok(token)), lambda client: client.connect_tokens.get("t"))
    assert isinstance(read, ConnectToken)
    assert (read.account.id, dict(read)["used"]) == (None, None)
    used = Server(ok({"used": 5, "expires": False}))
    read = call_sync(used, lambda client: client.connect_tokens.get("t"))
    assert connection(read) is None


# Connecting


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://[/connected?contextio_token=a", "b"),
        ("http://[/connected", "a"),
        ("/connected?contextio_token=a", None),
        ("/connected?contextio_token=", None),
        ("/connected#?contextio_token=a", "a"),
        ("/connected?contextio_token=\udcff", "a"),
    ],
)
def test_a_callback_that_is_none_is_its_own_error(url: str, expected: str | None) -> None:
    with pytest.raises(CallbackError):
        token_of_callback(url, expected)


def test_a_callback_is_read_whatever_its_host() -> None:
    assert token_of_callback("http://[/connected?a=b&contextio_token=a%20b#c", "a b") == "a b"


# Logging


@both
def test_requests_and_retries_are_logged_without_credentials(
    call: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "contextio_client")
    server = Server(httpx.ConnectError("refused"), httpx.Response(503, json=ERROR), ok([]))
    call(server, lambda client: client.accounts.list(email="ada@example.com"))
    told = [(each.levelname, each.getMessage()) for each in caplog.records if each.name == "contextio_client"]
    assert [level for level, _ in told] == ["INFO", "DEBUG", "INFO", "DEBUG"]
    assert all(message.startswith(f"GET {BASE}/accounts is ") for _, message in told)
    assert "ada" not in "".join(message for _, message in told)


def test_every_exported_name_is_there_and_no_other_is_invented() -> None:
    assert all(getattr(contextio_client, name) for name in contextio_client.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = contextio_client.nothing  # type: ignore[attr-defined]  # the point of the test
