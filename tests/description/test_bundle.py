"""Files that refer to one another: what leads nowhere, out of the description or in a circle is found."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from contextio_contract.description import Finding, read
from contextio_contract.description.lint.file_rules import ROOT as BASE
from contextio_contract.description.source import bundler

if TYPE_CHECKING:
    from pathlib import Path

Findings = Callable[[dict[str, str | bytes]], list[Finding]]

NOTES = "pathItems:\n  collection:\n    get: {responses: {default: {$ref: %s}}}\n"


def of_rule(found: list[Finding], rule: str) -> list[str]:
    return [
        f"{finding.position} {finding.message}; {finding.fix}" for finding in found if finding.rule == rule
    ]


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("http://127.0.0.1:9/x.yaml#/responses/A", "leads out of the description"),
        ("file:///etc/passwd#/responses/A", "leads out of the description"),
        ("//example.com/x.yaml#/responses/A", "leads out of the description"),
        ("/etc/passwd#/responses/A", "leads out of the description"),
        ("%2Fetc/passwd#/responses/A", "leads out of the description"),
        ("C:\\x.yaml#/responses/A", "leads out of the description"),
        ("../../secret.yaml#/responses/A", "leads out of the description"),
        ("%00.yaml#/responses/A", "leads out of the description"),
        (f"{'x' * 300}/x.yaml#/responses/A", "there is no file"),
        ("other.yaml#/responses/A", "there is no file resources/other.yaml"),
        ("#/responses/Nop", "does not exist; write Nope"),
        ("#/responses/Zzz", "does not exist; add Zzz to responses of spec/resources/notes.yaml"),
        ("#/answers/Nope", "names no component; write <file>#/<section>/<Name>"),
        ("#/responses/Nope/content", "names no component"),
        ("#", "names no component"),
        ("Nope", "there is no file resources/Nope"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(findings_of: Findings, reference: str, says: str) -> None:
    content = NOTES % f"'{reference}'" + "responses: {Nope: {description: No.}}\n"
    (found,) = of_rule(findings_of({"resources/notes.yaml": content}), "ref")
    assert found.startswith("spec/resources/notes.yaml:3:33 ")
    assert says in found


def test_a_link_out_of_the_folder_is_not_followed(spec: Path, findings_of: Findings) -> None:
    (spec.parent / "secret.yaml").write_text("responses: {A: {description: Secret.}}\n")
    (spec / "resources" / "linked.yaml").symlink_to(spec.parent / "secret.yaml")
    found = findings_of({"resources/notes.yaml": NOTES % "'linked.yaml#/responses/A'"})
    assert any("link out of the description" in finding.message for finding in found)
    assert any("leads out of the description" in text for text in of_rule(found, "ref"))
    assert not any("Secret" in str(finding) for finding in found)


def test_a_root_that_is_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, spec: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: 1\n")
    (spec / "openapi.yaml").symlink_to(tmp_path / "secret.yaml")
    assert read(spec).bundle is None
    assert "link out of the description" in read(spec).findings[0].message


@pytest.mark.parametrize("name", ["resources", "documented"])
@pytest.mark.parametrize("whole_folder", [True, False])
def test_pages_that_are_links_out_of_the_folder_are_not_read(
    tmp_path: Path, name: str, *, whole_folder: bool
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/notes.yaml").write_text("secret: [\n")
    spec = tmp_path / "spec"
    spec.mkdir()
    (spec / "openapi.yaml").write_text(BASE)
    if whole_folder:
        (spec / name).symlink_to(tmp_path / "elsewhere")
    else:
        (spec / name).mkdir()
        (spec / name / "notes.yaml").symlink_to(tmp_path / "elsewhere/notes.yaml")
    (finding,) = read(spec).findings
    assert str(finding).startswith(f"spec/{name}/notes.yaml:1:1: file: this is a link out of the description")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "resources/old/notes.yaml",
            "1:12: unused-component: nothing refers to schemas Lost; refer to it, or",
        ),
        ("lost.yaml", "1:12: unused-component: nothing refers to schemas Lost; refer to it, or remove it"),
        (
            "resources/notes.yml",
            "1:1: file: preview and check look for the ending .yaml; rename it to notes.yaml",
        ),
        ("documented/old/notes.yaml", "1:1: file: pages are documented in documented/ itself; move it to"),
    ],
)
def test_files_that_nothing_reads_are_found(spec: Path, name: str, says: str) -> None:
    (spec / "openapi.yaml").write_text(BASE)
    (spec / name).parent.mkdir(parents=True, exist_ok=True)
    (spec / name).write_text("schemas: { Lost: {type: string}}\n")
    (finding,) = read(spec).findings
    assert str(finding).startswith(f"spec/{name}:{says}")


def test_files_that_editors_and_git_keep_are_passed_over(spec: Path) -> None:
    (spec / "openapi.yaml").write_text(BASE)
    (spec / ".git").mkdir()
    for name in (".git/lost.yaml", "resources/.notes.yaml"):
        (spec / name).write_text("schemas: {Lost: {type: string}}\n")
    assert read(spec).findings == []


def test_conventions_are_read_only_from_files_of_the_description(tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    spec.mkdir()
    (spec / "openapi.yaml").write_text(BASE)
    (spec / "EXTENSIONS.md").symlink_to("/dev/zero")
    os.mkfifo(spec / "pipe")
    (spec / "documented").mkdir()
    (spec / "documented/README.md").symlink_to(spec / "pipe")
    assert read(spec).findings == []


def test_nothing_is_fetched_whatever_names_an_address(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        called.append(arguments)
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (spec / "openapi.yaml").write_text(f"""\
{BASE}jsonSchemaDialect: http://127.0.0.1:9/dialect
externalDocs: {{url: 'http://127.0.0.1:9/docs'}}
components:
  schemas:
    Note: {{description: Something., $id: 'http://127.0.0.1:9/a', $schema: 'http://127.0.0.1:9/b'}}
    Memo: {{description: Something., $dynamicRef: 'http://127.0.0.1:9/c', example: 1}}
  examples:
    One: {{summary: One., externalValue: 'http://127.0.0.1:9/d'}}
  links:
    Next: {{description: One., operationId: none}}
