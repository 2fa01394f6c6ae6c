"""Two descriptions side by side, from operation to operation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import METHODS
from contextio_contract.description.diff.document import compare_rest, compare_servers
from contextio_contract.description.diff.rules import RULES, Direction, Level, Rule
from contextio_contract.description.diff.schemas import Document, Schemas, items, mapping, tell_remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_Parameters = dict[tuple[str, str], dict[str, Any]]
"""Parameters by place and name."""

_STYLE: Final = ("style", "explode", "allowReserved")


@dataclass
class Change:
    """One difference.

    Attributes:
        rule: what kind of change it is.
        place: the name of what changed, such as `Account.nb_messages`.
        details: what it was and is, or empty.
        operations: the operations that it concerns, by operationId.
        tags: the pages of these operations, by operationId.
    """

    rule: Rule
    place: str
    details: str
    operations: list[str] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """What it does."""
        return self.rule.level

    def __str__(self) -> str:
        """Return it as a clause."""
        return f"{self.place} {self.rule.text}" + (f" ({self.details})" if self.details else "")


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Return the changes between two descriptions, the worst first.

    Args:
        old: the older OpenAPI document, in one piece.
        new: the newer one.
    """
    comparison = _Comparison(Document(old), Document(new))
    comparison.run()
    levels = list(Level)
    return sorted(comparison.changes.values(), key=lambda change: levels.index(change.level))


