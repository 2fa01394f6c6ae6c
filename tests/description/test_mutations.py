"""The description with anything put anywhere: reading it ends soon, and never raises."""

from __future__ import annotations

import json
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contextio_contract.cli import main
from contextio_contract.description import read
from contextio_contract.description.source.files import load

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = Path(__file__).parents[2] / "spec"
FILES = sorted(str(path.relative_to(SPEC)) for path in SPEC.rglob("*.yaml"))
TEXTS = {name: (SPEC / name).read_text() for name in FILES}
SOON = 10.0
"""Seconds; a reading takes half a second on a quiet machine."""

ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        ["", "#", "#/schemas/Account", "#/pathItems/collection", "../common.yaml#/schemas/Flag", "x"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["$ref", "type", "required", "properties", "allOf", "name", "x-source", "items"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=4,
)


@contextmanager
def description_with(name: str, content: bytes) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        spec = Path(shutil.copytree(SPEC, Path(folder, "spec")))
        (spec / name).write_bytes(content)
        yield spec


def read_with(name: str, text: str) -> None:
    with description_with(name, text.encode()) as spec:
        start = time.monotonic()
        reading = read(spec)
        assert time.monotonic() - start < SOON
        for finding in reading.findings:
            assert str(finding).isprintable()
            assert finding.position.line >= 1
            assert finding.position.file.startswith("spec/")


@given(
    name=st.sampled_from(FILES),
    place=st.floats(min_value=0, max_value=1, exclude_max=True),
    value=ODD,
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_value_in_any_place_raises(name: str, place: float, value: Any) -> None:
    file = load(SPEC / name, name, [])
    assert file is not None
    pointers = [pointer for pointer in file.positions if pointer]
    *above, last = pointers[int(place * len(pointers))]
    data = json.loads(json.dumps(file.data))
    owner = data
    for key in above:
        owner = owner[key]
    owner[last] = value
    read_with(name, yaml.safe_dump(data))


@given(
    name=st.sampled_from(FILES),
    place=st.floats(min_value=0, max_value=1, exclude_max=True),
    length=st.integers(min_value=0, max_value=60),
    text=st.text(alphabet="ab-:#{}[]&*!|>'\"%@`$ \t\n", max_size=20),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_edit_of_the_text_raises(name: str, place: float, length: int, text: str) -> None:
    content = TEXTS[name]
    start = int(place * len(content))
    read_with(name, content[:start] + text + content[start + length :])


LINE = st.floats(min_value=0, max_value=1, exclude_max=True)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["delete", "repeat", "swap", "shift", "bytes"]), LINE, LINE, st.binary(max_size=6)
    ),
    min_size=1,
    max_size=4,
)


def mangled(content: bytes, steps: list[tuple[str, float, float, bytes]]) -> bytes:
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


@given(name=st.sampled_from(FILES), steps=STEPS, form=st.sampled_from(["text", "json", "github"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_slip_of_the_hand_ends_the_command_otherwise_than_with_findings(
    name: str, steps: list[tuple[str, float, float, bytes]], form: str
) -> None:
    with description_with(name, mangled((SPEC / name).read_bytes(), steps)) as spec:
        result = CliRunner().invoke(main, ["lint", "--spec", str(spec), "--format", form])
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert result.exit_code in {0, 1}
    assert result.output.splitlines()[-1].startswith("lint: ")
