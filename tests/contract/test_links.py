"""Runtime expressions of links and callbacks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contextio_contract.contract import Exchange, Link
from contextio_contract.contract.links import (
    Expression,
    embedded_expressions,
    evaluate,
    response_field,
)

EXCHANGE = Exchange(
    path={"id": "7"},
    query={"limit": 5},
    headers={"accept": "application/json"},
    body={"callback_url": "https://app.example/", "a/b": 1},
    status=201,
    response_headers={"location": "/things/9"},
    response_body={"id": "9", "list": [{"name": "x"}]},
    url="https://api.example/things",
    method="POST",
)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("$url", "https://api.example/things"),
        ("$method", "POST"),
        ("$statusCode", 201),
        ("$request.path.id", "7"),
        ("$request.query.limit", 5),
        ("$request.header.Accept", "application/json"),
        ("$request.body#/callback_url", "https://app.example/"),
        ("$request.body#/a~1b", 1),
        ("$response.header.LOCATION", "/things/9"),
        ("$response.body", {"id": "9", "list": [{"name": "x"}]}),
        ("$response.body#/list/0/name", "x"),
        ("$response.body#/list/9/name", None),
        ("$response.body#/id/deeper", None),
        ("$request.path.other", None),
        ("{$request.body#/callback_url}?id={$response.body#/id}", "https://app.example/?id=9"),
        ("{$response.body#/none}!", "!"),
        ("plain", "plain"),
        (3, 3),
    ],
)
def test_expressions_are_evaluated(expression: Any, value: Any) -> None:
    assert evaluate(expression, EXCHANGE) == value


@given(st.text())
def test_any_text_has_a_value(text: str) -> None:
    evaluate(text, EXCHANGE)
    evaluate(f"$response.body#/{text}", EXCHANGE)


def test_links_name_parameters_with_or_without_their_place() -> None:
    link = Link("read", "things_get", {"path.id": "$response.body#/id", "limit": 1})
    assert link.expression("id") == "$response.body#/id"
    assert link.values(EXCHANGE) == {"id": "9", "limit": 1}


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("$response.body#/id", "id"),
        ("$response.body#/a~1b", "a/b"),
        ("$response.body#/source/label", None),
        ("$response.body", None),
        ("$request.body#/id", None),
        ("constant", None),
        (None, None),
    ],
)
def test_response_fields(expression: Any, name: str | None) -> None:
    assert response_field(expression) == name


def test_expressions_are_taken_apart() -> None:
    assert Expression.parse("$url") == Expression("url")
    assert Expression.parse("$request.header.Accept") == Expression("request", "header", "Accept")
    assert Expression.parse("$response.body#/a~1b/0") == Expression("response", "body", pointer=("a/b", "0"))
    assert Expression.parse("$response.body.id") is None
    assert Expression.parse(7) is None
    assert embedded_expressions("{$request.body#/url}?id={$url}") == ["$request.body#/url", "$url"]
