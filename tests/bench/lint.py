"""How many typical mistakes `lint` and others find, and whether they point at the line to change.

    python -m tests.bench.lint

Each mistake of the table is planted by itself in a copy of `spec/`. A tool finds it when it says something
that it does not say of the sound description. It points at the line when it names one within two lines of
what was changed, or of the place that the table has for it. The others run with all their rules, on the same
files; where that does not lead to the line, they get a bundle made of the files too, if one can be made.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.bench.peers import PEERS, ROOT, Report, install, run
from tests.description.mistakes import MISTAKES, OWN_RULES, Mistake
from tests.program import PROGRAM

from contextio_contract.description.source.bundler import bundle
from contextio_contract.description.source.files import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from contextio_contract.description.source.bundler import Bundle

    Tool = Callable[[Path], tuple[float, list[Report]]]
    Place = tuple[str, int]
    """A file, relative to the description's folder, and a line."""

NEAR: Final = 2
"""Lines between what a tool names and what is to be changed."""

_OURS: Final = "lint"
_VERDICTS: Final = ("", "found", "line")
_ROOT_FILE: Final = "openapi.yaml"


class Contender:
    """A tool, what it says of the sound description, and how it has done so far."""

    def __init__(self, name: str, tool: Tool, sound: Path) -> None:
        """Hear what the tool says of the sound description."""
        self.name = name
        self.verdicts: list[str] = []
        self.times: list[float] = []
        self._tool = tool
        self._usual = Counter(report.text for report in tool(sound / _ROOT_FILE)[1])
        self._reads_bundles = name != _OURS
        bundled = _bundled(tool, sound)[0] if self._reads_bundles else []
        self._usual_of_bundle = Counter(report.text for report in bundled)

    def judge(self, folder: Path, places: list[Place]) -> str:
        """Return, and note, how the tool does on a mistake: `line`, `found` or nothing.

        Args:
            folder: the description with the mistake.
            places: the lines that are right.
        """
        taken, said = self._tool(folder / _ROOT_FILE)
        self.times.append(taken)
        verdict = _verdict((_place(report, folder) for report in _new(said, self._usual)), places)
        if verdict != _VERDICTS[-1] and self._reads_bundles:
            said, whole = _bundled(self._tool, folder)
            of_bundle = (_source(report, whole) for report in _new(said, self._usual_of_bundle))
            verdict = max(verdict, _verdict(of_bundle, places), key=_VERDICTS.index)
        self.verdicts.append(verdict)
        return verdict


def main() -> None:
    """Print a row for each mistake, then how many each tool found and how long it took."""
    install()
    with TemporaryDirectory() as scratch:
        sound = _copied(Path(scratch, "sound"))
        contenders = [Contender(name, tool, sound) for name, tool in {_OURS: _lint, **PEERS}.items()]
        _row("mistake", (contender.name for contender in contenders))
        for number, (title, mistake) in enumerate(MISTAKES.items()):
            folder = _copied(Path(scratch, str(number)))
            places = _plant(mistake, folder)
            _row(title, (contender.judge(folder, places) or "-" for contender in contenders))
    ours = contenders[0]
    for contender in contenders:
        print(_summary(contender, median(ours.times)))  # noqa: T201 - its result
    missed = sum(verdict != "line" for verdict in ours.verdicts)
    told = f"lint misses {missed}; see the rows with less than line" if missed else "lint misses none"
    print(f"bench-lint: {told}; medians from start to end, load {os.getloadavg()[0]:.1f}")  # noqa: T201 - its result
    sys.exit(1 if missed else 0)


def _summary(contender: Contender, ours: float) -> str:
    """Return in a line how a tool did, on all mistakes and on those against rules that others could have."""
    judged = list(zip(MISTAKES.values(), contender.verdicts, strict=True))
    general = [verdict for mistake, verdict in judged if mistake.rule not in OWN_RULES]
    told = [
        f"{sum(map(bool, verdicts))} of {len(verdicts)} found, {verdicts.count('line')} on the line"
        for verdicts in (contender.verdicts, general)
    ]
    taken = median(contender.times)
    speed = f"{taken:.2f} s, {taken / ours:.1f} times lint's"
    return f"{contender.name:10} {told[0]}; without this project's own rules {told[1]}; {speed}"


def _copied(folder: Path) -> Path:
    return Path(shutil.copytree(ROOT / "spec", folder / "spec"))


def _row(title: str, cells: Iterable[str]) -> None:
    print(f"{title:{max(map(len, MISTAKES))}}  " + "  ".join(f"{cell:9}" for cell in cells), flush=True)  # noqa: T201 - its result


def _lint(document: Path) -> tuple[float, list[Report]]:
    command = [PROGRAM, "lint", "--format", "json"]
    taken, output, _ = run([*command, "--spec", str(document.parent)], ROOT)
    return taken, [
        Report(f"{one['rule']}: {one['message']}", one["file"].partition("/")[2], one["line"], ())
        for one in json.loads(output)
    ]


def _plant(mistake: Mistake, folder: Path) -> list[Place]:
    """Make a mistake; return the lines that changed and the line that the table names."""
    path = folder / mistake.file
    before = path.read_text("utf-8")
    after = before.replace(mistake.old, mistake.new, 1)
    path.write_text(after, "utf-8")
    was, now = before.splitlines(), after.splitlines()
    first = next((n for n, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), len(now))
    tail = next(
        (n for n, pair in enumerate(zip(was[::-1], now[::-1], strict=False)) if pair[0] != pair[1]), len(now)
    )
    last = max(first, len(now) - tail - 1)
    named = folder / (mistake.found_in or mistake.file)
    lines = [
        number
        for number, line in enumerate(named.read_text("utf-8").splitlines(), 1)
        if line.lstrip(" ").startswith(mistake.line)
    ]
    expected = min(lines, key=lambda number: abs(number - first - 1))
    changed = [(mistake.file, number + 1) for number in range(first, last + 1)]
    return [*changed, (str(named.relative_to(folder)), expected)]


def _new(said: list[Report], usual: Counter[str]) -> list[Report]:
    """Return what a tool says more often, in the same words, than usual."""
    more = Counter(report.text for report in said) - usual
    return [report for report in said if report.text in more]


def _verdict(named: Iterable[Place | None], places: list[Place]) -> str:
    reports = list(named)
    near = (
        place and place[0] == file and abs(place[1] - line) <= NEAR
        for place in reports
        for file, line in places
    )
    return "line" if any(near) else "found" if reports else ""


def _place(report: Report, folder: Path) -> Place | None:
    """Return the file and line that a report names; for a pointer, where that stands."""
    name = report.file or _ROOT_FILE
    if report.line is not None:
        return name, report.line
    file = load(folder / name, name, [])
    pointer = report.pointer
    while file is not None and pointer not in file.positions:
        pointer = pointer[:-1]
    return (name, file.positions[pointer].line) if file is not None and pointer else None


def _bundled(tool: Tool, folder: Path) -> tuple[list[Report], Bundle | None]:
    """Return what a tool says of the files put together in one, and the bundle; nothing if they cannot be."""
    whole = bundle(folder, [])
    if whole is None or not whole.whole:
        return [], None
    path = folder.parent / "bundle.json"
    path.write_bytes(whole.to_json())
    return tool(path)[1], whole


def _source(report: Report, whole: Bundle | None) -> Place | None:
    """Return where the place that a report names in a bundle was written."""
    if whole is None or not report.pointer:
        return None
    position = whole.position(report.pointer)
    return position.file.partition("/")[2], position.line


if __name__ == "__main__":
    main()
