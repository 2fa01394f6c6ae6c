"""The manifest of `generated/`: hashes of inputs and outputs, which tell stale outputs without making any."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.publishing import CHANGELOG
from contextio_contract.codegen.targets import ALL, BUNDLE
from contextio_contract.errors import not_installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contextio_contract.codegen.targets import Edition, Target

NAME: Final = "manifest.json"
_IGNORED: Final = frozenset({"__pycache__", "dist", "node_modules"})
"""Folders that Python and npm put beside outputs."""
_LIBRARIES: Final = (
    *("click", "datamodel-code-generator", "jinja2", "markdown-it-py", "openapi-python-client"),
    *("openapi-spec-validator", "pyyaml", "ruff"),
)
"""The installed distributions of which a new version may change an output."""
_PACKAGE: Final = Path(__file__).parents[1]
_PACKAGE_KEY: Final = "package"
"""The key of what the names of a team's packages begin with; other keys but the next are targets."""
_PAGES_KEY: Final = "pages"
"""The key of the pages that a team's packages have; empty for all."""


@dataclass(frozen=True)
class State:
    """What a manifest says of a folder, and what is there.

    Attributes:
        edition: the edition that the folder is to have.
        recorded: the records of the manifest by target.
        pages: the pages of a team's packages by the manifest; None if it does not say.
        actual: the same as things are.
        strays: files that belong to no target, in a folder that holds nothing else.
        foreign: a file that was made by something else and would be in the way; None without one.
    """

    edition: Edition
    recorded: dict[str, Any]
    pages: list[str] | None
    actual: dict[str, Any]
    strays: list[Path]
    foreign: Path | None

    def stale(self, targets: Sequence[Target]) -> list[Target]:
        """Return the targets whose inputs or output have changed since the output was made."""
        return [each for each in targets if self.recorded.get(each.name) != self.actual[each.name]]

    def outdated(self, targets: Sequence[Target]) -> list[Target]:
        """Return the stale targets beside the given ones that were made before."""
        return [
            each
            for each in self.stale(self.edition.targets)
            if each not in targets and each.name in self.recorded
        ]

    def left_with_other_pages(self, targets: Sequence[Target]) -> list[Target]:
        """Return the targets made before with other pages that a run for the given ones would leave so."""
        if self.pages is None or self.pages == sorted(self.edition.pages):
            return []
        made = [each for each in self.edition.targets if each.name in self.recorded and not each.optional]
        return [each for each in made if each not in targets]


def inspect(
    spec: Path, generated: Path, targets: Sequence[Target] | None = None, edition: Edition = ALL
) -> State:
    """Compare the outputs of targets, by default of all, in a folder with its manifest.

    Raises:
        CannotRun: if a tool that a target needs is not installed.
    """
    texts = (*spec.glob("documented/README.md"), *spec.glob(CHANGELOG))
    description = _digest(spec, [*spec.rglob("*.yaml"), *texts])
    try:
        versions = [metadata.version(library) for library in _LIBRARIES]
    except metadata.PackageNotFoundError as error:
        raise not_installed(error.name, "codegen") from error
    code = cache(_code)
    chosen = [edition.names.stem, *sorted(edition.pages)]
    actual = {
        target.name: {
            "inputs": _hash([description, *chosen, *versions, *map(code, target.code)]),
            "output": digest(generated / target.output),
        }
        for target in (edition.targets if targets is None else targets)
    }
    try:
        recorded = json.loads((generated / NAME).read_bytes())
    except (FileNotFoundError, ValueError):
        recorded = {}
    if not isinstance(recorded, dict):
        recorded = {}
    package, pages = recorded.pop(_PACKAGE_KEY, None), recorded.pop(_PAGES_KEY, None)
    present = sorted(path for path in generated.glob("*") if path.name != NAME)
    outputs = {target.output: target.name for target in edition.targets}
    strays = [path for path in present if path.name not in outputs]
    if recorded and package != edition.package:
        foreign = present
    elif edition.is_own:  # a first run that was killed leaves outputs without a manifest
        foreign = [] if recorded else strays
    elif recorded:  # what stands beside the packages is the team's
        foreign = [path for path in present if outputs.get(path.name, BUNDLE.name) not in recorded]
    else:
        foreign = present
    return State(
        edition, recorded, pages, actual, strays if edition.is_own else [], next(iter(foreign), None)
    )


def write(path: Path, records: dict[str, Any], edition: Edition) -> None:
    """Write records by target name; the same records are the same bytes."""
    package = {_PACKAGE_KEY: edition.package, _PAGES_KEY: sorted(edition.pages)}
    path.write_text(
        json.dumps(records | ({} if edition.is_own else package), indent=2, sort_keys=True) + "\n",
        encoding="utf-8",
    )


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
