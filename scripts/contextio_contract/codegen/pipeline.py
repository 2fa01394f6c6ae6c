"""From the description to its outputs: the bundle, then the generators side by side, then one swap."""

from __future__ import annotations

import gc
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from contextio_contract.codegen import manifest, swap
from contextio_contract.codegen.drift import differences
from contextio_contract.codegen.targets import BUNDLE, TARGETS, CannotGenerateError
from contextio_contract.codegen.worker import Worker
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.codegen.targets import Target
    from contextio_contract.description import Finding


class BrokenDescriptionError(Exception):
    """What keeps the description from being generated from, one finding a line."""


@dataclass(frozen=True)
class State:
    """What is in `generated/`, against what its manifest says.

    Attributes:
        recorded: the manifest's records by target name.
        actual: the same as things are now.
        strays: files and folders that belong to no target.
    """

    recorded: dict[str, Any]
    actual: dict[str, Any]
    strays: list[Path]

    def is_fresh(self, target: Target) -> bool:
        """Return whether neither the target's inputs nor its outputs have changed since it was made."""
        return bool(self.recorded.get(target.name) == self.actual[target.name])

    def behind(self, targets: Sequence[Target]) -> list[Target]:
        """Return what else is here and no longer fresh, beside these targets."""
        others = (target for target in TARGETS if target not in targets and target.name in self.recorded)
        return [target for target in others if not self.is_fresh(target)]


@dataclass(frozen=True)
class Result:
    """What became of an output: how many files it has, and whether any of them changed."""

    target: Target
    files: int
    updated: bool


def inspect(spec: Path, generated: Path) -> State:
    """Compare hashes; nothing is made.

    Raises:
        CannotRun: when there is no description, or a tool that a target needs is not installed.
    """
    if not (spec / "openapi.yaml").is_file():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    owned = {manifest.NAME, *(target.output for target in TARGETS)}
    present = sorted(generated.iterdir()) if generated.is_dir() else []
    return State(
        recorded=manifest.read(generated),
        actual=manifest.records(TARGETS, spec, generated),
        strays=[path for path in present if path.name not in owned],
    )


def generate(spec: Path, generated: Path, targets: Sequence[Target]) -> tuple[list[Result], list[Target]]:
    """Bring outputs up to date; nothing runs for those that are, and strays go.

    Returns what became of each, and what else is in `generated` and may be out of date.

    Args:
        spec: the folder of the description.
        generated: the folder of the outputs.
        targets: which outputs.

    Raises:
        BrokenDescriptionError: when the description cannot be generated from; `generated` is as before.
        CannotRun: when the description or a tool is missing, or `generated` is a folder of something else.
        OSError: when a file cannot be written; `generated` is as before.
    """
    with swap.locked(generated):
        state = inspect(spec, generated)
        if state.strays and not state.recorded:
            message = f"{generated} has files of something else, as {state.strays[0].name}; name a new folder"
            raise CannotRun(message)
        stale = [target for target in targets if not state.is_fresh(target)]
        made = state.actual
        if stale or state.strays:
            with swap.replaced(generated) as new:
                _copy(generated, new, [target for target in TARGETS if target not in stale])
                make(spec, new, stale)
                # The inputs are those from before: what is edited meanwhile counts as changed since.
                outputs = {target.name: manifest.hashes(new / target.output) for target in stale}
                remade = {name: {**made[name], "outputs": hashes} for name, hashes in outputs.items()}
                made = {**made, **remade}
                manifest.write(new, {**state.recorded, **remade})
    results = [
        Result(
            target,
            files=len(made[target.name]["outputs"]),
            updated=made[target.name]["outputs"] != state.actual[target.name]["outputs"],
        )
        for target in targets
    ]
    return results, state.behind(targets)


def check(spec: Path, generated: Path, state: State, targets: Sequence[Target]) -> dict[str, list[str]]:
    """Return lines that tell how outputs differ from what the description gives, by target name.

    Args:
        spec: the folder of the description.
        generated: the folder of the outputs; nothing there changes.
        state: what `inspect` says; only what is not fresh is made, and compared.
        targets: which outputs.

    Raises:
        BrokenDescriptionError: when the description cannot be generated from.
    """
    stale = [target for target in targets if not state.is_fresh(target)]
    if not stale:
        return {}
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _copy(generated, folder, [target for target in (BUNDLE,) if target not in stale])
        make(spec, folder, stale)
        return {
            target.name: differences(generated / target.output, folder / target.output) for target in stale
        }


def make(spec: Path, folder: Path, targets: Sequence[Target]) -> None:
    """Make outputs in a folder that is in nobody's use yet.

    Args:
        spec: the folder of the description.
        folder: where the outputs go; it holds the bundle if that is not to be made.
        targets: which outputs.

    Raises:
        BrokenDescriptionError: when the description has findings, or has no form as code.
        CannotRun: when a generator itself is broken.
    """
    bundle = folder / BUNDLE.output
    with ExitStack() as stack:
        gc.disable()  # a tenth of the time
        stack.callback(gc.enable)
        workers = {
            target.name: stack.enter_context(Worker(target, spec, folder / target.output))
            for target in targets
            if target.writer
        }
        if BUNDLE in targets:
            _write_bundle(spec, bundle)
        for worker in workers.values():
            worker.begin(bundle)
        if BUNDLE in targets:
            _refuse_findings(spec)
        for name, worker in workers.items():
            try:
                worker.finish()
            except CannotGenerateError as error:
                message = f"{spec.name}: {name}: {error}"
                raise BrokenDescriptionError(message) from error


def _write_bundle(spec: Path, path: Path) -> None:
    """Write the bundle as soon as there is one; whether it may be kept is seen while the generators work."""
    from contextio_contract.description.source.bundler import bundle

    findings: list[Finding] = []
    made = bundle(spec, findings)
    if made is None or findings:
        raise BrokenDescriptionError("\n".join(map(str, sorted(findings))))
    path.write_bytes(made.to_json())


def _refuse_findings(spec: Path) -> None:
    from contextio_contract.description import read

    if findings := read(spec).findings:
        raise BrokenDescriptionError("\n".join(map(str, findings)))


def _copy(source: Path, destination: Path, targets: Sequence[Target]) -> None:
    for target in targets:
        output = source / target.output
        if output.is_dir():
            shutil.copytree(
                output, destination / target.output, ignore=shutil.ignore_patterns(*manifest.BESIDE)
            )
        elif output.exists():
            shutil.copy2(output, destination)
