"""The Python client of operations of every kind: what it sends, what it returns, and how it fails."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx
import pytest
from tests import shapes
from tests.conftest import running_mock

from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

BASE = "https://shapes.example/2.0"
CONTRACT = Contract(shapes.document())
MESSAGE = b"Subject: A round one\r\n\r\nHere it is.\r\n"
LIMIT = 2000
"""The bytes that an uploaded message may have."""
DONE = httpx.Response(200, json={"success": True})


@pytest.fixture(scope="session")
def package(shapes_packages: Path) -> ModuleType:
    sys.path.insert(0, str(shapes_packages))
    return import_module("shapes_client")


@pytest.fixture(scope="session")
def errors(package: ModuleType) -> Any:
    return package


class Api:
    """Both clients of a server that is a function, and the requests that they sent."""

    def __init__(self, package: ModuleType, *, is_async: bool) -> None:
        self.package, self.is_async = package, is_async
        self.requests: list[httpx.Request] = []
        self.options: dict[str, Any] = {"base_url": BASE, "max_retries": 0}

    def call(self, answer: Callable[[httpx.Request], httpx.Response] | httpx.Response, use: Any) -> Any:
        """Return what a function of a client returns, an iterator as a list."""

        def respond(request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            if callable(answer):
                return answer(request)
            return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

        transport = httpx.MockTransport(respond)
        if not self.is_async:
            with self.package.ContextIO("key", "secret", transport=transport, **self.options) as client:
                used = use(client)
                return list(used) if isinstance(used, Iterator) else used

        async def run() -> Any:
            made = self.package.AsyncContextIO("key", "secret", transport=transport, **self.options)
            async with made as client:
                used = use(client)
                if isinstance(used, AsyncIterator):
                    return [each async for each in used]
                return await used

        return asyncio.run(run())

    @property
    def sent(self) -> httpx.Request:
        return self.requests[-1]

    @property
    def form(self) -> list[tuple[str, str]]:
        return parse_qsl(self.sent.content.decode(), keep_blank_values=True)


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def api(request: pytest.FixtureRequest, package: ModuleType) -> Api:
    return Api(package, is_async=request.param)


def example(operation: str, name: str = "") -> Any:
    media = CONTRACT.operations[operation].success.media
    assert media
    return next(each.value for each in media.examples if name in {"", each.name})


def answering(operation: str, name: str = "") -> httpx.Response:
    return httpx.Response(CONTRACT.operations[operation].success_status, json=example(operation, name))


# Arguments


def test_names_that_python_reserves_and_several_values(api: Api) -> None:
    told = api.call(
        answering("shapes_list"),
        lambda client: client.shapes.list(from_=["ada@example.com", "b@c.d"], class_="circle", async_=1),
    )
    assert dict(api.sent.url.params) == {"from": "ada@example.com,b@c.d", "class": "circle", "async": "1"}
    assert (told[0].from_, told[0].class_, told[0].drawn_at) == ("ada@example.com", "circle", 1325756676)
    api.call(answering("shapes_list"), lambda client: client.shapes.list(from_="ada@example.com"))
    assert api.sent.url.params["from"] == "ada@example.com"


def test_times_are_sent_as_rfc_3339_has_them(api: Api) -> None:
    from datetime import UTC, datetime

    when = datetime(2012, 1, 5, 10, tzinfo=UTC)
    for given in (when, "2012-01-05T10:00:00Z"):
        api.call(answering("shapes_list"), lambda client, given=given: client.shapes.list(since=given))
        assert api.sent.url.params["since"] == "2012-01-05T10:00:00Z"


def test_a_field_takes_one_value_or_several(api: Api) -> None:
    api.call(DONE, lambda client: client.shapes.update_labels("s1", add="new", remove=["old", "big"]))
    assert api.form == [("add", "new"), ("remove[]", "old"), ("remove[]", "big")]


def test_a_name_in_path_and_query_and_a_header(api: Api) -> None:
    api.call(
        answering("shapes_list_changes"), lambda client: client.shapes.list_changes("s1", query_shape_id="s2")
    )
    assert api.sent.url.raw_path == b"/2.0/shapes/s1/changes?shape-id=s2"
    assert api.call(httpx.Response(204), lambda client: client.shapes.delete("<a@b>", x_reason="No.")) is None
    assert (api.sent.url.raw_path, api.sent.headers["X-Reason"]) == (b"/2.0/shapes/%3Ca%40b%3E", "No.")


def test_a_whole_number_in_the_path(api: Api) -> None:
    name = api.call(answering("shapes_get_layer"), lambda client: client.shapes.get_layer("s1", 2))
    assert (name, api.sent.url.path) == ("the ground", "/2.0/shapes/s1/layers/2")
    for number in ("2", True, None):
        with pytest.raises(TypeError, match=r"^number must be an int; it is of type"):
            api.call(DONE, lambda client, number=number: client.shapes.get_layer("s1", number))


@pytest.mark.parametrize("as_model", [True, False])
def test_bodies_in_json_are_models_or_plain_values(api: Api, *, as_model: bool) -> None:
    models = import_module("shapes_models")
    label, style = {"name": "new"}, {"colour": "green", "width": 3}
    body: Any = [models.Label(**label)] if as_model else [label]
    api.call(DONE, lambda client: client.shapes.replace_labels("s1", body=body))
    assert (json.loads(api.sent.content), api.sent.headers["Content-Type"]) == ([label], "application/json")
    body = models.Style(**style) if as_model else style
    api.call(DONE, lambda client: client.shapes.replace_style("s1", body=body))
    assert json.loads(api.sent.content) == style
    api.call(DONE, lambda client: client.shapes.replace_labels("s1", body=[]))
    assert api.sent.content == b"[]"


def test_an_operation_outside_the_base_path_goes_to_the_deployment(api: Api) -> None:
    for base, url in (
        ("https://a.example/2.0", "https://a.example/app/status"),
        ("https://a.example:8443/tenant/2.0/", "https://a.example:8443/tenant/app/status"),
        ("https://a.example/elsewhere", "https://a.example/app/status"),
    ):
        api.options["base_url"] = base
        assert api.call(answering("status_get"), lambda client: client.status.get()).callback_url
        assert str(api.sent.url) == url
        api.call(DONE, lambda client: client.status.update(callback_url="https://b.example"))
        assert (str(api.sent.url), api.form) == (url, [("callback-url", "https://b.example")])


# Uploads


def parts(request: httpx.Request) -> dict[str, tuple[str, bytes]]:
    """Return the parts of a multipart form by name, each with its header fields and its content."""
    boundary = request.headers["Content-Type"].partition("boundary=")[2].encode()
    found = {}
    for part in request.content.split(b"--" + boundary)[1:-1]:
        head, _, content = part.strip(b"\r\n").partition(b"\r\n\r\n")
        name = head.decode().partition('name="')[2].partition('"')[0]
        found[name] = head.decode(), content
    return found


class Pieces(io.RawIOBase):
    """A file that cannot tell its size, and remembers how much was asked for at a time, and by whom."""

    def __init__(self, content: bytes) -> None:
        self.content, self.asked = io.BytesIO(content), [0]
        self.threads: set[int] = set()

    def read(self, size: int = -1, /) -> bytes:
        self.asked.append(size)
        self.threads.add(threading.get_ident())
        return self.content.read(size)


@pytest.mark.parametrize("kind", ["bytes", "path", "file", "pieces"])
def test_a_message_is_sent_from_bytes_a_path_or_a_file(api: Api, tmp_path: Path, kind: str) -> None:
    (tmp_path / "round.eml").write_bytes(MESSAGE)
    with (tmp_path / "round.eml").open("rb") as file:
        given = {"bytes": MESSAGE, "path": tmp_path / "round.eml", "file": file, "pieces": Pieces(MESSAGE)}[
            kind
        ]
        made = api.call(
            answering("shapes_create"), lambda client: client.shapes.create(message=given, class_="line")
        )
    assert made.id == "s4"
    head, content = parts(api.sent)["message"]
    assert "Content-Type: message/rfc822" in head
    assert 'filename="' in head, "servers take a part without a file name for text"
    assert content == MESSAGE.strip()
    assert parts(api.sent)["class"][1] == b"line"
    assert "oauth_signature=" in api.sent.headers["Authorization"]
    assert ("Content-Length" in api.sent.headers) == (kind != "pieces")
    if isinstance(given, Pieces):
        assert max(given.asked) <= 65536
        assert -1 not in given.asked, "it is never read as a whole"
        assert (threading.get_ident() in given.threads) != api.is_async, "it would block the event loop"


@pytest.mark.parametrize("kind", ["bytes", "path", "file", "pieces"])
def test_a_file_that_is_too_large_is_refused(api: Api, errors: Any, tmp_path: Path, kind: str) -> None:
    content = b"x" * (LIMIT + 1)
    (tmp_path / "large.eml").write_bytes(content)
    given = {
        "bytes": content,
        "path": tmp_path / "large.eml",
        "file": io.BytesIO(content),
        "pieces": Pieces(content),
    }[kind]
    with pytest.raises(
        errors.FileTooLargeError, match=r"^message may have 2000 bytes; the file has 2001 or more$"
    ):
        api.call(answering("shapes_create"), lambda client: client.shapes.create(message=given))
    assert not api.requests
    api.call(answering("shapes_create"), lambda client: client.shapes.create(message=content[:LIMIT]))
    assert len(api.requests) == 1


def test_a_file_that_is_not_there_is_an_error_of_its_own(api: Api, errors: Any, tmp_path: Path) -> None:
    for path in (tmp_path / "none.eml", tmp_path):
        with pytest.raises(errors.UnreadableFileError, match=r"^message cannot be read from .*: "):
            api.call(DONE, lambda client, path=path: client.shapes.create(message=path))
    for given in ("a text", 7, io.StringIO("a text")):
        with pytest.raises(
            TypeError, match=r"^message must be bytes, a pathlib.Path or a file opened in binary mode"
        ):
            api.call(DONE, lambda client, given=given: client.shapes.create(message=given))
    assert not api.requests


class Busy(httpx.BaseTransport):
    """A server that reads each request as it arrives, and is busy."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        self.bodies.append(b"".join(request.stream))
        return httpx.Response(503, headers={"Retry-After": "0"})


