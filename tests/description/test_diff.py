"""Typical edits of the description, each with what `diff` says of it."""

from __future__ import annotations

import copy
import http.server
import json
import re
import shutil
import subprocess
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.description.edits import EDITS, ROOT, Edit

from contextio_contract.cli import main
from contextio_contract.description.diff.operations import Change, compare
from contextio_contract.description.diff.revision import folder
from contextio_contract.description.diff.rules import RULES, Level
from contextio_contract.description.diff.version import following

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = Path(__file__).parents[2] / "spec"
RELEASED = SPEC / "released.json"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SPEC, tmp_path / "spec"))


@pytest.fixture(scope="module")
def described() -> dict[str, object]:
    return folder(SPEC, "spec")


def edited(spec: Path, edit: Edit) -> None:
    path = spec / edit.file
    text = path.read_text("utf-8")
    assert edit.old in text
    path.write_text(text.replace(edit.old, edit.new, 1), "utf-8")


def changes(old: dict[str, object], spec: Path) -> list[Change]:
    return compare(old, folder(spec, "spec"))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_typical_edit_is_judged_by_who_sends_and_who_reads(
    copied: Path, described: dict[str, object], edit: Edit
) -> None:
    edited(copied, edit)
    found = changes(described, copied)
    assert any(
        change.rule.id == edit.rule and change.place.startswith(edit.place) and change.level == edit.level
        for change in found
    ), list(map(str, found))
    assert found[0].level == edit.level, str(found[0])


def test_the_same_schema_breaks_in_one_direction_only(copied: Path, described: dict[str, object]) -> None:
    edited(copied, EDITS["new value in an answer"])
    levels = {change.rule.id: change.level for change in changes(described, copied)}
    assert levels["response-values-loosened"] == Level.BREAKING
    assert levels["request-values-loosened"] == Level.ADDITIVE


def places(value: Any, pointer: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [pointer, *(place for key, inner in entries for place in places(inner, (*pointer, key)))]


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_change_passes_in_silence(described: dict[str, object], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(described)[1:]).filter(lambda place: place not in SILENT))
    changed = copy.deepcopy(described)
    owner: Any = changed
    for key in place[:-1]:
        owner = owner[key]
    del owner[place[-1]]
    assert compare(described, changed)


def test_what_the_service_calls_by_itself_is_read_by_clients(described: dict[str, object]) -> None:
    body = {"content": {"application/json": {"schema": {"type": "integer"}}}}
    before = described | {"webhooks": {"mail": {"post": {"requestBody": body}}}}
    wider = {"content": {"application/json": {"schema": {"type": "number"}}}}
    after = described | {"webhooks": {"mail": {"post": {"requestBody": wider}}}}
    assert [(one.rule.id, one.level) for one in compare(before, described)] == [
        ("callback-removed", "breaking")
    ]
    assert [(one.rule.id, one.level) for one in compare(described, before)] == [
        ("callback-added", "additive")
    ]
    assert [one.rule.id for one in compare(before, after)] == ["response-type-loosened"]


def test_nothing_changed_is_no_change(described: dict[str, object]) -> None:
    assert compare(described, described) == []


