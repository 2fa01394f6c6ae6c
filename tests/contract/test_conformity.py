"""Responses held against the description of their operation."""

from __future__ import annotations

import json
from typing import Any

import pytest
from requests.structures import CaseInsensitiveDict

from contextio_contract.contract import Contract
from contextio_contract.contract.conformity import violations

ERROR = {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}}}
NOTE = {"type": "object", "properties": {"pinned": {"enum": [0, 1]}, "mine": {"const": True}}}


def described(schema: dict[str, Any], name: str = "application/json") -> dict[str, Any]:
    return {"description": "x", "content": {name: {"schema": schema}}}


RESPONSES = {"200": described(NOTE), "204": {"description": "x"}, "4XX": described(ERROR)}
CONTRACT = Contract(
    {
        "openapi": "3.1.1",
        "info": {"title": "Notes", "version": "1"},
        "paths": {
            "/note": {"get": {"operationId": "note_get", "responses": RESPONSES}},
            "/text": {"get": {"operationId": "text_get", "responses": {"200": described({}, "text/plain")}}},
        },
    }
)


def wrong(
    status: int, content: object, kind: str = "application/json", operation: str = "note_get"
) -> list[str]:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    headers = CaseInsensitiveDict({"Content-Type": kind} if kind else {})
    return violations(CONTRACT.operations[operation], "GET", status, headers, body)


@pytest.mark.parametrize(
    ("status", "content", "violation"),
    [
        (500, {}, "status 500 is not described; there are 200, 204, 4XX"),
        (204, {}, "there is a body, and none is described"),
        (200, b"", "the body is no JSON"),
        (200, b"[" * 200_000, "the body is no JSON"),
        (200, b"NaN", "the body is no JSON"),
        (200, rb'"\ud800"', "the body is no JSON"),
        (200, b"[" * 500 + b"]" * 500, "the body is no JSON"),
        (200, [], '/: the value is not of type "object"'),
        (200, {"pinned": True}, "/pinned: the value is not one of 0 or 1"),
        (200, {"mine": 1}, "/mine: true was expected"),
        (404, {}, '/: "value" is a required property'),
    ],
)
def test_violation_is_named(status: int, content: object, violation: str) -> None:
    assert wrong(status, content) == [violation]


@pytest.mark.parametrize(
    ("status", "content"),
    [(200, {}), (200, {"pinned": 1, "mine": True}), (204, b""), (499, {"value": "no"})],
)
def test_described_response_has_none(status: int, content: object) -> None:
    assert wrong(status, content) == []


@pytest.mark.parametrize("kind", ["", "text/html", "application/json; charset=utf-8"])
def test_json_has_the_bare_media_type(kind: str) -> None:
    assert wrong(200, {}, kind) == ["the content type must be application/json"]


def test_text_may_name_its_charset() -> None:
    assert wrong(200, b"x", "text/plain; charset=utf-8", "text_get") == []


def test_values_are_not_repeated() -> None:
    assert "opens-it" not in "".join(wrong(200, {"pinned": "opens-it", "mine": "opens-it"}))
    assert len(wrong(200, {"pinned": "opens-it", "mine": "opens-it"})) == 2
