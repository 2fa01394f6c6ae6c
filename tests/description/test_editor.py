"""The schemas that editors use are those of the grammar, take the description, and refuse misspelt fields."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import jsonschema_rs
import pytest

from contextio_contract.description.lint.editor_schemas import FOLDER, texts
from contextio_contract.description.source.files import load

SPEC = Path(__file__).parents[2] / "spec"
FILES = sorted(str(path.relative_to(SPEC)) for path in SPEC.rglob("*.yaml"))
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)\n")


def named(name: str) -> Path:
    """Return the schema that a file of the description names in its first line."""
    found = MODELINE.match((SPEC / name).read_text("utf-8"))
    assert found is not None, f"{name} names no schema"
    return (SPEC / name).parent.joinpath(found[1]).resolve()


def schema_of(name: str) -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator(json.loads(named(name).read_bytes()))


def test_the_committed_schemas_follow_the_grammar() -> None:
    for name, text in texts().items():
        written = (FOLDER / name).read_text("utf-8")
        assert written == text, "run: .venv/bin/python -m contextio_contract.description.lint.editor_schemas"


@pytest.mark.parametrize("name", FILES)
def test_settings_point_new_files_to_what_the_first_line_of_others_names(name: str) -> None:
    patterns = json.loads((FOLDER / "settings.json").read_text("utf-8"))["yaml.schemas"]
    pointing = [
        schema
        for schema, globs in patterns.items()
        if any(fnmatch(f"spec/{name}", glob) for glob in ([globs] if isinstance(globs, str) else globs))
    ]
    if not name.endswith("enforcement.yaml"):  # no new file is of its kind, and its first line has precedence
        assert pointing == [f".vscode/{named(name).name}"]
    assert named(name).parent == FOLDER


@pytest.mark.parametrize("name", FILES)
def test_the_description_is_what_they_expect(name: str) -> None:
    file = load(SPEC / name, f"spec/{name}", [])
    assert file is not None
    assert [error.message for error in schema_of(name).iter_errors(file.data)] == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("openapi.yaml", "\ntags:", "\ntaggs:"),
        ("common.yaml", "    required: true\n", "    requird: true\n"),
        ("resources/accounts.yaml", "      summary: Read an account.", "      sumary: Read an account."),
        ("resources/sources.yaml", "minLength: 1", "minLenght: 1"),
        ("resources/accounts.yaml", "      created: created", "      creatd: created"),
        ("resources/accounts.yaml", "        paging: {limit", "        pages: {limit"),
        ("resources/accounts.yaml", "match: address", "match: adress"),
        ("resources/accounts.yaml", "order: oldest-first", "order: newest-first"),
        ("resources/accounts.yaml", "        tls: use_ssl", "        ssl: use_ssl"),
        ("documented/accounts.yaml", "required: true", "requird: true"),
        ("documented/accounts.yaml", "tier: seed", "tier: sede"),
        ("documented/common.yaml", "\npagination:", "\npaging:"),
        ("documented/sources.yaml", "provenance: [docs2012", "provenence: [docs2012"),
        ("documented/webhooks.yaml", "\nobjects:", "\nobject:"),
        ("documented/enforcement.yaml", "\nunobservable:", "\nunobserved:"),
    ],
)
def test_a_misspelt_key_is_underlined(tmp_path: Path, name: str, old: str, new: str) -> None:
    text = (SPEC / name).read_text("utf-8")
    assert old in text
    (tmp_path / "file.yaml").write_text(text.replace(old, new, 1), "utf-8")
    file = load(tmp_path / "file.yaml", name, [])
    assert file is not None
    assert not schema_of(name).is_valid(file.data)
