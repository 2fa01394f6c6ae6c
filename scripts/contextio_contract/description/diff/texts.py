"""Values and schemas as texts: canonical ones to compare, and words for messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.document import NAMED, VALUES
from contextio_contract.description.diff.changes import WORDING

if TYPE_CHECKING:
    from collections.abc import Iterable


def canonical(value: Any) -> str:
    """Return a text that is the same for equal JSON values, such as 1 and 1.0; true is not 1."""
    return json.dumps(_whole(value), sort_keys=True)


def without_wording(value: Any) -> Any:
    """Return a part of a document without wording and extensions at any depth."""
    if isinstance(value, list):
        return [without_wording(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {name: without_wording(named) for name, named in inner.items()}
        if key in NAMED and isinstance(inner, dict)
        else inner
        if key in VALUES
        else without_wording(inner)
        for key, inner in value.items()
        if key not in {*WORDING, "deprecated", "default"} and not str(key).startswith("x-")
    }


def value_text(value: Any) -> str:
    """Return a value as messages name it."""
    return value if isinstance(value, str) else json.dumps(value)


def change_text(key: str, old: Any, new: Any) -> str:
    """Return a keyword with both of its values, unless one of them is long."""
    texts = [value_text(value) for value in (old, new)]
    return (
        key if any(isinstance(value, dict | list) for value in (old, new)) else f"{key} {' → '.join(texts)}"
    )


def difference_text(removed: Iterable[str], added: Iterable[str]) -> str:
    """Return what is there no longer, and what is there now."""
    sides = (("without", ", ".join(removed)), ("with", ", ".join(added)))
    return "; ".join(f"{word} {values}" for word, values in sides if values)


def _whole(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return value
