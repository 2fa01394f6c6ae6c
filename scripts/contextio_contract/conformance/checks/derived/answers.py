"""Proofs about answers: what switches add to them or make of them, and what work that goes on shows."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.responses import as_json, expect, expect_equal, need
from contextio_contract.conformance.checks.shared import request_for, requests_for
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.contract import JSON
from contextio_contract.contract.behaviour.expectations import is_any_text
from contextio_contract.contract.behaviour.listing import values_at
from contextio_contract.contract.media_types import includes
from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.shared import Request
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract.behaviour.answers import Effect
    from contextio_contract.contract.behaviour.expectations import Expectation

TYPES: Final = {"object": dict, "string": str, "array": list}
EMPTY: Final = (b"", b"[]", b"{}")
POLLS: Final = 10
PAUSE: Final = 0.5
"""How often, and after how many seconds each time, work that goes on is looked at."""


@proves("switch", reads_only=True)
def switches(deployment: Deployment, expectation: Expectation) -> None:
    """Without the parameter, or with 0, the answer is the plain one; with it, each effect shows alone."""
    operation, name = expectation.operation, expectation.parameter
    effects = operation.switches[name]
    schema = next(each.schema for each in operation.parameters if each.name == name)
    shown = False
    for request in requests_for(deployment, operation):
        if schema.is_valid(0):
            off = request.send(params={**request.query, name: 0}).must_be(operation.success_status)
            expect_equal(off.raw.text, _plain(request).raw.text, f"the answer with {name}=0")
        seen = [_shows(deployment, request, name, effect) for effect in effects]
        shown = shown or all(seen)
    need(shown, f"nothing is there that shows what {name} does")


def _plain(request: Request) -> Any:
    return request.send().must_be(request.operation.success_status)


def _shows(deployment: Deployment, request: Request, name: str, effect: Effect) -> bool:
    if effect.narrows:
        return _narrows(request, name, effect)
    value = 1 if effect.value is None else effect.value
    switched = request.send(params={**request.query, name: value}).must_be(request.operation.success_status)
    if (effect.answers or effect.elements) and switched.raw.content.strip() not in EMPTY:
        is_other = switched.raw.content != _plain(request).raw.content
        expect(is_other, f"another answer with {name}={value} than without", switched.raw.text)
    if effect.answers:
        kind = switched.raw.headers.get("Content-Type", "")
        expect(includes(effect.answers, kind), f"the media type {effect.answers} with {name}={value}", kind)
        return bool(switched.raw.content)
    if effect.elements:
        element = deployment.contract.schemas[effect.elements]
        elements = _elements(request, switched.body)
        wrong = [each for each in elements if not element.is_valid(each)]
        expect(not wrong, f"elements that are {effect.elements} with {name}={value}", wrong[:1])
        return bool(elements)
    return _adds(request, switched.body, f"{name}={value}", effect)


def _adds(request: Request, body: Any, sent: str, effect: Effect) -> bool:
    *outer, field = effect.adds
    plain = _elements(request, _plain(request).body)
    switched = _elements(request, body)
    holders, before = values_at(switched, tuple(outer)), values_at(plain, tuple(outer))
    there = [each for each in before if isinstance(each, dict) and field in each]
    expect(not there, f"no {field} without {sent}", there[:1])
    kind = TYPES.get(effect.adds_type or "", object)
    for each in holders:
        is_added = isinstance(each, dict) and isinstance(each.get(field, None), kind) and field in each
        expect(is_added, f"{field}, as {effect.adds_type or 'it is described'}, with {sent}", each)
    without = [{name: value for name, value in each.items() if name != field} for each in holders]
    expect_equal(without, before, f"all but {field} with {sent}")
    return bool(holders)


def _narrows(request: Request, name: str, effect: Effect) -> bool:
    query = {**request.query, **request.operation.query_for(effect.narrows)}
    full = _elements(request, request.send(params=query).must_be(request.operation.success_status).body)
    key = str(effect.by)
    objects = values_at(full, effect.narrows)
    values = list(dict.fromkeys(each.get(key) for each in objects))[:3]
    schemas = {each.name: each.schema for each in request.operation.parameters}
    for value in (*values, *(["no such value"] if is_any_text(schemas[name]) else [])):
        narrowed = request.send(params={**query, name: value}).must_be(request.operation.success_status)
        kept = values_at(_elements(request, narrowed.body), effect.narrows)
        wanted = [each for each in objects if each.get(key) == value]
        expect_equal(kept, wanted, f"{'.'.join(effect.narrows)} with {name}={value}")
    return bool(objects)


def _elements(request: Request, body: Any) -> list[Any]:
    if request.operation.listing is None:
        return [body]
    place = list_in(request.operation.success.schema)
    elements: Any = body.get(place[0]) if place and place[0] and isinstance(body, dict) else body
    expect(isinstance(elements, list), "a JSON array where the description has it", body)
    return list(elements)


@proves("work")
def works_on(deployment: Deployment, expectation: Expectation) -> None:
    """Times that the observed operation shows never shrink, and grow within some seconds."""
    said = expectation.operation.asynchronous
    need(said, "the description does not say where the work shows")
    request = request_for(deployment, expectation.operation, succeeds=True)
    observe = request_for(deployment, deployment.contract.operations[said.observe if said else ""])
    fields = said.fields if said else ()
    before = _times(observe, fields)
    request.send().must_be(expectation.operation.success_status)
    for _ in range(POLLS):
        now = _times(observe, fields)
        shrunk = {name: now.get(name) for name, then in before.items() if (now.get(name) or 0) < then}
        expect(not shrunk, f"no time before {as_json(before)}", shrunk)
        if any(value > before.get(name, 0) for name, value in now.items()):
            return
        time.sleep(PAUSE)
    message = f"no time in {observe.operation.id} grew within {POLLS * PAUSE:g} s"
    raise NotExercised(message)


def _times(observe: Request, fields: tuple[str, ...]) -> dict[str, int]:
    """Return the times that an operation shows, by the names that lead to them."""
    found: dict[str, int] = {}

    def walk(value: Any, path: tuple[str, ...]) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, (*path, name))
        elif isinstance(value, int) and path and path[-1] in fields:
            found["/".join(path)] = value

    walk(observe.send().must_be(observe.operation.success_status).body, ())
    return found


@proves("bad-body")
def refuses_body(deployment: Deployment, expectation: Expectation) -> None:
    """A body that is no JSON is refused, and so is one of another type than the schema has."""
    operation = expectation.operation
    request = request_for(deployment, operation)
    media = operation.body.json if operation.body else None
    values: tuple[Any, ...] = (0, "text", [0], {"0": 0}, [[]])
    for wrong in values:
        if media and not media.schema.is_valid(wrong):
            request.send(json=wrong).must_be_error(HTTPStatus.BAD_REQUEST)
    request.send(data="{", headers={"Content-Type": JSON}).must_be_error(HTTPStatus.BAD_REQUEST)
