"""The tools on npm that write clients, types and validators."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from tests.tools.workbench import BUNDLE, COMPILES, HERE, READS, Tool

if TYPE_CHECKING:
    from tests.tools.workbench import Workbench

_CLIENTS: Final = "tools-typescript"
_GENERATORS: Final = "tools-generators"
_STRICT: Final = ("--strict", "--noEmit", "--target", "es2022", "--module", "commonjs")


def pinned(folder: str, package: str) -> str:
    """Return the version of a package that a folder in `npm/` pins."""
    manifest: dict[str, Any] = json.loads((HERE / "npm" / folder / "package.json").read_bytes())
    return str(manifest["devDependencies"][package])


def _openapi_typescript(bench: Workbench) -> None:
    bench.use_packages(_CLIENTS)
    bench.check(READS, bench.command("openapi-typescript"), BUNDLE, "--output", "schema.ts")
    bench.call("node", bench.compile_typescript(_CLIENTS, "openapi-fetch.ts", "--module", "nodenext"))


def _hey_api(bench: Workbench) -> None:
    bench.use_packages(_CLIENTS)
    bench.check(
        READS, bench.command("openapi-ts"), "--input", BUNDLE, "--output", "generated", "--no-log-file"
    )
    bench.call("node", bench.compile_typescript(_CLIENTS, "hey-api.ts"))


def _orval(bench: Workbench) -> None:
    bench.use_packages(_GENERATORS, "orval.config.cjs")
    bench.check(READS, bench.command("orval"), "--config", "orval.config.cjs", "--project", "client")
    bench.call("node", bench.compile_typescript(_GENERATORS, "orval.ts"))


def _orval_zod(bench: Workbench) -> None:
    bench.use_packages(_GENERATORS, "orval.config.cjs")
    bench.check(READS, bench.command("orval"), "--config", "orval.config.cjs", "--project", "zod")
    bench.check(COMPILES, bench.command("tsc"), *_STRICT, "generated/zod.ts")


def _kubb(bench: Workbench) -> None:
    bench.use_packages(_GENERATORS, "kubb.config.cjs")
    bench.check(READS, bench.command("kubb"), "generate", "--config", "kubb.config.cjs")
    bench.call(
        "node",
        bench.compile_typescript(
            _GENERATORS, "kubb.ts", "--skipLibCheck", "--rewriteRelativeImportExtensions"
        ),
    )


def _swagger_typescript_api(bench: Workbench) -> None:
    bench.use_packages(_GENERATORS)
    options = ["--output", "generated", "--generate-union-enums"]
    bench.check(READS, bench.command("swagger-typescript-api"), "generate", "--path", BUNDLE, *options)
    bench.call("node", bench.compile_typescript(_GENERATORS, "swagger-typescript-api.ts"))


def _openapi_zod_client(bench: Workbench) -> None:
    bench.use_packages(_GENERATORS)
    bench.check(READS, bench.command("openapi-zod-client"), BUNDLE, "--output", "generated.ts")
    bench.check(COMPILES, bench.command("tsc"), *_STRICT, "generated.ts")


TOOLS: Final = [
    Tool(
        "openapi-typescript with openapi-fetch",
        pinned(_CLIENTS, "openapi-typescript"),
        _openapi_typescript,
        fast=True,
    ),
    Tool(
        "@hey-api/openapi-ts",
        pinned(_CLIENTS, "@hey-api/openapi-ts"),
        _hey_api,
        remark="warns of the scheme `oauth`",
        fast=True,
    ),
    Tool(
        "orval fetch",
        pinned(_GENERATORS, "orval"),
        _orval,
        known={"file_content": "SyntaxError"},
        remark="reads the bytes of a file as JSON",
    ),
    Tool("orval zod", pinned(_GENERATORS, "orval"), _orval_zod),
    Tool(
        "kubb",
        pinned(_GENERATORS, "@kubb/core"),
        _kubb,
        remark="its own declarations need `--skipLibCheck`; its fetch client sends JSON in place of forms, "
        "called with that for axios",
    ),
    Tool(
        "swagger-typescript-api",
        pinned(_GENERATORS, "swagger-typescript-api"),
        _swagger_typescript_api,
        remark="called with `--generate-union-enums`",
    ),
    Tool("openapi-zod-client", pinned(_GENERATORS, "openapi-zod-client"), _openapi_zod_client),
]
