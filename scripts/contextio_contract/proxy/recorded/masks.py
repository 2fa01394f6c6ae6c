"""Masks: what stands in recordings and reports in place of values that are not for every reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from contextio_contract.contract.conformity import Violation

MASK: Final = "‹masked›"
"""What this program writes for somebody's data."""

_MASKS: Final = (MASK, "***")
"""What the archives of conformance runs have."""

_SPELLINGS: Final = tuple(spelling.encode() for mask in _MASKS for spelling in (mask, quote(mask)))
_OF_WHOLE_VALUES: Final = frozenset(
    {
        "additionalProperties", "anyOf", "contains", "enum", "not", "oneOf", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties", "uniqueItems",
    }
)  # fmt: skip
"""Keywords that an array or object may break by what lies within it."""


def may_come_of_mask(violation: Violation) -> bool:
    """Return whether a value may break the contract only because it, or something within it, is masked."""
    if isinstance(violation.value, str) or violation.rule in _OF_WHOLE_VALUES:
        return _has_mask(violation.value)
    return False


def are_masked(*texts: bytes) -> bool:
    """Return whether parts of a request have masks, also percent-encoded."""
    return any(spelling in text for spelling in _SPELLINGS for text in texts)


def _has_mask(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_mask, (*value, *value.values())))
    if isinstance(value, list):
        return any(map(_has_mask, value))
    return isinstance(value, str) and any(mask in value for mask in _MASKS)
