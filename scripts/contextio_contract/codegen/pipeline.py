"""Generation: stale outputs are made aside, in processes side by side, then moved into `generated/`."""

from __future__ import annotations

import fcntl
import gc
import multiprocessing
import os
import shutil
import signal
from contextlib import contextmanager
from dataclasses import replace
from difflib import unified_diff
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen import manifest
from contextio_contract.codegen.targets import ALL, BUNDLE, CannotGenerateError
from contextio_contract.contract import Contract, ContractError
from contextio_contract.contract.reduction import reduce
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from multiprocessing.queues import SimpleQueue

    from contextio_contract.codegen.manifest import State
    from contextio_contract.codegen.names import Names
    from contextio_contract.codegen.targets import Edition, Target
    from contextio_contract.description import Bundle, Finding

_FORK: Final = multiprocessing.get_context("fork")


class BrokenDescriptionError(Exception):
    """Nothing can be generated from the description; one finding a line says why."""


def generate(
    spec: Path, generated: Path, targets: Sequence[Target], edition: Edition = ALL
) -> tuple[list[Target], list[Target]]:
    """Bring outputs up to date, remove strays, and return what changed and what else may be out of date.

    All outputs are made before the first is moved. A run that is killed between two moves leaves whole
    outputs and the old manifest, so that the next run makes the rest.

    Raises:
        BrokenDescriptionError: if nothing can be generated from the description; no output has changed.
        CannotRun: if a tool is missing, or the folder has files of something else, or of other pages.
        OSError: if a file cannot be written.
    """
    with _locked(generated) as aside:
        state = manifest.inspect(spec, generated, edition=edition)
        if state.foreign:
            message = f"{generated} has files of something else, as {state.foreign.name}; name a new folder"
            raise CannotRun(message)
        if left := state.left_with_other_pages(targets):
            names = " ".join(target.name for target in left)
            message = f"{generated} has {names} of other pages; name the same --pages, or no targets"
            raise CannotRun(message)
        stale = state.stale(targets)
        _make(spec, aside, stale, edition)
        # Inputs are those from before: an edit made meanwhile counts as a change since.
        made = {
            target.name: {**state.actual[target.name], "output": manifest.digest(aside / target.output)}
            for target in stale
        }
        generated.mkdir(exist_ok=True)
        changed = [target for target in stale if made[target.name] != state.actual[target.name]]
        for name in (*(target.output for target in changed), *(stray.name for stray in state.strays)):
            _replace(generated / name, aside)
        if made:
            manifest.write(aside / manifest.NAME, {**state.recorded, **made}, edition)
            _replace(generated / manifest.NAME, aside)
        return changed, state.outdated(targets)


def check(spec: Path, generated: Path, state: State, targets: Sequence[Target]) -> dict[str, list[str]]:
    """Return the differences between stale outputs and what the description gives, by target name.

    Raises:
        BrokenDescriptionError: if nothing can be generated from the description.
        CannotRun: if a generator fails.
    """
    stale = state.stale(targets)
    with TemporaryDirectory() as folder:
        _make(spec, Path(folder), stale, state.edition)
        return {each.name: _differences(generated / each.output, Path(folder, each.output)) for each in stale}


def _make(spec: Path, folder: Path, targets: Sequence[Target], edition: Edition) -> None:
    """Make outputs, each in a process of its own, while this process lints the description."""
    if not targets:
        return
    from contextio_contract.description import read, validated

    bundled = _bundle(spec, edition.pages)
    (folder / BUNDLE.output).write_bytes(bundled.to_json())
    problems: SimpleQueue[Exception] = _FORK.SimpleQueue()
    # Not a pool: its workers would wait for ever, and hold the lock, once this process is killed.
    workers = [
        _FORK.Process(
            target=_work,
            args=(target, bundled.document, spec, folder / target.output, problems),
            kwargs={"names": edition.names} if target.takes_names else {},
        )
        for target in targets
        if target.writer
    ]
    try:
        for worker in workers:
            worker.start()
        if findings := validated(read(spec)).findings:
            raise BrokenDescriptionError("\n".join(map(str, findings)))
        for worker in workers:
            worker.join()
    finally:
        for worker in workers:
            if worker.is_alive():
                worker.kill()
                worker.join()
    if not problems.empty():
        raise problems.get()
    if any(worker.exitcode for worker in workers):
        message = "a generator was killed; run it again"
        raise CannotRun(message)


def _bundle(spec: Path, pages: Collection[str]) -> Bundle:
    """Return the description as one document, with some of its pages if any are named."""
    from contextio_contract.description.source.bundler import bundle

    findings: list[Finding] = []
    bundled = bundle(spec, findings)
    if bundled is None or findings:
        raise BrokenDescriptionError("\n".join(map(str, sorted(findings))))
    if not pages:
        return bundled
    try:
        return replace(bundled, document=reduce(bundled.document, pages))
    except LookupError as error:
        message = f"--pages {error}"
        raise CannotRun(message) from error


def _work(
    target: Target,
    bundle: dict[str, Any],
    spec: Path,
    output: Path,
    problems: SimpleQueue[Exception],
    **names: Names,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent kills this process
    gc.disable()  # a tenth of the time, in a process that ends soon
    try:
        module, _, name = str(target.writer).partition(":")
        write = getattr(import_module(f"contextio_contract.{module}"), name)
        write(Contract(bundle), output, **names, **({"spec": spec} if target.takes_spec else {}))
    except (CannotGenerateError, ContractError) as error:
        problems.put(BrokenDescriptionError(f"{spec.name}: {target.name}: {error}"))
    except Exception as error:  # noqa: BLE001 - whatever it is, one sentence names it
        fails = f"generating {target.name} fails: {type(error).__name__}: {error}"
        problems.put(error if isinstance(error, CannotRun) else CannotRun(fails))


@contextmanager
def _locked(generated: Path) -> Iterator[Path]:
    """Wait until no other process generates, and yield an empty folder beside the outputs.

    The lock is on the parent folder. It ends with this process and the processes forked from it.
    """
    aside = generated.with_name(f".{generated.name}.new")
    generated.parent.mkdir(parents=True, exist_ok=True)
    parent = os.open(generated.parent, os.O_RDONLY)
    try:
        fcntl.flock(parent, fcntl.LOCK_EX)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        os.close(parent)


def _replace(output: Path, aside: Path) -> None:
    """Move an output into its place from the folder aside, or out of the way if there is none."""
    made = aside / output.name
    if output.is_dir() or not made.exists():
        output.rename(aside / f"{output.name}.old")
    if made.exists():
        made.replace(output)


def _differences(actual: Path, expected: Path) -> list[str]:
    """Return the differences of an output in lines: files by name, and the first changed file as a diff."""
    if not actual.exists():
        return [f"{actual.name} is missing"]
    ours, theirs = (
        {path.relative_to(output.parent).as_posix(): path for path in manifest.files(output)}
        for output in (actual, expected)
    )
    lines = [f"{name} is missing" for name in theirs.keys() - ours.keys()]
    lines += [f"{name} belongs to nothing" for name in ours.keys() - theirs.keys()]
    lines.sort()
    shared = sorted(ours.keys() & theirs.keys())
    changed = [name for name in shared if ours[name].read_bytes() != theirs[name].read_bytes()]
    for name in changed[:1]:
        old, new = (paths[name].read_text("utf-8", errors="replace").splitlines() for paths in (ours, theirs))
        diff = unified_diff(old, new, f"{name} (as it is)", f"{name} (as it should be)", lineterm="", n=1)
        lines += islice(diff, 12)  # enough to see what it is about
    return lines + [f"{name} differs" for name in changed[1:]]
