"""`lint --fix` corrects what needs no judgement, leaves every other byte alone, and never makes it worse."""

from __future__ import annotations

import shutil
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.description.mistakes import MISTAKES
from tests.description.planted import PLANTED

from contextio_contract.cli import main
from contextio_contract.description import read
from contextio_contract.description.lint.fix import fix

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCOUNTS = "resources/accounts.yaml"
SOURCES = "resources/sources.yaml"


class Slip(NamedTuple):
    """An edit of the first place where `old` stands, and what `--fix` makes of it if not `old` again."""

    file: str
    old: str
    new: str
    fixed: str = ""


SLIPS = {
    "key of an operation": Slip(ACCOUNTS, "summary: Read an account.", "sumary: Read an account."),
    "keyword of a schema": Slip(SOURCES, "minLength: 1", "minLenght: 1"),
    "extension": Slip(ACCOUNTS, "      x-source: [seed", "      x-sourc: [seed"),
    "source": Slip(ACCOUNTS, "docs2018, python", "docs2018, pyton"),
    "tag": Slip(ACCOUNTS, "tags: [accounts]", "tags: [acounts]"),
    "impact": Slip(ACCOUNTS, "x-impact: read", "x-impact: reed"),
    "security scheme": Slip("openapi.yaml", "  - oauth1: []", "  - oauth: []"),
    "scheme": Slip("openapi.yaml", "scheme: oauth\n", "scheme: OAuth # why\n", "scheme: oauth # why\n"),
    "period": Slip(
        ACCOUNTS, "description: Identifier of the account.", "description: Identifier of the account"
    ),
    "capital": Slip(
        ACCOUNTS, "description: Mail addresses of the person.", "description: mail addresses of the person."
    ),
    "period in quotes": Slip(
        ACCOUNTS,
        "description: Absolute address of the account.",
        'description: "Absolute address of the account" # of it',
        'description: "Absolute address of the account." # of it',
    ),
    "period after a block": Slip(
        ACCOUNTS, "Afterwards each of them answers 404.", "Afterwards each of them answers 404"
    ),
    "capital before a block": Slip(ACCOUNTS, "|\n        Removes the", "|\n        removes the"),
    "status": Slip(ACCOUNTS, '"200":', "200:"),
    "switch": Slip("common.yaml", "      - DISABLED", "      - OFF", '      - "OFF"'),
    "slash": Slip("openapi.yaml", "  /connect_tokens: ", "  /connect_tokens/: "),
}


def texts_of(spec: Path) -> dict[str, str]:
    return {
        path.relative_to(spec).as_posix(): path.read_bytes().decode()
        for path in spec.rglob("*")
        if path.is_file()
    }


def test_slips_are_corrected_and_nothing_else_is_touched(copied: Path) -> None:
    planted, expected = texts_of(copied), texts_of(copied)
    for name, (file, old, new, fixed) in SLIPS.items():
        assert old in planted[file], name
        planted[file] = planted[file].replace(old, new, 1)
        expected[file] = expected[file].replace(old, fixed or old, 1)
    for file, text in planted.items():
        (copied / file).write_text(text, "utf-8")
    reading, corrected = fix(copied)
    assert {finding.rule for finding in reading.findings} <= {"documented"}  # what OFF replaced
    assert corrected
    assert texts_of(copied) == expected
    assert fix(copied)[1] == []


def test_a_text_before_a_comment_and_a_far_name_are_left(copied: Path) -> None:
    path = copied / ACCOUNTS
    planted = path.read_text("utf-8").replace(
        "description: Identifier of the account.", "description: Identifier #1 of the account.", 1
    )
    planted = planted.replace("      x-impact: read\n", "      x-impact: read\n      x-foo: 1\n", 1)
    path.write_text(planted, "utf-8")
    reading, corrected = fix(copied)
    assert corrected == []
    assert {finding.rule for finding in reading.findings} == {"sentence", "extension-known"}
    assert path.read_text("utf-8") == planted


def test_a_missing_entry_is_added_beside_the_others(copied: Path) -> None:
    path = copied / SOURCES
    text = path.read_text("utf-8")
    path.write_text(text.replace("        deprecated: true\n", "", 1), "utf-8")
    reading, corrected = fix(copied)
    assert reading.findings == []
    assert len(corrected) == 1
    assert sorted(path.read_text("utf-8").splitlines()) == sorted(text.splitlines())


def test_what_needs_judgement_is_left(copied: Path) -> None:
    path = copied / ACCOUNTS
    planted = path.read_text().replace(
        "description: Identifier of the account.", "description: nb_x counts", 1
    )
    path.write_text(planted)
    reading, corrected = fix(copied)
    assert corrected == []
    assert [finding.rule for finding in reading.findings] == ["sentence"]
    assert path.read_text() == planted


