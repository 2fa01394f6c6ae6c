"""Run the tests of the TypeScript package on other run times, in test runners and at the edge.

python -m tests.typescript.runtimes [--fast]

With --fast, Node 22 is left out, between the oldest and the newest one.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from typing import TYPE_CHECKING, Final

from tests.typescript import consumers, projects
from tests.typescript.steps import BUILD, TESTS, FailedError, run, run_tests, say

from contextio_contract.codegen.typescript import node
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_NODES: Final = ("node-22", "node-24")
_FOR_NODE: Final = ("bundles", "editor", "examples", "fetch", "package", "readme", "stacks")
"""The tests that are about Node itself, or that need its runner or its engine."""
_JESTS: Final = ("jest-29", "jest-30")


def main() -> None:
    """Run the tests everywhere; the last line says how it went."""
    began, nodes = time.monotonic(), _NODES[-1:] if "--fast" in sys.argv[1:] else _NODES
    try:
        tools, packaging = node.tools(), node.tools(consumers.TOOLS)
        modules = node.tools(TESTS / "runtimes") / "node_modules"
        shutil.rmtree(BUILD, ignore_errors=True)
        _, app = projects.make_own(tools, packaging)
        projects.check_types(tools, app)
        shapes = projects.make_described(tools, "shapes", projects.documents()["shapes"])
        projects.check_types(tools, shapes)
        with projects.serving_own() as environment:
            run_on_nodes(nodes, modules, app, environment)
            run_elsewhere(modules, app, environment)
            run_in_test_runners(modules, app, environment)
            run_at_the_edge(modules, app, environment)
        with projects.serving_described("shapes") as environment:
            run_on_nodes(nodes, modules, shapes, environment)
    except (FailedError, CannotRun) as error:
        sys.exit(f"test-runtimes: {error}")
    except KeyboardInterrupt:
        sys.exit("test-runtimes: interrupted")
    taken = time.monotonic() - began
    named = " and ".join(name.removeprefix("node-") for name in nodes)
    say(f"test-runtimes: Node {named}, Deno, Bun, workerd, Jest and Vitest take the package ({taken:.0f} s)")


def run_on_nodes(nodes: Sequence[str], modules: Path, app: Path, environment: Mapping[str, str]) -> None:
    """Run all tests of a project on newer Nodes."""
    for name in nodes:
        tests = run_tests(app, environment, str(modules / name / "bin" / "node"))
        say(f"{name}: {tests} tests passed")


def run_elsewhere(modules: Path, app: Path, environment: Mapping[str, str]) -> None:
    """Run the tests of a project that are not about Node on Deno and Bun."""
    files = sorted(app.glob("tests/*.test.mjs"))
    portable = [f"./tests/{file.name}" for file in files if file.name.split(".")[0] not in _FOR_NODE]
    deno = modules / "@deno" / "linux-x64-glibc" / "deno"
    output = run("deno", [str(deno), "test", "--allow-all", "--no-check", *portable], app, environment)
    report("deno", r"\b(\d+) passed", output)
    bun = modules / "@oven" / "bun-linux-x64" / "bin" / "bun"
    output = run("bun", [str(bun), "test", *portable], app, environment)
    report("bun", r"(\d+) pass$", output)


def run_in_test_runners(modules: Path, app: Path, environment: Mapping[str, str]) -> None:
    """Run a test of the package with Jest as CommonJS, and with Vitest as an ES module."""
    folder = app.parent / "runners"
    shutil.copytree(TESTS / "consumers" / "runners", folder)
    (folder / "node_modules").symlink_to(app / "node_modules")
    for name in _JESTS:
        command = ["node", str(modules / name / "bin" / "jest.js"), "--rootDir", ".", "--no-cache"]
        report(name, r"^Tests: +(\d+) passed", run(name, command, folder, environment))
    command = ["node", str(modules / "vitest" / "vitest.mjs"), "run", "--root", "."]
    report("vitest", r"Tests +(\d+) passed", run("vitest", command, folder, environment))


def run_at_the_edge(modules: Path, app: Path, environment: Mapping[str, str]) -> None:
    """Bundle a worker, and run it in workerd."""
    folder = app.parent / "edge"
    shutil.copytree(TESTS / "consumers" / "edge", folder)
    (folder / "node_modules").symlink_to(app / "node_modules")
    esbuild = str(app / "node_modules" / "esbuild" / "bin" / "esbuild")
    run("esbuild", [esbuild, "worker.mjs", "--bundle", "--format=esm", "--outfile=worker.js"], folder)
    workerd = modules / "@cloudflare" / "workerd-linux-64" / "bin" / "workerd"
    report(
        "workerd",
        r"\b(\d+) test passed",
        run("workerd", [str(workerd), "test", "config.capnp"], folder, environment),
    )


def report(name: str, pattern: str, output: str) -> None:
    """Say how many tests passed.

    Raises:
        FailedError: if the output tells of none.
    """
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    passed = re.search(pattern, plain, flags=re.MULTILINE)
    if passed is None or not int(passed[1]):
        message = f"{name} ran no test"
        raise FailedError(message)
    say(f"{name}: {passed[1]} tests passed")


if __name__ == "__main__":
    main()
