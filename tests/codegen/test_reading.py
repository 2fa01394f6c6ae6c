"""Answers that are not as described: what is read of them, what is said, and what is refused."""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import logging
import pickle
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.codegen.conftest import Operation, named, operations
from tests.codegen.script import Server

from contextio_client import (
    APIError,
    AsyncContextIO,
    ContextIO,
    IncompleteAnswerError,
    InvalidAnswerError,
    NotJSONError,
    UnauthorizedError,
)
from contextio_client.reading import Reader
from contextio_models import Account, Model, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = [
    (operation, media, value)
    for operation in operations()
    for status, _, media, value in operation.answers()
    if status < 300 and media.kind == "json"
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def client(answer: httpx.Response | bytes | object, **options: Any) -> ContextIO:
    """Return a client of which every call gets an answer, which may also be given as its body."""
    if not isinstance(answer, httpx.Response):
        answer = httpx.Response(
            200, content=answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        )
    return ContextIO(
        "key",
        "secret",
        base_url="https://deployment.example/2.0",
        max_retries=0,
        **{"transport": httpx.MockTransport(lambda _: answer), **options},
    )


def answered(answer: httpx.Response | bytes | object, **options: Any) -> Any:
    """Return an account and the raw answer that it came in."""
    raw = client(answer, **options).accounts.with_raw_response.get("a")
    return raw.parse(), raw


@pytest.fixture
def account(bundle: dict[str, Any]) -> dict[str, Any]:
    return dict(copy.deepcopy(bundle["components"]["examples"]["Accounts"]["value"][0]))


def plain(read: Any) -> Any:
    if isinstance(read, Model):
        return json.loads(read.to_json())
    if isinstance(read, dict):
        return {key: plain(value) for key, value in read.items()}
    return [plain(value) for value in read] if isinstance(read, list) else read


def is_kept(sent: Any, read: Any) -> bool:
    """Return whether a value is what was sent, but for the further forms that are read (`x-also-reads`)."""
    if isinstance(sent, dict) and isinstance(read, dict):
        return sent.keys() == read.keys() and all(is_kept(sent[key], read[key]) for key in sent)
    if isinstance(sent, list) and isinstance(read, list):
        return len(sent) == len(read) and all(map(is_kept, sent, read))
    return bool(sent == read) or (sent, read) in (([], {}), ("true", True), ("false", False))


def places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield every place of a value."""
    yield place
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*place, key))


def replaced(value: Any, place: tuple[Any, ...], other: Any) -> Any:
    """Return a copy of a value with another one at a place."""
    if not place:
        return other
    changed = copy.copy(value)
    changed[place[0]] = replaced(value[place[0]], place[1:], other)
    return changed


def call(operation: Operation, media: Any, value: Any, answer: Any) -> Any:
    """Make a call that asks for an example, and get another answer to it; return that raw."""
    query = operation.arguments("query") | operation.switch(media, value)
    page = getattr(client(answer), operation.page).with_raw_response
    return getattr(page, operation.call)(**named(operation, query, operation.bodies()[0]))


@pytest.mark.filterwarnings("ignore:.* is deprecated; :DeprecationWarning")  # examples have some
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_whatever_stands_in_an_answer_is_read_and_given_back(data: st.DataObject) -> None:
    operation, media, value = data.draw(st.sampled_from(EXAMPLES), "example")
    place = data.draw(st.sampled_from([*places(value)]), "place")
    other = data.draw(JSON, "other")
    sent = replaced(value, place, other)
    raw = call(operation, media, value, sent)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            read = raw.parse()
        except InvalidAnswerError:
            assert not place
            return
        assert is_kept(sent, plain(read))
        assert repr(read)
        assert pickle.loads(pickle.dumps(read)) == read == copy.deepcopy(read)  # noqa: S301 - of our own making
        assert all(str(other) not in what for _, what in raw.problems) or len(str(other)) < 10


def test_one_odd_value_loses_nothing_of_its_page(account: dict[str, Any]) -> None:
    page = [copy.deepcopy(account) for _ in range(100)]
    page[57]["sources"] = [{"label": "a", "port": 0, "type": ["imap"], "status": "OK", "mood": "fine"}]
    raw = client(page).accounts.with_raw_response.list()
    accounts: Any = raw.parse()
    source = accounts[57].sources[0]
    assert (len(accounts), source.label, source.port, source.type) == (100, "a", 0, ["imap"])
    assert source.to_dict() == page[57]["sources"][0]
    assert raw.problems == (
        ("57.sources.0.port", "is wrong: Input should be greater than or equal to 1"),
        ("57.sources.0.type", "is wrong: Input should be a valid string"),
    )
    with pytest.raises(
        InvalidAnswerError, match=r"with 200, but 57\.sources\.0\.port is wrong: Input should be"
    ):
        client(page, strict=True).accounts.list()


def test_rows_that_are_no_objects_stay_what_they_are(account: dict[str, Any]) -> None:
    raw = client([account, None, 5, "a"]).accounts.with_raw_response.list()
    parsed: Any = raw.parse()
    first, *others = parsed
    assert isinstance(first, Account)
    assert others == [None, 5, "a"]
    assert [problem.place for problem in raw.problems] == ["1", "2", "3"]


def test_objects_are_the_same_whatever_call_they_come_from(account: dict[str, Any]) -> None:
    odd = account | {"created": "yesterday"}
    del odd["username"]
    (listed,) = client([odd]).accounts.list()
    got: Any = answered(odd)[0]
    assert listed == got
    assert type(got) is Account
    assert dict(got)["created"] == "yesterday"
    assert dict(got)["username"] is None
    assert answered(account)[0] == answered(account, strict=True)[0] == Account.model_validate(account)
    assert got.model_copy(update={"created": 5}).created == 5
    assert json.loads(got.model_dump_json(exclude_unset=True)) == odd


def test_objects_in_maps_and_lists_are_models_also_beside_odd_ones() -> None:
    message = {
        "message_id": "m",
        "person_info": {"ada@example.com": {"thumbnail": 5}, "b": 7},
        "addresses": {"from": {"email": None}, "to": {"email": "a@example.com"}},
    }
    raw = client(message).messages.with_raw_response.get("a", "m")
    read: Any = raw.parse()
    assert (read.person_info["ada@example.com"].thumbnail, read.person_info["b"]) == (5, 7)
    assert (read.addresses.from_.email, read.addresses.to) == (None, {"email": "a@example.com"})
    assert read.to_dict() == message
    assert sorted(problem.place for problem in raw.problems) == [
        "addresses.from.email",
        "addresses.to",
        "person_info.*",
        "person_info.*.thumbnail",
    ]


def test_odd_objects_are_sent_without_warnings_which_would_show_values(
    account: dict[str, Any], recwarn: pytest.WarningsRecorder
) -> None:
    odd = account | {"created": "hunter2"}
    server = Server(httpx.Response(200, json=[odd]))
    with server.client() as client:
        (row,) = client.accounts.list()
        client.request("POST", "/notes", json={"rows": [row]})
    assert json.loads(server.requests[1].content) == {"rows": [odd]}
    assert not recwarn.list


def test_names_of_python_in_unknown_fields_break_nothing(account: dict[str, Any]) -> None:
    names = ("model_dump", "copy", "__class__", "__dict__", "model_fields", "to_dict", "")
    odd = account | dict.fromkeys(names, 5) | {"created": None}
    for body in (odd, odd | {"created": 5}):
        assert answered(body)[0].to_dict() == body


@pytest.mark.parametrize("body", [[], "text", 5, None, True, [[]]])
def test_a_body_of_another_type_is_refused(body: object) -> None:
    with pytest.raises(InvalidAnswerError, match="with 200, but the body is wrong: Input should be"):
        answered(body)
    if not isinstance(body, list):
        with pytest.raises(InvalidAnswerError, match="with 200, but the body is wrong: Input should be"):
            client(body).accounts.list()


@pytest.mark.parametrize("was_enabled", [True, False])
def test_garbage_is_collected_afterwards_as_before(account: dict[str, Any], *, was_enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_enabled else gc.disable)()
    try:
        for body in (account, {}, b"<html>"):
            with suppress(NotJSONError):
                answered(body)
            assert gc.isenabled() == was_enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_garbage_is_collected_after_threads_that_put_it_off_in_turn(
    account: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = gc.isenabled

    def ask_while_another_thread_ends() -> bool:
        was_enabled = asked()
        gc.enable()
        return was_enabled

    monkeypatch.setattr(gc, "isenabled", ask_while_another_thread_ends)
    gc.disable()
    try:
        answered(account)
        assert asked()
    finally:
        gc.enable()


# The text of a body


def text_of(account: dict[str, Any], name: str) -> str:
    return json.dumps(account | {"first_name": name}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("utf-8-sig", None),
        ("iso-8859-1", "application/json; charset=iso-8859-1"),
        ("utf-16", "application/json"),
        ("utf-16-le", "application/json; charset=utf-16le"),
        ("utf-8", "application/json; charset=no-such"),
        ("utf-8", "application/json; charset=hex"),
        ("utf-8", "application/json; charset=idna"),
        ("utf-8", "application/json; charset=undefined"),
    ],
)
def test_every_encoding_is_read(account: dict[str, Any], encoding: str, header: str | None) -> None:
    headers = {"Content-Type": header} if header else {}
    answer = httpx.Response(200, headers=headers, content=text_of(account, "Zoë").encode(encoding))
    read, raw = answered(answer)
    assert read.first_name == "Zoë"
    assert not raw.problems
    assert answered(answer, strict=True)[0] == read


@pytest.mark.parametrize(
    ("written", "read", "what"),
    [
        (b'"Zo\xeb"', "Zo\ufffd", "bytes"),
        (rb'"Zo\ud800"', "Zo\ufffd", "escapes"),
        (rb'"\\ud800\udc00\ud83d\ude00"', "\\ud800\ufffd\U0001f600", "escapes"),
    ],
)
def test_what_is_no_character_is_replaced(
    account: dict[str, Any], written: bytes, read: str, what: str
) -> None:
    content = text_of(account, "?").encode().replace(b'"?"', written)
    parsed, raw = answered(content)
    assert parsed.first_name == read
    assert json.loads(parsed.to_json())["first_name"] == read
    assert [problem.place for problem in raw.problems] == ["the body"]
    assert what in raw.problems[0].what
    with pytest.raises(InvalidAnswerError, match=f"the body has {what} that are no characters"):
        answered(content, strict=True)


def test_depth_and_digits_have_no_bounds_that_lose_an_answer(account: dict[str, Any]) -> None:
    text = text_of(account, "Ada")[:-1]
    deep, _ = answered(f'{text}, "deep": {"[" * 300}{"]" * 300}}}'.encode())
    assert str(deep.to_dict()["deep"]).count("[") == 300
    assert pickle.loads(pickle.dumps(deep)) == deep  # noqa: S301 - of our own making
    many, raw = answered(f'{text}, "many": {"9" * 10_000}}}'.encode())
    assert (many.first_name, many.to_dict()["many"]) == ("Ada", "9" * 10_000)
    assert "digits" in raw.problems[0].what
    with pytest.raises(InvalidAnswerError, match="the body is nested too deeply"):
        answered(f'{text}, "deep": {"[" * 100_000}{"]" * 100_000}}}'.encode())


@pytest.mark.parametrize("number", ["123.0", "1.23e2", "12300e-2"])
@pytest.mark.parametrize("strict", [True, False])
def test_numbers_without_a_fraction_are_integers(account: dict[str, Any], number: str, strict: bool) -> None:  # noqa: FBT001 - a parameter
    body = json.dumps(account | {"created": 0}).replace('"created": 0', f'"created": {number}')
    read, raw = answered(body.encode(), strict=strict)
    assert (read.created, type(read.created), raw.problems) == (123, int, ())


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1.5", "-1e999"])
def test_other_numbers_stay_beside_integers(account: dict[str, Any], number: str) -> None:
    body = json.dumps(account | {"created": 0}).replace('"created": 0', f'"created": {number}')
    read, raw = answered(body.encode())
    assert isinstance(read.created, float)
    assert [problem.place for problem in raw.problems] == ["created"]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b'{"id": "a"', IncompleteAnswerError),
        (b'{"id": "a', IncompleteAnswerError),
        (b'{"id": "a\xff', IncompleteAnswerError),
        (b'\xef\xbb\xbf{"id":', IncompleteAnswerError),
        (b"", IncompleteAnswerError),
        (b"<html>", NotJSONError),
        (b'{"id": "a"} {}', NotJSONError),
        (b"\xff\xfe\xfd", NotJSONError),
    ],
)
def test_what_is_no_json_is_refused(body: bytes, error: type[Exception]) -> None:
    for strict in (True, False):
        with pytest.raises(error) as raised:
            answered(body, strict=strict)
        assert type(raised.value) is error


# What is said


def test_one_warning_names_call_and_places_and_no_value(
    account: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    odd = account | {"created": "SECRET", "sources": [{"label": "a", "status": {"SECRET": 1}}]}
    with caplog.at_level(logging.WARNING, "contextio_client"):
        raw = client([odd] * 100).accounts.with_raw_response.list()
        assert raw.parse() == raw.parse()
        assert len(raw.problems) == 200
    (record,) = caplog.records
    message = record.getMessage()
    assert record.levelno == logging.WARNING
    assert message.startswith(
        "GET /accounts is not answered as described: 0.created, 0.sources.0.status, 1.created"
    )
    assert "and 195 more" in message
    assert "SECRET" not in message + str(raw.problems)
    assert len(message) < 500


def test_an_answer_as_described_is_no_cause_to_warn(
    account: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    _, raw = answered(account | {"mood": "fine"})
    assert (raw.problems, caplog.records) == ((), [])


def test_values_are_read_without_an_answer() -> None:
    reader: Reader[Any] = Reader(list[Source])
    read, problems = reader.read_value([{"label": "a", "status": 5}])
    assert (read[0].label, read[0].status, [problem.place for problem in problems]) == ("a", 5, ["0.status"])


@pytest.mark.parametrize(
    "body",
    [
        {"type": "error", "value": "no", "code": "105"},
        {"type": "error", "value": "no", "code": [1]},
        {"type": "failure", "value": "no"},
        {"value": "no", "code": 105, "success": "no"},
    ],
)
def test_an_odd_error_object_still_explains(body: object) -> None:
    for strict in (True, False):
        with pytest.raises(UnauthorizedError, match="with 401: no") as refused:
            answered(httpx.Response(401, json=body), strict=strict)
        assert refused.value.body
        assert refused.value.body.to_dict() == body


@pytest.mark.parametrize("body", [{}, [], {"message": "no"}, "no", None])
def test_another_body_of_an_error_is_no_explanation(body: object) -> None:
    with pytest.raises(APIError) as refused:
        answered(httpx.Response(500, json=body))
    assert refused.value.body is None


# What is deprecated


@pytest.mark.parametrize("is_async", [False, True])
def test_deprecated_arguments_warn_whoever_gives_them(*, is_async: bool) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"success": True}))
    options: Any = {"base_url": "https://deployment.example/2.0", "transport": transport}

    async def update() -> None:
        async with AsyncContextIO("key", "secret", **options) as client:
            await client.sources.update("a", "0", sync_period="1h")

    def use() -> None:
        if is_async:
            asyncio.run(update())
        else:
            ContextIO("key", "secret", **options).sources.update("a", "0", sync_period="1h")

    with pytest.warns(DeprecationWarning, match="^sync_period is deprecated; ") as warned:
        use()
    assert [warning.filename for warning in warned] == [__file__]
