"""Changes between descriptions, and what `diff` says of them."""

from __future__ import annotations

import json
import random
import re
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.description.conftest import SPEC
from tests.description.document_edits import STEPS as DOCUMENTS
from tests.description.edits import EDITS, REMOVED, Edit, edited, replaced
from tests.description.schema_edits import COMPONENTS, STEPS, Step

from contextio_contract.cli import main
from contextio_contract.contract import Contract, ContractError
from contextio_contract.description.diff.changes import RULES, Level
from contextio_contract.description.diff.operations import compare
from contextio_contract.description.diff.report import following
from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RELEASED = SPEC / "released.json"
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


def is_implied(bundle: dict[str, Any], place: tuple[Any, ...]) -> bool:
    """Return whether a keyword says what its neighbours say: the type of listed values."""
    holder: Any = bundle
    for key in place[:-1]:
        holder = holder[key]
    return place[-1] == "type" and isinstance(holder, dict) and bool({"const", "enum"} & holder.keys())


def bundled(spec: Path) -> dict[str, Any]:
    read = bundle(spec, [])
    assert read is not None
    return read.document


@pytest.fixture(scope="module")
def described(excerpt: Path) -> dict[str, Any]:
    return bundled(excerpt)


@pytest.fixture(scope="module")
def whole_contract() -> Contract:
    return Contract(bundled(SPEC))