class _Comparison:
    def __init__(self, old: Document, new: Document) -> None:
        self.changes: dict[tuple[str, str, str], Change] = {}
        self._old, self._new = old, new
        self._schemas = Schemas(old, new, self._tell)
        self._operation: tuple[str, str] | None = None

    def run(self) -> None:
        was, now = _operations(self._old), _operations(self._new)
        for key in [*was, *(key for key in now if key not in was)]:
            path, operation = (now if key in now else was)[key]
            name = str(operation.get("operationId") or f"{key[0].upper()} {path}")
            self._schemas.forget()
            self._operation = (name, str(next(iter(items(operation.get("tags"))), "")))
            if key not in now:
                self._tell("operation-removed", name, f"{key[0].upper()} {path}")
            elif key not in was:
                self._tell("operation-added", name, f"{key[0].upper()} {path}")
            else:
                self._compare(was[key], now[key], name)
        self._operation = None
        self._webhooks()
        compare_rest(self._old.data, self._new.data, self._tell)

    def _tell(self, rule: str, place: str, details: str) -> None:
        change = self.changes.setdefault((rule, place, details), Change(RULES[rule], place, details))
        if self._operation is not None and self._operation[0] not in change.operations:
            name, tag = self._operation
            change.operations.append(name)
            change.tags[name] = tag

    def _webhooks(self) -> None:
        """Compare what the service calls without having been asked to: callbacks without an address."""
        was, now = (
            {name: {"": one} for name, one in mapping(side.data.get("webhooks")).items()}
            for side in self._sides
        )
        self._called_back(was, now)

    @property
    def _sides(self) -> tuple[Document, Document]:
        return self._old, self._new

    def _compare(self, was: tuple[str, dict[str, Any]], now: tuple[str, dict[str, Any]], name: str) -> None:
        (old_path, before), (path, after) = was, now
        self._names(before, after, name)
        if old_path != path:
            self._tell("path-parameter-renamed", name, f"{old_path} → {path}")
        tell_remarks(before, after, name, self._tell)
        self._paging(before.get("x-paging"), after.get("x-paging"), name)
        self._security(
            before.get("security", self._old.data.get("security")),
            after.get("security", self._new.data.get("security")),
            name,
        )
        if "servers" in before or "servers" in after:
            own = zip((before, after), self._sides, strict=True)
            was_servers, now_servers = (
                fields.get("servers", side.data.get("servers")) for fields, side in own
            )
            compare_servers(was_servers, now_servers, self._tell)
        self._parameters(before, after, name, dict(zip(_braces(old_path), _braces(path), strict=True)))
        self._body(before.get("requestBody"), after.get("requestBody"), name, Direction.REQUEST)
        self._answers(before, after, name, Direction.RESPONSE)
        self._callbacks(before, after)
        self._links(before, after, name)

    def _names(self, before: dict[str, Any], after: dict[str, Any], name: str) -> None:
        if before.get("operationId") != after.get("operationId"):
            self._tell("operation-renamed", name, f"it was {before.get('operationId')}")
        elif before.get("tags") != after.get("tags"):
            self._tell("operation-moved", name, "")

    def _paging(self, was: Any, now: Any, name: str) -> None:
        if was != now:
            kind = "added" if not was else "removed" if not now else "changed"
            self._tell(f"paging-{kind}", name, "")

    def _security(self, was: Any, now: Any, name: str) -> None:
        """Compare alternatives; whoever has the credentials of one that asks for more is let in as well."""
        old, new = ([_asked(mapping(one)) for one in items(value)] or [set()] for value in (was, now))
        if any(not any(asked <= given for asked in new) for given in old):
            self._tell("security-tightened", name, "")
        elif any(not any(asked <= given for asked in old) for given in new):
            self._tell("security-loosened", name, "")

    def _parameters(
        self, before: dict[str, Any], after: dict[str, Any], name: str, renamed: Mapping[str, str]
    ) -> None:
        """Compare what a client sends beside a body, knowing what older path parameters are called now."""
        was = {
            (place, renamed.get(key, key) if place == "path" else key): parameter
            for (place, key), parameter in self._given(self._old, before).items()
        }
        now = self._given(self._new, after)
        for key in [*was, *(key for key in now if key not in was)]:
            place = f"{key[0]} parameter {key[1]} of {name}"
            old, new = was.get(key), now.get(key)
            if new is None:
                self._tell("parameter-removed", place, "")
            elif old is None:
                required = new.get("required") is True
                self._tell("required-parameter-added" if required else "parameter-added", place, "")
            else:
                self._value(old, new, place, Direction.REQUEST)

    def _given(self, side: Document, operation: dict[str, Any]) -> _Parameters:
        found = [side.resolved(one)[1] for one in items(operation.get("parameters"))]
        return {(str(one.get("in")), str(one.get("name"))): one for one in found}

    def _value(self, old: dict[str, Any], new: dict[str, Any], place: str, direction: Direction) -> None:
        """Compare a parameter or header with an older one."""
        tell_remarks(old, new, place, self._tell)
        if (old.get("required") is True) != (required := new.get("required") is True):
            if direction == Direction.REQUEST:
                self._tell("parameter-required" if required else "parameter-optional", place, "")
            else:
                effect = "tightened" if required else "loosened"
                self._tell(f"response-required-{effect}", place, "")
        if any(old.get(key) != new.get(key) for key in _STYLE):
            self._tell("parameter-style", place, "")
        self._schemas.compare(old.get("schema"), new.get("schema"), direction, place)

    def _body(self, was: Any, now: Any, name: str, direction: Direction) -> None:
        old, new = self._old.resolved(was)[1], self._new.resolved(now)[1]
        place = f"the body of {name}"
        if not old and not new:
            return
        if not new:
            self._tell("body-removed", place, "")
        elif not old:
            self._tell("required-body-added" if new.get("required") is True else "body-added", place, "")
        else:
            if (old.get("required") is True) != (required := new.get("required") is True):
                self._tell("body-required" if required else "body-optional", place, "")
            tell_remarks(old, new, place, self._tell)
            self._content(old, new, place, direction)

    def _content(self, old: dict[str, Any], new: dict[str, Any], place: str, direction: Direction) -> None:
        was, now = mapping(old.get("content")), mapping(new.get("content"))
        side = "request" if direction == Direction.REQUEST else "answer"
        for media_type in [*was, *(key for key in now if key not in was)]:
            if media_type not in now:
                self._tell(f"{side}-media-type-removed", place, media_type)
            elif media_type not in was:
                self._tell(f"{side}-media-type-added", place, media_type)
            else:
                before, after = mapping(was[media_type]), mapping(now[media_type])
                if before.get("encoding") != after.get("encoding"):
                    self._tell("encoding-changed", place, media_type)
                if self._illustrated(self._old, before) != self._illustrated(self._new, after):
                    self._tell("wording", place, "examples")
                self._schemas.compare(before.get("schema"), after.get("schema"), direction, place)

    def _illustrated(self, side: Document, media_type: dict[str, Any]) -> Any:
        examples = mapping(media_type.get("examples"))
        return media_type.get("example"), [(key, side.resolved(one)[1]) for key, one in examples.items()]

    def _answers(
        self, before: dict[str, Any], after: dict[str, Any], name: str, direction: Direction
    ) -> None:
        was, now = mapping(before.get("responses")), mapping(after.get("responses"))
        for status in [*was, *(status for status in now if status not in was)]:
            place = f"answer {status} of {name}"
            if status not in now:
                self._tell("success-removed" if status.startswith("2") else "failure-removed", place, "")
            elif status not in was:
                self._tell("answer-added", place, "")
            else:
                component, new = self._new.resolved(now[status])
                old = self._old.resolved(was[status])[1]
                place = component or place
                tell_remarks(old, new, place, self._tell)
                self._headers(old, new, place, direction)
                self._content(old, new, place, direction)

    def _headers(self, old: dict[str, Any], new: dict[str, Any], place: str, direction: Direction) -> None:
        was, now = mapping(old.get("headers")), mapping(new.get("headers"))
        for header in [*was, *(header for header in now if header not in was)]:
            where = f"header {header} of {place}"
            if header not in now:
                self._tell("header-removed", where, "")
            elif header not in was:
                self._tell("header-added", where, "")
            else:
                before, after = self._old.resolved(was[header])[1], self._new.resolved(now[header])[1]
                self._value(before, after, where, direction)

    def _callbacks(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        self._called_back(mapping(before.get("callbacks")), mapping(after.get("callbacks")))

    def _called_back(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Compare what the service calls; there the client reads the request and sends the answer."""
        was, now = (
            {
                f"{callback}/{method}": (url, dict(_with_shared(mapping(path_item), mapping(operation))))
                for callback, one in callbacks.items()
                for url, path_item in side.resolved(one)[1].items()
                for method, operation in mapping(path_item).items()
                if method in METHODS
            }
            for side, callbacks in zip(self._sides, (before, after), strict=True)
        )
        for key in [*was, *(key for key in now if key not in was)]:
            place = f"callback {key.partition('/')[0]}"
            if key not in now or (key in was and was[key][0] != now[key][0]):
                self._tell("callback-removed", place, "" if key not in now else "it goes to another address")
            elif key not in was:
                self._tell("callback-added", place, "")
            else:
                old, new = was[key][1], now[key][1]
                tell_remarks(old, new, place, self._tell)
                self._read_parameters(self._given(self._old, old), self._given(self._new, new), place)
                self._body(old.get("requestBody"), new.get("requestBody"), place, Direction.RESPONSE)
                self._answers(old, new, place, Direction.REQUEST)

    def _read_parameters(self, was: _Parameters, now: _Parameters, callback: str) -> None:
        for key in [*was, *(key for key in now if key not in was)]:
            place = f"{key[0]} parameter {key[1]} of {callback}"
            if key not in now or key not in was:
                self._tell(f"answer-property-{'added' if key in now else 'removed'}", place, "")
            else:
                self._value(was[key], now[key], place, Direction.RESPONSE)

    def _links(self, before: dict[str, Any], after: dict[str, Any], name: str) -> None:
        """Tell of links; they hint at what can be called next, and change nothing on the wire."""
        was, now = (
            [side.resolved(one)[1].get("links") for one in mapping(fields.get("responses")).values()]
            for side, fields in zip(self._sides, (before, after), strict=True)
        )
        if was != now:
            self._tell("wording", name, "links")


def _operations(side: Document) -> dict[tuple[str, str], tuple[str, dict[str, Any]]]:
    """Return path and operation by method and by the path without the names in its braces."""
    return {
        (method, re.sub(r"\{[^}]*\}", "{}", path)): (path, dict(_with_shared(path_item, operation)))
        for path, one in mapping(side.data.get("paths")).items()
        for path_item in [side.resolved(one)[1]]
        for method, operation in path_item.items()
        if method in METHODS and isinstance(operation, dict)
    }


def _with_shared(path_item: dict[str, Any], operation: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an operation with what its path lays down for all: servers, and parameters."""
    if "servers" in path_item:
        yield "servers", path_item["servers"]
    yield from operation.items()
    yield "parameters", [*items(path_item.get("parameters")), *items(operation.get("parameters"))]


def _asked(requirement: dict[str, Any]) -> set[tuple[str, str]]:
    """Return what a caller has to have: each scheme, and each scope of it."""
    return {(name, scope) for name, scopes in requirement.items() for scope in ("", *map(str, items(scopes)))}


def _braces(path: str) -> list[str]:
    return re.findall(r"\{([^}]*)\}", path)
