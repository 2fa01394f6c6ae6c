"""What each kind of change means for the two sides, as data.

Requests and answers are opposite directions. What a client sends may be asked for more loosely and never more
strictly; what it reads may be promised more strictly and never more loosely. The rules for values follow from
that alone; the others stand one by one.

The checks of oasdiff (named in `like`) and the ten breaking changes that GitHub lists in its
rest-api-description judge directions the same way. Where this table is stricter, generated code is the
reason: an operationId, a tag, a field of a form and a schema's name are names in the clients, so losing them
breaks callers though the wire may bear it. A changed default of a request, which oasdiff only notes, is
breaking, since a caller who leaves the field out gets something else. So is the loss of an optional field of
an answer, which is an attribute of the models. A new value in an answer is breaking, as it is for oasdiff;
GitHub's list speaks of removed values only. What oasdiff knows of sunset dates and levels of stability has no
place in this description.
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
        text: what happened to a place, in words that follow the place's name.
        like: the check of oasdiff that says the same, or empty.
    """

    id: str
    level: Level
    text: str
    like: str = ""


_BREAKING, _ADDITIVE, _EDITORIAL = Level

_SINGLE: Final = (
    # operations
    Rule("operation-added", _ADDITIVE, "is new", "endpoint-added"),
    Rule("operation-removed", _BREAKING, "is gone", "api-removed-without-deprecation"),
    Rule("operation-renamed", _BREAKING, "has another operationId", "api-operation-id-removed"),
    Rule("operation-moved", _BREAKING, "moved to another page", "api-tag-removed"),
    Rule("path-parameter-renamed", _BREAKING, "names its path parameters otherwise"),
    Rule("paging-added", _ADDITIVE, "is divided into pages"),
    Rule("paging-removed", _BREAKING, "is no longer divided into pages"),
    Rule("paging-changed", _BREAKING, "is divided into pages otherwise"),
    Rule("deprecated", _ADDITIVE, "is deprecated", "endpoint-deprecated"),
    Rule("undeprecated", _ADDITIVE, "is no longer deprecated", "endpoint-reactivated"),
    Rule("security-tightened", _BREAKING, "asks for other credentials", "api-security-removed"),
    Rule("security-loosened", _ADDITIVE, "takes further credentials, or none", "api-security-added"),
    Rule("security-scheme-changed", _BREAKING, "is another way to sign", "api-security-component-changed"),
    Rule("security-scheme-added", _ADDITIVE, "is a further way to sign", "api-security-component-added"),
    Rule("security-scheme-removed", _EDITORIAL, "is no longer described", "api-security-component-removed"),
    Rule("server-added", _ADDITIVE, "is a further server"),
    Rule("server-removed", _BREAKING, "is no server any more"),
    # what a client sends
    Rule("parameter-added", _ADDITIVE, "is new and optional", "new-optional-request-parameter"),
    Rule("required-parameter-added", _BREAKING, "is new and required", "new-required-request-parameter"),
    Rule("parameter-removed", _BREAKING, "is gone", "request-parameter-removed"),
    Rule("parameter-required", _BREAKING, "became required", "request-parameter-became-required"),
    Rule("parameter-optional", _ADDITIVE, "became optional", "request-parameter-became-optional"),
    Rule("parameter-style", _BREAKING, "is written otherwise"),
    Rule("body-added", _ADDITIVE, "is new and optional", "request-body-added-optional"),
    Rule("required-body-added", _BREAKING, "is new and required", "request-body-added-required"),
    Rule("body-removed", _BREAKING, "is gone", "request-body-removed"),
    Rule("body-required", _BREAKING, "became required", "request-body-became-required"),
    Rule("encoding-changed", _BREAKING, "is written otherwise"),
    Rule("body-optional", _ADDITIVE, "became optional", "request-body-became-optional"),
    Rule("request-media-type-added", _ADDITIVE, "is accepted too", "request-body-media-type-added"),
    Rule("request-media-type-removed", _BREAKING, "is refused", "request-body-media-type-removed"),
    Rule("request-property-added", _ADDITIVE, "is new and optional", "new-optional-request-property"),
    Rule(
        "required-request-property-added", _BREAKING, "is new and required", "new-required-request-property"
    ),
    Rule("request-required-tightened", _BREAKING, "became required", "request-property-became-required"),
    Rule("request-required-loosened", _ADDITIVE, "became optional", "request-property-became-optional"),
    Rule("request-property-removed", _BREAKING, "is no longer read", "request-property-removed"),
    Rule(
        "request-default-changed",
        _BREAKING,
        "means something else when left out",
        "request-property-default-value-changed",
    ),
    # what a client reads
    Rule("answer-added", _ADDITIVE, "is new", "response-non-success-status-added"),
    Rule("success-removed", _BREAKING, "is no longer given", "response-success-status-removed"),
    Rule("failure-removed", _ADDITIVE, "is no longer given", "response-non-success-status-removed"),
    Rule("answer-media-type-added", _ADDITIVE, "is answered too", "response-media-type-added"),
    Rule("answer-media-type-removed", _BREAKING, "is no longer answered", "response-media-type-removed"),
    Rule("answer-property-added", _ADDITIVE, "is new", "response-optional-property-added"),
    Rule("answer-property-removed", _BREAKING, "is gone", "response-required-property-removed"),
    Rule(
        "response-required-tightened", _ADDITIVE, "is now always there", "response-property-became-required"
    ),
    Rule("response-required-loosened", _BREAKING, "may now be left out", "response-property-became-optional"),
    Rule("header-added", _ADDITIVE, "is new"),
    Rule("header-removed", _BREAKING, "is gone", "required-response-header-removed"),
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
    "type": ("type", "type-changed"),
    "values": ("values", "enum-value"),
    "bounds": ("bounds", "min-max"),
    "form": ("form", "pattern"),
    "union": ("alternatives", "one-of"),
    "condition": ("conditions", ""),
    "extra": ("further fields", "additional-properties"),
}
"""What of a value can change: in words, and the part of a check's name that oasdiff has for it."""

_WORDS: Final = {
    (Direction.REQUEST, Effect.TIGHTENED): (_BREAKING, "fewer values are accepted"),
    (Direction.REQUEST, Effect.LOOSENED): (_ADDITIVE, "more values are accepted"),
    (Direction.REQUEST, Effect.CHANGED): (_BREAKING, "other values are accepted"),
    (Direction.RESPONSE, Effect.TIGHTENED): (_ADDITIVE, "fewer values are answered"),
    (Direction.RESPONSE, Effect.LOOSENED): (_BREAKING, "more values are answered"),
    (Direction.RESPONSE, Effect.CHANGED): (_BREAKING, "other values are answered"),
}

RULES: Final = {rule.id: rule for rule in _SINGLE} | {
    f"{direction}-{aspect}-{effect}": Rule(
        f"{direction}-{aspect}-{effect}",
        level,
        f"has other {words}: {outcome}",
        like and f"{direction}-property-{like}",
    )
    for aspect, (words, like) in _ASPECTS.items()
    for (direction, effect), (level, outcome) in _WORDS.items()
}
"""All rules by id."""
