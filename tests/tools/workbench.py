"""Where one tool is tried: its folder, its packages, and what was seen."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.tools.scenario import UPLOAD

from contextio_contract.codegen.typescript import node
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.tools.scenario import Deployment

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
DRIVERS: Final = HERE / "drivers"
READS: Final = "reads"
COMPILES: Final = "compiles"
BUNDLE: Final = "openapi.json"
"""The description, in the folder where the tools are run."""
_TIMEOUT: Final = 600
_INSTALLED_WITHIN: Final = 300


class StoppedError(Exception):
    """A check failed, without which the next ones cannot be made."""


@dataclass(frozen=True)
class Tool:
    """A tool that somebody else wrote.

    Attributes:
        name: what it is called in the table.
        version: the version that is pinned.
        run: makes the checks on a workbench.
        known: what the tool gets wrong: for each check, a part of the message that is seen.
        remark: for the table: what the tool gets wrong, and how it was called.
        compiles: what the table has in place of yes and no where nothing is compiled.
        debian: the Debian packages that it needs.
        fast: whether it belongs to the half that CI runs.
    """

    name: str
    version: str
    run: Callable[[Workbench], None]
    known: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    compiles: str = "-"
    debian: tuple[str, ...] = ()
    fast: bool = False

    @property
    def folder(self) -> str:
        """The name as a folder, and as a part of a host name."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


@dataclass
class Workbench:
    """The place where a tool is tried.

    Attributes:
        name: of the tool, as a folder.
        bundle: the description that is tried.
        deployment: what the calls go to.
        seen: what was found wrong by each check that was made; None where it is right.
    """

    name: str
    bundle: Path
    deployment: Deployment
    seen: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        shutil.copy(self.bundle, self.folder / BUNDLE)

    @property
    def folder(self) -> Path:
        """The working folder, empty at the start."""
        return ROOT / ".cache" / "tools" / self.name

    @property
    def variables(self) -> dict[str, str]:
        """The environment that tells drivers whom to call."""
        return self.deployment.given(self.name)

    def check(self, name: str, *command: str | Path, **environment: str) -> None:
        """Run a command that must end with status 0.

        Raises:
            StoppedError: if it does not.
        """
        self.note(name, *command, **environment)
        if self.seen[name] is not None:
            raise StoppedError

    def note(self, name: str, *command: str | Path, **environment: str) -> None:
        """Run a command that should end with status 0, without which others can be made all the same."""
        done = self._run(command, environment)
        self.seen[name] = None if done.returncode == 0 else _gist(done.stdout + done.stderr)

    def call(self, *command: str | Path, **environment: str) -> None:
        """Run a driver, which prints a JSON object for each step of the scenario.

        The object has `step`, and `value` or `error`.
        """
        self.deployment.proxy.uploads.clear()
        done = self._run(command, {**self.variables, **environment})
        rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"step"')]
        reports = {row["step"]: row for row in rows}
        ended = _gist(done.stderr or done.stdout) or f"ended with status {done.returncode}"
        for step, wanted in self.deployment.wanted(self.name).items():
            report = reports.get(step, {"error": ended if done.returncode else "is not offered"})
            self.observe(step, wanted, report)

    def observe(self, step: str, wanted: Any, report: Mapping[str, Any]) -> None:
        """Take down what a driver reports of a step, a `value` or an `error`."""
        if "error" in report:
            self.seen[step] = _gist(report["error"])
        elif json.dumps(report["value"]) != json.dumps(wanted):
            self.seen[step] = _gist(f"{json.dumps(report['value'])} in place of {json.dumps(wanted)}")
        elif step == "upload" and not any(UPLOAD.encode() in body for body in self.deployment.proxy.uploads):
            self.seen[step] = "the file did not arrive as it was sent"
        else:
            self.seen[step] = None

    def environment_of(self, *requirements: str) -> Path:
        """Return the commands of a virtual environment that has what `python/NAME.txt` pins.

        Raises:
            CannotRun: if they cannot be installed.
        """
        files = [HERE / "python" / f"{name}.txt" for name in requirements]
        wanted = "".join(file.read_text() for file in files)
        folder = ROOT / ".cache" / "tools-python" / "-".join(requirements)
        installed = folder / "installed"
        if not installed.is_file() or installed.read_text() != wanted:
            options = [option for file in files for option in ("--requirement", str(file))]
            uv = str(Path(sys.executable).with_name("uv"))
            for command in (
                [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)],
                [uv, "pip", "install", "--quiet", "--python", str(folder / "bin" / "python"), *options],
            ):
                _install(command)
            installed.write_text(wanted)
        return folder / "bin"

    def packages_of(self, name: str) -> Path:
        """Return the `node_modules` that has what `npm/NAME/package-lock.json` pins.

        Raises:
            CannotRun: if they cannot be installed.
        """
        return node.tools(HERE / "npm" / name) / "node_modules"

    def use_packages(self, packages: str, *drivers: str) -> None:
        """Put the packages of a folder in `npm/`, and drivers that import them, into the working folder."""
        modules = self.folder / "node_modules"
        if not modules.exists():
            modules.symlink_to(self.packages_of(packages))
        for name in drivers:
            shutil.copy(DRIVERS / name, self.folder)

    def command(self, name: str) -> Path:
        """Return a command of the packages in the working folder."""
        return self.folder / "node_modules" / ".bin" / name

    def compile_typescript(self, packages: str, driver: str, *options: str) -> Path:
        """Compile a driver, and what it imports from this folder, with tsc --strict; return the program.

        Args:
            packages: the folder in `npm/` with typescript and what the code imports.
            driver: a file in `drivers/`.
            options: more of tsc's options.

        Raises:
            StoppedError: if it does not compile.
        """
        self.use_packages(packages, driver, "steps.ts")
        defaults = ["--strict", "--target", "es2022", "--module", "commonjs", "--outDir", "built"]
        self.check(COMPILES, self.command("tsc"), *defaults, *options, driver)
        return self.folder / "built" / Path(driver).with_suffix(".js")

    def _run(
        self, command: tuple[str | Path, ...], environment: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        # The project's own tools come first; some start others, such as ruff.
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        try:
            return subprocess.run(
                [str(part) for part in command],
                cwd=self.folder,
                env={**os.environ, "NO_COLOR": "1", "PATH": path, **environment},
                capture_output=True,
                text=True,
                check=False,
                timeout=_TIMEOUT,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            message = f"{self.name}: {error}"
            raise CannotRun(message) from error


def pinned(name: str) -> str:
    """Return the version of a package that `python/NAME.txt` pins."""
    lines = (HERE / "python" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return next(line.partition("==")[2] for line in lines if line.startswith(f"{name}=="))


def _install(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_INSTALLED_WITHIN)
    if done.returncode:
        message = f"{' '.join(command[:3])} failed: {_gist(done.stderr)}"
        raise CannotRun(message)


def _gist(text: str) -> str:
    """Return the telling lines of a message on one line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "rror" in line] or lines[-3:]
    return " ".join(telling[:3])[:300]
