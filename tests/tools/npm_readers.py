"""The tools on npm that validate, show, convert or call a description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.tools.npm_tools import pinned
from tests.tools.workbench import BUNDLE, READS, Tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tools.workbench import Workbench

_VALIDATORS: Final = "tools-validators"
_DOCUMENTS: Final = "tools-documents"


def _validated(folder: str, package: str) -> Callable[[Workbench], None]:
    def run(bench: Workbench) -> None:
        bench.use_packages(folder, "validate.mjs")
        bench.check(READS, "node", "validate.mjs", package, BUNDLE)

    return run


def _converted(package: str) -> Callable[[Workbench], None]:
    def run(bench: Workbench) -> None:
        bench.use_packages(_DOCUMENTS, "convert.mjs")
        bench.check(READS, "node", "convert.mjs", package, BUNDLE)

    return run


def _swagger_client(bench: Workbench) -> None:
    bench.call("node", bench.compile_typescript(_DOCUMENTS, "swagger-client.ts"))
    bench.seen[READS] = None if None in bench.seen.values() else "no operation can be called"


def _redocly_lint(bench: Workbench) -> None:
    bench.use_packages(_VALIDATORS)
    bench.check(
        READS, bench.command("redocly"), "lint", BUNDLE, "--extends", "recommended", REDOCLY_TELEMETRY="off"
    )


def _redocly_build(bench: Workbench) -> None:
    bench.use_packages(_VALIDATORS)
    bench.check(
        READS,
        bench.command("redocly"),
        "build-docs",
        BUNDLE,
        "--output",
        "page.html",
        REDOCLY_TELEMETRY="off",
    )


def _spectral(bench: Workbench) -> None:
    bench.use_packages(_VALIDATORS)
    (bench.folder / ".spectral.yaml").write_text('extends: ["spectral:oas"]\n')
    bench.check(READS, bench.command("spectral"), "lint", BUNDLE, "--fail-severity", "hint")


TOOLS: Final = [
    Tool(
        "@apidevtools/swagger-parser validate",
        pinned(_VALIDATORS, "@apidevtools/swagger-parser"),
        _validated(_VALIDATORS, "@apidevtools/swagger-parser"),
        fast=True,
    ),
    Tool(
        "@redocly/cli lint",
        pinned(_VALIDATORS, "@redocly/cli"),
        _redocly_lint,
        remark="warns of fields in `if`, `then` and `else`, as it forbids further ones there, "
        "and of callbacks without 4XX",
        fast=True,
    ),
    Tool("@redocly/cli build-docs", pinned(_VALIDATORS, "@redocly/cli"), _redocly_build),
    Tool(
        "@stoplight/spectral-cli spectral:oas",
        pinned(_VALIDATORS, "@stoplight/spectral-cli"),
        _spectral,
        fast=True,
    ),
    Tool(
        "@readme/openapi-parser",
        pinned(_VALIDATORS, "@readme/openapi-parser"),
        _validated(_VALIDATORS, "@readme/openapi-parser"),
    ),
    Tool(
        "@scalar/openapi-parser",
        pinned(_VALIDATORS, "@scalar/openapi-parser"),
        _validated(_VALIDATORS, "@scalar/openapi-parser"),
    ),
    Tool("swagger-client", pinned(_DOCUMENTS, "swagger-client"), _swagger_client),
    Tool(
        "openapi-to-postmanv2",
        pinned(_DOCUMENTS, "openapi-to-postmanv2"),
        _converted("openapi-to-postmanv2"),
        remark="keeps OAuth 1",
    ),
    Tool(
        "@usebruno/converters",
        pinned(_DOCUMENTS, "@usebruno/converters"),
        _converted("@usebruno/converters"),
        remark="has no OAuth 1; forms list the fields of the example alone",
    ),
    Tool(
        "openapi-backend",
        pinned(_DOCUMENTS, "openapi-backend"),
        _validated(_DOCUMENTS, "openapi-backend"),
        known={READS: "Document is not valid OpenAPI"},
        remark="knows OpenAPI 3.0 alone",
    ),
]
