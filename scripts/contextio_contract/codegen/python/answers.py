"""Answers of a method: the types that a success can have, and the arguments that ask for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.codegen.facts import refuse
from contextio_contract.codegen.python import types

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from openapi_python_client.parser.openapi import Endpoint

    from contextio_contract.contract import MediaType, Operation


@dataclass(frozen=True)
class Answer:
    """A type of the body of a success.

    Attributes:
        type: its annotation.
        kind: how it is read: `json`, `text`, `link`, `bytes`, `redirect` or `none`.
        media: its media type; None for a body in JSON and without a body.
        switch: the parameter that asks for it; None for what a call without switches gets.
        value: the value that the parameter must have.
    """

    type: str
    kind: str
    media: str | None = None
    switch: str | None = None
    value: Any = None


def answers(operation: Operation, endpoint: Endpoint, models: Collection[str]) -> list[Answer]:
    """Return the types of a success: what a call without switches gets comes first.

    Raises:
        CannotGenerateError: if no response stands for success.
    """
    switched = [
        (name, effect)
        for name, effects in operation.switches.items()
        for effect in effects
        if effect.answers or effect.elements
    ]
    asked_for = {effect.answers for _, effect in switched}
    elements = {effect.elements for _, effect in switched}
    in_json = dict.fromkeys(_in_json(operation, endpoint, models))
    content = operation.success.content
    usual = next((media for name, media in content.items() if name not in asked_for), operation.success.media)
    found = [_answer(operation, usual, [*filter(None, (_without(elements, each) for each in in_json))])]
    for name, effect in switched:
        if effect.elements:
            found.append(Answer(f"list[{effect.elements}]", "json", None, name, effect.value))
        else:
            answer = _answer(operation, content[str(effect.answers)], list(in_json))
            found.append(Answer(answer.type, answer.kind, answer.media, name, effect.value))
    return found


def _without(elements: Collection[str | None], annotation: str) -> str:
    """Return the annotation of a list without what switches ask for; empty if nothing is left."""
    if not annotation.startswith("list["):
        return annotation
    others = [name for name in annotation[len("list[") : -1].split(" | ") if name not in elements]
    return f"list[{' | '.join(others)}]" if others else ""


def _answer(operation: Operation, media: MediaType | None, in_json: list[str]) -> Answer:
    successes = [response for response in operation.responses.values() if response.is_success]
    if not successes and not operation.success.status.startswith("3"):
        refuse(operation, "no response stands for success")
    if media is None:
        return Answer("None", "none") if successes else Answer("str", "redirect")
    if media.kind == "json":
        is_left_out = any(response.media is None for response in successes)
        return Answer(" | ".join([*in_json, *(["None"] if is_left_out else [])]), "json")
    if media.kind == "binary":
        return Answer("ByteStream", "bytes", media.name)
    return Answer("str", "link" if media.schema.get("format") == "uri" else "text", media.name)


def _in_json(operation: Operation, endpoint: Endpoint, models: Collection[str]) -> Iterator[str]:
    """Yield the types of the successes in JSON."""
    props = {response.status_code.pattern: response.prop for response in endpoint.responses}
    for status, response in operation.responses.items():
        if response.is_success and response.json:
            yield from types.members(props[status], models)
