"""What `contextio-contract lint` prints, and how it ends."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.description.mistakes import MISTAKES

from contextio_contract.cli import main
from contextio_contract.description.lint import RULES

SPEC = Path(__file__).parents[2] / "spec"
PLACE = re.compile(r"spec/[\w./]+\.yaml:\d+:\d+: [a-z-]+: .+; .+")


def lint(spec: Path, *options: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, ["lint", "--spec", str(spec), *options], color=color)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_good_description_is_counted_and_covered() -> None:
    result = lint(SPEC)
    *table, last = result.output.splitlines()
    assert result.exit_code == 0
    assert re.fullmatch(r"lint: \d+ operations, \d+ schemas, 0 findings", last)
    pages = {row.split()[0]: row.split()[1:] for row in table[1:] if "%" in row}
    described = {path.stem for path in SPEC.glob("resources/*.yaml")}
    assert pages.keys() >= described & {path.stem for path in SPEC.glob("documented/*.yaml")}
    for cells in pages.values():
        assert {cell for cell in cells if "%" in cell} == {"100%"}


def test_documented_pages_that_are_not_described_are_named(copied: Path) -> None:
    page = (copied / "documented/accounts.yaml").read_text("utf-8")
    (copied / "documented/imagined.yaml").write_text(page.replace("/accounts", "/imagined"), "utf-8")
    row = next(row for row in lint(copied).output.splitlines() if "not described yet" in row)
    assert "imagined" in row


def test_findings_fail_and_come_in_the_order_in_which_to_mend_them(copied: Path) -> None:
    edit(copied / "resources/sources.yaml", "x-impact: read", "x-impact: reed")
    edit(copied / "resources/accounts.yaml", "tags: [accounts]", "tags: [account]")
    edit(copied / "resources/accounts.yaml", "summary: Read an account.", "sumary: Read an account.")
    result = lint(copied)
    found = [line for line in result.output.splitlines() if PLACE.fullmatch(line)]
    assert result.exit_code == 1
    assert [line.split(":")[3].strip() for line in found] == ["unknown-field", "operation-tag", "impact"]
    assert "write summary" in found[0]
    assert "write accounts" in found[1]
    assert result.output.splitlines()[-1].startswith(f"lint: {len(found)} findings in 2 files; ")


def test_one_finding_is_counted_as_one(copied: Path) -> None:
    edit(copied / "common.yaml", "    description: An option in a request, off with 0 and on with 1.\n", "")
    result = lint(copied)
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].startswith("lint: 1 finding in 1 file; ")


def test_a_folder_without_a_description_cannot_be_linted(tmp_path: Path) -> None:
    result = lint(tmp_path)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert "--spec" in result.output
    assert "Traceback" not in result.output


def test_findings_name_the_folder_also_from_within_it(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(copied / "resources/sources.yaml", "x-impact: read", "x-impact: reed")
    monkeypatch.chdir(copied)
    assert lint(Path()).output.startswith("spec/resources/sources.yaml:")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("base_path: /2.0\n", "base_path: [/2.0\n", "yaml"),
        ("  - method: GET\n    path: /accounts\n", "  - method: GET\n", "path is missing"),
        ("{name: email, in: query, type: string,", "{name: email, in: query,", "type is missing"),
        ("tier: seed,", "tier: sede,", "enum is wrong"),
        ("objects:\n", "things:\n", "objects is missing"),
        ("objects:\n", "things:\n", "things is no field here"),
        ("meaning: ", "meening: ", "meening is no field here"),
    ],
)
def test_malformed_documentation_is_a_finding(copied: Path, old: str, new: str, problem: str) -> None:
    edit(copied / "documented/accounts.yaml", old, new)
    result = lint(copied)
    assert result.exit_code == 1
    found = [line for line in result.output.splitlines() if line.startswith("spec/documented/accounts.yaml:")]
    assert any(problem in line for line in found), found


def test_an_object_that_is_not_documented_is_found_with_the_nearest_name(copied: Path) -> None:
    edit(
        copied / "resources/accounts.yaml",
        "x-documents: [accounts.Account]",
        "x-documents: [accounts.Acount]",
    )
    line = next(line for line in lint(copied).output.splitlines() if "accounts.Acount" in line)
    assert "write accounts.Account" in line


def test_a_source_that_is_none_says_where_the_codes_are_explained(copied: Path) -> None:
    edit(copied / "resources/accounts.yaml", "x-source: [seed,", "x-source: [sead,")
    line = next(line for line in lint(copied).output.splitlines() if "source-known" in line)
    assert line.endswith("sead is no source; write seed; documented/README.md explains the codes")


def test_colour_is_for_terminals_only(copied: Path) -> None:
    edit(copied / "resources/sources.yaml", "x-impact: read", "x-impact: reed")
    assert "\x1b[" not in lint(copied).output
    assert "\x1b[31m" in lint(copied, color=True).output


def test_formats_are_what_programs_read(copied: Path) -> None:
    edit(copied / "resources/sources.yaml", "x-impact: read", "x-impact: reed")
    message = "GET says reed of its impact; write x-impact: read"
    result = lint(copied, "--format", "json")
    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)
    assert found["file"] == "spec/resources/sources.yaml"
    assert found["rule"] == "impact"
    assert found["mechanical"] is True
    assert result.stderr.startswith("lint: 1 finding in 1 file")
    place = f"file=spec/resources/sources.yaml,line={found['line']},col={found['column']}"
    annotation = lint(copied, "--format", "github").stdout.splitlines()
    assert annotation == [f"::error {place},title=impact::{message}"]


def test_no_finding_is_no_result_in_any_format(excerpt: Path) -> None:
    assert json.loads(lint(excerpt, "--format", "json").stdout) == []
    assert lint(excerpt, "--format", "github").stdout.strip() == ""


def test_line_breaks_in_names_do_not_end_an_annotation(copied: Path) -> None:
    edit(copied / "resources/sources.yaml", "x-impact: read", '"x-a\\n::error,b%": read')
    lines = lint(copied, "--format", "github").stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=spec/")
    assert "%0A" in lines[0]
    assert "%25" in lines[0]


class Terminal(io.StringIO):
    """An output that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_the_line_underlined(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(copied / "resources/sources.yaml", "x-impact: read", "x-impact: reed # why")
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["lint", "--spec", str(copied)], standalone_mode=False) == 1
    assert "\x1b[31m" in terminal.getvalue()
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    at = next(index for index, line in enumerate(lines) if "x-impact: reed # why" in line)
    assert lines[at - 2].endswith("impact")
    assert lines[at + 1].strip(" │") == "^" * len("x-impact: reed")
    assert lines[at + 1].index("^") == lines[at].index("x-impact")
    assert lines[at + 2].strip() == "write x-impact: read"


def rules(*options: str) -> Result:
    return CliRunner().invoke(main, ["lint-rules", *options])


def test_the_catalogue_has_every_rule_with_its_examples() -> None:
    output = rules().output
    for rule in RULES.values():
        assert f"{rule.id}: {rule.sentence}" in output
    assert "    # resources/things.yaml\n    responses:\n      Failed:\n        content:\n" in output
    assert "          application/json:\n            # without schema\n" in output
    assert "    # resources/notes.yaml/parameters.yaml\n    parameters: {}\n" in output
    for mistake in MISTAKES.values():
        assert f"\n{mistake.rule}: " in f"\n{output}"


def test_one_rule_can_be_asked_for() -> None:
    result = rules("--rule", "impact")
    assert result.exit_code == 0
    assert result.output.startswith(f"impact: {RULES['impact'].sentence}\n")
    unknown = rules("--rule", "impakt")
    assert unknown.exit_code == 2
    assert unknown.output == "Error: there is no rule impakt; ask for impact\n"