def test_a_file_that_cannot_be_read_twice_is_sent_once(package: ModuleType, errors: Any) -> None:
    busy = Busy()
    options: dict[str, Any] = {"base_url": BASE, "retry_writes": True, "max_retries": 1, "transport": busy}
    with package.ContextIO("key", "secret", **options) as client:
        with pytest.raises(errors.UnreadableFileError, match=r"^message is not sent again"):
            client.shapes.create(message=Pieces(MESSAGE))
        with pytest.raises(errors.APIError):
            client.shapes.create(message=io.BytesIO(MESSAGE))
    assert [MESSAGE.strip() in body for body in busy.bodies] == [True, True, True]


# Answers


def test_a_switch_chooses_the_type_of_the_answer(api: Api, errors: Any) -> None:
    text = httpx.Response(200, text="Subject: A", headers={"Content-Type": "text/plain; charset=utf-8"})
    assert api.call(text, lambda client: client.shapes.get_headers("s1", raw=1)) == "Subject: A"
    assert (api.sent.headers["Accept"], api.sent.url.params["raw"]) == ("text/plain", "1")
    told = api.call(answering("shapes_get_headers"), lambda client: client.shapes.get_headers("s1", raw=0))
    assert told == {"Subject": ["A round one"]}
    with pytest.raises(
        errors.UnexpectedTypeError, match="with 200 and application/json, where text/plain is described"
    ):
        api.call(answering("shapes_get_headers"), lambda client: client.shapes.get_headers("s1", raw=1))
    link = httpx.Response(200, text="https://a.example/s1\r\n", headers={"Content-Type": "text/uri-list"})
    assert api.call(link, lambda client: client.shapes.get_content("s1", as_link=1)) == "https://a.example/s1"
    groups = api.call(
        answering("shapes_list_copies", "groups"), lambda client: client.shapes.list_copies("s1", grouped=1)
    )
    assert groups[0].members == ["s1", "s3"]


