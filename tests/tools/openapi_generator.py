"""openapi-generator, whose program for Java is on PyPI, in several of its languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.tools.workbench import BUNDLE, COMPILES, DRIVERS, READS, Tool

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.workbench import Workbench

_VERSION: Final = "7.26.0"
_JAVA: Final = "default-jre-headless"


def _generate(bench: Workbench, generator: str, *options: str) -> Path:
    """Write a client into a folder of the workbench and return the folder."""
    command = bench.environment_of("openapi-generator") / "openapi-generator-cli"
    folder = bench.folder / "generated"
    bench.check(READS, command, "generate", "-i", BUNDLE, "-g", generator, "-o", folder, *options)
    return folder


def _python(bench: Workbench) -> None:
    folder = _generate(bench, "python")
    python = bench.environment_of("openapi-generator") / "python"
    bench.check(COMPILES, python, "-c", "import openapi_client", PYTHONPATH=str(folder))
    driver = DRIVERS / "openapi_generator.py"
    bench.call(python, driver, PYTHONPATH=str(folder))


def _typescript(bench: Workbench) -> None:
    _generate(bench, "typescript-fetch", "--model-name-mappings", "File=MailFile")
    bench.call("node", bench.compile_typescript("tools-typescript", "openapi-generator.ts"))


TOOLS: Final = [
    Tool("openapi-generator python", _VERSION, _python, debian=(_JAVA,), fast=True),
    Tool(
        "openapi-generator typescript-fetch",
        _VERSION,
        _typescript,
        known={COMPILES: "AddressSetReplyTo.ts"},
        remark="imports a class twice for `oneOf` of an object and an array of it; "
        "called with `--model-name-mappings File=MailFile`",
        debian=(_JAVA,),
        fast=True,
    ),
]
