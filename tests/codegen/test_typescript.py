"""The target that needs Node, on machines with and without it; `make test-typescript` tests what it makes."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests import shapes

from contextio_contract.codegen.targets import CannotGenerateError, named
from contextio_contract.codegen.typescript.methods import Method, methods_by_page
from contextio_contract.codegen.typescript.package import write_typescript
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.codegen.conftest import Project

ROOT = Path(__file__).parents[2]
HINT = "; typescript may be out of date, with Node run: make generate TARGETS=typescript\n"
needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (ROOT / ".cache" / "npm" / "installed").is_file(),
    reason="without Node, or without its tools, which make test-typescript installs",
)


@pytest.fixture
def outdated(project: Project) -> Project:
    """A project whose TypeScript was made from something else."""
    (project.output / "typescript").mkdir()
    (project.output / "typescript" / "package.json").write_text("{}")
    manifest = project.output / "manifest.json"
    records = {**json.loads(manifest.read_text()), "typescript": {"inputs": {}, "outputs": {}}}
    manifest.write_text(json.dumps(records))
    return project


@pytest.mark.slow
def test_an_outdated_package_is_told_and_locks_nobody_out(outdated: Project) -> None:
    checked = outdated.run("check")
    assert checked.returncode == 0
    assert f"Stale  {outdated.output / 'typescript'} (not compared)\n" in checked.stdout
    assert checked.stdout.endswith(HINT)


@pytest.mark.slow
def test_generating_the_rest_keeps_it_and_says_so(outdated: Project) -> None:
    (outdated.output / "rules.json").write_text("{}")
    made = outdated.run("generate")
    assert made.returncode == 0
    assert made.stdout.endswith(f"generate: 1 of {len(named(()))} outputs updated{HINT}")
    assert (outdated.output / "typescript" / "package.json").read_text() == "{}"
    assert outdated.run("check").stdout.endswith(HINT)


def test_a_project_without_it_hears_nothing_of_it(project: Project) -> None:
    assert "typescript" not in project.run("check").stdout


@pytest.mark.slow
@pytest.mark.parametrize("command", ["generate", "check"])
def test_without_node_the_command_says_what_to_install(
    outdated: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    before = outdated.tree()
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = outdated.run(command, "typescript")
    assert refused.returncode == 2
    assert refused.stderr == (
        "Error: node and npm are not on PATH; install Node 20 or newer, or leave this target out\n"
    )
    assert outdated.tree() == before


@pytest.mark.slow
def test_too_old_a_node_is_named(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v18.19.0\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    refused = project.run("generate", "typescript")
    assert refused.returncode == 2
    assert refused.stderr == "Error: node is v18.19.0; install Node 20 or newer\n"


@needs_node
@pytest.mark.slow
def test_a_change_to_the_description_reaches_types_and_methods(project: Project) -> None:
    project.change("  version: ", "  version: 0.1.7 # after ")
    project.change("maximum: 100", "maximum: 40", "resources/accounts.yaml")
    project.change("summary: Read an account.", "summary: Look up an */ account.", "resources/accounts.yaml")
    made = project.run("generate", "typescript")
    assert made.returncode == 0, made.stdout + made.stderr
    package = project.output / "typescript"
    assert json.loads((package / "package.json").read_text())["version"] == "0.1.7"
    assert "Look up an *\\/ account." in (package / "src" / "types.ts").read_text()
    page = (package / "src" / "pages" / "accounts.ts").read_text()
    assert '"limit": "limit", "offset": "offset", "maximum": 40' in page
    assert "Look up an *\\/ account.\n" in page


def accounts(bundle: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = bundle["paths"]["/accounts"]["get"]
    return operation


def no_success(bundle: dict[str, Any]) -> None:
    del accounts(bundle)["responses"]["200"]


def same_method_twice(bundle: dict[str, Any]) -> None:
    bundle["paths"]["/accounts/{id}"]["get"]["operationId"] = "accounts_list"


def unknown_tag(bundle: dict[str, Any]) -> None:
    accounts(bundle)["tags"] = ["people"]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (
            no_success,
            "accounts_list cannot become a method: it must have a response with a status of 2xx or 3xx",
        ),
        (same_method_twice, "two operations become accounts.list; change an operationId"),
        (unknown_tag, "operations have the tag people, which openapi.yaml does not describe"),
    ],
)
def test_what_has_no_code_is_refused(
    spoil: Callable[[dict[str, Any]], None], reason: str, bundle: dict[str, Any], tmp_path: Path
) -> None:
    spoilt = copy.deepcopy(bundle)
    spoil(spoilt)
    with pytest.raises(CannotGenerateError, match=reason):
        write_typescript(Contract(spoilt), tmp_path / "typescript")


def test_references_and_awkward_names_become_methods() -> None:
    """Whatever stands behind a `$ref` counts, and a name that is none in TypeScript gets one."""
    listing = {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}
    envelope = {"type": "object", "properties": {"parts": listing}}
    text = {"type": "string"}
    bundle = {
        "servers": [{"url": "https://parts.example/2.0"}],
        "tags": [{"name": "parts", "description": "Parts."}],
        "paths": {
            "/shelves/{shelf-id}/{class}/parts": {
                "parameters": [
                    {"$ref": "#/components/parameters/Alias"},
                    {"name": "class", "in": "path", "required": True, "schema": text},
                    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                ],
                "get": {
                    "operationId": "parts_list",
                    "tags": ["parts"],
                    "x-list": {"paging": {"limit": "limit", "offset": "offset", "maximum": 10}},
                    "responses": {"200": {"$ref": "#/components/responses/Parts"}},
                },
            }
        },
        "components": {
            "parameters": {
                "Alias": {"$ref": "#/components/parameters/Shelf"},
                "Shelf": {"name": "shelf-id", "in": "path", "required": True, "schema": text},
            },
            "responses": {"Parts": {"content": {"application/json": {"schema": envelope}}}},
            "schemas": {"Part": {"type": "object", "properties": {"class": text}}},
        },
    }
    ((method,),) = methods_by_page(Contract(bundle)).values()
    assert method.signature == (
        "shelfId: string, class_: string, params: PartsListParams = {}, options: CallOptions = {}"
    )
    assert method.path_object == ' "shelf-id": shelfId, "class": class_ '
    assert method.list_field == "parts"
    assert method.paging
    assert method.paging.maximum == 10


@pytest.fixture(scope="module")
def methods() -> dict[str, Method]:
    pages = methods_by_page(Contract(shapes.document()))
    return {method.operation.id: method for methods in pages.values() for method in methods}


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("shapes_create", "files", {"message": {"type": "message/rfc822", "maximum": 2000}}),
        ("shapes_create", "form", ["class"]),
        (
            "shapes_update_labels",
            "form",
            [{"argument": "add", "several": "add[]"}, {"argument": "remove", "several": "remove[]"}],
        ),
        ("shapes_replace_labels", "sends", "application/json"),
        ("shapes_list_changes", "query", [{"argument": "query_shape-id", "name": "shape-id"}]),
        ("shapes_delete", "headers", ["X-Reason"]),
        ("shapes_delete", "answers", {"204": {}}),
        ("shapes_get_headers", "answers", {"200": {"application/json": "object", "text/plain": "text"}}),
        ("status_get", "basePath", ""),
    ],
)
def test_what_the_transport_needs_to_know(
    methods: dict[str, Method], name: str, key: str, value: object
) -> None:
    assert methods[name].record[key] == value


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("shapes_delete", "undefined"),
        ("shapes_get_content", 'Case<P, { "as_link": 1 }, string, ByteStream | string>'),
    ],
)
def test_types_of_answers_that_are_no_json(methods: dict[str, Method], name: str, answer: str) -> None:
    assert methods[name].answer_type == answer


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("shapes_list", "id"),
        ("shapes_list_drawn", "id"),
        ("shapes_list_albums", ""),
        ("shapes_list_people", None),
    ],
)
def test_what_tells_the_elements_of_a_list_apart(
    methods: dict[str, Method], name: str, key: str | None
) -> None:
    assert methods[name].paging
    assert methods[name].key == key


def test_all_pages_of_a_list_hold_elements_of_one_kind() -> None:
    described = shapes.document()
    copies = described["paths"]["/shapes/{shape-id}/copies"]["get"]
    window = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("limit", "offset")]
    copies["parameters"] += window
    copies["x-list"] |= {"of": "shapes_list", "paging": {"limit": "limit", "offset": "offset", "maximum": 5}}
    methods = [method for page in methods_by_page(Contract(described)).values() for method in page]
    method = next(method for method in methods if method.operation.id == "shapes_list_copies")
    assert method.all_params == 'Omit<ShapesListCopiesParams, "grouped">'
    assert method.key == "id"
