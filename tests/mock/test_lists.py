"""Lists of a mock against an oracle in plain Python that reads no vocabulary."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import running_mock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, Contract, LiveServer

_MAXIMUM = 3
_TEXT = {"type": "string"}
_FLAG = {"type": "integer", "enum": [0, 1]}
_COUNT = {"type": "integer", "minimum": 0}
_PERSON = {
    "type": "object",
    "required": ["id", "name", "emails", "vip", "pets"],
    "properties": {
        "id": _TEXT,
        "name": _TEXT,
        "emails": {"type": "array", "items": _TEXT},
        "vip": {"type": "boolean"},
        "pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
    },
}
_PET = {
    "type": "object",
    "required": ["id", "kind", "state"],
    "properties": {"id": _TEXT, "kind": _TEXT, "state": _TEXT},
}
_CREATED = {"type": "object", "required": ["id"], "properties": {"id": _TEXT}}
_FILTERS = {
    "name": (_TEXT, {"field": "name", "match": "equal"}),
    "email": (_TEXT, {"field": "emails", "match": "address"}),
    "vip": (_FLAG, {"field": "vip", "match": "equal"}),
    "has": (_TEXT, {"field": "pets.kind", "match": "equal"}),
    "kind": (_TEXT, {"field": "pets.kind", "match": "equal", "narrows": "pets"}),
    "well": (_FLAG, {"field": "pets.state", "match": "is", "value": "well", "narrows": "pets"}),
}
_NAMES, _ADDRESSES = st.sampled_from(["Ada", "ada", ""]), st.sampled_from(["A@b.c", "a@B.c", "d@b.c"])
_KINDS = st.sampled_from(["cat", "dog"])
_PETS = st.fixed_dictionaries({"kind": _KINDS, "state": st.sampled_from(["well", "sick"])})
_PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": _NAMES,
            "email": _ADDRESSES,
            "vip": st.integers(0, 1),
            "pets": st.lists(_PETS, max_size=3),
        }
    ),
    max_size=5,
)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": _NAMES,
    "email": _ADDRESSES,
    "vip": st.integers(0, 1),
    "has": _KINDS,
    "kind": _KINDS,
    "well": st.integers(0, 1),
}
_WINDOWS = st.fixed_dictionaries({}, optional={"limit": st.integers(1, 5), "offset": st.integers(0, 3)})


@st.composite
def queries(draw: st.DrawFn) -> list[tuple[str, Any]]:
    """Draw up to three filters in any order, and a window."""
    names = draw(st.lists(st.sampled_from(sorted(_VALUES)), unique=True, max_size=3))
    return [*((name, draw(_VALUES[name])) for name in names), *draw(_WINDOWS).items()]


def operation(verb: str, status: str, schema: Any, **parts: Any) -> dict[str, Any]:
    answer = {"description": "Done.", "content": {"application/json": {"schema": schema}}}
    responses = {status: answer, "default": {"$ref": "#/components/responses/UnexpectedError"}}
    return {"operationId": verb, "responses": responses, **parts}


def form(**fields: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": fields}
    return {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}


def parameter(name: str, schema: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


@pytest.fixture(scope="module")
def live(contract: Contract) -> Iterator[LiveServer]:
    """A mock of people with pets, whose list has a filter of each kind."""
    bundle = copy.deepcopy(contract.bundle)
    bundle["components"]["schemas"] |= {"Person": _PERSON, "Pet": _PET}
    person, pet = ({"$ref": f"#/components/schemas/{name}"} for name in ("Person", "Pet"))
    named = [{"name": "id", "in": "path", "required": True, "schema": _TEXT}]
    filters = {name: criterion for name, (_, criterion) in _FILTERS.items()}
    paging = {"limit": "limit", "offset": "offset", "maximum": _MAXIMUM}
    parameters = [parameter(name, schema) for name, (schema, _) in _FILTERS.items()]
    bundle["paths"] = {
        "/people": {
            "x-resource": {"kind": "person", "key": "id", "reads-back": {"email": "emails"}},
            "get": operation(
                "people_list",
                "200",
                {"type": "array", "items": person},
                parameters=[*parameters, parameter("limit", _COUNT), parameter("offset", _COUNT)],
                **{"x-list": {"paging": paging, "order": "oldest-first", "filters": filters}},
            ),
            "post": operation(
                "people_create", "201", _CREATED, requestBody=form(name=_TEXT, email=_TEXT, vip=_FLAG)
            ),
        },
        "/people/{id}": {"parameters": named, "get": operation("people_get", "200", person)},
        "/people/{id}/pets": {
            "x-resource": {"kind": "pet", "key": "id", "embedded-at": "pets"},
            "parameters": named,
            "get": operation("pets_list", "200", {"type": "array", "items": pet}),
            "post": operation("pets_create", "201", _CREATED, requestBody=form(kind=_TEXT, state=_TEXT)),
        },
    }
    with running_mock(bundle) as live:
        yield live


def fill(client: Client, people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Create people with their pets, and return them as the mock must show them."""
    shown = []
    for person in people:
        sent = {name: value for name, value in person.items() if name != "pets"}
        identifier = client.post("/people", **sent)["id"]
        pets = [
            {**pet, "id": client.post(f"/people/{identifier}/pets", **pet)["id"]} for pet in person["pets"]
        ]
        shown.append(
            {
                "id": identifier,
                "name": person["name"],
                "emails": [person["email"]],
                "vip": person["vip"] == 1,
                "pets": pets,
            }
        )
    return shown


def selected(people: list[dict[str, Any]], wanted: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the page that a query asks for, by what the filters are meant to do."""
    page = []
    for person in people:
        pets = person["pets"]
        if "name" in wanted and person["name"] != wanted["name"]:
            continue
        if "email" in wanted and person["emails"][0].lower() != wanted["email"].lower():
            continue
        if "vip" in wanted and person["vip"] != (wanted["vip"] == 1):
            continue
        if "has" in wanted and wanted["has"] not in [pet["kind"] for pet in pets]:
            continue
        if "kind" in wanted:
            pets = [pet for pet in pets if pet["kind"] == wanted["kind"]]
        if "well" in wanted:
            pets = [pet for pet in pets if (pet["state"] == "well") == (wanted["well"] == 1)]
        if {"kind", "well"} & wanted.keys() and not pets:
            continue
        page.append({**person, "pets": pets})
    start = wanted.get("offset", 0)
    return page[start : start + min(wanted.get("limit", _MAXIMUM), _MAXIMUM)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=_PEOPLE, sent=st.lists(queries(), min_size=3, max_size=6))
def test_filters_narrowing_order_and_pages(
    live: LiveServer, people: list[dict[str, Any]], sent: list[list[tuple[str, Any]]]
) -> None:
    client = live.client()
    shown = fill(client, people)
    for query in sent:
        response = client.send("GET", "/people", params=query)
        assert response.json() == selected(shown, dict(query)), query
    assert [client.get(f"/people/{person['id']}") for person in shown] == shown
