"""The manifest of `generated/`: hashes of inputs and outputs, which tell stale outputs without making any."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.targets import TARGETS
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contextio_contract.codegen.targets import Target

NAME: Final = "manifest.json"
_IGNORED: Final = frozenset({"__pycache__", "dist", "node_modules"})
"""Folders that Python and npm put beside outputs."""
_PACKAGE: Final = Path(__file__).parents[1]


@dataclass(frozen=True)
class State:
    """The outputs, compared with the manifest.

    Attributes:
        recorded: the records of the manifest by target name.
        actual: the same as things are now.
        strays: files and folders in `generated/` that belong to no target.
    """

    recorded: dict[str, Any]
    actual: dict[str, Any]
    strays: list[Path]

    def is_stale(self, target: Target) -> bool:
        """Return whether inputs or output have changed since the output was made."""
        return bool(self.recorded.get(target.name) != self.actual[target.name])

    def outdated(self, targets: Sequence[Target]) -> list[Target]:
        """Return the stale targets beside the given ones that were made before."""
        others = (target for target in TARGETS if target not in targets and target.name in self.recorded)
        return [target for target in others if self.is_stale(target)]


def inspect(spec: Path, generated: Path) -> State:
    """Compare the outputs in a folder with its manifest.

    Raises:
        CannotRun: if there is no description, or a tool that a target needs is not installed.
    """
    if not (spec / "openapi.yaml").is_file():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    described = _digest(spec, [*spec.rglob("*.yaml"), *spec.glob("documented/README.md")])
    code, version = cache(_code), cache(_version)
    actual = {
        target.name: {
            "inputs": _combined([described, *map(code, target.code), *map(version, target.tools)]),
            "output": digest(generated / target.output),
        }
        for target in TARGETS
    }
    owned = {NAME, *(target.output for target in TARGETS)}
    present = sorted(generated.iterdir()) if generated.is_dir() else []
    return State(_read(generated / NAME), actual, [path for path in present if path.name not in owned])


def write(path: Path, records: dict[str, Any]) -> None:
    """Write records by target name; the same records are the same bytes."""
    path.write_text(json.dumps(records, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def digest(output: Path) -> str:
    """Return a hash of an output, over the names and contents of its files."""
    return _digest(output.parent, files(output))


def files(output: Path) -> list[Path]:
    """Return the files of an output in a fixed order, without what Python and npm put beside them."""
    if output.is_file():
        return [output]
    paths = (path for path in output.rglob("*") if path.is_file())
    return sorted(path for path in paths if _IGNORED.isdisjoint(path.relative_to(output).parts))


def _read(path: Path) -> dict[str, Any]:
    try:
        records = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return records if isinstance(records, dict) else {}


def _code(pattern: str) -> str:
    paths = (path for path in _PACKAGE.glob(pattern) if path.is_file())
    return _digest(_PACKAGE, (path for path in paths if path.suffix != ".pyc"))


def _version(tool: str) -> str:
    try:
        return f"{tool} {metadata.version(tool)}"
    except metadata.PackageNotFoundError as error:
        message = f"{tool} is not installed; run: pip install 'contextio-contract[codegen]'"
        raise CannotRun(message) from error


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """Hash files with their names and sizes, so that text moved from one file to another shows."""
    hashed = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        hashed.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        hashed.update(content)
    return hashed.hexdigest()


def _combined(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
