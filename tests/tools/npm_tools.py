"""The tools on npm that write clients, types and validators."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from tests.tools.workbench import BUNDLE, HERE, READS, Tool

if TYPE_CHECKING:
    from tests.tools.workbench import Workbench

_CLIENTS: Final = "tools-typescript"


def pinned(folder: str, package: str) -> str:
    """Return the version of a package that a folder in `npm/` pins."""
    manifest: dict[str, Any] = json.loads((HERE / "npm" / folder / "package.json").read_bytes())
    return str(manifest["devDependencies"][package])


def _openapi_typescript(bench: Workbench) -> None:
    command = bench.packages_of(_CLIENTS) / ".bin" / "openapi-typescript"
    bench.check(READS, command, BUNDLE, "--output", "schema.ts")
    bench.call("node", bench.compile_typescript(_CLIENTS, "openapi-fetch.ts", "--module", "nodenext"))


def _hey_api(bench: Workbench) -> None:
    command = bench.packages_of(_CLIENTS) / ".bin" / "openapi-ts"
    bench.check(READS, command, "--input", BUNDLE, "--output", "generated", "--no-log-file")
    bench.call("node", bench.compile_typescript(_CLIENTS, "hey-api.ts"))


TOOLS: Final = [
    Tool(
        "openapi-typescript with openapi-fetch",
        pinned(_CLIENTS, "openapi-typescript"),
        _openapi_typescript,
        fast=True,
    ),
    Tool("@hey-api/openapi-ts", pinned(_CLIENTS, "@hey-api/openapi-ts"), _hey_api, fast=True),
]