def test_maps_of_maps_asynchronous_work_and_texts(api: Api) -> None:
    times = api.call(answering("shapes_get_printing"), lambda client: client.shapes.get_printing("s1"))
    assert (times["north"]["upper"].printed, times["north"]["lower"]) == (1325756676, None)
    started = api.call(answering("shapes_start_printing"), lambda client: client.shapes.start_printing("s1"))
    assert started.success


def test_missing_fields_are_tolerated_at_any_depth(api: Api) -> None:
    printing = httpx.Response(200, json={"north": {"upper": {}}})
    people = httpx.Response(200, json={"matches": [{}]})
    assert (
        api.call(printing, lambda client: client.shapes.get_printing("s1"))["north"]["upper"].printed is None
    )
    assert api.call(people, lambda client: client.shapes.list_people()).matches[0].email is None


@pytest.mark.parametrize(
    ("status", "name"), [(410, "GoneError"), (413, "ContentTooLargeError"), (418, "APIError")]
)
def test_errors_without_a_body_and_ranges(api: Api, errors: Any, status: int, name: str) -> None:
    with pytest.raises(errors.APIError) as refused:
        api.call(httpx.Response(status), lambda client: client.shapes.list())
    assert (type(refused.value).__name__, refused.value.body) == (name, None)
    with pytest.raises(errors.APIError, match=r"with 418: no$") as refused:
        api.call(
            httpx.Response(418, json={"type": "error", "value": "no"}), lambda client: client.shapes.list()
        )


