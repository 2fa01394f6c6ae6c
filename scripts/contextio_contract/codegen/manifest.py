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
_LIBRARIES: Final = (
    *("click", "datamodel-code-generator", "jinja2", "markdown-it-py", "openapi-python-client"),
    *("openapi-spec-validator", "pyyaml", "ruff"),
)
"""The installed distributions of which a new version may change an output."""
_PACKAGE: Final = Path(__file__).parents[1]


@dataclass(frozen=True)
class State:
    """The records of the manifest by target, the same as things are, and files that belong to no target."""

    recorded: dict[str, Any]
    actual: dict[str, Any]
    strays: list[Path]

    def stale(self, targets: Sequence[Target]) -> list[Target]:
        """Return the targets whose inputs or output have changed since the output was made."""
        return [each for each in targets if self.recorded.get(each.name) != self.actual[each.name]]

    def outdated(self, targets: Sequence[Target]) -> list[Target]:
        """Return the stale targets beside the given ones that were made before."""
        return [each for each in self.stale(TARGETS) if each not in targets and each.name in self.recorded]


def inspect(spec: Path, generated: Path, targets: Sequence[Target] = TARGETS) -> State:
    """Compare the outputs of targets in a folder with its manifest.

    Raises:
        CannotRun: if a tool that a target needs is not installed.
    """
    description = _digest(spec, [*spec.rglob("*.yaml"), *spec.glob("documented/README.md")])
    try:
        versions = [metadata.version(library) for library in _LIBRARIES]
    except metadata.PackageNotFoundError as error:
        message = f"{error.name} is not installed; run: pip install 'contextio-contract[codegen]'"
        raise CannotRun(message) from error
    code = cache(_code)
    actual = {
        target.name: {
            "inputs": _hash([description, *versions, *map(code, target.code)]),
            "output": digest(generated / target.output),
        }
        for target in targets
    }
    try:
        recorded = json.loads((generated / NAME).read_bytes())
    except (FileNotFoundError, ValueError):
        recorded = {}
    owned = {NAME, *(target.output for target in TARGETS)}
    return State(recorded, actual, sorted(path for path in generated.glob("*") if path.name not in owned))


def write(path: Path, records: dict[str, Any]) -> None:
    """Write records by target name; the same records are the same bytes."""
    path.write_text(json.dumps(records, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def digest(output: Path) -> str:
    """Return a hash of an output, over the names and contents of its files."""
    return _digest(output.parent, files(output))


def files(output: Path) -> list[Path]:
    """Return the files of an output in a fixed order, without what Python and npm put beside them."""
    paths = [path for path in (output, *output.rglob("*")) if path.is_file()]
    return sorted(path for path in paths if _IGNORED.isdisjoint(path.relative_to(output).parts))


def _code(pattern: str) -> str:
    paths = (path for path in _PACKAGE.glob(pattern) if path.is_file())
    return _digest(_PACKAGE, (path for path in paths if path.suffix != ".pyc"))


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """Hash files with their names, so that text moved from one file to another shows."""
    named = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(paths))
    return _hash(f"{name} {hashlib.sha256(content).hexdigest()}" for name, content in named)


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
