"""Steps of the tests of the TypeScript package: commands, deployments, and Node's test runner."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.program import serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).parents[2]
TESTS: Final = Path(__file__).parent
BUILD: Final = ROOT / ".cache" / "typescript"
FINISHED_WITHIN: Final = 300


class FailedError(Exception):
    """A step failed; its output says why."""


@contextmanager
def deployment(name: str, command: str, *options: str) -> Iterator[dict[str, str]]:
    """Run a command that serves the API, and yield the variables by which a client finds it.

    Args:
        name: the name of its log.
        command: the command of the project.
        options: its options.
    """
    keys = {"CONTEXTIO_CONSUMER_KEY": "typescript", "CONTEXTIO_CONSUMER_SECRET": "a secret & more ü"}
    with serving(*options, command=command, log=BUILD / f"{name}.log", **keys) as served:
        yield {**keys, "CONTEXTIO_BASE_URL": served.base_url}


def run_tests(app: Path, environment: Mapping[str, str], node: str = "node") -> int:
    """Run the tests of a project with Node's runner.

    Args:
        app: the folder of the project.
        environment: variables in addition to ours.
        node: the program to run them with.

    Returns:
        How many there were.

    Raises:
        FailedError: if one failed, or if there is none.
    """
    files = sorted(str(path.relative_to(app)) for path in (app / "tests").glob("*.test.mjs"))
    output = run("node --test", [node, "--test", "--test-reporter=spec", *files], app, environment)
    counted = re.search(r"^\S+ pass (\d+)$", output, flags=re.MULTILINE)
    if counted is None or not int(counted[1]):
        message = f"no test ran in {shown(app)}"
        raise FailedError(message)
    return int(counted[1])


def run(name: str, command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """Run a step and return what it prints; print that only where the step fails.

    Raises:
        FailedError: if it fails, or does not end within FINISHED_WITHIN seconds.
    """
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=FINISHED_WITHIN,
        )
    except subprocess.TimeoutExpired as error:
        message = f"{name} did not end within {FINISHED_WITHIN} s; run it by hand in {shown(folder)}"
        raise FailedError(message) from error
    if done.returncode:
        say(done.stdout.rstrip())
        message = f"{name} failed, as said above; run it again in {shown(folder)}"
        raise FailedError(message)
    return done.stdout


def shown(path: Path) -> Path:
    """Return the path as seen from the project."""
    return path.relative_to(ROOT)


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201 - for the person who runs it
