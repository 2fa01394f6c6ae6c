"""The description with anything put anywhere: reading it ends soon, and never raises."""

from __future__ import annotations

import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contextio_contract.description import read
from contextio_contract.description.loader import load

SPEC = Path(__file__).parents[2] / "spec"
FILES = ["openapi.yaml", "common.yaml", *(f"resources/{path.name}" for path in SPEC.glob("resources/*.yaml"))]
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


def read_with(name: str, text: str) -> None:
    with TemporaryDirectory() as folder:
        spec = Path(folder, "spec")
        spec.mkdir()
        (spec / "documented").symlink_to(SPEC / "documented")
        (spec / "resources").mkdir()
        for other, content in {**TEXTS, name: text}.items():
            (spec / other).write_text(content)
        (spec / "EXTENSIONS.md").write_bytes((SPEC / "EXTENSIONS.md").read_bytes())
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
