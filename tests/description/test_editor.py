"""The schemas that editors use are those of the grammar, take the description, and refuse misspelt fields."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from contextio_contract.description.editor import FOLDER, schemas, texts
from contextio_contract.description.loader import load

SPEC = Path(__file__).parents[2] / "spec"
FILES = ["openapi.yaml", "common.yaml", *(f"resources/{path.name}" for path in SPEC.glob("resources/*.yaml"))]


def schema_of(name: str) -> jsonschema_rs.Draft7Validator:
    kind = "openapi" if name == "openapi.yaml" else "resource"
    return jsonschema_rs.Draft7Validator(schemas()[f"{kind}.schema.json"])


def test_the_committed_schemas_follow_the_grammar() -> None:
    for name, text in texts().items():
        written = (FOLDER / name).read_text("utf-8")
        assert written == text, "run: .venv/bin/python -m contextio_contract.description.editor"


def test_the_settings_point_to_them() -> None:
    settings = json.loads((FOLDER / "settings.json").read_text("utf-8"))
    assert {Path(path).name for path in settings["yaml.schemas"]} == schemas().keys()


@pytest.mark.parametrize("name", FILES)
def test_the_description_is_what_they_expect(name: str) -> None:
    file = load(SPEC / name, name, [])
    assert file is not None
    assert [error.message for error in schema_of(name).iter_errors(file.data)] == []


def test_a_misspelt_field_is_underlined() -> None:
    operation = {"get": {"operationId": "notes_list", "sumary": "List notes."}}
    assert not schema_of("resources/notes.yaml").is_valid({"pathItems": {"collection": operation}})
    assert not schema_of("openapi.yaml").is_valid({"openapi": "3.1.1", "taggs": []})
