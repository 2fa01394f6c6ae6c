"""Options of clients: what they change of requests, and which values are refused."""

from __future__ import annotations

import asyncio
import math
import sys
import time
from email.utils import formatdate
from functools import cached_property
from typing import Any

import httpx
import pytest
from tests.codegen.script import BASE, ERROR, NOW, Server, both, call_sync, deleted, listed, ok

from contextio_client import (
    APIError,
    AsyncContextIO,
    Attempt,
    BadRequestError,
    ContextIO,
    ServiceUnavailableError,
    TooManyRequestsError,
)

pytestmark = pytest.mark.usefixtures("waits")

SECOND = "second-secret"
KINDS: list[tuple[Any, Any]] = [(ContextIO, httpx.Client), (AsyncContextIO, httpx.AsyncClient)]
kinds = pytest.mark.parametrize(("client_class", "http_class"), KINDS, ids=["sync", "async"])


def close(client: Any) -> None:
    """Close a client of either kind."""
    if hasattr(client, "aclose"):
        asyncio.run(client.aclose())
    else:
        client.close()


def given(method: str, client: Any) -> Any:
    """Call a method of the page accounts, of either kind of client."""
    called = getattr(client.accounts, method)()
    return asyncio.run(called) if asyncio.iscoroutine(called) else called


# HTTP clients of one's own


@kinds
def test_an_http_client_of_ones_own_sends_and_stays_open(client_class: Any, http_class: Any) -> None:
    server = Server(httpx.Response(200, json=[], headers={"Set-Cookie": "a=b"}))
    http = http_class(
        transport=httpx.MockTransport(server.answer),
        auth=("user", "password of another server"),
        headers={"Authorization": "Bearer other", "X-Other": "1"},
        cookies={"session": "other"},
        params={"api_key": "other"},
        base_url="https://other.example",
        follow_redirects=True,
    )
    client = client_class("key", "secret", base_url=BASE, http_client=http)
    assert given("list", client) == given("list", client) == []
    close(client)
    assert not http.is_closed
    for request in server.requests:
        assert str(request.url) == f"{BASE}/accounts"
        assert request.headers["Authorization"].startswith("OAuth ")
        assert {"x-other", "cookie"}.isdisjoint(request.headers)
    close(http)


@kinds
def test_an_http_client_of_the_other_kind_is_refused(client_class: Any, http_class: Any) -> None:
    (other,) = {httpx.Client, httpx.AsyncClient} - {http_class}
    http = other()
    with pytest.raises(
        TypeError, match=rf"^http_client must be an httpx.{http_class.__name__}; it is of type "
    ):
        client_class("key", "secret", http_client=http)
    close(http)
    http = http_class()
    with pytest.raises(ValueError, match="give http_client or transport, not both"):
        client_class("key", "secret", http_client=http, transport=httpx.MockTransport(Server(ok()).answer))
    close(http)


def test_an_http_client_that_follows_redirects_does_not_follow_them_here() -> None:
    server = Server(httpx.Response(302, headers={"Location": "https://elsewhere.example/"}))
    with httpx.Client(transport=httpx.MockTransport(server.answer), follow_redirects=True) as http:
        client = ContextIO("key", "secret", base_url=BASE, http_client=http)
        with pytest.raises(Exception, match="is redirected to"):
            client.accounts.list()
    assert len(server.requests) == 1


# Headers and queries


@both
def test_default_headers_and_queries_are_sent_and_signed(call: Any) -> None:
    server = Server(ok([]))
    options = {"default_headers": {"X-Team": "mail"}, "default_query": {"limit": 3, "debug": True}}
    call(server, listed, **options)
    assert server.requests[0].headers["X-Team"] == "mail"
    assert dict(server.requests[0].url.params) == {"limit": "3", "debug": "1"}
    call(server, lambda client: client.accounts.list(limit=5), **options)
    assert server.requests[1].url.params["limit"] == "5", "an argument replaces a default"
    call(
        server,
        lambda client: client.with_options(
            default_headers={"x-TEAM": "web", "X-More": "1"}, extra_query={"limit": 7}
        ).accounts.list(limit=5),
        **options,
    )
    sent = server.requests[2]
    assert (sent.headers["X-Team"], sent.headers["X-More"]) == ("web", "1")
    assert sent.url.params.get_list("limit") == ["7"]
    assert sent.url.params["debug"] == "1"


