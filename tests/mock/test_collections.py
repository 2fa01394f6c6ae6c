"""Collections and examples of a mock: pages, paths, parameters and fields that nobody wrote code for."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Contract, running_mock

if TYPE_CHECKING:
    from tests.conftest import Client, LiveServer

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
_NAME = _TEXT.filter(bool)
_FEWER = settings(max_examples=settings().max_examples // 4)
"""Each example sends some thirty requests."""
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "vip": st.integers(0, 1),
    "age": st.integers(0, 10**12),
    "nickname": _TEXT,
    "tags": st.lists(_TEXT, min_size=1, max_size=3),
}


@pytest.fixture
def friends(designer: Client) -> str:
    """The path of the friends of a new account."""
    return f"/accounts/{designer.account()}/friends"


def as_returned(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields of a form as responses have them."""
    return {**fields, "vip": bool(fields.get("vip"))}


@settings(_FEWER, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sent=st.fixed_dictionaries({"name": _NAME}, optional=_FIELDS),
    change=st.fixed_dictionaries({}, optional={"name": _NAME, **_FIELDS}),
)
def test_a_new_collection_creates_reads_changes_lists_and_deletes(
    designer: Client, friends: str, sent: dict[str, Any], change: dict[str, Any]
) -> None:
    before = designer.get(friends)
    created = designer.post(friends, **sent)
    path = f"{friends}/{created['friend_id']}"
    assert created["resource_url"] == f"{designer.origin}/2.0{path}"

    friend = designer.get(created["resource_url"])
    assert as_returned(sent).items() <= friend.items()
    assert friend.keys() - as_returned(sent).keys() == {
        "friend_id",
        "created",
        "updated",
        "color",
        "resource_url",
    }

    assert designer.post(path, expected=200, **change) == {"success": True}
    changed = designer.get(path)
    wanted = {**friend, **change}
    assert changed == {**wanted, "vip": bool(wanted["vip"])}
    assert designer.get(friends) == [*before, changed]

    assert designer.delete(path) == {"success": True}
    assert designer.get(friends) == before
    for method in ("GET", "POST", "DELETE"):
        gone = designer.send(method, path)
        assert (gone.status_code, gone.json()["value"]) == (
            404,
            f"friend {created['friend_id']} is invalid",
        )


def test_the_time_of_creation_is_that_of_the_clock(
    designed_server: LiveServer, designer: Client, friends: str
) -> None:
    path = f"{friends}/{designer.post(friends, name='Ada')['friend_id']}"
    created = designer.get(path)["created"]
    designed_server.clock.now += 60
    designer.post(path, expected=200, age=36)
    assert created == designer.get(path)["created"] == designed_server.clock.now - 60


def test_forms_and_paths_of_a_new_page_are_validated(designer: Client, friends: str) -> None:
    refusals = [
        designer.send("POST", friends, data={"age": 3}),
        designer.send("POST", friends, data={"name": "Ada", "vip": "2"}),
        designer.send("POST", friends, data={"name": "Ada", "age": "old"}),
        designer.send("GET", f"{friends}/NOT-SO"),
    ]
    assert [(each.status_code, each.json()["value"].partition(";")[0]) for each in refusals] == [
        (400, "name is missing"),
        (400, "vip must be one of 0, 1"),
        (400, "age must be a whole number"),
        (400, "friend does not fit"),
    ]
    assert designer.get(friends) == []


def test_a_new_page_asks_for_a_signature_and_for_the_account(designer: Client, friends: str) -> None:
    assert designer.send("GET", friends, auth=None).status_code == 401
    lost = designer.send("POST", "/accounts/nobody/friends", data={"name": "Ada"})
    assert (lost.status_code, lost.json()["value"]) == (404, "account nobody is invalid")


def test_resources_belong_to_the_consumer_key(designed_server: LiveServer, designer: Client) -> None:
    """Also where no account stands above them, whose absence would answer 404 anyway."""
    other = designed_server.client()
    assert designer.send("PUT", "/labels/urgent", data={"color": "red"}).status_code == 201
    assert other.get("/labels") == []
    assert other.send("GET", "/labels/urgent").status_code == 404
    assert other.send("DELETE", "/labels/urgent").status_code == 404
    assert other.send("PUT", "/labels/urgent", data={"color": "blue"}).status_code == 201
    assert designer.get("/labels") == [{"name": "urgent", "color": "red"}]
    other.delete("/labels/urgent")
    assert designer.get("/labels/urgent") == {"name": "urgent", "color": "red"}


def test_a_new_list_comes_in_pages_and_narrowed(designer: Client, friends: str) -> None:
    for number in range(7):
        designer.post(friends, name=str(number), vip=number % 2)
    names = [each["name"] for each in designer.get(friends)]
    assert names == ["0", "1", "2", "3", "4"]
    assert [each["name"] for each in designer.get(friends, limit=2, offset=5)] == ["5", "6"]
    assert [each["name"] for each in designer.get(friends, vip=1, limit=100)] == ["1", "3", "5"]
    assert designer.get(friends, offset=10**30) == []


def test_resources_below_a_resource_go_with_it(designer: Client, friends: str) -> None:
    friend = f"{friends}/{designer.post(friends, name='Ada')['friend_id']}"
    note = designer.post(f"{friend}/notes", text="one")
    assert designer.get(f"{friend}/notes") == {"notes": [note], "total": 0}
    assert designer.get(f"{friend}/notes/{note['id']}") == note
    changed = designer.send("PATCH", f"{friend}/notes/{note['id']}", data={"text": "two"})
    assert changed.json() == {**note, "text": "two"}

    designer.delete(friend)
    assert designer.send("GET", f"{friend}/notes").status_code == 404
    assert designer.send("POST", f"{friend}/notes", data={"text": "three"}).status_code == 404