SILENT = {
    ("info", "version"),  # follows from all other changes
    ("components", "schemas", "Failure", "allOf", 1, "type"),  # the other member has it as well
}
KEYS = """
    openapi paths components schemas A $ref get parameters responses properties type enum required allOf oneOf
    items content schema additionalProperties minimum /a 200 requestBody info servers security tags callbacks
    headers x-source const default
"""
JSON = st.recursive(
    st.sampled_from([None, True, False, 0, 1, "", "#/components/schemas/A", "string"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON.filter(lambda value: isinstance(value, dict)), JSON.filter(lambda value: isinstance(value, dict)))
@settings(max_examples=200, deadline=None)
def test_no_document_makes_it_fail(old: dict[str, object], new: dict[str, object]) -> None:
    assert compare(old, old) == []
    for change in compare(old, new):
        assert RULES[change.rule.id] is change.rule


@pytest.mark.parametrize(
    ("version", "levels", "expected"),
    [
        ((1, 2, 3), {"breaking", "additive"}, (2, 0, 0)),
        ((1, 2, 3), {"additive", "editorial"}, (1, 3, 0)),
        ((1, 2, 3), {"editorial"}, (1, 2, 4)),
        ((0, 2, 3), {"breaking"}, (0, 3, 0)),
        ((0, 2, 3), {"additive"}, (0, 2, 4)),
        ((0, 2, 3), set(), (0, 2, 3)),
    ],
)
def test_the_version_follows(
    version: tuple[int, int, int], levels: set[str], expected: tuple[int, int, int]
) -> None:
    assert following(version, map(Level, levels)) == expected


def diff(spec: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--spec", str(spec), *arguments])


@pytest.fixture
def repository(copied: Path) -> Path:
    """Return a description under git, committed once."""
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b commit -q -m one"):
        subprocess.run(["git", "-C", str(copied.parent), *command.split()], check=True)
    return copied


def test_a_breaking_change_fails_until_the_version_says_so(repository: Path) -> None:
    assert (
        diff(repository).output
        == "diff: 0 breaking, 0 additive, 0 editorial since HEAD; nothing to release\n"
    )
    edited(repository, EDITS["removed parameter"])
    result = diff(repository)
    assert result.exit_code == 1
    assert "client: client.accounts.list" in result.output
    assert "server: handlers/accounts.py: accounts_list" in result.output
    assert "conformance: accounts-list" in result.output
    assert "## 0.2.0\n\n### Breaking\n- Query parameter status_ok of accounts_list is gone." in result.output
    assert result.output.splitlines()[-1].endswith("since HEAD; write info.version: 0.2.0")
    edited(repository, Edit(ROOT, "version: 0.1.0", "version: 0.2.0", "", "", ""))
    stepped = diff(repository)
    assert stepped.exit_code == 0
    assert stepped.output.splitlines()[-1].endswith("info.version 0.2.0 says so")


def test_what_was_released_is_kept_unless_the_version_says_so() -> None:
    result = diff(SPEC, str(RELEASED))
    assert result.exit_code == 0, result.output


def test_the_newest_version_of_the_changelog_is_the_released_one() -> None:
    newest = re.search(r"^## (\d+\.\d+\.\d+)$", (SPEC / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert json.loads(RELEASED.read_bytes())["info"]["version"] == newest[1]


def test_a_breaking_change_of_what_was_released_fails(copied: Path) -> None:
    released = copied / RELEASED.name
    edited(copied, EDITS["field of an answer removed"])
    result = diff(copied, str(released))
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].endswith("write info.version: 0.2.0")


def test_a_new_field_names_the_models_and_does_not_fail(repository: Path) -> None:
    edited(repository, EDITS["new field of an answer"])
    result = diff(repository, "HEAD")
    assert result.exit_code == 0
    assert "models: Account\n" in result.output
    assert "write info.version: 0.1.1" in result.output


def test_a_bundle_and_a_folder_are_bases_too(
    copied: Path, tmp_path: Path, described: dict[str, object]
) -> None:
    bundle = tmp_path / "openapi.json"
    bundle.write_text(json.dumps(described))
    edited(copied, EDITS["another summary"])
    for base in (bundle, SPEC):
        result = diff(copied, str(base))
        assert result.exit_code == 0
        assert result.output.splitlines()[-1].startswith("diff: 0 breaking, 0 additive, 1 editorial since")


@pytest.fixture
def served(tmp_path: Path, described: dict[str, object]) -> Iterator[str]:
    (tmp_path / "served").mkdir()
    (tmp_path / "served/openapi.json").write_text(json.dumps(described))
    (tmp_path / "served/page.html").write_text("<p>nothing")
    handler = partial(QuietHandler, directory=tmp_path / "served")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so named by the base class
        pass


def test_an_address_is_a_base_too(served: str) -> None:
    assert diff(SPEC, f"{served}/openapi.json").exit_code == 0


def test_what_is_no_base_is_said_in_a_line(served: str, copied: Path, tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 5000)
    (tmp_path / "empty").mkdir()
    for base in (
        "no-such-ref",
        "--output=/tmp/x",
        f"{served}/page.html",
        f"{served}/missing.json",
        "http://127.0.0.1:1/openapi.json",
        str(tmp_path / "deep.json"),
        str(tmp_path / "empty"),
        str(copied / ROOT),
    ):
        result = diff(copied, "--", base)
        assert result.exit_code == 2, base
        assert re.fullmatch(r"Error: [^\n]+\n", result.output), result.output


def test_the_rules_are_words_and_names() -> None:
    assert len(RULES) == len({(rule.id, rule.text) for rule in RULES.values()})
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z-]+", rule.id)
        assert rule.text
