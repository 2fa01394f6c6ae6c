"""The tools on npm that validate a description, show it, or answer for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.tools.npm_tools import pinned
from tests.tools.workbench import BUNDLE, READS, Tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tools.workbench import Workbench

_VALIDATORS: Final = "tools-validators"


def _validated(folder: str, package: str) -> Callable[[Workbench], None]:
    def run(bench: Workbench) -> None:
        bench.use_packages(folder, "validate.mjs")
        bench.check(READS, "node", "validate.mjs", package, BUNDLE)

    return run


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
        known={READS: "servers/1/variables/deployment must NOT have unevaluated properties"},
        remark="refuses the description of a server variable",
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
]