@both
def test_a_request_says_who_sends_it(call: Any) -> None:
    server = Server(ok([]))
    call(server, listed)
    call(server, listed, default_headers={"User-Agent": "mail-sync/7"})
    python = ".".join(map(str, sys.version_info[:3]))
    told = [request.headers["User-Agent"] for request in server.requests]
    assert told[0].startswith("contextio-client/")
    assert told[0].endswith(f" python/{python} httpx/{httpx.__version__}")
    assert told[1] == "mail-sync/7"


@both
def test_cookies_of_answers_are_not_kept(call: Any) -> None:
    server = Server(httpx.Response(200, json=[], headers={"Set-Cookie": "session=a"}))

    def twice(client: Any) -> Any:
        if isinstance(client, ContextIO):
            return [client.accounts.list(), client.accounts.list()]

        async def calls() -> list[Any]:
            return [await client.accounts.list(), await client.accounts.list()]

        return calls()

    call(server, twice)
    assert not any("cookie" in request.headers for request in server.requests)


# Refused values


class AsyncHook:
    """A hook that would have to be awaited."""

    async def __call__(self, attempt: object) -> None:
        """Do nothing."""


@pytest.mark.parametrize(
    ("options", "error", "sentence"),
    [
        (
            {"timeout": None},
            TypeError,
            "timeout must be a number of seconds, or math.inf; it is of type NoneType",
        ),
        ({"timeout": httpx.Timeout(5)}, TypeError, "it is of type Timeout; give connect_timeout and read_t"),
        ({"default_headers": [("X-A", "b")]}, TypeError, "default_headers must be a mapping, such as a dict"),
        ({"default_query": "a=b"}, TypeError, "default_query must be a mapping, such as a dict"),
        ({"timeout": True}, TypeError, "timeout must be a number .* of type bool"),
        ({"timeout": "5"}, TypeError, "timeout must be a number"),
        ({"timeout": 0}, ValueError, "timeout must be a positive number of seconds; it is 0"),
        ({"timeout": math.nan}, ValueError, "timeout must be a positive number"),
        ({"connect_timeout": -1}, ValueError, "connect_timeout must be a positive number"),
        ({"read_timeout": 0.0}, ValueError, "read_timeout must be a positive number"),
        ({"max_retries": -1}, ValueError, "max_retries must be 0 or more; it is -1"),
        ({"max_retries": 2.5}, TypeError, "max_retries must be an int; it is of type float"),
        ({"max_answer_bytes": 0}, ValueError, "max_answer_bytes must be 1 or more"),
        (
            {"default_headers": {"X-A": 1}},
            TypeError,
            "default_headers must map texts to texts; 'X-A' maps to int",
        ),
        ({"default_headers": {"X-A": "SECRET\r\nX-B: 1"}}, ValueError, "control characters; 'X-A' has"),
        ({"on_attempt": 5}, TypeError, "on_attempt must be a function that is not async"),
        ({"on_attempt": asyncio.sleep}, TypeError, "on_attempt must be a function that is not async"),
        ({"on_attempt": AsyncHook()}, TypeError, "on_attempt must be a function that is not async"),
    ],
)
def test_an_option_that_cannot_be_used_is_refused(
    options: dict[str, Any], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence) as refused:
        ContextIO("key", "secret", **options)
    assert "SECRET" not in str(refused.value)
    if options != {"timeout": None}:
        with ContextIO("key", "secret") as client, pytest.raises(error, match=sentence):
            client.with_options(**options)


# Clients with other options


class Team(ContextIO):
    """A client of a team, with an attribute of its own."""

    def __init__(self, tag: str, server: Server) -> None:
        super().__init__("key", "secret", base_url=BASE, transport=httpx.MockTransport(server.answer))
        self.tag = tag

    @cached_property
    def greeting(self) -> str:
        return f"{self.tag} within {self._options.timeout:g} s"


def test_a_subclass_keeps_its_attributes_in_a_client_with_other_options() -> None:
    server = Server(ok([]))
    with Team("blue", server) as client:
        client.accounts.list()
        assert client.greeting == "blue within 60 s"
        hurried = client.with_options(timeout=5)
        assert isinstance(hurried, Team)
        assert (hurried.tag, hurried.greeting) == ("blue", "blue within 5 s")
        hurried.accounts.list()
        client.accounts.list()
        assert repr(hurried) == f"Team(base_url='{BASE}')"
    assert [request.extensions["timeout"]["write"] > 5 for request in server.requests] == [True, False, True]


