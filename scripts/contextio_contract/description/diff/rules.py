"""What each kind of change means for the two sides, as data.

Requests and answers are opposite directions. What a client sends may be asked for more loosely and never more
strictly; what it reads may be promised more strictly and never more loosely. The rules for values follow from
that alone; the others stand one by one.

oasdiff's checks and the ten breaking changes that GitHub lists in its rest-api-description judge directions
the same way. Where this table is stricter, generated code is the reason: an operationId, a tag, a field of
a form and a schema's name are names in the clients, so losing them breaks callers though the wire may bear
it. A changed default of a request, which oasdiff only notes, is breaking, since a caller who leaves the
field out gets something else. So is the loss of an optional field of an answer, which is an attribute of
the models. A new value in an answer is breaking, as it is for oasdiff; GitHub's list speaks of removed
values only. What oasdiff knows of sunset dates and levels of stability has no place in this description.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


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
    """One kind of change.

    Attributes:
        id: its name in reports.
        level: what it does.
        text: what happened to the subject, in words that follow its name.
    """

    id: str
    level: Level
    text: str


_BREAKING, _ADDITIVE, _EDITORIAL = Level

_SINGLE: Final = (
    # operations
    Rule("operation-added", _ADDITIVE, "is new"),
    Rule("operation-removed", _BREAKING, "is gone"),
    Rule("operation-renamed", _BREAKING, "has another operationId"),
    Rule("operation-moved", _BREAKING, "moved to another page"),
    Rule("path-parameter-renamed", _BREAKING, "names its path parameters otherwise"),
    Rule("paging-added", _ADDITIVE, "is divided into pages"),
    Rule("paging-removed", _BREAKING, "is no longer divided into pages"),
    Rule("paging-changed", _BREAKING, "is divided into pages otherwise"),
    Rule("deprecated", _ADDITIVE, "is deprecated"),
    Rule("undeprecated", _ADDITIVE, "is no longer deprecated"),
    Rule("security-tightened", _BREAKING, "asks for other credentials"),
    Rule("security-loosened", _ADDITIVE, "takes further credentials, or none"),
    Rule("security-scheme-changed", _BREAKING, "is another way to sign"),
    Rule("security-scheme-added", _ADDITIVE, "is a further way to sign"),
    Rule("security-scheme-removed", _EDITORIAL, "is no longer described"),
    Rule("server-added", _ADDITIVE, "is a further server"),
    Rule("server-removed", _BREAKING, "is no server any more"),
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
    # what a client reads
    Rule("answer-added", _ADDITIVE, "is new"),
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
    "type": "type",
    "values": "values",
    "bounds": "bounds",
    "form": "form",
    "union": "alternatives",
    "condition": "conditions",
    "extra": "further fields",
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
    name: Rule(name, level, f"has other {words}: {outcome}")
    for aspect, words in _ASPECTS.items()
    for (direction, effect), (level, outcome) in _WORDS.items()
    for name in [f"{direction}-{aspect}-{effect}"]
}
"""All rules by id."""
