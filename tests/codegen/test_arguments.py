"""Arguments are sent as documented, or refused in a sentence that names them and shows no secret."""

from __future__ import annotations

import datetime as dt
import enum
import math
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.codegen.test_client import BASE, KEY, SECRET, is_signed

from contextio_client import ContextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Colour(enum.Enum):
    RED = "red"


class Server:
    """Answers every request with success, and remembers it."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return httpx.Response(200, json={"success": True})

    def client(self, **options: Any) -> ContextIO:
        return ContextIO(KEY, SECRET, base_url=BASE, transport=httpx.MockTransport(self.answer), **options)


@pytest.fixture
def server() -> Server:
    return Server()


def generated() -> Iterator[int]:
    yield 1


WRONG: dict[str, tuple[Any, str]] = {
    "dict": ({"a": 1}, "of type dict"),
    "bytes": (b"a@b.c", "of type bytes"),
    "bytearray": (bytearray(b"a"), "of type bytearray"),
    "object": (object(), "of type object"),
    "set": ({1}, "of type set"),
    "generator": (generated(), "of type generator"),
    "list": (["a"], "of type list"),
    "nested": ([["a"]], "of type list"),
    "complex": (1j, "of type complex"),
    "class": (str, "of type type"),
    "nan": (math.nan, "finite number; it is nan"),
    "inf": (-math.inf, "finite number; it is -inf"),
    "surrogate": ("a\udcff", "UTF-8; it has a lone surrogate"),
}
PLACES: dict[str, Callable[[Any, Any], object]] = {
    "a typed form": lambda client, value: client.accounts.create(email="a@b.c", first_name=value),
    "a typed query": lambda client, value: client.accounts.list(email=value),
    "a query": lambda client, value: client.request("GET", "/accounts", query={"email": value}),
    "a form": lambda client, value: client.request("POST", "/accounts", form={"email": value}),
    "an extra query": lambda client, value: client.with_options(extra_query={"email": value}).accounts.list(),
    "an extra form": lambda client, value: client.with_options(extra_form={"email": value}).accounts.create(
        email="a"
    ),
    "a default query": lambda client, value: client.with_options(
        default_query={"email": value}
    ).accounts.list(),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(("value", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_no_text_number_or_boolean_is_refused(
    server: Server, place: Callable[[Any, Any], object], value: Any, reason: str
) -> None:
    with pytest.raises(TypeError, match=rf"^(email|first_name) must be .*{reason}"):
        place(server.client(), value)
    assert not server.requests


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (True, "1"),
        (False, "0"),
        (0, "0"),
        (-1.5, "-1.5"),
        ("", ""),
        ("é \U0001f600", "é \U0001f600"),
        (Colour.RED, "red"),
        (dt.date(2020, 2, 29), "2020-02-29"),
        (
            dt.datetime(2020, 2, 29, 1, 2, 3, tzinfo=dt.timezone(dt.timedelta(hours=1))),
            "2020-02-29T00:02:03Z",
        ),
    ],
)
def test_what_can_be_sent_is_the_same_everywhere(server: Server, value: Any, sent: str) -> None:
    server.client().request("POST", "/accounts", query={"a": value}, form={"a": value})
    odd = server.client().with_options(extra_query={"a": value}, extra_form={"a": value})
    odd.request("POST", "/accounts", form={"b": 1})
    for request in server.requests:
        assert request.url.params["a"] == sent
        assert dict(httpx.QueryParams(request.content.decode()))["a"] == sent
        assert is_signed(request)


def test_documented_lists_are_sent_as_documented(server: Server) -> None:
    client = server.client()
    client.messages.update_folders("a", "m", add=["b", "c d"])
    client.messages.update_folders("a", "m", add=("b",))
    client.messages.update_folders("a", "m", add="b")
    bodies = [request.content.decode() for request in server.requests]
    assert bodies == ["add%5B%5D=b&add%5B%5D=c+d", "add%5B%5D=b", "add=b"]
    for values in ([["b"]], [{"b": 1}], [math.nan], {"b"}, {"b": 1}, generated()):
        with pytest.raises(TypeError, match=r"^add(\[\])? (must be|has an element that must be) "):
            client.messages.update_folders("a", "m", add=values)  # type: ignore[arg-type]  # the point
    assert len(server.requests) == 3


def test_extra_values_replace_arguments(server: Server) -> None:
    odd = server.client().with_options(extra_query={"limit": 7}, extra_form={"email": "b@c.d"})
    odd.request("POST", "/accounts", query={"limit": 5}, form={"email": "a@b.c"})
    assert server.requests[0].url.query == b"limit=7"
    assert server.requests[0].content == b"email=b%40c.d"


@pytest.mark.parametrize("value", ["", ".", "..", 5, None, b"a", "a\udcff"])
def test_a_path_parameter_names_something(server: Server, value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"^id must "):
        server.client().accounts.get(value)
    assert not server.requests


@pytest.mark.parametrize(
    "path",
    [
        "/../../tenant-b/2.0/accounts",
        "/accounts/..",
        "/./accounts",
        "/accounts/%2e%2e/x",
        "/accounts/%2E./x",
        "/accounts/..%2fx",
        "/accounts/..%2Fx",
        "/accounts/%2e%2e%5cx",
        "/accounts/%252e%252e/x",
        "/accounts/..\\x",
        "/a\\b",
        "//evil.example/x",
        "accounts",
        "https://evil.example/",
        "/a?b=c",
        "/a#b",
        "/a\nb",
        "",
    ],
)
def test_a_path_stays_below_the_base_url(server: Server, path: str) -> None:
    with pytest.raises(ValueError, match=r"^path must "):
        server.client().request("GET", path)
    assert not server.requests


@pytest.mark.parametrize("path", ["/accounts/a/folders/INBOX%2FWork", "/a/...", "/a..b/{c}", "/a/%25", "/é"])
def test_a_path_may_have_other_dots_and_slashes(server: Server, path: str) -> None:
    server.client().request("GET", path)
    assert server.requests[0].url.raw_path.decode().startswith("/2.0/")
    assert is_signed(server.requests[0])


def test_an_address_that_is_too_long_is_refused(server: Server) -> None:
    with pytest.raises(ValueError, match=r"^GET /accounts/\{id\} has no valid address: ") as raised:
        server.client().accounts.get("a" * 100_000)
    assert len(str(raised.value)) < 700


# Header fields


HEADERS = [
    ("X-Trace", "hunter2\r\nX-Evil: 1"),
    ("X-Trace", "hunter2\nb"),
    ("X-Trace", "hunter2\0"),
    ("X-Trace", " hunter2"),
    ("X-Trace", "hunter2é"),
    ("X Trace", "hunter2"),
    ("", "hunter2"),
    ("X-Trace:", "hunter2"),
    ("Host", "hunter2.example"),
    ("host", "hunter2.example"),
    ("Authorization", "Basic hunter2"),
    ("Content-Length", "3"),
    ("Transfer-Encoding", "chunked"),
]


@pytest.mark.parametrize(("name", "value"), HEADERS)
def test_a_header_field_that_cannot_be_sent_is_refused(server: Server, name: str, value: str) -> None:
    uses: list[Callable[[], object]] = [
        lambda: server.client(default_headers={name: value}),
        lambda: server.client().with_options(extra_headers={name: value}),
        lambda: server.client().request("GET", "/accounts", headers={name: value}),
    ]
    for use in uses:
        with pytest.raises(ValueError, match=r"header field|control characters") as raised:
            use()
        assert "hunter2" not in str(raised.value)
    assert not server.requests


def test_other_header_fields_may_be_replaced(server: Server) -> None:
    odd = {"User-Agent": "mine", "Accept": "*/*", "X-Empty": "", "X-Tab": "a\tb"}
    server.client(default_headers=odd).accounts.delete("a")
    assert odd.items() <= {name.title(): value for name, value in server.requests[0].headers.items()}.items()


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded; charset=utf-8",
        "application/x-www-form-urlencoded;charset=UTF-8",
        "Application/X-WWW-Form-URLencoded",
    ],
)
def test_a_form_is_signed_whatever_its_content_type_adds(server: Server, kind: str) -> None:
    odd = server.client().with_options(extra_headers={"Content-Type": kind})
    odd.accounts.with_raw_response.create(email="ada@example.com", first_name="Ada & Co")
    odd.accounts.with_raw_response.list()
    odd.accounts.delete("a")
    odd.request("PUT", "/x", content=b"\xff\x00")
    odd.request("PUT", "/x", json=["a b"])
    created, listed, deleted, put, sent = server.requests
    assert created.headers["Content-Type"] == kind
    assert is_signed(httpx.Request("POST", created.url, headers=form_type(created), content=created.content))
    for request in (listed, deleted, put, sent):
        assert is_signed(httpx.Request(request.method, request.url, headers=plain_type(request)))


def form_type(request: httpx.Request) -> dict[str, str]:
    """Return the headers with the content type of a form as the helper that verifies signatures reads it."""
    return {**request.headers, "content-type": "application/x-www-form-urlencoded"}


def plain_type(request: httpx.Request) -> dict[str, str]:
    return {**request.headers, "content-type": "text/plain"}


def test_the_content_type_of_a_form_with_files_is_refused(server: Server) -> None:
    odd = server.client().with_options(extra_headers={"Content-Type": "multipart/form-data"})
    with pytest.raises(ValueError, match=r"sets the Content-Type of a form with files itself$"):
        odd.request("POST", "/x", files={"file": b"a"})


@pytest.mark.parametrize("body", [object(), {"a": object()}, {"a": generated}])
def test_a_body_that_is_no_json_is_refused(server: Server, body: Any) -> None:
    with pytest.raises(TypeError, match=r"^the body cannot be sent as JSON: "):
        server.client().request("POST", "/x", json=body)


# Keys and the client


@pytest.mark.parametrize("wrong", ["key\n", " key", "key\t", "k\ney", "k\0ey", "key\r\n", "key\ufeff"])
def test_a_key_with_more_than_the_key_is_refused(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = r"^consumer_(key|secret) has blanks or line breaks around it"
    client = ContextIO(KEY, SECRET)
    uses: list[Callable[[], object]] = [
        lambda: ContextIO(wrong, SECRET),
        lambda: ContextIO(KEY, wrong),
        lambda: client.with_options(consumer_key=wrong),
        lambda: client.with_options(consumer_secret=wrong),
        ContextIO,
    ]
    monkeypatch.setenv("CONTEXTIO_CONSUMER_KEY", KEY)
    monkeypatch.setenv("CONTEXTIO_CONSUMER_SECRET", wrong if "\0" not in wrong else "a\n")
    for use in uses:
        with pytest.raises(ValueError, match=reason) as raised:
            use()
        assert repr(wrong) not in str(raised.value)


def test_a_key_that_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^consumer_secret must be a str; it is of type bytes$"):
        ContextIO(KEY, SECRET.encode())  # type: ignore[arg-type]  # the point of the test


def test_a_closed_client_says_so(server: Server) -> None:
    client = server.client()
    client.close()
    with pytest.raises(RuntimeError, match=r"^this client is closed; make a new one$"):
        client.accounts.list()


def test_a_derived_client_leaves_the_connections_open(server: Server) -> None:
    client = server.client()
    with client.with_options(timeout=5) as other:
        other.accounts.delete("a")
    client.accounts.delete("a")
    assert len(server.requests) == 2
