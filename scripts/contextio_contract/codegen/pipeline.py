"""From the description to its outputs: the bundle, then the generators side by side, then one swap."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from contextio_contract.codegen import manifest, swap
from contextio_contract.codegen.drift import differences
from contextio_contract.codegen.targets import BUNDLE, REFUSED, TARGETS
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
        actual={target.name: manifest.record(target, spec, generated) for target in TARGETS},
        strays=[path for path in present if path.name not in owned],
    )


def generate(spec: Path, generated: Path, targets: Sequence[Target]) -> list[Result]:
    """Bring outputs up to date; nothing runs for those that are, and strays go.

    Args:
        spec: the folder of the description.
        generated: the folder of the outputs.
        targets: which outputs.

    Raises:
        BrokenDescriptionError: when the description cannot be generated from; `generated` is as before.
        CannotRun: when the description or a tool is missing, or `generated` is a folder of something else.
        OSError: when a file cannot be written; `generated` is as before.
    """
    with swap.locked(generated) as lock:
        state = inspect(spec, generated)
        if state.strays and not state.recorded:
            message = f"{generated} has files of something else, as {state.strays[0].name}; name a new folder"
            raise CannotRun(message)
        stale = [target for target in targets if not state.is_fresh(target)]
        made = state.actual
        if stale or state.strays:
            with swap.replaced(generated) as new:
                _copy(generated, new, [target for target in TARGETS if target not in stale])
                make(spec, new, stale, lock)
                # The inputs are those from before: what is edited meanwhile counts as changed since.
                outputs = {target.name: manifest.hashes(new / target.output) for target in stale}
                remade = {name: {**made[name], "outputs": hashes} for name, hashes in outputs.items()}
                made = {**made, **remade}
                manifest.write(new, {**state.recorded, **remade})
    return [
        Result(
            target,
            files=len(made[target.name]["outputs"]),
            updated=made[target.name]["outputs"] != state.actual[target.name]["outputs"],
        )
        for target in targets
    ]


def check(spec: Path, generated: Path, state: State) -> dict[str, list[str]]:
    """Return lines that tell how outputs differ from what the description gives, by target name.

    Args:
        spec: the folder of the description.
        generated: the folder of the outputs; nothing there changes.
        state: what `inspect` says; only what is not fresh is made, and compared.

    Raises:
        BrokenDescriptionError: when the description cannot be generated from.
    """
    stale = [target for target in TARGETS if not state.is_fresh(target)]
    if not stale:
        return {}
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _copy(generated, folder, [target for target in (BUNDLE,) if target not in stale])
        make(spec, folder, stale)
        return {
            target.name: differences(generated / target.output, folder / target.output) for target in stale
        }


def make(spec: Path, folder: Path, targets: Sequence[Target], lock: int | None = None) -> None:
    """Make outputs in a folder that is in nobody's use yet.

    Args:
        spec: the folder of the description.
        folder: where the outputs go; it holds the bundle if that is not to be made.
        targets: which outputs.
        lock: a descriptor for the generators to hold, so that one that outlives this process is waited for.

    Raises:
        BrokenDescriptionError: when the description has findings, or a generator cannot go on with it.
        CannotRun: when a generator itself is broken.
    """
    with ExitStack() as stack:
        running = [
            (target, _started(target, folder, lock, stack)) for target in targets if target.module is not None
        ]
        bundle = folder / BUNDLE.output
        if BUNDLE in targets:
            _write_bundle(spec, bundle)
        for _, process in running:
            with suppress(BrokenPipeError):
                _tell(process, str(bundle))
        if BUNDLE in targets:
            _refuse_findings(spec)
        for target, process in running:
            _, complaint = process.communicate()
            if process.returncode:
                last = (complaint.strip().splitlines() or [f"status {process.returncode}"])[-1]
                message = f"{target.name}: {last}"
                raise BrokenDescriptionError(message) if process.returncode == REFUSED else CannotRun(message)


def _write_bundle(spec: Path, path: Path) -> None:
    """Write the bundle as soon as there is one; whether it may be kept is seen while the generators work."""
    from contextio_contract.description.bundle import bundle

    findings: list[Finding] = []
    made = bundle(spec, findings)
    if made is None or findings:
        raise BrokenDescriptionError("\n".join(map(str, sorted(findings))))
    path.write_bytes(made.to_json())


def _refuse_findings(spec: Path) -> None:
    from contextio_contract.description import read

    if findings := read(spec).findings:
        raise BrokenDescriptionError("\n".join(map(str, findings)))


def _started(target: Target, folder: Path, lock: int | None, stack: ExitStack) -> subprocess.Popen[str]:
    """Start a generator, which imports its libraries while the bundle is being made."""
    process = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-P", "-m", str(target.module), str(folder / target.output)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=() if lock is None else (lock,),
    )
    stack.enter_context(process)
    stack.callback(process.kill)
    return process


def _tell(process: subprocess.Popen[str], line: str) -> None:
    if process.stdin:
        process.stdin.write(f"{line}\n")
        process.stdin.flush()


def _copy(source: Path, destination: Path, targets: Sequence[Target]) -> None:
    for target in targets:
        output = source / target.output
        if output.is_dir():
            shutil.copytree(output, destination / target.output, ignore=shutil.ignore_patterns("__pycache__"))
        elif output.exists():
            shutil.copy2(output, destination)
