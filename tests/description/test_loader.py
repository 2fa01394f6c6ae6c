"""What a person can get wrong in a YAML file: a finding at the right place, never a traceback or a hang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from contextio_contract.description import Finding, read
from contextio_contract.description.source import yaml as source_yaml
from contextio_contract.description.source.files import load
from contextio_contract.description.source.yaml import parse

Findings = Callable[[dict[str, str | bytes]], list[Finding]]

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 12)
)


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("a: b: c\n", "1:5", "mapping values are not allowed"),
        ("a: 1\n\tb: 2\n", "2:1", "a tab stands here; indent with spaces"),
        ("a:\n\tb: 2\n", "2:1", "a tab stands here; indent with spaces"),
        ("a: 1\nb: 'x\nc: 1\n", "2:4", "close what is opened here"),
        ('a: "b"\nc: 1\n"d: 2\ne:\n  f: "g"\n', "3:1", "this quote is not closed on its line; close it"),
        ('a: "b\n  c"\nd: 1\n e: 2\n', "4:3", "mapping values are not allowed"),
        ("a: 1\nb: [1, 2\nc: 3\n", "2:4", "close what is opened here"),
        ("a: {b: c\n", "1:4", "close what is opened here"),
        ("- a\nb: c\n", "2:1", "'-' indicator"),
        ("a: *x\n", "1:4", "this alias has no anchor"),
        ("a: &x 1\nb: &x 2\n", "2:4", "this anchor is there already"),
        ("a: &a [*a]\n", "1:4", "an alias stands inside its own anchor"),
        ("a: 1\n---\nb: 2\n", "2:1", "a second document begins here"),
        ("a: 1\nb: {c: 1, c: 2}\n", "2:11", "the key c stands here twice, first on line 2"),
        ("a: 1\n200: x\n", "2:1", 'the key 200 is no text; write "200": with quotes'),
        ("? [a]\n: b\n", "1:3", "a list or mapping is no key"),
        ("a: !!python/object:os.system x\n", "1:4", "has no meaning here; remove the tag"),
        ("a: [on, x]\n", "1:5", 'many readers take on for a boolean; write "on" with quotes'),
        ("No: x\n", "1:1", "many readers take No for a boolean"),
        ("a: .nan\n", "1:4", "JSON has no such number"),
        ("a: 1e999\n", "1:4", "JSON has no such number"),
        (f"a: {'9' * 5000}\n", "1:4", "too long for a number"),
        ("", "1:1", "the file is empty"),
        ("# nothing\n", "1:1", "the file is empty"),
        (b"a: 1\nb: \xff\n", "2:4", "this byte is not UTF-8"),
        (b"a: 1\nb: x\x00\n", "2:5", "this character is not allowed"),
        ("a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n", "2:1", "a merge conflict was left"),
        ("a: 1\r\n=======\r\n", "2:1", "a merge conflict was left"),
        ("a: x\n" * 300_000, "1:1", "the file is larger than 1000000 bytes"),
        ("[" * 900_000, "1:100", "more than 100 lists and mappings stand inside one another"),
        ("- " * 400_000, "1:199", "more than 100 lists and mappings stand inside one another"),
        ("{a: " * 200_000, "1:397", "more than 100 lists and mappings stand inside one another"),
    ],
)
def test_what_yaml_forbids_is_found_where_it_stands(
    findings_of: Findings, content: str | bytes, place: str, message: str
) -> None:
    found = findings_of({"resources/notes.yaml": content})
    first = next(finding for finding in found if finding.position.file == "spec/resources/notes.yaml")
    assert str(first.position) == f"spec/resources/notes.yaml:{place}"
    assert message in f"{first.message}; {first.fix}"


def test_aliases_that_multiply_end_with_a_finding(
    findings_of: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_yaml, "MAX_NODES", 5_000)
    findings = findings_of({"resources/notes.yaml": BOMB})
    assert any("divide it into several files, and use fewer aliases" in str(finding) for finding in findings)


def test_a_description_without_its_root_file_says_so(tmp_path: Path) -> None:
    (finding,) = read(tmp_path).findings
    assert finding.position.file.endswith("/openapi.yaml")
    assert finding.message == "No such file or directory"


def test_a_folder_in_place_of_a_file_is_found(spec: Path) -> None:
    (spec / "openapi.yaml").mkdir()
    (finding,) = read(spec).findings
    assert finding.message == "this is no file"


def test_every_mistake_of_a_file_is_found_at_once(findings_of: Findings) -> None:
    found = findings_of({"resources/notes.yaml": "a: on\na: 1\n7: x\n"})
    assert [finding.position.line for finding in found if finding.rule == "yaml"] == [1, 2, 3]


def test_a_file_of_nothing_but_mistakes_ends_with_a_bounded_report(findings_of: Findings) -> None:
    found = findings_of({"resources/notes.yaml": "a: b\n" * 1_000})
    assert 100 <= len(found) <= 110


def test_words_of_yaml_1_2_are_texts_and_only_true_and_false_are_booleans(spec: Path) -> None:
    path = spec / "words.yaml"
    path.write_text("[2012.01, '12:30', 0x1f, 1.5, ~, True, 'on', null]")
    findings: list[Finding] = []
    file = load(path, "words.yaml", findings)
    assert file is not None
    assert file.data == [2012.01, "12:30", 31, 1.5, None, True, "on", None]
    assert findings == []


NUMBERS = st.integers().map(str) | st.text("0123456789_.:-+eExob", min_size=1, max_size=12)
DAYS = st.dates().map(str) | st.datetimes().map(str) | st.times().map(str)


@given(NUMBERS | DAYS | st.sampled_from(["yes", "No", "ON", "y", "=", "~", "null", "True", ".5", "on."]))
def test_what_readers_of_yaml_1_1_read_otherwise_is_refused(text: str) -> None:
    file, findings = parse(f"a: {text}\n".encode(), "numbers.yaml")
    try:
        other = yaml.safe_load(f"a: {text}\n")
    except (yaml.YAMLError, ValueError):
        other = None
    if not findings:
        assert file is not None
        assert repr(file.data) == repr(other)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        ("a: 0143\n", 'write 143 for a number, "0143" with quotes for a text'),
        ("a: 0o17\n", 'write 15 for a number, "0o17" with quotes for a text'),
        ("a: 1_000\n", 'write 1000 for a number, "1_000" with quotes for a text'),
        ("a: 0b11\n", 'write 3 for a number, "0b11" with quotes for a text'),
        ("a: 1e3\n", 'write 1000 for a number, "1e3" with quotes for a text'),
        ("a: 12:30\n", 'write "12:30" with quotes'),
        ("a: 2018-12-15\n", 'write "2018-12-15" with quotes'),
        ("a: 2018-12-15T00:00:00Z\n", 'write "2018-12-15T00:00:00Z" with quotes'),
        ("a: =\n", 'write "=" with quotes'),
        ("a: #/schemas/Paper\n", 'write "#/schemas/Paper" with quotes'),
        ("b: # why\na: [1]\nc: #1 of all\n", 'write "#1 of all" with quotes'),
        ("a: {<<: {b: 1}}\n", "write the entries out, or refer to a component with $ref"),
        ("a: !set {b}\n", "remove the tag"),
        ("a: &Sons\n", "put the text that begins with & in quotes, or remove the anchor"),
        ("a:\n  b: 1\n \N{NO-BREAK SPACE}c: 1\n", "indented with NO-BREAK SPACE (U+00A0); write spaces"),
        ("a: {\N{CYRILLIC SMALL LETTER ES}d: 1}\n", "LETTER ES (U+0441); write cd in ASCII letters"),
        ("a:\n\N{NO-BREAK SPACE} b: 1\n", "b holds NO-BREAK SPACE (U+00A0); write spaces and b"),
        ("a: [x\N{ZERO WIDTH SPACE}y]\n", "ZERO WIDTH SPACE (U+200B); write xy in ASCII letters"),
    ],
)
def test_what_readers_differ_on_comes_with_what_to_write(content: str, advice: str) -> None:
    (finding,) = parse(content.encode(), "notes.yaml")[1]
    assert finding.position.line == content.count("\n")
    assert f"{finding.message}; {finding.fix}".endswith(advice)


def test_a_merge_key_is_the_only_finding_of_what_it_would_have_added() -> None:
    file, findings = parse(b"a: &a {b: 1, c: 2}\nd:\n  b: 3\n  <<: *a\n", "notes.yaml")
    assert file is not None
    assert file.data["d"] == {"b": 3, "c": 2}
    assert [finding.position.line for finding in findings] == [4]


def test_a_finding_is_one_line_whatever_the_file_holds(findings_of: Findings) -> None:
    found = findings_of({"resources/notes.yaml": '"a\\n\\e[31m": 1\n"a\\n\\e[31m": 2\n'})
    assert found
    assert all(str(finding).isprintable() for finding in found)


@example(b"?")
@given(
    st.binary(max_size=300) | st.text(alphabet="-?:,[]{}#&*!|>'\"%@`ab \t\n\\", max_size=200).map(str.encode)
)
def test_no_bytes_at_all_raise(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "openapi.yaml")
        path.write_bytes(content)
        assert read(Path(folder)).findings
