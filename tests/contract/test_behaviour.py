"""The vocabulary of behaviour: matches, orders and pages of lists, and what malformed extensions raise."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contextio_contract.contract import Contract, ContractError
from contextio_contract.contract.behaviour.listing import listing_of
from contextio_contract.contract.behaviour.matches import MATCHES, compiled

MAIL: list[dict[str, Any]] = [
    {"subject": "Invoice 7", "date": 30, "to": [{"email": "Bob@example.com"}], "file": "report[1].pdf"},
    {"subject": "RE: invoice", "date": 10, "to": [{"email": "eve@example.org"}], "file": "photo.JPG"},
    {"subject": "Lunch?", "date": 20, "to": [], "file": "menu.txt"},
    {"subject": "No date"},
]


def subjects(stated: dict[str, Any], **query: Any) -> list[str]:
    listing = listing_of({"x-list": stated})
    assert listing
    return [element["subject"] for element in listing.page(MAIL, query)]


@pytest.mark.parametrize(
    ("field", "match", "wanted", "hits"),
    [
        ("subject", "text", "INVOICE", 2),
        ("subject", "text", "/^invoice/i", 1),
        ("subject", "text", "/^invoice/", 0),
        ("subject", "part", "/invoice/", 0),
        ("file", "pattern", "*.jpg", 1),
        ("file", "pattern", "photo", 0),
        ("file", "pattern", "/jpg$/i", 1),
        ("to.email", "address", "bob@EXAMPLE.com", 1),
        ("to.email", "domain", "@Example.ORG", 1),
        ("date", "before", 20, 1),
        ("date", "after", 20, 1),
        ("date", "at-least", 20, 2),
        ("date", "at-most", 20, 2),
    ],
)
def test_a_filter_selects_what_matches(field: str, match: str, wanted: Any, hits: int) -> None:
    assert len(subjects({"filters": {"q": {"field": field, "match": match}}}, q=wanted)) == hits


@given(st.sampled_from(sorted(MATCHES.keys() - {"is"})), st.text(min_size=1), st.integers())
def test_a_wanted_value_selects_the_value_that_it_was_made_for(match: str, text: str, number: int) -> None:
    value = number if match in {"before", "after", "at-least", "at-most"} else text.strip("/")
    assert MATCHES[match].accepts(value, MATCHES[match].wanted_for(value, None), None)


def test_one_of_several_fields_and_values_is_enough() -> None:
    either = {"field": ["subject", "file"], "match": "part"}
    assert len(subjects({"filters": {"q": either}}, q="menu")) == 1
    several = {"filters": {"q": {"field": "to.email", "match": "address", "several": "comma"}}}
    assert len(subjects(several, q=["bob@example.com", "eve@example.org"])) == 2


def test_a_list_is_sorted_by_its_field_or_the_one_that_is_asked_for() -> None:
    order = {"by": "date", "direction": "desc", "parameter": "sort_order", "by-parameter": "sort_by"}
    stated = {"order": order}
    assert subjects(stated) == ["Invoice 7", "Lunch?", "RE: invoice", "No date"]
    assert subjects(stated, sort_order="asc") == ["RE: invoice", "Lunch?", "Invoice 7", "No date"]
    assert subjects(stated, sort_by="file", sort_order="asc")[0] == "Lunch?"


def test_a_page_has_the_described_length_without_a_limit() -> None:
    paging = {"limit": "limit", "offset": "offset", "maximum": 3, "default": 1}
    assert len(subjects({"paging": paging})) == 1
    assert len(subjects({"paging": paging}, limit=9)) == 3


@pytest.mark.parametrize("expression", ["/(/", "/x/q", "/(?=x)/"])
def test_what_is_no_expression_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match=r"expression|flags"):
        compiled(expression)


@pytest.mark.parametrize(
    ("key", "attribute", "value"),
    [
        ("x-list", "listing", {"filters": {"q": {}}}),
        ("x-switches", "switches", {"q": [7]}),
        ("x-async", "asynchronous", {"fields": 7}),
        ("x-mailbox", "mailbox", {"host": "server"}),
    ],
)
def test_a_malformed_extension_is_named(key: str, attribute: str, value: Any) -> None:
    node = {"operationId": "notes_list", key: value, "responses": {}}
    contract = Contract({"openapi": "3.1.1", "info": {}, "paths": {"/notes": {"get": node}}})
    with pytest.raises(ContractError, match="notes_list"):
        getattr(contract.operations["notes_list"], attribute)


def test_an_operation_with_its_own_server_is_found_below_its_own_base_path() -> None:
    responses = {"200": {"description": "Done."}}
    document = {
        "openapi": "3.1.1",
        "info": {},
        "servers": [{"url": "https://api.example.com/2.0"}],
        "paths": {
            "/notes": {"get": {"operationId": "notes", "responses": responses}},
            "/app/log": {
                "servers": [{"url": "https://api.example.com"}],
                "get": {"operationId": "log", "responses": responses},
            },
        },
    }
    router = Contract(document).router
    found = {
        path: router.locate(path.split("/")) for path in ("2.0/notes", "app/log", "notes", "2.0/app/log")
    }
    assert {path: route and route[0]["GET"].id for path, route in found.items()} == {
        "2.0/notes": "notes",
        "app/log": "log",
        "notes": None,
        "2.0/app/log": None,
    }