""")
    assert {finding.rule for finding in read(spec).findings} == {"link-target", "schema-identifier"}
    assert called == []


@pytest.mark.parametrize(
    ("content", "circle"),
    [
        ("A: {$ref: '#/schemas/A'}", "A, A"),
        ("A: {$ref: '#/schemas/B'}\n  B: {$ref: '#/schemas/A'}", "A, B, A"),
        ("A: {allOf: [{$ref: '#/schemas/B'}]}\n  B: {anyOf: [{not: {$ref: '#/schemas/A'}}]}", "A, B, A"),
    ],
)
def test_schemas_that_are_nothing_but_one_another_are_found(
    findings_of: Findings, content: str, circle: str
) -> None:
    notes = NOTES % "'#/responses/R'"
    notes += (
        "responses: {R: {description: R., content: {application/json: {schema: {$ref: '#/schemas/A'}}}}}\n"
    )
    (found,) = of_rule(findings_of({"resources/notes.yaml": f"{notes}schemas:\n  {content}\n"}), "ref")
    assert found.startswith("spec/resources/notes.yaml:6:3 these refer to one another in a circle: ")
    assert sorted(circle.split(", ")) == sorted(found.partition(": ")[2].partition(";")[0].split(", "))


def test_a_schema_may_have_itself_as_a_part(findings_of: Findings) -> None:
    notes = NOTES % "'#/responses/R'"
    notes += (
        "responses: {R: {description: R., content: {application/json: {schema: {$ref: '#/schemas/A'}}}}}\n"
    )
    notes += "schemas: {A: {type: object, properties: {a: {type: array, items: {$ref: '#/schemas/A'}}}}}\n"
    assert not of_rule(findings_of({"resources/notes.yaml": notes}), "ref")


def test_path_items_that_put_one_another_in_place_are_found(findings_of: Findings) -> None:
    content = (
        "pathItems:\n  collection: {$ref: '#/pathItems/other'}\n  other: {$ref: '#/pathItems/collection'}\n"
    )
    (found,) = of_rule(findings_of({"resources/notes.yaml": content}), "ref")
    assert found.startswith(
        "spec/resources/notes.yaml:3:11 these path items refer to one another in a circle"
    )


def test_path_items_inside_their_own_callbacks_are_found(findings_of: Findings) -> None:
    callback = "post: {callbacks: {done: {'{$url}': {$ref: '#/pathItems/collection'}}}}"
    found = findings_of({"resources/notes.yaml": f"pathItems:\n  collection:\n    {callback}\n"})
    assert any("in a circle" in text for text in of_rule(found, "ref"))


def test_path_items_that_multiply_end_with_a_finding(
    findings_of: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundler, "MAX_NODES", 5_000)
    next_item = "{u: {$ref: '#/pathItems/i%d'}}"
    items = [
        f"  i{level}: {{post: {{callbacks: {{{callbacks}}}}}}}"
        for level in range(8)
        for callbacks in [", ".join(f"c{index}: {next_item % (level + 1)}" for index in range(10))]
    ]
    content = "pathItems:\n  collection: {$ref: '#/pathItems/i0'}\n" + "\n".join(items) + "\n  i8: {}\n"
    found = findings_of({"resources/notes.yaml": content})
    assert any("the files make a document of more than" in text for text in of_rule(found, "structure"))


def test_one_name_in_two_files_is_found(findings_of: Findings) -> None:
    more = "pathItems: {item: {get: {responses: {default: {$ref: '#/responses/A'}}}}}\n"
    more += "responses: {A: {description: B.}}\n"
    notes = NOTES % "'#/responses/A'" + "responses: {A: {description: A.}}\n"
    root = "openapi: 3.1.1\npaths:\n  /a: {$ref: 'resources/notes.yaml#/pathItems/collection'}\n"
    root += "  /b: {$ref: 'resources/more.yaml#/pathItems/item'}\n"
    found = findings_of({"openapi.yaml": root, "resources/notes.yaml": notes, "resources/more.yaml": more})
    (finding,) = of_rule(found, "component-unique")
    assert finding.startswith(
        "spec/resources/more.yaml:1:48 responses A stands in spec/resources/notes.yaml and"
    )


def test_what_nothing_refers_to_is_found(findings_of: Findings) -> None:
    notes = NOTES % "'#/responses/A'" + "responses: {A: {description: A.}, B: {description: B.}}\n"
    (component,) = of_rule(findings_of({"resources/notes.yaml": notes}), "unused-component")
    assert component.startswith("spec/resources/notes.yaml:4:35 nothing refers to responses B")


def test_a_forgotten_path_item_is_found_without_all_that_it_alone_needs(findings_of: Findings) -> None:
    notes = (
        NOTES % "'#/responses/A'" + "  lost: {}\nresponses: {A: {description: A.}, B: {description: B.}}\n"
    )
    (path_item,) = of_rule(findings_of({"resources/notes.yaml": notes}), "unused-component")
    assert path_item.startswith("spec/resources/notes.yaml:4:3 no path refers to the path item lost")


@pytest.mark.parametrize(
    ("name", "content", "place", "says"),
    [
        ("openapi.yaml", "- 1\n", "1:1", "the description is no mapping"),
        ("openapi.yaml", "components: 1\n", "1:1", "this is no mapping"),
        ("openapi.yaml", "components:\n  schemas: []\n", "2:3", "this is no mapping"),
        ("resources/more.yaml", "- 1\n", "1:1", "this is no mapping"),
        ("resources/more.yaml", "schemas: 1\n", "1:1", "this is no mapping"),
        ("resources/more.yaml", "schema: {}\n", "1:1", "schema is no part of a resource file; write schemas"),
    ],
)
def test_files_of_another_shape_are_found(
    findings_of: Findings, name: str, content: str, place: str, says: str
) -> None:
    notes = NOTES % "'#/responses/A'" + "responses: {A: {description: A.}}\n"
    (found,) = of_rule(findings_of({"resources/notes.yaml": notes, name: content}), "structure")
    assert found.startswith(f"spec/{name}:{place} {says}")


def test_a_file_that_cannot_be_read_is_the_only_finding(findings_of: Findings) -> None:
    (found,) = findings_of({"resources/notes.yaml": "a: b: c\n"})
    assert found.rule == "yaml"