@pytest.mark.slow
@pytest.mark.timeout(300)  # each description is read five times
@settings(max_examples=25)
@given(names=st.lists(st.sampled_from(sorted(MISTAKES)), min_size=1, max_size=4, unique=True))
def test_it_is_never_worse_afterwards(excerpt: Path, names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        spec = Path(shutil.copytree(excerpt, Path(folder, "spec")))
        for name in names:
            mistake = MISTAKES[name]
            path = spec / mistake.file
            path.write_text(path.read_text("utf-8").replace(mistake.old, mistake.new, 1), "utf-8")
        planted = {path: path.read_bytes() for path in spec.rglob("*.yaml")}
        found = len(read(spec).findings)
        reading, corrected = fix(spec)
        assert len(reading.findings) <= found
        for path, content in planted.items():
            named = sum(path.match(f"*/{finding.position.file}") for finding in corrected)
            was, now = (text.splitlines(keepends=True) for text in (content, path.read_bytes()))
            blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
            same = sum(block.size for block in blocks)
            assert len(was) - same <= 2 * named, "a correction touches its own lines only"
        again, nothing = fix(spec)
        assert nothing == []
        assert again.findings == reading.findings


def assert_safe_to_fix(spec: Path) -> None:
    """Assert that a fix of a description with one mistake adds no finding and touches no other line."""
    texts = {path: path.read_bytes().splitlines(keepends=True) for path in spec.rglob("*.yaml")}
    before = read(spec).findings
    reading, corrected = fix(spec)
    after = {(finding.rule, finding.message) for finding in reading.findings}
    assert after <= {(finding.rule, finding.message) for finding in before}
    assert not corrected or len(reading.findings) < len(before)
    touched = {finding.position[:2] for finding in corrected}
    for path, was in texts.items():
        name = path.relative_to(spec.parent).as_posix()
        now = path.read_bytes().splitlines(keepends=True)
        changed = {
            (name, line) for line, pair in enumerate(zip(was, now, strict=True), 1) if len(set(pair)) > 1
        }
        assert changed <= touched


def each_planted() -> Iterator[Any]:
    """Yield the name of each mistake; those whose rule came before are slow."""
    seen = set[str]()
    for name, mistake in PLANTED.items():
        yield pytest.param(name, marks=[pytest.mark.slow] if mistake.rule in seen else [])
        seen.add(mistake.rule)


@pytest.mark.parametrize("name", list(each_planted()))
def test_a_fix_in_the_library_makes_nothing_worse(library: Path, name: str) -> None:
    PLANTED[name].plant_in(library)
    assert_safe_to_fix(library)


@pytest.mark.slow
@pytest.mark.parametrize("name", MISTAKES)
def test_a_fix_in_the_pages_makes_nothing_worse(copied: Path, name: str) -> None:
    mistake = MISTAKES[name]
    path = copied / mistake.file
    path.write_text(path.read_text("utf-8").replace(mistake.old, mistake.new, 1), "utf-8")
    assert_safe_to_fix(copied)


@pytest.mark.parametrize(
    ("word", "fixed"), [("yes", "true"), ("No", "false"), ('"on"', "true"), ("'n'", "false")]
)
def test_a_word_becomes_the_boolean_that_the_schema_wants(library: Path, word: str, fixed: str) -> None:
    path = library / "common.yaml"
    text = path.read_text("utf-8").replace("minutes: {type: integer,", "minutes: {type: boolean,")
    path.write_text(text, "utf-8")
    books = library / "resources/books.yaml"
    planted = books.read_text("utf-8").replace("minutes: 90", f"minutes: {word}")
    books.write_text(planted, "utf-8")
    fix(library)
    assert f"minutes: {fixed}" in books.read_text("utf-8")


@pytest.mark.parametrize("word", ["yes", '"true"', "on"])
def test_a_word_becomes_the_boolean_that_openapi_wants(library: Path, word: str) -> None:
    path = library / "common.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    required: true\n", f"    required: {word}\n", 1), "utf-8")
    assert fix(library)[0].findings == []
    assert path.read_text("utf-8") == text


def test_a_word_becomes_a_text_where_a_text_fits(library: Path) -> None:
    path = library / "resources/books.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Emma", "title: No"), "utf-8")
    reading, _ = fix(library)
    assert reading.findings == []
    assert 'title: "No"' in path.read_text("utf-8")


def test_a_word_stays_where_neither_fits(library: Path) -> None:
    path = library / "resources/books.yaml"
    planted = path.read_text("utf-8").replace("minutes: 90", "minutes: yes")
    path.write_text(planted, "utf-8")
    assert fix(library)[1] == []
    assert path.read_text("utf-8") == planted


def test_line_endings_and_comments_stay(copied: Path) -> None:
    path = copied / ACCOUNTS
    text = path.read_text().replace("x-impact: read", "x-impact: reed   # why", 1).replace("\n", "\r\n")
    path.write_bytes(text.encode())
    mode = path.stat().st_mode
    fix(copied)
    assert path.read_bytes() == text.replace("x-impact: reed   # why", "x-impact: read   # why").encode()
    assert path.stat().st_mode == mode
    assert [file for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_the_command_says_what_it_corrected(copied: Path) -> None:
    path = copied / ACCOUNTS
    path.write_text(path.read_text().replace("x-impact: read", "x-impact: reed", 1))
    result = CliRunner().invoke(main, ["lint", "--spec", str(copied), "--fix"])
    assert result.exit_code == 0
    first, *_, last = result.output.splitlines()
    assert first.startswith("corrected spec/resources/accounts.yaml:")
    assert last.startswith("lint: 1 correction made; ")
