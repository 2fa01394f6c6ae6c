"""The record of what each output was made from, by which staleness is decided without making anything."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contextio_contract.codegen.targets import Target

NAME: Final = "manifest.json"
BESIDE: Final = frozenset({"__pycache__", "dist", "node_modules"})
_PACKAGE: Final = Path(__file__).parents[1]


def records(targets: Sequence[Target], spec: Path, generated: Path) -> dict[str, Any]:
    """Return hashes of what each target depends on and of what it has made, by target name.

    Args:
        targets: whose records.
        spec: the folder of the description.
        generated: the folder of the outputs.

    Raises:
        CannotRun: when a tool that a target needs is not installed.
    """
    described = _sha256(spec, [*spec.rglob("*.yaml"), *spec.glob("documented/README.md")])
    found = cache(lambda pattern: list(_PACKAGE.glob(pattern)))
    version = cache(_version)
    return {
        target.name: {
            "inputs": {
                "code": _sha256(_PACKAGE, [path for pattern in target.code for path in found(pattern)]),
                "spec": described,
                **{tool: version(tool) for tool in target.tools},
            },
            "outputs": hashes(generated / target.output),
        }
        for target in targets
    }


def read(generated: Path) -> dict[str, Any]:
    """Return the records by target name; none where the manifest is missing or is no manifest."""
    try:
        records = json.loads((generated / NAME).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return records if isinstance(records, dict) else {}


def write(generated: Path, records: dict[str, Any]) -> None:
    """Write the records, sorted, so that the same records are the same bytes."""
    (generated / NAME).write_text(json.dumps(records, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def hashes(output: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of an output by its path in it; a file by itself has the path `.`."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files(output)
    }


def files(output: Path) -> list[Path]:
    """Return the files of an output in a fixed order, without what Python and npm put beside them."""
    if output.is_file():
        return [output]
    found = (path for path in output.rglob("*") if path.is_file())
    return sorted(path for path in found if BESIDE.isdisjoint(path.relative_to(output).parts))


def _sha256(root: Path, paths: Iterable[Path]) -> str:
    """Hash files with their names below a root, so that text moved from one file to another shows."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _version(tool: str) -> str:
    try:
        return metadata.version(tool)
    except metadata.PackageNotFoundError as error:
        message = f"{tool} is not installed; run: pip install 'contextio-contract[codegen]'"
        raise CannotRun(message) from error