@pytest.mark.parametrize("client_class", [ContextIO, AsyncContextIO])
def test_another_deployment_with_other_keys(client_class: Any) -> None:
    server = Server(ok([]))
    client = client_class("key", "secret", base_url=BASE, transport=httpx.MockTransport(server.answer))
    other = client.with_options(
        base_url=httpx.URL("https://other.example/v2/"), consumer_key="k2", consumer_secret=SECOND
    )
    given("list", other)
    given("list", client.with_options(consumer_key="k3"))
    given("list", client)
    assert [str(request.url) for request in server.requests] == [
        "https://other.example/v2/accounts",
        f"{BASE}/accounts",
        f"{BASE}/accounts",
    ]
    for header, key in zip(server.headers, ("k2", "k3", "key"), strict=True):
        assert f'oauth_consumer_key="{key}"' in header
    assert repr(other) == f"{client_class.__name__}(base_url='https://other.example/v2')"
    for shown in (repr(other), repr(vars(other))):
        assert SECOND not in shown
        assert "secret" not in shown
    for address in ("other.example", ""):
        with pytest.raises(ValueError, match="base_url must be"):
            client.with_options(base_url=address)
    for option in ("consumer_key", "consumer_secret"):  # or a tenant without a key would call as another
        with pytest.raises(ValueError, match=f"{option} is empty"):
            client.with_options(**{option: ""})
    close(client)


def test_closing_a_client_with_other_options_leaves_the_connections_open() -> None:
    with Server(ok([])).client() as client:
        with client.with_options(timeout=5) as hurried:
            hurried.accounts.list()
        assert client.accounts.list() == []


# Timeouts


@both
def test_timeouts_of_connecting_and_reading(call: Any) -> None:
    server = Server(ok([]))
    call(server, listed)
    call(server, listed, timeout=math.inf)
    call(server, listed, timeout=math.inf, connect_timeout=3, read_timeout=4.0)
    call(server, lambda client: listed(client.with_options(read_timeout=2)), timeout=5, connect_timeout=60)
    call(server, listed, timeout=sys.maxsize, connect_timeout=1e300, read_timeout=1e10)
    limits = [
        {name: seconds and round(seconds, 1) for name, seconds in request.extensions["timeout"].items()}
        for request in server.requests
    ]
    assert limits == [
        {"connect": 10.0, "read": 60.0, "write": 60.0, "pool": 60.0},
        {"connect": 10.0, "read": None, "write": None, "pool": None},
        {"connect": 3.0, "read": 4.0, "write": None, "pool": None},
        {"connect": 5.0, "read": 2.0, "write": 5.0, "pool": 5.0},
        {"connect": None, "read": None, "write": None, "pool": None},  # more than sockets and locks can count
    ]


# Retries by header