def test_a_redirect_is_not_followed_and_names_its_target(api: Api, errors: Any) -> None:
    elsewhere = httpx.Response(302, headers={"Location": "https://files.example/s1"})
    with pytest.raises(errors.RedirectError, match=r"to https://files\.example/s1") as refused:
        api.call(elsewhere, lambda client: client.shapes.get_content("s1"))
    assert refused.value.location == "https://files.example/s1"
    assert len(api.requests) == 1


def test_an_answer_that_unpacks_to_more_than_is_wanted_is_given_up(api: Api, errors: Any) -> None:
    packed = gzip.compress(b" " * 10_000_000)
    api.options["max_answer_bytes"] = 1_000_000

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=packed, headers={"Content-Encoding": "gzip"})

    with pytest.raises(
        errors.AnswerTooLargeError, match="with more than 1000000 bytes; set max_answer_bytes"
    ):
        api.call(answer, lambda client: client.shapes.list())


# Lists


def test_all_pages_of_lists_in_objects_of_addresses_and_of_other_lists(api: Api) -> None:
    people = [{"email": f"{number}@example.com"} for number in range(250)]
    albums = [f"https://shapes.example/2.0/albums/al-{number}" for number in range(150)]
    row = example("shapes_list")[0]
    drawn = [{**row, "id": f"s{number}"} for number in range(120)]

    def window(rows: list[Any]) -> Callable[[httpx.Request], httpx.Response]:
        def answer(request: httpx.Request) -> httpx.Response:
            limit, offset = (int(request.url.params[name]) for name in ("limit", "offset"))
            page = rows[offset : offset + limit]
            return httpx.Response(200, json={"matches": page} if rows is people else page)

        return answer

    told = api.call(window(people), lambda client: client.shapes.list_people_all(search="example"))
    assert [each.email for each in told] == [each["email"] for each in people]
    assert api.call(window(albums), lambda client: client.shapes.list_albums_all()) == albums
    told = api.call(window(drawn), lambda client: client.shapes.list_drawn_all("ada@example.com"))
    assert [each.id for each in told] == [each["id"] for each in drawn]


# Streams


