"""Changes between two descriptions, and what each kind of change means for the two sides.

Requests and answers are opposite directions. What a client sends may be asked for more loosely and never more
strictly; what it reads may be promised more strictly and never more loosely. In a callback, clients read the
request and send the answer. The rules for values follow from that alone; the others stand one by one.

oasdiff and the list of breaking changes in GitHub's rest-api-description judge directions the same way. Where
this table is stricter, generated code is the reason. An operationId, a tag, a field and a schema's name are
names in the clients, so losing one breaks callers though the wire may bear it.

Some judgements can be argued about:

- A default of a request that changes or goes is breaking: who leaves the field out gets something else. One
  that is stated for the first time is additive, for nothing was said before.
- Another failure in place of one, such as 410 for 404, is additive: clients have to expect any failure. A
  lost success is breaking, and in callbacks any lost answer.
- A further success is breaking unless it has the content of an earlier one, which clients read from it.
- A condition that binds answers more strictly is additive, one that binds requests more strictly is breaking.
- A greater maximum of pages is breaking: who asks for no number of elements may get more than before.
- A field added to an open object is additive. One added to a closed object is breaking for those who read.
- What cannot be compared exactly counts as if both sides had values that the other lacks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Operation

WORDING: Final = ("title", "description", "example", "examples", "$comment", "externalDocs", "summary")
"""The fields that are for people."""
TOOLS: Final = ("discriminator", "xml")
"""The keywords of schemas that help tools, and allow neither more nor fewer values."""
_WITH_RULES: Final = frozenset(
    {
        "x-paging",
        "x-list",
        "x-resource",
        "x-part",
        "x-switches",
        "x-async",
        "x-also-reads",
        "x-default",
        "x-fallback",
        "x-signature",
    }
)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Level(StrEnum):
    """What a change does to those who keep to the older description, worst first."""

    BREAKING = "breaking"
    ADDITIVE = "additive"
    EDITORIAL = "editorial"


class Direction(StrEnum):
    """Who sends a value; in a callback, the service asks and the client answers."""

    REQUEST = "request"
    RESPONSE = "response"


class Effect(StrEnum):
    """How the values that a place allows have changed."""

    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"


@dataclass(frozen=True)
class Rule:
    """One kind of change; its text says what happened to a subject, in words that follow its name."""

    id: str
    level: Level
    text: str


HIDDEN: Final = {Direction.REQUEST: "readOnly", Direction.RESPONSE: "writeOnly"}
"""The keyword of properties that are not sent in a direction."""
_BREAKING, _ADDITIVE, _EDITORIAL = Level

_SINGLE: Final = (
    # operations
    Rule("operation-added", _ADDITIVE, "is new"),
    Rule("operation-removed", _BREAKING, "is gone"),
    Rule("operation-renamed", _BREAKING, "has another operationId"),
    Rule("operation-moved", _BREAKING, "moved to another page"),
    Rule("path-changed", _BREAKING, "moved to another path"),
    Rule("path-parameter-renamed", _BREAKING, "names its path parameters otherwise"),
    Rule("promise-added", _ADDITIVE, "became promised behaviour"),
    Rule("promise-removed", _BREAKING, "ceased to be promised behaviour"),
    Rule("promise-changed", _BREAKING, "changed"),
    Rule("deprecated", _ADDITIVE, "is deprecated"),
    Rule("undeprecated", _ADDITIVE, "is no longer deprecated"),
    Rule("security-tightened", _BREAKING, "asks for other credentials"),
    Rule("security-loosened", _ADDITIVE, "takes further credentials, or none"),
    Rule("security-scheme-changed", _BREAKING, "is another way to sign"),
    Rule("security-scheme-added", _ADDITIVE, "is a further way to sign"),
    Rule("security-scheme-removed", _EDITORIAL, "is no longer described"),
    Rule("server-added", _ADDITIVE, "is a further server"),
    Rule("server-removed", _BREAKING, "is no server any more"),
    Rule("server-variable-added", _ADDITIVE, "is new"),
    Rule("server-variable-removed", _BREAKING, "is gone"),
    Rule("server-default-changed", _BREAKING, "stands for another value when it is not set"),
    Rule("server-values-tightened", _BREAKING, "takes fewer values"),
    Rule("server-values-loosened", _ADDITIVE, "takes more values"),
    # what a client sends
    Rule("parameter-added", _ADDITIVE, "is new and optional"),
    Rule("required-parameter-added", _BREAKING, "is new and required"),
    Rule("parameter-removed", _BREAKING, "is gone"),
    Rule("parameter-required", _BREAKING, "became required"),
    Rule("parameter-optional", _ADDITIVE, "became optional"),
    Rule("parameter-style", _BREAKING, "is written otherwise"),
    Rule("body-added", _ADDITIVE, "is new and optional"),
    Rule("required-body-added", _BREAKING, "is new and required"),
    Rule("body-removed", _BREAKING, "is gone"),
    Rule("body-required", _BREAKING, "became required"),
    Rule("encoding-changed", _BREAKING, "is written otherwise"),
    Rule("body-optional", _ADDITIVE, "became optional"),
    Rule("request-media-type-added", _ADDITIVE, "is accepted too"),
    Rule("request-media-type-removed", _BREAKING, "is refused"),
    Rule("request-property-added", _ADDITIVE, "is new and optional"),
    Rule("required-request-property-added", _BREAKING, "is new and required"),
    Rule("request-required-tightened", _BREAKING, "became required"),
    Rule("request-required-loosened", _ADDITIVE, "became optional"),
    Rule("request-property-removed", _BREAKING, "is no longer read"),
    Rule("request-default-changed", _BREAKING, "means something else when left out"),
    Rule("request-default-removed", _BREAKING, "may mean anything when left out"),
    Rule("request-default-added", _ADDITIVE, "now has a meaning when left out"),
    # what a client reads
    Rule("answer-added", _ADDITIVE, "is new"),
    Rule("success-added", _BREAKING, "is a further success without the content of the earlier ones"),
    Rule("success-narrowed", _ADDITIVE, "is given with fewer statuses"),
    Rule("success-removed", _BREAKING, "is no longer given"),
    Rule("failure-removed", _ADDITIVE, "is no longer given"),
    Rule("answer-media-type-added", _ADDITIVE, "is answered too"),
    Rule("answer-media-type-removed", _BREAKING, "is no longer answered"),
    Rule("answer-property-added", _ADDITIVE, "is new"),
    Rule("answer-property-removed", _BREAKING, "is gone"),
    Rule("response-required-tightened", _ADDITIVE, "is now always there"),
    Rule("response-required-loosened", _BREAKING, "may now be left out"),
    Rule("header-added", _ADDITIVE, "is new"),
    Rule("header-removed", _BREAKING, "is gone"),
    Rule("callback-added", _ADDITIVE, "is new"),
    Rule("callback-removed", _BREAKING, "is gone"),
    Rule("signature-added", _ADDITIVE, "is signed now"),
    Rule("signature-changed", _BREAKING, "is signed otherwise"),
    Rule("signature-removed", _BREAKING, "is no longer signed"),
    Rule("also-reads-added", _ADDITIVE, "is read in further forms"),
    Rule("also-reads-removed", _BREAKING, "is no longer read in some forms"),
    # names
    Rule("schema-added", _ADDITIVE, "is a new class of the models"),
    Rule("schema-removed", _BREAKING, "is no class of the models any more"),
    # texts
    Rule("wording", _EDITORIAL, "is worded or illustrated otherwise"),
    Rule("remark", _EDITORIAL, "has other remarks for tools"),
)

_ASPECTS: Final = {
    **{aspect: aspect for aspect in ("type", "values", "bounds", "form")},
    "union": "alternatives",
    "condition": "conditions",
    "extra": "further fields",
    "unclear": "schemas that cannot be compared exactly",
}
"""What of a value can change, in words."""

_WORDS: Final = {
    (Direction.REQUEST, Effect.TIGHTENED): (_BREAKING, "fewer values are accepted"),
    (Direction.REQUEST, Effect.LOOSENED): (_ADDITIVE, "more values are accepted"),
    (Direction.REQUEST, Effect.CHANGED): (_BREAKING, "other values are accepted"),
    (Direction.RESPONSE, Effect.TIGHTENED): (_ADDITIVE, "fewer values are answered"),
    (Direction.RESPONSE, Effect.LOOSENED): (_BREAKING, "more values are answered"),
    (Direction.RESPONSE, Effect.CHANGED): (_BREAKING, "other values are answered"),
}

RULES: Final = {rule.id: rule for rule in _SINGLE} | {
    name: Rule(name, level, f"changed in {words}: {outcome}")
    for aspect, words in _ASPECTS.items()
    for (direction, effect), (level, outcome) in _WORDS.items()
    for name in [f"{direction}-{aspect}-{effect}"]
}
"""All rules by id."""


@dataclass
class Change:
    """One difference of a subject, such as `Account.nb_messages`; details say what it was and is."""

    rule: Rule
    subject: str
    details: str
    operations: dict[str, Operation] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it as a clause."""
        return f"{self.subject} {self.rule.text}" + (f" ({self.details})" if self.details else "")


