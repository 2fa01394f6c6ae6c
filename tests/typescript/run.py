"""Build the TypeScript package, install it in a project of its own and test it there against the real server.

python -m tests.typescript.run
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from tests.broken.cases import CASES
from tests.broken.clients import try_typescript
from tests.typescript import consumers, projects
from tests.typescript.steps import (
    BUILD,
    FINISHED_WITHIN,
    ROOT,
    TESTS,
    FailedError,
    run,
    run_tests,
    say,
    shown,
)

from contextio_contract.codegen.typescript import node
from contextio_contract.errors import CannotRun

BIN: Final = Path(sys.executable).parent
NEED_NODE: Final = (
    "tests/codegen/test_types.py::test_pyright_finds_the_same",
    "tests/codegen/test_typescript.py::test_a_change_to_the_description_reaches_types_and_methods",
)
_AT_ONCE: Final = 2


def main() -> None:
    """Run the steps; the last line says how it went."""
    began = time.monotonic()
    try:
        tools, packaging = node.tools(), node.tools(consumers.TOOLS)
        shutil.rmtree(BUILD, ignore_errors=True)
        package, app = projects.make_own(tools, packaging)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            steps = [
                pool.submit(test_client, tools, app),
                pool.submit(give_broken_answers, app),
                pool.submit(test_every_kind, tools),
                pool.submit(run_tests_that_need_node),
                pool.submit(consumers.lint_package, packaging, package),
                pool.submit(consumers.compile_projects, packaging, app),
            ]
        tests = sum(step.result() for step in steps)
    except (FailedError, CannotRun) as error:
        sys.exit(f"test-typescript: {error}")
    except KeyboardInterrupt:
        sys.exit("test-typescript: interrupted")
    size = package.stat().st_size // 1024
    taken = time.monotonic() - began
    say(
        f"test-typescript: {tests} tests passed in {taken:.0f} s; the package is {shown(package)} ({size} KB)"
    )


def test_client(tools: Path, app: Path) -> int:
    """Test the client of our description against our server; return how many tests."""
    projects.check_types(tools, app)
    with projects.serving_own() as environment:
        return run_tests(app, environment)


def test_every_kind(tools: Path) -> int:
    """Test the clients of the descriptions with operations of every kind; return how many tests."""
    tests = 0
    for name, document in projects.documents().items():
        app = projects.make_described(tools, name, document)
        projects.check_types(tools, app)
        with projects.serving_described(name) as environment:
            tests += run_tests(app, environment)
    return tests


def give_broken_answers(app: Path) -> int:
    """Give broken answers to the client; return how many there were.

    Raises:
        FailedError: if one is not taken as it should be.
    """
    report = try_typescript(app, CASES.values())
    if problems := report.problems():
        say("\n".join(problems))
        message = f"{len(problems)} broken answers are not taken as they should be, as said above"
        raise FailedError(message)
    return report.cases


def run_tests_that_need_node() -> int:
    """Run the tests of the Python side that are skipped without Node's tools; return how many tests.

    Raises:
        FailedError: if one fails, or is skipped.
    """
    path = f"{node.tools(TESTS / 'pyright') / 'node_modules' / '.bin'}{os.pathsep}{os.environ['PATH']}"
    options = ["--quiet", "--color=no", "-rs", f"--timeout={FINISHED_WITHIN}"]
    command = [str(BIN / "pytest"), *options, *NEED_NODE]
    output = run("pytest", command, ROOT, {"PATH": path})
    if " skipped" in output:
        say(output.rstrip())
        message = "a test was skipped, as said above"
        raise FailedError(message)
    return len(NEED_NODE)


if __name__ == "__main__":
    main()
