"""The target that needs Node, on machines with and without it; `make test-typescript` tests what it makes."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from contextio_contract.codegen.targets import CannotGenerateError, named
from contextio_contract.codegen.typescript.methods import methods_by_page
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


def test_an_outdated_package_is_told_and_locks_nobody_out(outdated: Project) -> None:
    checked = outdated.run("check")
    assert checked.returncode == 0
    assert f"Stale  {outdated.output / 'typescript'} (not compared)\n" in checked.stdout
    assert checked.stdout.endswith(HINT)


def test_generating_the_rest_keeps_it_and_says_so(outdated: Project) -> None:
    (outdated.output / "rules.json").write_text("{}")
    made = outdated.run("generate")
    assert made.returncode == 0
    assert made.stdout.endswith(f"generate: 1 of {len(named(()))} outputs updated{HINT}")
    assert (outdated.output / "typescript" / "package.json").read_text() == "{}"
    assert outdated.run("check").stdout.endswith(HINT)


def test_a_project_without_it_hears_nothing_of_it(project: Project) -> None:
    assert "typescript" not in project.run("check").stdout


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


def test_too_old_a_node_is_named(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v18.19.0\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    refused = project.run("generate", "typescript")
    assert refused.returncode == 2
    assert refused.stderr == "Error: node is v18.19.0; install Node 20 or newer\n"


@needs_node
def test_a_change_to_the_description_reaches_types_and_methods(project: Project) -> None:
    project.change("version: 0.1.0", "version: 0.1.7")
    project.change("maximum: 100", "maximum: 40", "resources/accounts.yaml")
    project.change("summary: Read an account.", "summary: Look up an */ account.", "resources/accounts.yaml")
    made = project.run("generate", "typescript")
    assert made.returncode == 0, made.stdout + made.stderr
    package = project.output / "typescript"
    assert json.loads((package / "package.json").read_text())["version"] == "0.1.7"
    assert "Look up an *\\/ account." in (package / "src" / "types.ts").read_text()
    page = (package / "src" / "pages" / "accounts.ts").read_text()
    assert 'limit: "limit", offset: "offset", maximum: 40, key: "id"' in page
    assert "Look up an *\\/ account.\n" in page


def accounts(bundle: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = bundle["paths"]["/accounts"]["get"]
    return operation


def header_parameter(bundle: dict[str, Any]) -> None:
    accounts(bundle)["parameters"].append({"name": "X-Trace", "in": "header", "schema": {"type": "string"}})


def two_successes(bundle: dict[str, Any]) -> None:
    accounts(bundle)["responses"]["202"] = accounts(bundle)["responses"]["200"]


def no_json(bundle: dict[str, Any]) -> None:
    content = accounts(bundle)["responses"]["200"]["content"]
    content["message/rfc822"] = content.pop("application/json")


def text_as_answer(bundle: dict[str, Any]) -> None:
    accounts(bundle)["responses"]["200"]["content"]["application/json"]["schema"] = {"type": "string"}


def range_of_statuses(bundle: dict[str, Any]) -> None:
    accounts(bundle)["responses"]["5XX"] = accounts(bundle)["responses"]["default"]


def nameless_error(bundle: dict[str, Any]) -> None:
    accounts(bundle)["responses"]["404"] = {"description": "Nothing."}


def json_body(bundle: dict[str, Any]) -> None:
    content = bundle["paths"]["/accounts"]["post"]["requestBody"]["content"]
    content["application/json"] = content.pop("application/x-www-form-urlencoded")


def array_in_the_query(bundle: dict[str, Any]) -> None:
    schema = {"type": "array", "items": {"type": "string"}}
    accounts(bundle)["parameters"].append({"name": "ids", "in": "query", "schema": schema})


def object_in_the_form(bundle: dict[str, Any]) -> None:
    form = bundle["components"]["schemas"]["AccountUpdateForm"]
    form["properties"]["first_name"] = {"type": "object"}


def same_method_twice(bundle: dict[str, Any]) -> None:
    bundle["paths"]["/accounts/{id}"]["get"]["operationId"] = "accounts_list"


def same_name_twice(bundle: dict[str, Any]) -> None:
    bundle["paths"]["/accounts/{id}"]["post"]["parameters"] = [
        {"name": "first_name", "in": "query", "schema": {"type": "string"}}
    ]


def unknown_tag(bundle: dict[str, Any]) -> None:
    accounts(bundle)["tags"] = ["people"]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (header_parameter, "accounts_list cannot become a method: the client sends no header parameter"),
        (two_successes, "it must have one response with a status of 2xx"),
        (no_json, "its response with status 200 has no JSON body"),
        (text_as_answer, "its response is neither an array nor an object"),
        (range_of_statuses, "5XX is a range of statuses; name them one by one"),
        (nameless_error, "its response with status 404 has no schema with a name"),
        (json_body, "accounts_create cannot become a method: its body is no object in "),
        (
            array_in_the_query,
            "accounts_list cannot become a method: ids is an array, which the client cannot send",
        ),
        (object_in_the_form, "first_name is an object, which the client cannot send"),
        (same_method_twice, "two operations become accounts.list; change an operationId"),
        (same_name_twice, "first_name is a query parameter and a field of the form"),
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
            "schemas": {"Part": {"type": "object"}},
        },
    }
    ((method,),) = methods_by_page(Contract(bundle)).values()
    assert method.signature == (
        "shelfId: string, class_: string, params: PartsListParams = {}, options: CallOptions = {}"
    )
    assert method.path_object == ' "shelf-id": shelfId, "class": class_ '
    assert method.answers == "object"
    assert method.paging is None, "only a list by itself can be read page by page"
