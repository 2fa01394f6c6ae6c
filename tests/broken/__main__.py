"""Give broken answers to the clients, and say how they take them.

    python -m tests.broken [sync] [asyncio] [trio] [typescript]

The TypeScript client is the package that `make test-typescript` has built. `CASES=redirect` takes those cases
alone whose name begins so.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final

from tests.broken.cases import CASES
from tests.broken.clients import PYTHON_KINDS, ROOT, try_python, try_typescript

if TYPE_CHECKING:
    from tests.broken.clients import Report

APP: Final = ROOT / ".cache" / "typescript" / "main" / "app"


def main(kinds: list[str]) -> None:
    """Print what is wrong, and a line for each client."""
    cases = [case for case in CASES.values() if case.name.startswith(os.environ.get("CASES", ""))]
    summary = ["client      cases  in time  as expected  most memory  taken"]
    failed = False
    for kind in kinds or [*PYTHON_KINDS, *(["typescript"] if APP.is_dir() else [])]:
        began = time.monotonic()
        report = try_typescript(APP, cases) if kind == "typescript" else try_python(kind, cases)
        failed |= bool(report.problems())
        summary.append(_line(kind, report, time.monotonic() - began))
        for problem in report.problems():
            _say(f"{kind}: {problem}")
    _say("\n".join(summary))
    outcome = "what is wrong stands above" if failed else "every client takes them as expected"
    without = "" if APP.is_dir() else "; for TypeScript run make test-typescript first"
    _say(f"test-broken: {len(cases)} broken answers, {outcome}{without}")
    sys.exit(failed)


def _line(kind: str, report: Report, seconds: float) -> str:
    right = report.cases - len(report.faults)
    return f"{kind:11}{report.cases:6}{report.in_time:9}{right:13}{report.megabytes:10.0f} MB{seconds:5.0f} s"


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - for the person who runs it


if __name__ == "__main__":
    main(sys.argv[1:])
