"""The small description that examples of rules are pieces of, and patches of it."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import yaml

from contextio_contract.description import Bundle, Finding
from contextio_contract.description.lint.pieces import ITEMS, MODEL, PAGE
from contextio_contract.description.source.files import load


def things() -> Bundle:
    findings: list[Finding] = []
    file = load(MODEL, "things.yaml", findings)
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


def pasted(piece: str) -> Bundle:
    """Return the small description with a piece of its page or root pasted where it says that it stands."""
    bundle = things()
    name, _, text = piece.removeprefix("# ").partition("\n")
    patch = yaml.safe_load(re.sub(r"# without (\S+)$", r"\1: null", text, flags=re.MULTILINE))
    if name == PAGE:
        patch = yaml.safe_load(json.dumps(patch).replace('"#/', '"#/components/'))
        items = patch.pop("pathItems", {})
        patch = {"components": patch, "paths": {path: items.get(item, {}) for path, item in ITEMS.items()}}
    return Bundle(merged(bundle.document, patch), bundle.positions)
