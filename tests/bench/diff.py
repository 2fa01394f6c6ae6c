"""How `diff` and api-smart-diff class typical edits, beside what the table says.

    python -m tests.bench.diff

Each edit of the table is made by itself in a copy of the bundle. What counts is the worst that a tool says of
it. api-smart-diff also classes the components by themselves, where no direction is known; what it says of
them counts only where it says nothing of the rest.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench.peers import INSTALLED, PACKAGES, ROOT, install, run
from tests.description.edits import EDITS, edited
from tests.program import PROGRAM

from contextio_contract.description.source.bundler import bundle

_LEVELS: Final = ("breaking", "additive", "editorial")
_MEANT: Final = {"non-breaking": "additive", "deprecated": "additive", "annotation": "editorial"}
"""The words of api-smart-diff that are not ours; `unclassified` has no like."""

_NONE: Final = "nothing"


def main() -> None:
    """Print a row for each edit, then how often each tool says what the table says, and how long it takes."""
    install()
    width = max(map(len, EDITS))
    print(f"{'edit':{width}}  {'table':12}  {'diff':12}  api-smart-diff")  # noqa: T201 - its result
    verdicts: list[tuple[str, str, str]] = []
    times: list[tuple[float, float]] = []
    read = bundle(ROOT / "spec", [])
    if read is None:
        sys.exit("bench-diff: the description cannot be read; run: make lint")
    with TemporaryDirectory() as scratch:
        before, after = Path(scratch, "before.json"), Path(scratch, "after.json")
        before.write_text(json.dumps(read.document), "utf-8")
        for title, edit in EDITS.items():
            after.write_text(json.dumps(edited(read.document, edit.values)), "utf-8")
            (our_time, ours), (their_time, theirs) = _ours(before, after), _theirs(before, after)
            times.append((our_time, their_time))
            verdicts.append((edit.level, ours, theirs))
            print(f"{title:{width}}  {edit.level:12}  {ours:12}  {theirs}", flush=True)  # noqa: T201 - its result
    _close(verdicts, times)


def _ours(before: Path, after: Path) -> tuple[float, str]:
    command = [PROGRAM, "diff", str(before)]
    taken, output, _ = run([*command, "--spec", str(after)], ROOT)
    levels = [line.split()[0] for line in output.splitlines() if line.startswith(_LEVELS)]
    return taken, levels[0] if levels else _NONE


def _theirs(before: Path, after: Path) -> tuple[float, str]:
    command = ["node", str(PACKAGES / "diff.cjs"), str(before), str(after)]
    taken, output, errors = run(command, ROOT, NODE_PATH=str(INSTALLED / "node_modules"))
    if not output:
        sys.exit(f"{errors}bench-diff: api-smart-diff fails; mend that first")
    differences = json.loads(output)
    of_rest = [one for one in differences if one["path"][0] != "components"]
    levels = {_MEANT.get(one["type"], one["type"]) for one in of_rest or differences}
    return taken, next((level for level in (*_LEVELS, "unclassified") if level in levels), _NONE)


def _close(verdicts: list[tuple[str, str, str]], times: list[tuple[float, float]]) -> None:
    ours, theirs = (sum(one[0] == one[column] for one in verdicts) for column in (1, 2))
    agree = sum(one[1] == one[2] for one in verdicts)
    our_time, their_time = (median(column) for column in zip(*times, strict=True))
    right = f"diff says what the table says for {ours} of {len(verdicts)}, api-smart-diff for {theirs}"
    speed = f"{our_time:.2f} s and {their_time:.2f} s, {their_time / our_time:.1f} times diff's"
    print(f"{right}; they agree on {agree}; {speed}")  # noqa: T201 - its result
    told = (
        "diff is right of all" if ours == len(verdicts) else "see the rows where diff differs from the table"
    )
    print(f"bench-diff: {told}; medians from start to end, load {os.getloadavg()[0]:.1f}")  # noqa: T201 - its result
    sys.exit(0 if ours == len(verdicts) else 1)


if __name__ == "__main__":
    main()
