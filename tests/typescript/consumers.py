"""Projects that take the TypeScript package, as publishers' linters and other compilers see them."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.typescript.steps import BUILD, TESTS, run

if TYPE_CHECKING:
    from pathlib import Path

TOOLS: Final = TESTS / "packaging"
"""What `node.tools` installs for it."""
_OLDEST: Final = "typescript-oldest"
_NEWEST: Final = "typescript-newest"
_STRICT: Final = {
    "noEmit": True,
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "skipLibCheck": False,
}


@dataclass(frozen=True)
class Project:
    """A project of a user: how it is compiled, and where the types of what the run time has come from."""

    name: str
    compilers: tuple[str, ...]
    sources: str
    options: dict[str, Any]


_DOM: Final[dict[str, Any]] = {"lib": ["ES2020", "DOM"], "types": []}
_NODE: Final[dict[str, Any]] = {"lib": ["ES2022"], "types": ["node"]}
_PROJECTS: Final = (
    Project("node", (_OLDEST, _NEWEST), "node", {"module": "NodeNext", **_DOM}),
    Project("node-16", (_OLDEST,), "node", {"module": "Node16", **_NODE}),
    Project("node-10", (_OLDEST,), "types", {"module": "CommonJS", "moduleResolution": "Node10", **_NODE}),
    Project("commonjs", (_NEWEST,), "types", {"module": "CommonJS", "moduleResolution": "Bundler", **_NODE}),
    Project(
        "bundler", (_OLDEST, _NEWEST), "types", {"module": "ESNext", "moduleResolution": "Bundler", **_DOM}
    ),
)


def lint_package(tools: Path, package: Path) -> int:
    """Let attw and publint judge the package as it is packed; return how many judged.

    Raises:
        FailedError: if a way to import it finds no types, or those of the other kind of module.
    """
    programs = tools / "node_modules" / ".bin"
    run("attw", [str(programs / "attw"), "--no-emoji", str(package)], package.parent)
    run("publint", [str(programs / "publint"), "--strict", str(package)], package.parent)
    return 2


def compile_projects(tools: Path, app: Path) -> int:
    """Compile projects of several kinds with the oldest and the newest TypeScript.

    Args:
        tools: what `node.tools` installed.
        app: a project in which the package is installed.

    Returns:
        How many were compiled.

    Raises:
        FailedError: if one does not compile.
    """
    folder = BUILD / "consumers"
    folder.mkdir()
    (folder / "node_modules").symlink_to(app / "node_modules")
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    shutil.copytree(TESTS / "consumers" / "node", folder / "node")
    shutil.copytree(TESTS / "types", folder / "types", ignore=shutil.ignore_patterns("*.json", "*.d.ts"))
    compiled = 0
    for project in _PROJECTS:
        for compiler in project.compilers:
            config = folder / f"{project.name}.json"
            options = {"target": "ES2020", **_STRICT, **project.options}
            config.write_text(json.dumps({"compilerOptions": options, "include": [project.sources]}))
            command = [
                "node",
                str(tools / "node_modules" / compiler / "bin" / "tsc"),
                "--project",
                config.name,
            ]
            run(f"{compiler} of {project.name}", command, folder)
            compiled += 1
    return compiled