def refused(status: int, **headers: str) -> httpx.Response:
    """Return a refusal; underscores of a header's name stand for hyphens."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, json=ERROR, headers=fields)


@both
@pytest.mark.parametrize(
    ("answer", "is_retried"),
    [
        (refused(408), True),
        (refused(400, X_Should_Retry="true"), True),
        (refused(404, x_should_retry="True"), True),
        (refused(503, X_Should_Retry="false"), False),
        (refused(429, X_Should_Retry="false", Retry_After="1"), False),
        (refused(503, X_Should_Retry="perhaps"), True),
        (refused(409), False),
    ],
)
def test_an_answer_says_whether_it_is_worth_a_retry(
    call: Any, answer: httpx.Response, *, is_retried: bool
) -> None:
    server = Server(answer, ok([]))
    if is_retried:
        assert call(server, listed) == []
    else:
        with pytest.raises(APIError):
            call(server, listed)
    assert len(server.requests) == 1 + is_retried
    server = Server(answer, ok({"success": True}))
    with pytest.raises(APIError):
        call(server, deleted)
    assert len(server.requests) == 1, "a write is sent once"


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"Retry_After_Ms": "1500", "Retry_After": "7"}, 1.5, 1.5),
        ({"Retry_After_Ms": "soon", "Retry_After": "7"}, 7, 7),
        ({"Retry_After": "0"}, 0, 0),
        ({"Retry_After": formatdate(0, usegmt=True)}, 0, 0),
        ({"Retry_After": time.asctime(time.gmtime(NOW + 40))}, 40, 40),
        *[
            ({"Retry_After": value}, 0.25, 0.5)
            for value in (
                "soon",
                "-5",
                "0.5",
                "10.25",
                "1, 2",
                "+1",
                "1e3",
                "٣",
                "Sun, 06 Nov 99999 08:49:37 GMT",
                "",
            )
        ],
    ],
)
@pytest.mark.usefixtures("stopped_clock")
def test_the_wait_is_as_the_server_asks_or_else_a_backoff(
    headers: dict[str, str], least: float, most: float, waits: list[float]
) -> None:
    encoded = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}
    answer = httpx.Response(503, json=ERROR, headers=[*encoded.items()])
    assert call_sync(Server(answer, ok([])), listed) == []
    assert least <= waits[0] <= most


def test_no_wait_is_longer_than_the_clock_can_count(waits: list[float]) -> None:
    for asked in ("99999999999999999999", "9" * 500):
        with pytest.raises(TooManyRequestsError):
            call_sync(Server(refused(429, Retry_After=asked)), listed, timeout=math.inf)
    assert not waits


# Attempts


@both
def test_a_hook_is_told_of_each_attempt(call: Any, waits: list[float]) -> None:
    told: list[Attempt] = []
    began = time.time()
    server = Server(
        httpx.ConnectError("refused"),
        refused(503, Retry_After="2", X_Request_Id="of-the-server"),
        ok({"id": "a"}),
    )
    call(
        server,
        lambda client: client.with_options(
            strict=False, extra_query={"mail": "ada@example.com"}
        ).accounts.get("a"),
        on_attempt=told.append,
    )
    assert [(each.number, each.status, each.wait) for each in told] == [
        (1, None, waits[0]),
        (2, 503, 2.0),
        (3, 200, None),
    ]
    assert [type(each.error).__name__ for each in told] == [
        "APIConnectionError",
        "ServiceUnavailableError",
        "NoneType",
    ]
    for each in told:
        assert (each.operation, each.method, each.path) == ("accounts_get", "GET", "/accounts/{id}")
        assert each.url == f"{BASE}/accounts/a"
        assert began <= each.started <= time.time()
        assert 0 <= each.seconds < 60
    sent = {request.headers["X-Request-Id"] for request in server.requests}
    assert len(sent) == 1, "the attempts of a call share their id"
    assert [each.request_id for each in told] == [*sent, "of-the-server", *sent]
    assert "ada" not in repr(told[0])


@both
def test_the_last_attempt_is_told_of_with_its_error(call: Any) -> None:
    told: list[Attempt] = []
    for answer, error in ((refused(400), BadRequestError), (refused(503), ServiceUnavailableError)):
        with pytest.raises(error) as raised:
            call(Server(answer), listed, on_attempt=told.append, max_retries=0)
        assert told[-1].error is raised.value
        assert told[-1].wait is None


@both
def test_an_answer_that_is_too_large_is_an_attempt(call: Any) -> None:
    told: list[Attempt] = []
    with pytest.raises(Exception, match="more than 3 bytes") as raised:
        call(Server(ok([1, 2, 3])), listed, on_attempt=told.append, max_answer_bytes=3)
    assert [each.error for each in told] == [raised.value]


@both
def test_a_hook_that_fails_fails_no_call(call: Any, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: Attempt) -> None:
        message = "the exporter is down"
        raise RuntimeError(message)

    assert call(Server(ok([])), listed, on_attempt=fail) == []
    (record,) = [each for each in caplog.records if each.levelname == "ERROR"]
    assert record.name == "contextio_client"
    assert "the exporter is down" in caplog.text


def test_an_attempt_that_is_cut_by_the_deadline_is_told_of() -> None:
    told: list[Attempt] = []

    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def call() -> None:
        transport = httpx.MockTransport(never)
        async with AsyncContextIO(
            "key", "secret", base_url=BASE, transport=transport, timeout=0.05, on_attempt=told.append
        ) as client:
            await client.accounts.list()

    with pytest.raises(Exception, match="is not answered in time"):
        asyncio.run(call())
    (attempt,) = told
    assert "is not answered in time" in str(attempt.error)


@both
def test_answers_and_errors_say_how_often_they_were_asked_for(call: Any) -> None:
    server = Server(refused(503), refused(503), ok([]))
    assert call(server, lambda client: client.accounts.with_raw_response.list()).attempts == 3
    with pytest.raises(ServiceUnavailableError) as raised:
        call(Server(refused(503, X_Request_Id="of-the-server")), listed)
    assert (raised.value.attempts, raised.value.request_id) == (3, "of-the-server")
    assert raised.value.retryable