class Changes:
    """Changes as they are found, each once, with the operation that is compared at the time."""

    def __init__(self) -> None:
        self.operation: Operation | None = None
        self._changes: dict[tuple[str, str, str], Change] = {}

    def record(self, rule: str, subject: str, details: str = "") -> None:
        """Record a change by the id of its rule."""
        change = self._changes.setdefault((rule, subject, details), Change(RULES[rule], subject, details))
        if self.operation is not None:
            change.operations.setdefault(self.operation.id, self.operation)

    def record_remarks(self, old: Mapping[str, Any], new: Mapping[str, Any], subject: str) -> None:
        """Record the deprecation of an object, its wording, and extensions that have no rule of their own."""
        if (old.get("deprecated") is True) != (new.get("deprecated") is True):
            self.record("deprecated" if new.get("deprecated") is True else "undeprecated", subject)
        changed = [key for key, before, after in pairs(old, new) if before != after]
        wording = sorted(set(changed) & set(WORDING), key=WORDING.index)
        remarks = [
            key for key in changed if key in {*HIDDEN.values(), *TOOLS, "format"} or key.startswith("x-")
        ]
        for rule, keys in (("wording", wording), ("remark", sorted(set(remarks) - _WITH_RULES))):
            if keys:
                self.record(rule, subject, ", ".join(keys))

    def worst_first(self) -> list[Change]:
        """Return the changes in the order of their levels."""
        return sorted(self._changes.values(), key=lambda change: list(Level).index(change.rule.level))


def pairs(
    old: Mapping[_Key, _Value], new: Mapping[_Key, _Value]
) -> Iterator[tuple[_Key, _Value | None, _Value | None]]:
    """Yield each key of two mappings with its values there; None where one lacks the key."""
    for key in dict.fromkeys([*old, *new]):
        yield key, old.get(key), new.get(key)
