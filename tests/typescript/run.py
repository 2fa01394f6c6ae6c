"""Build the TypeScript package, install it in a project of its own and test it there against the real server.

python -m tests.typescript.run
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests import kinds, shapes
from tests.codegen.conftest import Operation as Described
from tests.imap import running_imap
from tests.typescript import consumers
from tests.typescript.steps import (
    BUILD,
    FINISHED_WITHIN,
    ROOT,
    TESTS,
    FailedError,
    deployment,
    run,
    run_tests,
    say,
    shown,
)

from contextio_contract.codegen import samples
from contextio_contract.codegen.packing import pack
from contextio_contract.codegen.typescript import node
from contextio_contract.codegen.typescript.package import write_typescript
from contextio_contract.contract import Contract
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.contract import Operation

BIN: Final = Path(sys.executable).parent
NEED_NODE: Final = (
    "tests/codegen/test_types.py::test_pyright_finds_the_same",
    "tests/codegen/test_typescript.py::test_a_change_to_the_description_reaches_types_and_methods",
)
_NO_TESTS: Final = ("consumers", "kinds", "packaging", "pyright", "runtimes", "shapes")
_AT_ONCE: Final = 2


def main() -> None:
    """Run the steps; the last line says how it went."""
    began = time.monotonic()
    try:
        tools, packaging = node.tools(), node.tools(consumers.TOOLS)
        shutil.rmtree(BUILD, ignore_errors=True)
        package = build(tools, ROOT / "generated" / "typescript", "main")
        app = install(package, TESTS)
        add_tools(packaging, app)
        add_programs(app)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            steps = [
                pool.submit(test_client, tools, app),
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
    check_types(tools, app)
    with ExitStack() as stack:
        environment = {
            **stack.enter_context(deployment("main", "serve", "--database", ":memory:", "--no-demo")),
            "IMAP_PORT": str(stack.enter_context(running_imap(BUILD / "imap.log")).port),
            "BUNDLE": str(ROOT / "generated" / "openapi.json"),
        }
        return run_tests(app, environment)


def test_every_kind(tools: Path) -> int:
    """Test the clients of the descriptions with operations of every kind; return how many tests."""
    (BUILD / "spec").mkdir()
    described = {"shapes": shapes.document(), "kinds": kinds.document(BUILD / "spec", kinds.accepted())}
    return sum(test_described(tools, name, document) for name, document in described.items())


def test_described(tools: Path, name: str, document: dict[str, Any]) -> int:
    """Test the client of a description with the tests in a folder of its name; return how many tests."""
    folder = BUILD / name
    folder.mkdir()
    bundle, calls = folder / "openapi.json", folder / "calls.json"
    bundle.write_text(json.dumps(document), encoding="utf-8")
    contract = Contract.load(bundle)
    calls.write_text(json.dumps(list(map(call, contract.operations.values()))), encoding="utf-8")
    write_typescript(contract, folder / "source")
    app = install(build(tools, folder / "source", name), TESTS / name)
    shutil.copytree(folder / "source" / "examples", app / "examples")
    shutil.copy(TESTS / "types" / "node.d.ts", app / "examples")
    check_types(tools, app)
    with deployment(name, "mock", "--spec", str(bundle)) as environment:
        return run_tests(app, {**environment, "CALLS": str(calls)})


def call(operation: Operation) -> dict[str, Any]:
    """Return a call with everything that an operation takes, and the example of its answer."""
    described, media = Described(operation), operation.success.media
    body = described.bodies()[0]
    sent = {"form": body or {}} if operation.form else {"body": body}
    given = samples.Example("", described.arguments("path"), described.arguments("query"), **sent).arguments
    return {
        "name": operation.id,
        "page": samples.camel(operation.page),
        "method": samples.camel(operation.name),
        "path": [parameter.example for parameter in operation.path_parameters],
        "params": given | described.arguments("header") or None,
        **({"answer": media.examples[0].value} if media and media.examples else {}),
    }


def build(tools: Path, package: Path, name: str) -> Path:
    """Return the packed package, in a folder of this name."""
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    pack(package, tools, folder)
    (packed,) = folder.glob("*.tgz")
    return packed


def install(package: Path, tests: Path) -> Path:
    """Return a user's project that has the package and our tests of it."""
    app = package.parent / "app"
    app.mkdir()
    (app / "package.json").write_text('{"private": true, "type": "module"}\n', encoding="utf-8")
    run("npm install", ["npm", "install", "--offline", "--no-audit", "--no-fund", str(package)], app)
    ignored = shutil.ignore_patterns("*.py", "__pycache__", *_NO_TESTS)
    shutil.copytree(tests, app / "tests", ignore=ignored)
    shutil.copy(TESTS / "support.mjs", app / "tests")
    shutil.copy(TESTS / "types" / "tsconfig.json", app)
    return app


def add_tools(packaging: Path, app: Path) -> None:
    """Add what the tests need of the tools of users."""
    for name in ("@types", "esbuild", "undici"):
        (app / "node_modules" / name).symlink_to(packaging / "node_modules" / name)


def add_programs(app: Path) -> None:
    """Add the examples of the package and what it shows elsewhere."""
    shutil.copytree(ROOT / "generated" / "typescript" / "examples", app / "examples")
    for number, program in enumerate(printed_programs()):
        (app / "examples" / f"printed-{number}.ts").write_text(program, encoding="utf-8")


def printed_programs() -> list[str]:
    """Return the programs that the package's README and the API reference show."""
    readme = (ROOT / "generated" / "typescript" / "README.md").read_text(encoding="utf-8")
    reference = (ROOT / "generated" / "docs" / "index.html").read_text(encoding="utf-8")
    blocks = re.findall(r"<pre[^>]*>(.*?)</pre>", reference, flags=re.DOTALL)
    texts = (html.unescape(re.sub(r"<[^>]+>", "", block)) for block in blocks)
    programs = [text for text in texts if 'from "contextio-client"' in text]
    if not programs:
        message = "the API reference shows no TypeScript"
        raise FailedError(message)
    return programs + re.findall(r"^```ts\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL)


def check_types(tools: Path, app: Path) -> None:
    """Compile the examples, what README and reference show, and the type tests as strictly as tsc can."""
    run("tsc", [str(tools / "node_modules" / ".bin" / "tsc"), "--project", "tsconfig.json"], app)


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
