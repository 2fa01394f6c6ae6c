"""A mock of a description with an operation of every kind: what it starts with, and what it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from tests import shapes
from tests.conftest import running_mock

from contextio_contract.mock import store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import requests
    from tests.conftest import LiveServer

    Send = Callable[..., requests.Response]

_MAIL = b"Subject: A long one\r\nMessage-ID: <long@example.com>\r\n\r\nHere it is.\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LiveServer]:
    with running_mock(shapes.document(), has_story=True) as live:
        yield live


def sender(server: LiveServer) -> Send:
    """Return what sends requests of a new consumer key, and holds each answer against the description."""
    client = server.client()

    def request(method: str, path: str, **options: Any) -> requests.Response:
        return client.send(method, server.origin + path if path.startswith("/app") else path, **options)

    return request


@pytest.fixture
def send(server: LiveServer) -> Send:
    """Sends requests of a consumer key to a mock with the story."""
    return sender(server)


def ids(response: requests.Response) -> list[str]:
    return [each["id"] for each in response.json()]


def test_lists_have_the_story_in_order_and_as_the_filters_select(send: Send) -> None:
    whole = send("GET", "/shapes")
    assert ids(whole) == ["s1", "s2", "s3"]
    for query, expected in (
        ({"sort_order": "asc"}, ["s3", "s2", "s1"]),
        ({"limit": 1, "offset": 1}, ["s2"]),
        ({"from": "GRACE@example.org"}, ["s2"]),
        ({"from": "grace@example.org,ada@example.com"}, ["s1", "s2", "s3"]),
        ({"from": ""}, []),
        ({"class": "square", "from": "ada@example.com"}, ["s3"]),
        ({"subject": "EVEN"}, ["s2", "s3"]),
        ({"subject": "/^an even/i"}, ["s2"]),
        ({"drawn-after": 1325756500}, ["s1", "s2"]),
    ):
        assert ids(send("GET", "/shapes", params=query)) == expected, query
    refused = send("GET", "/shapes", params={"subject": "/(/"})
    assert (refused.status_code, "subject" in refused.json()["value"]) == (400, True)


def test_a_mock_without_the_story_has_nothing() -> None:
    with running_mock(shapes.document()) as live:
        send = sender(live)
        assert send("GET", "/shapes").json() == send("GET", "/people/ada@example.com/shapes").json() == []
        assert send("GET", "/shapes/s1").status_code == 404


def test_switches_add_fields_that_are_absent_without_them(send: Send) -> None:
    style = {"colour": "red", "width": 2}
    plain = send("GET", "/shapes/s1").json()
    assert not plain.keys() & {"style", "async"}
    assert send("GET", "/shapes/s1", params={"include_style": 0}).json() == plain
    assert send("GET", "/shapes/s1", params={"include_style": 1}).json() == {**plain, "style": style}
    assert send("GET", "/shapes/s1", params={"include_style": "raw"}).json() == {
        **plain,
        "style": "colour: red\r\nwidth: 2\r\n",
    }
    assert send("GET", "/shapes/s1", params={"async": 1}).json() == {**plain, "async": False}
    listed = send("GET", "/shapes", params={"include_style": 1}).json()
    assert [each["style"]["colour"] for each in listed] == ["red", "blue", "red"]
    assert all("style" not in each for each in send("GET", "/people/ada@example.com/shapes").json())
    copies = send("GET", "/shapes/s1/copies").json()
    groups = send("GET", "/shapes/s1/copies", params={"grouped": 1}).json()
    assert ("id" in copies[0], "members" in groups[0]) == (True, True)


def test_answers_come_in_the_media_type_that_a_switch_or_the_client_asks_for(send: Send) -> None:
    text, link = b"Subject: A round one\r\n", b"https://files.shapes.example/s1"
    for path, options, kind, content in (
        ("headers", {}, "application/json", b'{"Subject":["A round one"]}'),
        ("headers", {"params": {"raw": 1}}, "text/plain; charset=utf-8", text),
        ("headers", {"headers": {"Accept": "text/plain"}}, "text/plain; charset=utf-8", text),
        ("content", {"params": {"as_link": 1}}, "text/uri-list; charset=utf-8", link),
        ("content", {}, "application/octet-stream", text + b"\r\nHere it is.\r\n"),
    ):
        answer = send("GET", f"/shapes/s1/{path}", **options)
        assert (answer.headers["content-type"], answer.content) == (kind, content)
    response = send("GET", "/shapes/s1/content")
    assert response.headers["content-disposition"] == 'attachment; filename="round.eml"'


def test_an_upload_is_found_by_the_header_fields_of_its_message(send: Send) -> None:
    created = send("POST", "/shapes", files={"message": _MAIL}, data={"class": "line"})
    name = created.json()["id"]
    shape = send("GET", f"/shapes/{name}").json()
    assert shape == {**shape, "subject": "A long one", "message_id": "<long@example.com>", "class": "line"}
    assert shape["labels"] == []
    for value, kind in ((1, dict), ("raw", str)):
        styled = send("GET", f"/shapes/{name}", params={"include_style": value}).json()
        assert isinstance(styled["style"], kind)
    by_message = "/shapes/" + quote("<long@example.com>", safe="")
    assert send("GET", by_message).json() == shape
    assert ids(send("GET", "/shapes", params={"subject": "long"})) == [name]
    assert send("POST", f"{by_message}/labels", data={"add": "new"}).status_code == 200
    assert send("GET", f"/shapes/{name}/labels").json() == [{"name": "new"}]
    removed = send("DELETE", by_message)
    assert (removed.status_code, removed.content) == (204, b"")
    assert send("GET", f"/shapes/{name}").status_code == 404
    assert ids(send("GET", "/shapes")) == ["s1", "s2", "s3"]


def test_an_upload_is_kept_as_it_was_sent() -> None:
    document = shapes.document()
    document["components"]["schemas"]["Shape"]["properties"]["source"] = {"type": "string"}
    document["paths"]["/shapes/{shape-id}/content"]["x-part"] = {"of": "shapes_get", "field": "source"}
    with running_mock(document) as live:
        send = sender(live)
        file = bytes(range(256))
        name = send("POST", "/shapes", files={"message": file}).json()["id"]
        assert send("GET", f"/shapes/{name}/content").content == file
        part = send("GET", f"/shapes/{name}/content", headers={"Range": "bytes=250-"})
        assert (part.status_code, part.content) == (206, file[250:])


def test_parts_show_a_field_of_the_whole_and_change_it(send: Send) -> None:
    def labels() -> tuple[list[str], list[str]]:
        part = [each["name"] for each in send("GET", "/shapes/s1/labels").json()]
        return part, send("GET", "/shapes/s1").json()["labels"]

    assert labels() == (["old", "big"], ["old", "big"])
    fields = [("add[]", "new"), ("add[]", "small"), ("add[]", "old"), ("remove", "big")]
    assert send("POST", "/shapes/s1/labels", data=fields).json() == {"success": True}
    assert labels() == (["old", "new", "small"], ["old", "new", "small"])
    assert send("PUT", "/shapes/s1/labels", json=[{"name": "a"}, {"name": "b"}]).status_code == 200
    assert labels() == (["a", "b"], ["a", "b"])
    assert send("GET", "/shapes/s1/style").json() == {"colour": "red", "width": 2}
    assert send("PUT", "/shapes/s1/style", json={"colour": "green"}).status_code == 200
    assert send("GET", "/shapes/s1/style").json() == {"colour": "green"}
    assert send("GET", "/shapes/s1", params={"include_style": 1}).json()["style"] == {"colour": "green"}
    for method, path in (("GET", "style"), ("GET", "labels"), ("POST", "labels")):
        assert send(method, f"/shapes/none/{path}").status_code == 404


def test_lists_of_another_list_show_its_elements(send: Send) -> None:
    assert ids(send("GET", "/people/ada@example.com/shapes")) == ["s1", "s3"]
    assert ids(send("GET", "/people/ADA@example.com/shapes", params={"limit": 1})) == ["s1"]
    send("DELETE", "/shapes/s1")
    assert ids(send("GET", "/people/ada@example.com/shapes")) == ["s3"]


def test_an_envelope_repeats_the_query(send: Send) -> None:
    answer = send("GET", "/people", params={"search": "GRACE"}).json()
    assert [each["email"] for each in answer["matches"]] == ["grace@example.org"]
    assert answer["query"] == {"limit": 25, "offset": 0, "search": "GRACE"}
    answer = send("GET", "/people", params={"limit": 1, "offset": 1}).json()
    assert [each["email"] for each in answer["matches"]] == ["grace@example.org"]
    assert answer["query"] == {"limit": 1, "offset": 1, "search": None}


def test_a_list_of_addresses_leads_to_what_it_lists(server: LiveServer, send: Send) -> None:
    assert send("GET", "/albums").json() == [f"{server.origin}/2.0/albums/al-1"]
    assert send("GET", "/albums", params={"name": "ROUND"}).json() == [f"{server.origin}/2.0/albums/al-1"]
    assert send("GET", "/albums", params={"name": "square"}).json() == []
    assert send("GET", "/albums/al-1").json()["name"] == "round ones"
    assert send("GET", "/albums/al-2").status_code == 404


def test_work_that_was_asked_for_shows_in_the_times_that_are_observed(server: LiveServer, send: Send) -> None:
    before = send("GET", "/shapes/s1/printing").json()
    assert send("POST", "/shapes/s1/printing").status_code == 202
    after = send("GET", "/shapes/s1/printing").json()
    assert before["north"]["upper"]["printed"] < after["north"]["upper"]["printed"] == server.clock.now
    assert send("GET", "/shapes/s2/printing").json() == before


def test_an_example_names_what_was_asked_for() -> None:
    document = shapes.document()
    starts = document["paths"]["/shapes/{shape-id}/printing"]["post"]
    starts["responses"]["202"]["content"]["application/json"]["examples"]["done"]["value"] = {
        "success": True,
        "shape-id": "s9",
        "address": "https://shapes.example/2.0/shapes/s9/printing",
        "other": "https://shapes.example/2.0/albums/al-1",
    }
    with running_mock(document, has_story=True) as live:
        answer = sender(live)("POST", "/shapes/s2/printing").json()
    assert answer == {
        "success": True,
        "shape-id": "s2",
        "address": f"{live.origin}/2.0/shapes/s2/printing",
        "other": f"{live.origin}/2.0/albums/al-1",
    }


def test_what_a_single_path_is_sent_it_shows_until_it_is_deleted(send: Send) -> None:
    first, second = "https://app.example/status", "https://other.example/"
    assert send("GET", "/app/status").json() == {"callback-url": first}
    assert send("POST", "/app/status", data={"callback-url": second}).status_code == 200
    assert send("GET", "/app/status").json() == {"callback-url": second}
    assert send("DELETE", "/app/status").status_code == 204
    assert send("GET", "/app/status").json() == {}


def test_uploads_count_to_what_the_mock_holds(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MAX_SIZE", 20_000)
    statuses = [send("POST", "/shapes", files={"message": b"x" * 2000}).status_code for _ in range(40)]
    assert statuses[0] == 201
    assert statuses[-1] == 507
