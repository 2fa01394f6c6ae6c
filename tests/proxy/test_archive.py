"""HTTP archives that are large, cut, broken or none."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.proxy.archives import BASE, archive, entry, run, write

from contextio_contract.proxy.recorded.archive import BrokenArchiveError, entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WHOLE = archive(entry(), entry(text="{}"), entry())
_CUT = _WHOLE[: _WHOLE.rindex(b'{"request"') + 40]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "ends too early"),
        (b"\xef\xbb\xbf", "ends too early"),
        (_CUT, "ends too early after entry 2"),
        (_WHOLE[:-2], "ends too early after entry 3"),
        (gzip.compress(_CUT, mtime=0), "ends too early after entry 2"),
        (gzip.compress(_WHOLE, mtime=0)[:-20], "ends too early, or its compression is broken"),
        (gzip.compress(_WHOLE, mtime=0)[:40] + b"s3cret", "ends too early, or its compression is broken"),
        (
            _WHOLE.replace(b'{"request"', b's3cret {"request"'),
            "is no HTTP archive (HAR) from character 52 on",
        ),
        (_WHOLE + b"s3cret", f"is no HTTP archive (HAR) from character {len(_WHOLE)} on after entry 3"),
        (b"s3cret", "is no HTTP archive (HAR) from character 0 on"),
        (b"[]", "is no HTTP archive (HAR) from character 0 on"),
        (b"<log>s3cret</log>", "is no HTTP archive (HAR) from character 0 on"),
        (b"{}", "is no HTTP archive: it has no log.entries"),
        (b'{"log": 1, "x": {"log": {"entries": []}}}', "is no HTTP archive: it has no log.entries"),
        (b'{"log": {"entries": {}}}', "is no HTTP archive: it has no log.entries"),
        (b'{"log": {"entries": [' + b"[" * 100_000, "is no HTTP archive (HAR) from character 21 on"),
        (b'{"log": {"entries": [' + b"9" * 10_000 + b"]}}", "is no HTTP archive (HAR) from character 21 on"),
    ],
)
def test_a_broken_file_is_judged_up_to_where_it_breaks(tmp_path: Path, content: bytes, told: str) -> None:
    broken = tmp_path / "broken.har"
    broken.write_bytes(content)
    done = run(str(broken), write(tmp_path, entry()))
    assert done.exit_code == 2
    assert f"traffic: no verdict: {broken} {told}; {BASE}: " in done.output
    assert ('the value is not of type "array"' in done.output) == ("after entry" in told)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run(str(tmp_path / "none.har"), str(tmp_path), write(tmp_path, entry()))
    assert done.exit_code == 2
    assert "none.har cannot be read (No such file or directory)" in done.output
    assert f"{tmp_path} cannot be read (Is a directory)" in done.output
    assert "1 request, 0 violations" in done.output


class _Endless(io.RawIOBase):
    """An archive of many entries that is written while it is read."""

    def __init__(self, size: int) -> None:
        self._pieces = self._write(size)
        self._left = b""

    @staticmethod
    def _write(size: int) -> Iterator[bytes]:
        yield b'{"log": {"entries": ['
        one = json.dumps(entry(text=json.dumps(["é" * 1000] * 50))).encode()
        yield from (one + b"," for _ in range(size // len(one)))
        yield one + b"]}}"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._left = self._left or next(self._pieces, b"")
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count


def test_memory_does_not_grow_with_the_file() -> None:
    size = 128 * 2**20
    tracemalloc.start()
    try:
        count = sum(1 for _ in entries(io.BufferedReader(_Endless(size))))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count > 100
    assert peak < size / 4


def test_entries_come_before_the_file_is_read_to_its_end() -> None:
    first = next(entries(io.BufferedReader(_Endless(2**40))))
    assert first["request"]["url"] == f"{BASE}/accounts"


@pytest.mark.parametrize("chunk", [1, 2, 7, 64])
def test_where_reads_end_does_not_matter(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    text = {"a": [1, 123456, -1.5e10, True, None], "b": '"\\\u2028é😀', "log": {"entries": []}}
    whole = json.dumps({"x": 12, "log": {"version": "1.2", "entries": [text, 123, "y"], "z": 45}}).encode()
    monkeypatch.setattr("contextio_contract.proxy.recorded.archive._CHUNK", chunk)
    assert [*entries(io.BufferedReader(io.BytesIO(whole)))] == [text, 123, "y"]
    for end in range(1, len(whole) - 1):
        with pytest.raises(BrokenArchiveError, match="ends too early"):
            list(entries(io.BufferedReader(io.BytesIO(whole[:end]))))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_PLACES = [
    ("request",), ("response",), ("request", "url"), ("request", "method"), ("request", "headers"),
    ("request", "postData"), ("request", "postData", "params"), ("request", "postData", "text"),
    ("response", "status"), ("response", "headers"), ("response", "content"), ("response", "content", "text"),
    ("response", "content", "encoding"), ("response", "content", "size"), ("response", "content", "mimeType"),
]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(_PLACES), _JSON), min_size=1, max_size=4))
def test_an_entry_that_is_like_none_is_told(tmp_path: Path, edits: list[tuple[tuple[str, ...], Any]]) -> None:
    edited = entry(method="POST", request={"postData": {"mimeType": "application/x-www-form-urlencoded"}})
    for place, value in edits:
        node: Any = edited
        for name in place[:-1]:
            node = node.get(name) if isinstance(node, dict) else None
        if isinstance(node, dict):
            node[place[-1]] = value
    assert run(write(tmp_path, edited, entry())).exit_code in {0, 1, 2}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_file_with_wrong_bytes_is_told(tmp_path: Path, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(_WHOLE)))
    removed, added = data.draw(st.integers(0, 20)), data.draw(st.binary(max_size=20))
    path = tmp_path / "edited.har"
    path.write_bytes(_WHOLE[:at] + added + _WHOLE[at + removed :])
    assert run(str(path)).exit_code in {0, 1, 2}
