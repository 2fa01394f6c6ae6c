"""Switches: what parameters add to the answers of a mock, and in which media type they come."""

from __future__ import annotations

from email.parser import HeaderParser
from email.policy import HTTP
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Schema
from contextio_contract.contract.media_types import is_json
from contextio_contract.contract.resources import list_in
from contextio_contract.contract.schema import COMPONENTS
from contextio_contract.contract.values import example_value
from contextio_contract.server.http.responses import Content, preferred_media

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from contextio_contract.contract import Effect, MediaType, Operation
    from contextio_contract.server.http.call import Call


class Switches:
    """What the parameters of an operation make of its answers."""

    def __init__(self, operation: Operation, others: Iterable[Operation] = ()) -> None:
        """Read the switches.

        Args:
            operation: the operation.
            others: further operations whose answers show the same resources. Fields that their switches add
                are absent from the answers of the operation, unless its own switches add them.
        """
        self._operation = operation
        self._hidden = {
            effect.adds
            for each in (operation, *others)
            for effects in each.switches.values()
            for effect in effects
            if effect.adds
        }

    def show(self, call: Call, element: Any) -> Any:
        """Return an element with what the switches of a call add, and without what others would."""
        effects = list(self._effects(call))
        added = {effect.adds: effect.adds_type for effect, _ in effects if effect.adds}
        for path in self._hidden:
            if path in added:
                missing = self._plainest(path, added[path])
                element = _changed(element, path, _converted_to(added[path]), missing)
            else:
                element = _changed(element, path, None)
        for effect, wanted in effects:
            if effect.narrows:
                element = _changed(element, effect.narrows, _narrowed(effect, wanted))
        return element

    def media(self, call: Call) -> MediaType | None:
        """Return the media type of the answer to a call; None for an answer without content."""
        described = self._operation.success
        named = (effect.answers for effect, _ in self._effects(call) if effect.answers)
        chosen = next((described.content[name] for name in named if name in described.content), None)
        return chosen or preferred_media(described, call.headers.get("accept", ""))

    def shape(self, call: Call) -> Schema | None:
        """Return the schema of the answer to a call if a switch asks for elements of a schema."""
        named = (effect.elements for effect, _ in self._effects(call) if effect.elements)
        nodes = [{"type": "array", "items": {"$ref": f"{COMPONENTS}{name}"}} for name in named]
        return Schema(nodes[0], self._operation.document) if nodes else None

    def content(self, call: Call, value: Any) -> Any:
        """Return the content of the answer in the media type that a call asks for."""
        media = self.media(call)
        if media is None or is_json(media.name):
            return value
        return Content(value if isinstance(value, bytes) else _text(value), media.name)

    def _plainest(self, path: tuple[str, ...], kind: str | None) -> Any:
        """Return the plainest value that a field can have, in a JSON type if one is named."""
        schema = self._operation.success.schema
        place = list_in(schema) if self._operation.listing else None
        node = place[1] if place else schema
        for name in path:
            node = node.properties.get(name) if node else None
            node = node.items if node and node.items and name != path[-1] else node
        if node is None:
            return {}
        return example_value(next((each for each in node.alternatives if kind in each.types), node))

    def _effects(self, call: Call) -> Iterator[tuple[Effect, Any]]:
        for name, effects in self._operation.switches.items():
            sent = call.query.get(name, call.headers.get(name))
            if sent is not None:
                yield from ((effect, sent) for effect in effects if effect.applies(sent))


def _changed(
    value: Any, path: tuple[str, ...], change: Callable[[Any], Any] | None, missing: Any = None
) -> Any:
    """Return a value with the field that a path leads to changed, or without it if there is no change.

    A missing field is added with the value `missing`, unless that is None.
    """
    if isinstance(value, list):
        return [_changed(each, path, change, missing) for each in value]
    name = path[0]
    if not isinstance(value, dict):
        return value
    if name not in value:
        return value if missing is None or len(path) > 1 else {**value, name: missing}
    if len(path) > 1:
        return {**value, name: _changed(value[name], path[1:], change, missing)}
    if change is None:
        return {field: each for field, each in value.items() if field != name}
    return {**value, name: change(value[name])}


def _converted_to(kind: str | None) -> Callable[[Any], Any]:
    """Return what converts header fields between an object with lists of values and their text."""

    def convert(value: Any) -> Any:
        if kind == "string" and not isinstance(value, str):
            return _text(value)
        if kind == "object" and isinstance(value, str):
            fields: dict[str, list[str]] = {}
            for name, field in HeaderParser(policy=HTTP).parsestr(value).items():
                fields.setdefault(name, []).append(str(field))
            return fields
        return value

    return convert


def _narrowed(effect: Effect, wanted: Any) -> Callable[[Any], Any]:
    return lambda value: [
        each
        for each in (value if isinstance(value, list) else [])
        if isinstance(each, dict) and each.get(str(effect.by)) == wanted
    ]


def _text(value: Any) -> str:
    """Return a value as text: the header fields of an object on lines of their own."""
    if not isinstance(value, dict):
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    lines = (
        f"{name}: {each}\r\n"
        for name, values in value.items()
        for each in (values if isinstance(values, list) else [values])
    )
    return "".join(lines)