@contextmanager
def streaming(package: ModuleType, chunks: Callable[[], Iterator[bytes]], **headers: str) -> Iterator[Any]:
    """Give a client whose server answers with bytes that arrive in pieces."""

    def answer(request: httpx.Request) -> httpx.Response:
        status = 206 if "Range" in request.headers else 200
        return httpx.Response(status, content=chunks(), headers={"Content-Type": "message/rfc822", **headers})

    options: dict[str, Any] = {"base_url": BASE, "max_retries": 0, "max_answer_bytes": 1000}
    with package.ContextIO("key", "secret", transport=httpx.MockTransport(answer), **options) as client:
        yield client


def whole() -> Iterator[bytes]:
    yield MESSAGE[:10]
    yield MESSAGE[10:]


def broken() -> Iterator[bytes]:
    yield MESSAGE[:10]
    message = "peer closed the connection"
    raise httpx.RemoteProtocolError(message)


def endless() -> Iterator[bytes]:
    while True:
        yield MESSAGE


def test_bytes_are_iterated_read_or_saved(package: ModuleType, tmp_path: Path) -> None:
    disposition = {"Content-Disposition": 'attachment; filename="../a/round.eml"'}
    with streaming(package, whole, **disposition) as client:
        assert list(client.shapes.get_content("s1")) == [MESSAGE[:10], MESSAGE[10:]]
        with client.shapes.get_content("s1", range="bytes=0-9") as stream:
            assert (stream.status, stream.filename) == (206, "round.eml")
            assert stream.headers["content-type"] == "message/rfc822"
            assert stream.read() == MESSAGE
        raw = client.shapes.with_raw_response.get_content("s1")
        assert (raw.status, raw.parse().read()) == (200, MESSAGE)
        path = client.shapes.get_content("s1").save(tmp_path / "round.eml")
        assert path.read_bytes() == MESSAGE
    assert [each.name for each in tmp_path.iterdir()] == ["round.eml"]


@pytest.mark.parametrize("header", ["", "attachment", 'attachment; filename=".."', 'inline; filename="a/"'])
def test_a_name_that_is_none(package: ModuleType, header: str) -> None:
    with streaming(package, whole, **{"Content-Disposition": header}) as client:
        assert client.shapes.get_content("s1").filename is None


def test_a_stream_that_breaks_leaves_what_was_there(package: ModuleType, errors: Any, tmp_path: Path) -> None:
    (tmp_path / "round.eml").write_bytes(b"before")
    with streaming(package, broken) as client:
        for use in (list, lambda stream: stream.read(), lambda stream: stream.save(tmp_path / "round.eml")):
            stream = client.shapes.get_content("s1")
            with pytest.raises(errors.IncompleteAnswerError, match="breaks off after 10 bytes: peer closed"):
                use(stream)
            assert stream._response.is_closed  # noqa: SLF001 - a leaked connection shows nowhere else
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"before"]


def test_a_stream_is_read_once(package: ModuleType, tmp_path: Path) -> None:
    uses: list[Callable[[Any], Any]] = [
        list,
        lambda stream: stream.read(),
        lambda stream: stream.save(tmp_path / "round.eml"),
    ]
    ends: list[Callable[[Any], Any]] = [
        uses[1],
        lambda stream: stream.close(),
        lambda stream: next(iter(stream)),
    ]
    with streaming(package, whole) as client:
        for end, use in product(ends, uses):
            stream = client.shapes.get_content("s1")
            end(stream)
            with pytest.raises(RuntimeError, match="can be read once, before it is closed"):
                use(stream)
    assert not [*tmp_path.iterdir()]


def test_a_file_may_have_the_longest_name(package: ModuleType, tmp_path: Path) -> None:
    with streaming(package, whole) as client:
        path = client.shapes.get_content("s1").save(tmp_path / ("n" * 255))
        assert path.read_bytes() == MESSAGE


