"""What editors need to help with `spec/`: JSON Schemas for its files, made of the grammar.

`python -m contextio_contract.description.editor` writes them; settings for VS Code point to them as well.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.evidence.facts import ENFORCING, PAGE
from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).parents[4] / ".vscode"
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas by file name, for the four kinds of files; each file names its own in a first line.

    They are of draft 7, which the YAML language servers read best. They know the names of fields; what is
    right in them, lint says.
    """
    kinds = {kind: _object(fields) for kind, fields in KINDS.items()}
    kinds |= {
        kind: {"type": "object", "additionalProperties": _value(inner)} for kind, inner in FREE_KINDS.items()
    }
    sections = _object(KINDS["components"])
    return {
        "openapi.schema.json": {"$schema": _DRAFT, **kinds["document"], "definitions": kinds},
        "resource.schema.json": {"$schema": _DRAFT, **sections, "definitions": kinds},
        "documented.schema.json": {"$schema": _DRAFT, **PAGE},
        "enforcement.schema.json": {"$schema": _DRAFT, **ENFORCING},
    }


def _object(fields: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _field(kind) for name, kind in fields.items()},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }


def _field(kind: str) -> dict[str, Any]:
    if kind.startswith("{"):
        return {"type": "object", "additionalProperties": _value(kind[1:-1])}
    if kind.startswith("["):
        return {"type": "array", "items": _value(kind[1:-1])}
    return _value(kind)


def _value(kind: str) -> dict[str, Any]:
    if not kind:
        return {}
    own = {"$ref": f"#/definitions/{kind}"}
    if kind in SCHEMA_KINDS:
        return {"anyOf": [own, {"type": "boolean"}]}
    reference = {"type": "object", "required": ["$ref"], "properties": {"$ref": {"type": "string"}}}
    return {"anyOf": [reference, own]}


def texts() -> dict[str, str]:
    """Return the files' texts by name."""
    return {name: json.dumps(schema, indent=1) + "\n" for name, schema in schemas().items()}


if __name__ == "__main__":
    for file, text in texts().items():
        (FOLDER / file).write_text(text, "utf-8")