def below(value: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield keys
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield from below(inner, (*keys, key))


def rules(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    return [(change.rule.id, change.rule.level) for change in compare(Contract(old), Contract(new))]


def document(schema: Any, **fields: Any) -> dict[str, Any]:
    """Return a description whose operation answers and takes values of a schema."""
    operation = {
        "operationId": "a_list",
        "parameters": [{"name": "q", "in": "query", "schema": schema}],
        "responses": {"200": {"description": "A.", "content": {"application/json": {"schema": schema}}}},
        **fields,
    }
    return {"openapi": "3.1.1", "info": {"version": "1.0.0"}, "paths": {"/a": {"get": operation}}}


@pytest.fixture(scope="module")
def contract(described: dict[str, Any]) -> Contract:
    return Contract(described)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_typical_edit_is_judged_by_who_sends_and_who_reads(contract: Contract, edit: Edit) -> None:
    changes = compare(contract, Contract(edited(contract.bundle, edit.values)))
    assert (edit.rule, edit.subject, edit.level) in [
        (change.rule.id, change.subject, change.rule.level) for change in changes
    ], list(map(str, changes))
    assert changes[0].rule.level == edit.level, str(changes[0])


def test_the_same_schema_breaks_in_one_direction_only(described: dict[str, Any]) -> None:
    levels = dict(rules(described, edited(described, EDITS["new value in an answer"].values)))
    assert levels["response-values-loosened"] == Level.BREAKING
    assert levels["request-values-loosened"] == Level.ADDITIVE


def exchange(schema: Any) -> dict[str, dict[str, Any]]:
    """Return descriptions of a schema where clients send values of it, and where they read them."""
    content = {"content": {"application/json": {"schema": schema}}}
    plain = {"200": {"description": "A."}}
    answering = {"200": {"description": "A.", **content}}
    called = {"requestBody": content, "responses": plain}, {"responses": answering}
    body, answer = ({"done": {"{$request.body#/url}": {"post": each}}} for each in called)
    parts: dict[str, dict[str, Any]] = {
        "sent": {"requestBody": content, "responses": plain},
        "read": {"responses": answering},
        "read in a callback": {"responses": plain, "callbacks": body},
        "sent in a callback": {"responses": plain, "callbacks": answer},
    }
    components = {"schemas": COMPONENTS}
    operations = {name: {"operationId": "a_create", **part} for name, part in parts.items()}
    return {
        name: {"openapi": "3.1.1", "info": {}, "paths": {"/a": {"post": operation}}, "components": components}
        for name, operation in operations.items()
    }


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_a_step_between_schemas_is_judged_in_each_direction(step: Step) -> None:
    there, back = (exchange(step.old), exchange(step.new)), (exchange(step.new), exchange(step.old))
    expected = (step.sent, step.read), (step.sent_back, step.read_back)
    for (old, new), (sent, read) in zip((there, back), expected, strict=True):
        for place, level in {name: sent if name.startswith("sent") else read for name in old}.items():
            changes = compare(Contract(old[place]), Contract(new[place]))
            worst = changes[0].rule.level if changes else "nothing"
            assert worst == level, (place, old is there[0], list(map(str, changes)))


@pytest.mark.parametrize(("old", "new", "there", "back"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_step_outside_of_schemas_is_judged_there_and_back(
    old: Any, new: Any, there: str, back: str
) -> None:
    for (before, after), level in (((old, new), there), ((new, old), back)):
        changes = compare(Contract(before), Contract(after))
        worst = changes[0].rule.level if changes else "nothing"
        assert worst == level, list(map(str, changes))


def test_what_cannot_be_compared_exactly_is_told_so() -> None:
    texts, numbers = ({"type": "array", "items": {"type": type_}} for type_ in ("string", "number"))
    old = exchange({"anyOf": [texts, numbers]})["sent"]
    new = exchange({"anyOf": [texts, numbers | {"minItems": 2}, numbers | {"maxItems": 2}]})["sent"]
    (change,) = compare(Contract(old), Contract(new))
    assert (change.rule.id, change.rule.level) == ("request-unclear-tightened", Level.BREAKING)
    assert str(change) == (
        "the body of a_create changed in schemas that cannot be compared exactly: fewer values are accepted"
        " (without array; with array, array)"
    )


def test_values_are_compared_through_all_of() -> None:
    narrow = document({"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]})
    assert rules(narrow, document({"enum": ["b", "c"]})) == [
        ("response-values-loosened", Level.BREAKING),
        ("request-values-loosened", Level.ADDITIVE),
    ]


def test_changes_are_found_behind_references() -> None:
    def referring(limit: int) -> dict[str, Any]:
        reference = {"$ref": "#/components/parameters/Alias"}
        schema = {"type": "integer", "maximum": limit}
        components = {
            "parameters": {
                "Alias": {"$ref": "#/components/parameters/Limit"},
                "Limit": {"name": "limit", "in": "query", "schema": schema},
            },
            "pathItems": {
                "A": {"get": {"operationId": "a_list", "responses": {}, "parameters": [reference]}}
            },
        }
        paths = {"/a": {"$ref": "#/components/pathItems/A"}}
        return {"openapi": "3.1.1", "info": {}, "paths": paths, "components": components}

    assert rules(referring(2), referring(1)) == [("request-bounds-tightened", Level.BREAKING)]


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("operation moved", "a_create moved to another path (POST /a → POST /b/c)"),
        (
            "further success without content",
            "answer 202 of a_create is a further success without the content of the earlier ones",
        ),
    ],
)
def test_a_step_outside_of_schemas_is_told_once(step: str, text: str) -> None:
    old, new, *_ = DOCUMENTS[step]
    assert list(map(str, compare(Contract(old), Contract(new)))) == [text]


@pytest.mark.slow
def test_no_change_passes_in_silence(whole_contract: Contract) -> None:
    bundle = whole_contract.bundle
    places = [
        place for place in below(bundle) if place and place not in SILENT and not is_implied(bundle, place)
    ]
    for place in random.Random(20181215).sample(places, 60):  # noqa: S311 - the same in each run
        with suppress(ContractError):  # where something refers to what is gone
            assert compare(whole_contract, Contract(replaced(whole_contract.bundle, place, REMOVED))), place


def test_what_the_service_calls_by_itself_is_read_by_clients(described: dict[str, Any]) -> None:
    body = {"content": {"application/json": {"schema": {"type": "integer"}}}}
    before = described | {"webhooks": {"mail": {"post": {"requestBody": body}}}}
    wider = {"content": {"application/json": {"schema": {"type": "number"}}}}
    after = described | {"webhooks": {"mail": {"post": {"requestBody": wider}}}}
    assert rules(before, described) == [("callback-removed", "breaking")]
    assert rules(described, before) == [("callback-added", "additive")]
    assert rules(before, after) == [("response-type-loosened", "breaking")]


def test_a_released_list_has_its_pages_in_another_key(described: dict[str, Any]) -> None:
    paging = {"limit": "limit", "offset": "offset", "maximum": 100}
    place = ("paths", "/accounts", "get")
    listing = replaced(described, (*place, "x-list"), {"paging": paging})
    released = replaced(replaced(listing, (*place, "x-list"), REMOVED), (*place, "x-paging"), paging)
    assert rules(released, listing) == []
    assert rules(released, replaced(listing, (*place, "x-list", "paging", "maximum"), 50)) == [
        ("promise-changed", Level.BREAKING)
    ]


def test_a_changed_promise_is_told_with_what_it_was(described: dict[str, Any]) -> None:
    edit = EDITS["shorter lifetime"]
    (change,) = compare(Contract(described), Contract(edited(described, edit.values)))
    assert str(change) == "lifetime of /connect_tokens changed (86400 s in expires → 60 s in expires)"
    assert set(change.operations) == {"connect_tokens_list", "connect_tokens_create"}


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("x-switches", {"limit": [{"value": 1, "adds": "body"}]}, {"limit": [{"value": 2, "adds": "body"}]}),
        ("x-async", {"observe": "accounts_get", "fields": ["created"]}, None),
        ("x-list", {"order": {"by": "created"}}, {"order": {"by": "created", "direction": "desc"}}),
    ],
)
def test_a_promise_that_changes_or_ends_is_breaking(
    described: dict[str, Any], key: str, one: Any, other: Any
) -> None:
    place = ("paths", "/accounts", "get", key)
    stated = replaced(described, place, one)
    changed = replaced(stated, place, REMOVED if other is None else other)
    assert Level.BREAKING in {level for _, level in rules(stated, changed)}


def test_nothing_changed_is_no_change(described: dict[str, Any]) -> None:
    assert rules(described, described) == []


@given(JSON, JSON)
def test_documents_are_compared_or_refused(old: Any, new: Any) -> None:
    try:
        contracts = Contract(old), Contract(new)
        changes = compare(*contracts)
        assert compare(contracts[0], contracts[0]) == []
    except ContractError:
        return
    for change in changes:
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
def write(tmp_path: Path, described: dict[str, Any]) -> Callable[..., Path]:
    """Give a function that writes a bundle with some of the edits."""

    def write_bundle(*edits: str, **info: Any) -> Path:
        document = described | {"info": described["info"] | info}
        for edit in edits:
            document = edited(document, EDITS[edit].values)
        path = tmp_path / f"{'-'.join(edits) or 'bundle'}.json"
        path.write_text(json.dumps(document))
        return path

    return write_bundle


def test_without_a_repository_it_says_what_to_name(copied: Path) -> None:
    result = diff(copied)
    assert result.exit_code == 2
    assert "is in no git repository with a commit; name a file or folder" in result.output


def test_a_breaking_change_fails_until_the_version_says_so(copied: Path) -> None:
    page, root = copied / "resources/accounts.yaml", copied / "openapi.yaml"
    root.write_text(re.sub(r"  version: \S+", "  version: 0.1.0", root.read_text(), count=1))
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b commit -q -m one"):
        subprocess.run(["git", "-C", str(copied.parent), *command.split()], check=True)
    unchanged = diff(copied)
    assert unchanged.output == "diff: 0 breaking, 0 additive, 0 editorial since HEAD; nothing to release\n"
    page.write_text(re.sub(r".*/parameters/SourceStatusOkFilter.*\n", "", page.read_text()))
    result = diff(copied, "HEAD")
    assert result.exit_code == 1
    assert "client: client.accounts.list" in result.output
    assert "conformance: accounts-list" in result.output
    assert "server:" not in result.output
    assert "## 0.2.0\n\n### Breaking\n- Query parameter status_ok of accounts_list is gone." in result.output
    assert result.output.splitlines()[-1].endswith("since HEAD; write info.version: 0.2.0")
    root.write_text(re.sub(r"  version: 0\.1\.0", "  version: 0.2.0", root.read_text(), count=1))
    stepped = diff(copied)
    assert stepped.exit_code == 0
    assert stepped.output.splitlines()[-1].endswith("info.version 0.2.0 says so")


def test_what_was_released_is_kept_unless_the_version_says_so() -> None:
    result = diff(SPEC, str(RELEASED))
    assert result.exit_code == 0, result.output


def test_the_changelog_has_this_version_on_top_and_the_released_one() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)$", (SPEC / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert f"  version: {versions[0]}\n" in (SPEC / "openapi.yaml").read_text("utf-8")
    assert json.loads(RELEASED.read_bytes())["info"]["version"] in versions[:2]


def test_a_breaking_change_of_what_was_released_fails(write: Callable[..., Path]) -> None:
    result = diff(write("field of an answer removed", version="0.1.0"), str(write(version="0.1.0")))
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].endswith("write info.version: 0.2.0")