def test_read_is_bounded_and_iteration_is_not(package: ModuleType, errors: Any) -> None:
    with streaming(package, endless) as client:
        with pytest.raises(
            errors.AnswerTooLargeError, match="more than 1000 bytes; iterate or save the stream"
        ):
            client.shapes.get_content("s1").read()
        with client.shapes.get_content("s1") as stream:
            assert sum(len(chunk) for chunk, _ in zip(stream, range(100), strict=False)) > 1000
        assert stream._response.is_closed  # noqa: SLF001 - as above


def test_an_error_of_a_stream_is_raised_by_the_call(api: Api, errors: Any) -> None:
    refusal = httpx.Response(404, json={"type": "error", "value": "no"})
    with pytest.raises(errors.NotFoundError, match="with 404: no"):
        api.call(refusal, lambda client: client.shapes.get_content("s1"))


def test_streams_of_the_asynchronous_client(package: ModuleType, errors: Any, tmp_path: Path) -> None:
    async def pieces(end: Exception | None) -> AsyncIterator[bytes]:
        for chunk in whole():
            yield chunk
        if end:
            raise end

    async def run() -> None:
        end: list[Exception | None] = [None]

        def answer(_: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=pieces(end[0]), headers={"Content-Type": "a/b"})

        transport = httpx.MockTransport(answer)
        async with package.AsyncContextIO("key", "secret", transport=transport, base_url=BASE) as client:
            async with await client.shapes.get_content("s1") as stream:
                assert [chunk async for chunk in stream] == [MESSAGE[:10], MESSAGE[10:]]
            assert await (await client.shapes.get_content("s1")).read() == MESSAGE
            raw = await client.shapes.with_raw_response.get_content("s1")
            assert (raw.status, await raw.parse().read()) == (200, MESSAGE)
            path = await (await client.shapes.get_content("s1")).save(tmp_path / "round.eml")
            assert path.read_bytes() == MESSAGE
            end[0] = httpx.ReadError("cut")
            with pytest.raises(errors.IncompleteAnswerError, match="breaks off after 37 bytes: cut"):
                await (await client.shapes.get_content("s1")).save(tmp_path / "other.eml")

    asyncio.run(run())
    assert [each.name for each in tmp_path.iterdir()] == ["round.eml"]


# Models


@pytest.mark.usefixtures("package")
def test_fields_are_given_by_either_name_and_written_as_on_the_wire() -> None:
    model = import_module("shapes_models").Shape
    wire = {"id": "s1", "from": "ada@example.com", "class": "circle", "drawn-at": 1}
    by_name = model(id="s1", from_="ada@example.com", class_="circle", drawn_at=1)
    for shape in (by_name, model(**wire), model.model_validate_json(json.dumps(wire))):
        assert json.loads(shape.model_dump_json(exclude_unset=True)) == wire


# Over real connections


def test_a_mock_takes_files_and_answers_streams(
    package: ModuleType, errors: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    (tmp_path / "round.eml").write_bytes(MESSAGE)
    with running_mock(shapes.document()) as live:
        user = live.client()
        with package.ContextIO(user.key, user.secret, base_url=f"{live.origin}/2.0") as client:
            made = client.shapes.create(message=tmp_path / "round.eml", class_="line").id
            pieces = client.shapes.create(message=Pieces(MESSAGE)).id
            assert {made, pieces} <= {shape.id for shape in client.shapes.list_all()}
            with pytest.raises(errors.FileTooLargeError):
                client.shapes.create(message=Pieces(b"x" * (LIMIT + 1)))
            saved = client.shapes.get_content(made).save(tmp_path / "saved.eml").read_bytes()
            assert saved.startswith(b"Subject: ")
            with client.shapes.get_content(made, range="bytes=0-9") as stream:
                assert (stream.status, stream.read()) == (206, saved[:10])
            client.shapes.replace_labels(made, body=[{"name": "new"}])
            assert client.shapes.get(made).labels == ["new"]
            client.status.update(callback_url="https://app.example/status")
            assert client.status.get().callback_url == "https://app.example/status"
            assert client.shapes.delete(made) is None
            with pytest.raises(errors.NotFoundError):
                client.shapes.get(made)
