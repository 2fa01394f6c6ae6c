"""What a run changes in its process, and that it is changed back."""

from __future__ import annotations

import gc
import json
import subprocess
import sys

from contextio_contract.conformance.process.supervision import collecting_seldom

PROGRAM = """
import json, sys, time
from hypothesis.internal.charmap import intervals_from_codec
from contextio_contract.conformance.process.supervision import without_files

calls = 0

def count(frame, event, argument):
    global calls
    calls += event == "c_call"

with without_files():
    sys.setprofile(count)
    encodable, _ = intervals_from_codec("utf-8")
    sys.setprofile(None)
print(json.dumps([encodable.intervals, calls]))
"""


def test_hypothesis_is_told_what_utf_8_encodes() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    intervals, calls = json.loads(done.stdout)
    assert intervals == [[0, 0xD7FF], [0xE000, 0x10FFFF]]
    assert calls < 100_000, "it does not try each of a million characters"


def test_garbage_is_collected_as_before_after_a_run() -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    with collecting_seldom():
        assert gc.get_threshold()[0] > before[0][0]
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_schemathesis_is_imported_when_it_is_needed() -> None:
    program = "import sys, contextio_contract.conformance.run; print('schemathesis' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