def test_a_new_field_names_the_models_and_does_not_fail(write: Callable[..., Path]) -> None:
    result = diff(write("new field of an answer", version="0.1.0"), str(write(version="0.1.0")))
    assert result.exit_code == 0
    assert "models: Account\n" in result.output
    assert "write info.version: 0.1.1" in result.output


def test_a_version_that_is_not_released_takes_further_changes(write: Callable[..., Path]) -> None:
    base = write(version="0.3.0")
    write(version="0.2.0").rename(base.with_name("released.json"))
    base.with_name("CHANGELOG.md").write_text("## 0.3.0\n\n### Added\n- A.\n\n## 0.2.0\n")
    new = write("new field of an answer", "field of an answer removed", "operation removed", version="0.3.0")
    result = diff(new, str(write(version="0.3.0")))
    assert result.exit_code == 0
    assert result.output.splitlines()[-1].endswith("info.version 0.3.0 says so")
    assert f"\nTo add to ## 0.3.0 in {base.parent.name}/CHANGELOG.md:\n\n### Breaking\n- " in result.output
    assert "\n- connect_tokens_get is gone (GET /connect_tokens/{token}).\n" in result.output


def test_a_bundle_and_a_folder_are_bases(write: Callable[..., Path], excerpt: Path) -> None:
    new = write("another summary")
    for base in (write(), excerpt):
        result = diff(new, str(base))
        assert result.exit_code == 0
        assert result.output.splitlines()[-1].startswith("diff: 0 breaking, 0 additive, 1 editorial since")


def test_what_is_no_base_is_said_in_a_line(
    write: Callable[..., Path], described: dict[str, Any], tmp_path: Path
) -> None:
    new = write()
    (tmp_path / "deep.json").write_text("[" * 5000)
    (tmp_path / "empty").mkdir()
    malformed = replaced(described, ("components", "schemas", "Account", "properties"), 1)
    (tmp_path / "malformed.json").write_text(json.dumps(malformed))
    for base in (
        "no-such-ref",
        "--output=/tmp/x",
        "https://example.com/openapi.json",
        str(tmp_path / "deep.json"),
        str(tmp_path / "empty"),
        str(tmp_path / "malformed.json"),
        str(SPEC / "openapi.yaml"),
    ):
        result = diff(new, "--", base)
        assert result.exit_code == 2, base
        assert re.fullmatch(r"Error: [^\n]+\n", result.stderr.splitlines(keepends=True)[-1]), result.output
        assert result.stdout == ""


def test_the_rules_are_words_and_names() -> None:
    assert len(RULES) == len({(rule.id, rule.text) for rule in RULES.values()})
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z-]+", rule.id)
        assert rule.text
