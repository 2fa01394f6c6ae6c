"""The small description `things.yaml`, and patches of it."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from contextio_contract.description import Bundle, Finding
from contextio_contract.description.source.files import load

THINGS = Path(__file__).with_name("things.yaml")


def things() -> Bundle:
    findings: list[Finding] = []
    file = load(THINGS, "things.yaml", findings)
    assert file is not None
    assert findings == []
    return Bundle(copy.deepcopy(file.data), dict(file.positions))


def merged(base: Any, patch: Any) -> Any:
    """Return a JSON merge patch applied (RFC 7386): null takes a field away."""
    if not isinstance(patch, dict):
        return patch
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result
