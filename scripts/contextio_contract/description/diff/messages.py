"""Requests, responses and callbacks compared: parameters, bodies, headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.description.diff import statuses
from contextio_contract.description.diff.changes import Changes, Direction, Effect, pairs
from contextio_contract.description.diff.schemas import SchemaComparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.contract import Callback, MediaType, Operation, Parameter, RequestBody, Response

    Exchange: TypeAlias = Operation | Callback
    Named: TypeAlias = Mapping[str, Parameter]

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})


class MessageComparison:
    """Compares what clients and service send each other."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._schemas = SchemaComparison(changes)

    def compare_operations(self, old: Operation, new: Operation) -> None:
        """Record the changes between the messages of two operations, also of those that it causes."""
        names, newer = old.path.parameters, new.path.parameters
        renamed = dict(zip(names, newer, strict=True)) if len(names) == len(newer) else {}
        self._compare_exchange(old, new, new.id, Direction.REQUEST, renamed)
        self.compare_callbacks(old.callbacks, new.callbacks)

    def compare_callbacks(self, old: Iterable[Callback], new: Iterable[Callback]) -> None:
        """Record the changes between callbacks, where clients read the request and send the response."""
        callbacks = ({(callback.name, callback.method): callback for callback in side} for side in (old, new))
        for (name, _), before, after in pairs(*callbacks):
            subject = f"callback {name}"
            if after is None:
                self._changes.record("callback-removed", subject)
            elif before is None:
                self._changes.record("callback-added", subject)
            elif before.expression != after.expression:
                details = f"it goes to {after.expression}, no longer to {before.expression}"
                self._changes.record("callback-removed", subject, details)
            else:
                self._changes.record_remarks(before.node, after.node, subject)
                if before.node.get("security") != after.node.get("security"):
                    self._changes.record("remark", subject, "security")
                self._compare_exchange(before, after, subject, Direction.RESPONSE, {})

    def _compare_exchange(
        self, old: Exchange, new: Exchange, owner: str, direction: Direction, renamed: Mapping[str, str]
    ) -> None:
        """Compare a request, which clients read in a callback, and its responses."""
        is_called = direction == Direction.REQUEST
        parameters = _called(old.parameters, renamed), _called(new.parameters, {})
        self._compare_named(*parameters, owner, direction, "parameter" if is_called else "answer-property")
        self._compare_bodies(old.body, new.body, f"the body of {owner}", direction)
        answers = Direction.RESPONSE if is_called else Direction.REQUEST
        self._compare_responses(old.responses, new.responses, owner, answers)

    def _compare_bodies(
        self, old: RequestBody | None, new: RequestBody | None, subject: str, direction: Direction
    ) -> None:
        is_response = direction == Direction.RESPONSE
        if old and new:
            if old.required != new.required:
                effect = Effect.TIGHTENED if new.required else Effect.LOOSENED
                rule = "body-required" if new.required else "body-optional"
                self._changes.record(f"response-required-{effect}" if is_response else rule, subject)
            self._changes.record_remarks(old.node, new.node, subject)
            self._compare_content(old.content, new.content, subject, direction)
        elif old:
            self._changes.record("body-removed", subject)
        elif new:
            is_demanded = new.required and not is_response
            self._changes.record("required-body-added" if is_demanded else "body-added", subject)

    def _compare_responses(
        self, old: Mapping[str, Response], new: Mapping[str, Response], owner: str, direction: Direction
    ) -> None:
        for status, before, after in pairs(old, new):
            subject = f"answer {status} of {owner}"
            if before and after:
                subject = after.name or subject
                self._changes.record_remarks(before.node, after.node, subject)
            elif rule := statuses.rule_of(status, old, new, direction):
                self._changes.record(rule, subject)
            was, now = (statuses.response_of(status, side, direction) for side in (old, new))
            if was and now:
                self._compare_named(_headers(was), _headers(now), subject, direction, "header")
                self._compare_content(was.content, now.content, subject, direction)

    def _compare_named(self, old: Named, new: Named, owner: str, direction: Direction, kind: str) -> None:
        names = {_key(name): name for name in (*old, *new)}
        sides = ({_key(name): value for name, value in side.items()} for side in (old, new))
        for key, before, after in pairs(*sides):
            subject = f"{names[key]} of {owner}"
            if before and after:
                self._compare_value(before, after, subject, direction)
            elif after and direction == Direction.REQUEST and after.required:
                self._changes.record("required-parameter-added", subject)
            else:
                self._changes.record(f"{kind}-{'added' if after else 'removed'}", subject)

    def _compare_value(self, old: Parameter, new: Parameter, subject: str, direction: Direction) -> None:
        self._changes.record_remarks(old.node, new.node, subject)
        if new.required != old.required:
            request = "parameter-required" if new.required else "parameter-optional"
            response = f"response-required-{Effect.TIGHTENED if new.required else Effect.LOOSENED}"
            self._changes.record(request if direction == Direction.REQUEST else response, subject)
        was_empty, is_empty = (side.node.get("allowEmptyValue") is True for side in (old, new))
        if was_empty != is_empty:
            effect = Effect.LOOSENED if is_empty else Effect.TIGHTENED
            self._changes.record(f"{direction}-values-{effect}", subject, "allowEmptyValue")
        if _serialization(old) != _serialization(new):
            self._changes.record("parameter-style", subject)
        self._schemas.compare(old.schema, new.schema, direction, subject)

    def _compare_content(
        self, old: Mapping[str, MediaType], new: Mapping[str, MediaType], subject: str, direction: Direction
    ) -> None:
        side = "request" if direction == Direction.REQUEST else "answer"
        sides = ({name.lower(): media for name, media in side.items()} for side in (old, new))
        for name, before, after in pairs(*sides):
            if before and after:
                if _encoding(before) != _encoding(after):
                    self._changes.record("encoding-changed", subject, name)
                if _examples(before) != _examples(after):
                    self._changes.record("wording", subject, "examples")
                self._schemas.compare(before.schema, after.schema, direction, subject)
            else:
                self._changes.record(f"{side}-media-type-{'added' if after else 'removed'}", subject, name)


