"""Types of answers in TypeScript, and how the client reads them by status and media type."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Effect, MediaType, Operation, Response

_NOT_MODIFIED: Final = str(HTTPStatus.NOT_MODIFIED.value)
_TYPES: Final = {
    "array": "readonly unknown[]",
    "boolean": "boolean",
    "integer": "number",
    "number": "number",
    "object": "object",
    "string": "string",
}
"""The types of TypeScript by those of JSON."""


def successes(operation: Operation) -> list[Response]:
    """Return the responses that the client returns as answers: 2xx and 3xx."""
    return [response for status, response in operation.responses.items() if status.startswith(("2", "3"))]


def readings(operation: Operation) -> dict[str, dict[str, str]]:
    """Return how an answer is read, by its status and media type; what is read by default stands first."""
    return {
        response.status: {media.name: _reading(media) for media in _bodies(operation, response)}
        for response in successes(operation)
    }


def media_switches(operation: Operation) -> list[tuple[str, Effect]]:
    """Return the parameters that decide the media type of the answer, each with an effect."""
    return [(name, effect) for name, effect in _effects(operation) if effect.answers]


def element_switches(operation: Operation) -> list[tuple[str, Effect]]:
    """Return the parameters that ask for other elements of a list, each with an effect."""
    return [(name, effect) for name, effect in _effects(operation) if effect.elements]


def answer_type(operation: Operation) -> str:
    """Return the type of the answer in TypeScript; if it is switched, `P` is the type of the parameters."""
    types = dict.fromkeys(_response_type(operation, response) for response in successes(operation))
    answer = " | ".join(types)
    for name, effect in media_switches(operation):
        bodies = (
            media
            for response in successes(operation)
            for media in _bodies(operation, response)
            if media.name == effect.answers
        )
        if media := next(bodies, None):
            case = _media_type(operation, operation.success, media)
            answer = f"Case<P, {_condition(name, effect)}, {case}, {answer}>"
    return answer


def is_switched(operation: Operation) -> bool:
    """Return whether parameters decide the type of the answer."""
    return any(not effect.narrows for _, effect in _effects(operation))


def _effects(operation: Operation) -> Iterator[tuple[str, Effect]]:
    query = {parameter.name for parameter in operation.query_parameters}
    for name, effects in operation.switches.items():
        if name in query:
            yield from ((name, effect) for effect in effects)


def _bodies(operation: Operation, response: Response) -> list[MediaType]:
    """Return the bodies of a response, first the one that no parameter asks for."""
    if operation.method == "HEAD" or response.media is None:
        return []
    asked = {effect.answers for _, effect in media_switches(operation)}
    bodies = [response.media, *response.content.values()]
    bodies.sort(key=lambda media: media.name in asked)
    return list({media.name: media for media in bodies}.values())


def _response_type(operation: Operation, response: Response) -> str:
    bodies = _bodies(operation, response)
    if not bodies:
        is_redirect = response.status.startswith("3") and response.status != _NOT_MODIFIED
        return "string" if is_redirect else "undefined"
    answer = _media_type(operation, response, bodies[0])
    if bodies[0].kind == "json":
        answer = _with_elements(operation, answer)
        answer = _with_fields(operation, answer)
    return answer


def _with_elements(operation: Operation, answer: str) -> str:
    for name, effect in element_switches(operation):
        schema = f'components["schemas"]["{effect.elements}"]'
        others = f"Exclude<{answer}[number], {schema}>[]"
        answer = f"Case<P, {_condition(name, effect)}, {schema}[], {others}>"
    return answer


def _with_fields(operation: Operation, answer: str) -> str:
    """Return the type in which the fields that a parameter adds are there if it is sent."""
    fields: dict[tuple[str, ...], list[str]] = {}
    for name, effect in _effects(operation):
        if effect.adds:
            *above, field = effect.adds
            added = f"[{json.dumps(field)}, {_TYPES.get(effect.adds_type or '', 'unknown')}]"
            fields.setdefault(tuple(above), []).append(f"If<P, {_condition(name, effect)}, {added}>")
    for prefix, conditions in fields.items():
        union = " | ".join(conditions)
        if not prefix:
            answer = f"With<{answer}, {union}>"
        elif len(prefix) == 1:
            answer = f"WithIn<{answer}, {json.dumps(prefix[0])}, {union}>"
    return answer


def _condition(name: str, effect: Effect) -> str:
    value = "NonNullable<unknown>" if effect.value is None else json.dumps(effect.value)
    return f"{{ {json.dumps(name)}: {value} }}"


def _media_type(operation: Operation, response: Response, media: MediaType) -> str:
    if media.kind == "json":
        status = response.status if response.status.isdecimal() else json.dumps(response.status)
        return f'operations["{operation.id}"]["responses"][{status}]["content"]["{media.name}"]'
    return "ByteStream" if media.kind == "binary" else "string"


def _reading(media: MediaType) -> str:
    if media.kind == "binary":
        return "bytes"
    if media.kind != "json":
        return "link" if media.schema.get("format") == "uri" else "text"
    types = media.schema.types
    return types[0] if types in {("array",), ("object",)} else "json"
