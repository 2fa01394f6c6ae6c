"""JSON Schemas with which editors complete and check `spec/`, made of the grammar.

`python -m contextio_contract.description.lint.editor_schemas` writes them to `.vscode/`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.evidence.facts import ENFORCING, PAGE
from contextio_contract.description.lint.forms import FORMS
from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.description.lint.grammar import Field

FOLDER: Final = Path(__file__).parents[4] / ".vscode"
_REFERENCE: Final = {"type": "object", "required": ["$ref"], "properties": {"$ref": {"type": "string"}}}


def texts() -> dict[str, str]:
    """Return the texts of the schemas by file name: draft 7, which the YAML language servers read best.

    They know the names of fields and the forms of extensions; lint checks the other values.
    """
    known = conventions(FOLDER.parent / "spec")
    kinds = {kind: _object(fields) for kind, fields in KINDS.items()}
    for kind, schema in kinds.items():
        forms = {key: {"$ref": f"#/definitions/{key}"} for key in FORMS if known.allows(key, kind)}
        schema["properties"] |= forms
    kinds |= {kind: _field(f"{{{inner.child}}}") for kind, inner in FREE_KINDS.items()}
    schemas = {
        "openapi": {**kinds["document"], "definitions": {**kinds, **FORMS}},
        "resource": {**_object(KINDS["components"]), "definitions": {**kinds, **FORMS}},
        "documented": PAGE,
        "enforcement": ENFORCING,
    }
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    return {
        f"{name}.schema.json": json.dumps(draft | schema, indent=1) + "\n" for name, schema in schemas.items()
    }


def _object(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _field(field.child) for name, field in fields.items()},
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
    if kind not in KINDS and kind not in FREE_KINDS:
        return {}
    own = {"$ref": f"#/definitions/{kind}"}
    return {"anyOf": [own, {"type": "boolean"}] if kind in SCHEMA_KINDS else [_REFERENCE, own]}


if __name__ == "__main__":
    for file, text in texts().items():
        (FOLDER / file).write_text(text, "utf-8")