def _called(parameters: Iterable[Parameter], renamed: Mapping[str, str]) -> Named:
    return {
        f"{place} parameter {renamed.get(name, name) if place == 'path' else name}": parameter
        for parameter in parameters
        for place, name in [(parameter.location, parameter.name)]
    }


def _headers(response: Response) -> Named:
    return {f"header {name}": header for name, header in response.headers.items()}


def _key(name: str) -> str:
    """Return what is the same for names of one parameter; those of headers in any case (RFC 9110, 5.1)."""
    return name.lower() if name.startswith("header") else name


def _serialization(value: Parameter) -> tuple[Any, ...]:
    """Return how a parameter or header is written; what is not stated has its default."""
    content, reserved = tuple(value.node.get("content", ())), bool(value.node.get("allowReserved"))
    return value.style, value.explode, reserved, content


def _encoding(media_type: MediaType) -> dict[str, Any]:
    """Return how the fields of a form are written, without what is so by default (OpenAPI 3.1.1, 4.8.15)."""
    encodings: dict[str, Any] = {}
    for name, encoding in media_type.node.get("encoding", {}).items():
        field = media_type.schema.properties.get(name)
        types = set(field.types) if field else set()
        defaults: dict[str, Any] = {}
        if types and "object" not in types:  # an object is written as JSON unless a style is stated
            is_form = encoding.get("style", "form") == "form"
            defaults = {"style": "form", "explode": is_form, "allowReserved": False}
        if types and types <= _SCALARS:
            defaults["contentType"] = "text/plain"
        stated = {
            key: value for key, value in encoding.items() if key not in defaults or value != defaults[key]
        }
        encodings |= {name: stated} if stated else {}
    return encodings


def _examples(media_type: MediaType) -> Any:
    resolve = media_type.schema.document.resolve
    named = {name: resolve(example) for name, example in media_type.node.get("examples", {}).items()}
    return media_type.node.get("example"), named