def test_a_response_without_a_body_has_none(designer: Client, friends: str) -> None:
    friend = f"{friends}/{designer.post(friends, name='Ada')['friend_id']}"
    note = designer.post(f"{friend}/notes", text="one")
    url = f"{designer.origin}/2.0{friend}/notes/{note['id']}"
    gone = designer.session.delete(url, auth=designer.auth, timeout=20)
    assert (gone.status_code, gone.content) == (204, b"")
    assert designer.send("GET", url).status_code == 404


def test_other_operations_answer_what_their_schema_allows_the_same_each_time(designer: Client) -> None:
    path = f"/accounts/{designer.account()}/statistics"
    first = designer.get(path, ratio="0.5", verbose="true", part=["1", "2"])
    assert first == designer.get(path)
    assert (first["total"], first["kind"], first["either"]) == (4, "weekly", False)
    assert "optional" not in first
    for query, problem in (
        ({"ratio": "x"}, "ratio must be a number"),
        ({"ratio": "1e999"}, "ratio must be a number"),
        ({"ratio": "1.5e1"}, "ratio must be 1 or less"),
        ({"verbose": "1"}, "verbose must be true or false"),
        ({"part": ["1", "2", "3"]}, "part does not fit; expected: what the schema says of maxItems"),
    ):
        refused = designer.send("GET", path, params=query)
        assert (refused.status_code, refused.json()["value"]) == (400, problem)


def test_other_operations_answer_their_first_example_in_its_media_type(designer: Client) -> None:
    answer = designer.session.get(f"{designer.origin}/2.0/motto", auth=designer.auth, timeout=20)
    assert answer.text == "Mail is data."
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_responses_of_other_kinds_have_their_status_and_media_type(designer: Client) -> None:
    def send(method: str, path: str, **options: Any) -> Any:
        url = f"{designer.origin}/2.0{path}"
        return designer.session.request(
            method, url, auth=designer.auth, timeout=20, allow_redirects=False, **options
        )

    picture = send("GET", "/portrait")
    assert (picture.status_code, picture.content) == (200, b"PNG")
    assert picture.headers["content-type"] == "image/png"
    moved = send("GET", "/homepage")
    assert (moved.status_code, moved.content) == (302, b"")
    assert moved.headers["location"] == "https://www.example.com/"
    replaced = send("PUT", "/portrait", json={"title": "Ada"})
    assert (replaced.status_code, replaced.content) == (204, b"")
    for wrong in (
        {"json": ["Ada"]},
        {"data": {"title": "Ada"}},
        {"data": "{", "headers": {"Content-Type": "application/json"}},
        {},
    ):
        refused = send("PUT", "/portrait", **wrong)
        assert (refused.status_code, refused.json()["success"]) == (400, False)
        assert "JSON" in refused.json()["value"] or "the body breaks type" in refused.json()["value"]


def test_a_new_field_of_an_old_page_is_kept_and_one_that_must_be_there_is(designer: Client) -> None:
    plain = designer.account()
    account = designer.account(nickname="Countess")
    read = designer.get(f"/accounts/{account}")
    assert (read["nickname"], read["language"], read["first_name"]) == ("Countess", "en", "")
    designer.post(f"/accounts/{plain}", expected=200, nickname="Amazing", first_name="Grace")
    listed = designer.get("/accounts")
    assert [(each["first_name"], each["nickname"]) for each in listed] == [
        ("Grace", "Amazing"),
        ("", "Countess"),
    ]
    assert "nickname" not in designer.get(f"/accounts/{designer.account()}")


def test_resources_are_stored_even_if_no_value_of_a_required_field_is_known(designed: dict[str, Any]) -> None:
    bundle = copy.deepcopy(designed)
    for name in ("Friend", "FriendCreated"):
        schema = bundle["components"]["schemas"][name]
        schema.setdefault("required", []).append("serial")
        schema["properties"]["serial"] = {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$"}
    with running_mock(bundle) as live:
        live.contract = Contract(designed)
        client = live.client()
        friends = f"/accounts/{client.account()}/friends"
        created = client.send("POST", friends, data={"name": "Grace"}).json()
        read = client.send("GET", f"{friends}/{created['friend_id']}")
        assert (read.status_code, read.json()["name"]) == (200, "Grace")
        assert [each["name"] for each in client.send("GET", friends).json()] == ["Grace"]


def test_the_scheme_of_an_app_is_taken_and_one_that_runs_code_is_refused(client: Client) -> None:
    token = client.post("/connect_tokens", callback_url="cio-api-auth://")["token"]
    assert client.get(f"/connect_tokens/{token}")["callback_url"] == "cio-api-auth://"
    assert client.send("POST", "/connect_tokens", data={"callback_url": "javascript:x"}).status_code == 400


def test_a_page_works_as_it_is_drafted(drafted: dict[str, Any]) -> None:
    with running_mock(drafted) as live:
        client = live.client()
        addresses = f"/accounts/{client.account()}/addresses"
        client.post(addresses, email_address="ada@example.org")
        # Nothing but the answer to creating tells that this field of the form is the name.
        created = f"{addresses}/ada%40example.org"
        again = client.send("POST", addresses, data={"email_address": "ada@example.org"})
        assert (again.status_code, again.json()["value"]) == (
            409,
            "address ada@example.org is there already",
        )
        assert client.send("POST", addresses, data={"email_address": ".."}).status_code == 400
        client.post(created, expected=200, primary=1)
        address = client.get(created)
        assert (address["email"], address["primary"]) == ("ada@example.org", 1)
        assert client.get(addresses) == [address]
        client.delete(created)
        assert client.get(addresses) == []
