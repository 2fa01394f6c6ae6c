"""Typical edits of the description, each with what `diff` says of it."""

from __future__ import annotations

import http.server
import json
import re
import shutil
import subprocess
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from contextio_contract.cli import main
from contextio_contract.description.diff.base import folder
from contextio_contract.description.diff.compare import Change, compare
from contextio_contract.description.diff.rules import RULES, Level
from contextio_contract.description.diff.version import following

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = Path(__file__).parents[2] / "spec"
ROOT = "openapi.yaml"
COMMON = "common.yaml"
ACCOUNTS = "resources/accounts.yaml"
SOURCES = "resources/sources.yaml"
TOKENS = "resources/connect_tokens.yaml"


class Edit(NamedTuple):
    """An edit of the first place where `old` stands, and the worst that has to be said of it."""

    file: str
    old: str
    new: str
    rule: str
    place: str
    level: str


EDITS = {
    # what clients send
    "new optional parameter": Edit(
        ACCOUNTS,
        "      parameters:\n",
        "      parameters:\n        - {name: q, in: query, description: A., schema: {type: string}}\n",
        "parameter-added",
        "query parameter q of accounts_list",
        "additive",
    ),
    "new required parameter": Edit(
        ACCOUNTS,
        "      parameters:\n",
        "      parameters:\n        - {name: q, in: query, required: true, schema: {type: string}}\n",
        "required-parameter-added",
        "query parameter q of accounts_list",
        "breaking",
    ),
    "removed parameter": Edit(
        ACCOUNTS,
        '        - $ref: "../common.yaml#/parameters/SourceStatusOkFilter"\n',
        "",
        "parameter-removed",
        "query parameter status_ok of accounts_list",
        "breaking",
    ),
    "renamed parameter": Edit(
        ACCOUNTS, "- name: limit", "- name: max", "parameter-removed", "query parameter limit of", "breaking"
    ),
    "parameter became required": Edit(
        ACCOUNTS,
        "- name: limit\n",
        "- name: limit\n          required: true\n",
        "parameter-required",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "parameter of another type": Edit(
        ACCOUNTS,
        "schema:\n            type: string",
        "schema:\n            type: integer",
        "request-type-changed",
        "query parameter email of accounts_list",
        "breaking",
    ),
    "wider type of a parameter": Edit(
        ACCOUNTS,
        "schema:\n            type: integer\n            minimum: 1",
        "schema:\n            type: number\n            minimum: 1",
        "request-type-loosened",
        "query parameter limit of accounts_list",
        "additive",
    ),
    "new bound on a parameter": Edit(
        ACCOUNTS,
        "            minimum: 1\n",
        "            minimum: 1\n            maximum: 100\n",
        "request-bounds-tightened",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "bound of a field lowered": Edit(
        SOURCES,
        "        minLength: 1\n        description: Host",
        "        minLength: 0\n        description: Host",
        "request-bounds-loosened",
        "SourceCreateForm.server",
        "additive",
    ),
    "new optional field of a form": Edit(
        ACCOUNTS,
        "      migrate_account_id:\n",
        "      nickname: {type: string, description: A.}\n      migrate_account_id:\n",
        "request-property-added",
        "AccountCreateForm.nickname",
        "additive",
    ),
    "field of a form became required": Edit(
        ACCOUNTS,
        "    required: [email]\n",
        "    required: [email, first_name]\n",
        "request-required-tightened",
        "AccountCreateForm.first_name",
        "breaking",
    ),
    "field of a form became optional": Edit(
        SOURCES,
        "required: [email, server, username, use_ssl, port, type]",
        "required: [email, server, username, use_ssl, port]",
        "request-required-loosened",
        "SourceCreateForm.type",
        "additive",
    ),
    "field of a form removed": Edit(
        SOURCES,
        "      origin_ip:\n        type: string\n"
        "        description: IP address from which the person uses the application.\n",
        "",
        "request-property-removed",
        "SourceCreateForm.origin_ip",
        "breaking",
    ),
    "longer text demanded": Edit(
        SOURCES,
        "        minLength: 1\n        description: Host",
        "        minLength: 3\n        description: Host",
        "request-bounds-tightened",
        "SourceCreateForm.server",
        "breaking",
    ),
    "another default": Edit(
        SOURCES,
        "        default: 0\n",
        "        default: 1\n",
        "request-default-changed",
        "SourceCreateForm.expunge_on_deleted_flag",
        "breaking",
    ),
    "another pattern": Edit(
        COMMON,
        "pattern: '^[^@\\s]+@[^@\\s]+$'",
        "pattern: '^[^@]+@[^@]+$'",
        "request-form-changed",
        "MailAddress",
        "breaking",
    ),
    "further value of a flag": Edit(
        COMMON, "enum: [0, 1]", "enum: [0, 1, 2]", "request-values-loosened", "Flag", "additive"
    ),
    "closed form": Edit(
        ACCOUNTS,
        "    required: [email]\n",
        "    required: [email]\n    additionalProperties: false\n",
        "request-extra-tightened",
        "AccountCreateForm",
        "breaking",
    ),
    "body became required": Edit(
        ACCOUNTS,
        "        description: The names to set.\n",
        "        required: true\n        description: The names to set.\n",
        "body-required",
        "the body of accounts_update",
        "breaking",
    ),
    # what clients read
    "new field of an answer": Edit(
        ACCOUNTS,
        "      nb_files:\n        type",
        "      nb_drafts: {type: integer, description: A.}\n      nb_files:\n        type",
        "answer-property-added",
        "Account.nb_drafts",
        "additive",
    ),
    "field of an answer removed": Edit(
        ACCOUNTS,
        "      resource_url:\n        type: string\n        format: uri\n"
        "        description: Absolute address of the account.\n",
        "",
        "answer-property-removed",
        "Account.resource_url",
        "breaking",
    ),
    "field of an answer became optional": Edit(
        ACCOUNTS,
        "      - nb_messages\n",
        "",
        "response-required-loosened",
        "Account.nb_messages",
        "breaking",
    ),
    "field of an answer became required": Edit(
        ACCOUNTS,
        "      - nb_files\n",
        "      - nb_files\n      - resource_url\n",
        "response-required-tightened",
        "Account.resource_url",
        "additive",
    ),
    "field of an answer of another type": Edit(
        ACCOUNTS,
        "      nb_messages:\n        type: integer",
        "      nb_messages:\n        type: string",
        "response-type-changed",
        "Account.nb_messages",
        "breaking",
    ),
    "field of an answer may be null": Edit(
        ACCOUNTS,
        "      username:\n        type: string",
        '      username:\n        type: [string, "null"]',
        "response-type-loosened",
        "Account.username",
        "breaking",
    ),
    "new value in an answer": Edit(
        COMMON,
        "      - TEMP_DISABLED\n",
        "      - TEMP_DISABLED\n      - PAUSED\n",
        "response-values-loosened",
        "SourceStatus",
        "breaking",
    ),
    "alternative of an answer dropped": Edit(
        TOKENS,
        "          - type: boolean\n            const: false\n",
        "",
        "response-union-tightened",
        "ConnectToken.expires",
        "additive",
    ),
    "lower bound of an answer dropped": Edit(
        ACCOUNTS,
        "      created:\n        type: integer\n        minimum: 0",
        "      created:\n        type: integer",
        "response-bounds-loosened",
        "Account.created",
        "breaking",
    ),
    "another status of success": Edit(
        ACCOUNTS,
        '        "201":',
        '        "200":',
        "success-removed",
        "answer 201 of accounts_create",
        "breaking",
    ),
    "further failure": Edit(
        ACCOUNTS,
        '        "503":',
        '        "502":\n          $ref: "../common.yaml#/responses/MailServerUnreachable"\n        "503":',
        "answer-added",
        "answer 502 of accounts_create",
        "additive",
    ),
    "callback removed": Edit(
        ACCOUNTS,
        "        initialSyncFinished:\n",
        "        initialSyncDone:\n",
        "callback-removed",
        "callback initialSyncFinished",
        "breaking",
    ),
    "lenient reading dropped": Edit(
        TOKENS,
        "        x-also-reads: [empty-array]\n",
        "",
        "also-reads-removed",
        "ConnectToken.account",
        "breaking",
    ),
    # operations
    "operation removed": Edit(
        ROOT,
        '  /connect_tokens/{token}: {$ref: "resources/connect_tokens.yaml#/pathItems/instance"}\n',
        "",
        "operation-removed",
        "connect_tokens_get",
        "breaking",
    ),
    "operation renamed": Edit(
        ACCOUNTS,
        "operationId: accounts_get\n      tags",
        "operationId: accounts_get_one\n      tags",
        "operation-renamed",
        "accounts_get_one",
        "breaking",
    ),
    "operation deprecated": Edit(
        ACCOUNTS,
        "      operationId: accounts_list\n",
        "      operationId: accounts_list\n      deprecated: true\n",
        "deprecated",
        "accounts_list",
        "additive",
    ),
    "operation without signature": Edit(
        ACCOUNTS,
        "      operationId: accounts_list\n",
        "      operationId: accounts_list\n      security: []\n",
        "security-loosened",
        "accounts_list",
        "additive",
    ),
    "list without pages": Edit(
        ACCOUNTS,
        "      x-paging: {limit: limit, offset: offset, maximum: 100}\n",
        "",
        "paging-removed",
        "accounts_list",
        "breaking",
    ),
    "server removed": Edit(
        ROOT,
        "  - url: https://api.context.io/2.0\n"
        "    description: The service itself, out of operation since December 2018.\n",
        "",
        "server-removed",
        "https://api.context.io/2.0",
        "breaking",
    ),
    # wording
    "another description": Edit(
        ACCOUNTS, "Identifier of the account.", "Its identifier.", "wording", "Account.id", "editorial"
    ),
    "another example": Edit(
        ACCOUNTS, "example: 25", "example: 26", "wording", "query parameter limit of", "editorial"
    ),
    "another source": Edit(
        ACCOUNTS,
        "x-source: [seed, docs2012, docs2018, python, ruby, php, java, node, swagger]",
        "x-source: [seed]",
        "remark",
        "accounts_list",
        "editorial",
    ),
    "another summary": Edit(
        ACCOUNTS, "summary: Read an account.", "summary: Read it.", "wording", "accounts_get", "editorial"
    ),
}


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


def test_nothing_changed_is_no_change(described: dict[str, object]) -> None:
    assert compare(described, described) == []


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
