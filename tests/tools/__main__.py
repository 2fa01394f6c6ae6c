"""Other people's tools on the bundle: python -m tests.tools [--fast] [--bundle FILE] [NAME …]."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.tools import table
from tests.tools.catalogue import TOOLS
from tests.tools.scenario import deployed
from tests.tools.workbench import ROOT, StoppedError, Workbench

from contextio_contract.cli import counted
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from tests.tools.scenario import Deployment
    from tests.tools.workbench import Tool

_BUNDLE: Final = ROOT / "generated" / "openapi.json"
_LOGS: Final = ROOT / ".cache" / "tools"


def main() -> None:
    """Try the tools; exit with 0 if each does what its entry says, 1 if not, 2 if it cannot be tried."""
    options = _options()
    began = time.monotonic()
    chosen = [tool for tool in TOOLS if tool.fast or not options.fast]
    if options.names:
        chosen = [tool for tool in TOOLS if tool.folder in options.names]
    try:
        rows, findings = _try(chosen, options.bundle.absolute())
    except (CannotRun, AssertionError) as error:
        _say(f"test-tools: {error}")
        sys.exit(2)
    if options.bundle == _BUNDLE:
        table.update(rows, [tool.name for tool in TOOLS])
    taken = f"{len(chosen)} tools in {time.monotonic() - began:.0f} s"
    if findings:
        _say(f"test-tools: {taken}, {counted(len(findings), 'finding')}; mend the bundle or the tool's entry")
        sys.exit(1)
    _say(f"test-tools: {taken}, each does what its entry says")


def _try(tools: list[Tool], bundle: Path) -> tuple[dict[str, str], list[str]]:
    """Return the row of each tool, and how they differ from what their entries say."""
    rows, findings = {}, []
    _install(tools)
    _LOGS.mkdir(parents=True, exist_ok=True)
    _say(table.HEADING)
    with deployed(_LOGS) as deployment:
        for tool in tools:
            seen = _seen(tool, bundle, deployment)
            rows[tool.name] = table.row(tool, seen)
            _say(rows[tool.name])
            news = table.differences(tool, seen)
            findings += news
            for finding in news:
                _say(f"  {finding}")
    return rows, findings


def _seen(tool: Tool, bundle: Path, deployment: Deployment) -> dict[str, str | None]:
    bench = Workbench(tool.folder, bundle, deployment)
    with suppress(StoppedError):
        tool.run(bench)
    return bench.seen


def _install(tools: list[Tool]) -> None:
    packages = sorted({package for tool in tools for package in tool.debian})
    if subprocess.run([ROOT / "scripts" / "install-packages.sh", *packages], check=False).returncode:
        message = f"cannot install {' '.join(packages)}"
        raise CannotRun(message)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.tools", description=__doc__)
    parser.add_argument("--fast", action="store_true", help="only the tools that CI tries")
    parser.add_argument("--bundle", type=Path, default=_BUNDLE, help="another description; writes no table")
    parser.add_argument("names", nargs="*", help="only these tools", metavar="NAME")
    options = parser.parse_args()
    if unknown := set(options.names) - {tool.folder for tool in TOOLS}:
        names = ", ".join(tool.folder for tool in TOOLS)
        parser.error(f"no tool is called {', '.join(sorted(unknown))}; the tools are {names}")
    return options


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - for the person who runs it


if __name__ == "__main__":
    main()
