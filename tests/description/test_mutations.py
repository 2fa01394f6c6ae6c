"""A description with anything put anywhere: reading it never raises, and what lint passes can be used."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.description.access import everything
from tests.description.conftest import LIBRARY, library_in

from contextio_contract.cli import main
from contextio_contract.description import read
from contextio_contract.description.source.files import load

FILES = sorted(str(path.relative_to(LIBRARY)) for path in LIBRARY.rglob("*.yaml"))
CONTENTS = {name: (LIBRARY / name).read_bytes() for name in FILES}
SHARED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
"""Each example has a folder of its own; only the function that makes it is shared."""

REFERENCES = ["#", "#/schemas/Paper", "#/pathItems/collection", "../common.yaml#/schemas/Name"]
KEYS = ["$ref", "type", "required", "properties", "allOf", "name", "x-source", "items", "discriminator"]
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "x", *REFERENCES]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=4,
)
SHARE = st.floats(min_value=0, max_value=1, exclude_max=True)
"""How far into a file."""


def read_with(name: str, content: bytes) -> None:
    """Read a description with another content of a file; if nothing is found, use all of the contract."""
    with TemporaryDirectory() as folder:
        spec = library_in(Path(folder))
        (spec / name).write_bytes(content)
        reading = read(spec)
    for finding in reading.findings:
        assert str(finding).isprintable()
        assert finding.position.line >= 1
        assert finding.position.file.startswith("spec/")
    if not reading.findings:
        assert reading.bundle is not None
        everything(reading.bundle.document)


@SHARED_FOLDER
@given(name=st.sampled_from(FILES), place=SHARE, value=ODD)
def test_no_value_in_any_place_raises(name: str, place: float, value: Any) -> None:
    file = load(LIBRARY / name, name, [])
    assert file is not None
    pointers = [pointer for pointer in file.positions if pointer]
    *above, last = pointers[int(place * len(pointers))]
    data = copy.deepcopy(file.data)
    owner = data
    for key in above:
        owner = owner[key]
    owner[last] = value
    read_with(name, json.dumps(data).encode())


@SHARED_FOLDER
@given(
    name=st.sampled_from(FILES),
    place=SHARE,
    length=st.integers(min_value=0, max_value=60),
    text=st.text(alphabet="ab-:#{}[]&*!|>'\"%@`$ \t\n", max_size=20),
)
def test_no_edit_of_the_text_raises(name: str, place: float, length: int, text: str) -> None:
    content = CONTENTS[name].decode()
    start = int(place * len(content))
    read_with(name, (content[:start] + text + content[start + length :]).encode())


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["delete", "repeat", "swap", "shift", "bytes"]), SHARE, SHARE, st.binary(max_size=6)
    ),
    min_size=1,
    max_size=4,
)


def mangle(content: bytes, steps: list[tuple[str, float, float, bytes]]) -> bytes:
    """Return a text after slips of the hand: lines lost, doubled, swapped or shifted, and stray bytes."""
    lines = content.split(b"\n")
    for step, place, other, stray in steps:
        one, two = int(place * len(lines)), int(other * len(lines))
        match step:
            case "delete" if len(lines) > 1:
                del lines[one]
            case "repeat":
                lines.insert(one, lines[two])
            case "swap":
                lines[one], lines[two] = lines[two], lines[one]
            case "shift":
                lines[one] = b"  " + lines[one]
            case _:
                middle = int(other * (len(lines[one]) + 1))
                lines[one] = lines[one][:middle] + stray + lines[one][middle:]
    return b"\n".join(lines)


@SHARED_FOLDER
@given(name=st.sampled_from(FILES), steps=STEPS, form=st.sampled_from(["text", "json", "github"]))
def test_no_slip_of_the_hand_ends_the_command_otherwise_than_with_findings(
    name: str, steps: list[tuple[str, float, float, bytes]], form: str
) -> None:
    with TemporaryDirectory() as folder:
        spec = library_in(Path(folder))
        (spec / name).write_bytes(mangle(CONTENTS[name], steps))
        result = CliRunner().invoke(main, ["lint", "--spec", str(spec), "--format", form])
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert result.exit_code in {0, 1}
    assert result.output.splitlines()[-1].startswith("lint: ")
