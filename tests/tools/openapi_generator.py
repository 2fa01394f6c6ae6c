"""openapi-generator, whose program for Java is on PyPI, in several of its languages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, Final

from tests.tools.workbench import BUNDLE, COMPILES, DRIVERS, READS, ROOT, Tool

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
    _generate(bench, "typescript-fetch")
    bench.call("node", bench.compile_typescript("tools-typescript", "openapi-generator.ts"))


def _java(bench: Workbench) -> None:
    _generate(
        bench,
        "java",
        "--additional-properties",
        "openApiNullable=false,useJakartaEe=true,useSingleRequestParameter=true",
    )
    jars = ("okhttp", "okio", "gson", "jsr305", "jakarta-annotation-api")
    libraries = ":".join(f"/usr/share/java/{jar}.jar" for jar in jars)
    sources = [*bench.folder.glob("generated/src/main/java/**/*.java"), *(DRIVERS / "java").rglob("*.java")]
    bench.check(COMPILES, "javac", "-d", "built", "-cp", libraries, *sources)
    bench.call("java", "-cp", f"built:{libraries}", "Driver")


def _go(bench: Workbench) -> None:
    source = bench.folder / "src" / "contextio"
    _generate(bench, "go", "--package-name", "contextio", "--additional-properties", "enumClassPrefix=true")
    shutil.copytree(DRIVERS / "go", bench.folder / "src")
    shutil.move(bench.folder / "generated", source)
    shutil.rmtree(source / "test")
    environment = {
        "GO111MODULE": "off",  # or it asks for what is beside it
        "GOPATH": str(bench.folder),
        "GOCACHE": str(ROOT / ".cache" / "tools-go"),
        "GOFLAGS": "",
    }
    bench.check(COMPILES, "go", "vet", "contextio", **environment)
    bench.call("go", "run", "driver", **environment)


def _php(bench: Workbench) -> None:
    files = sorted(_generate(bench, "php").glob("lib/**/*.php"))
    check = "foreach (array_slice($argv, 1) as $file) { opcache_compile_file($file) or exit(1); }"
    bench.check(COMPILES, "php", "-d", "opcache.enable_cli=1", "-r", check, *files)
    bench.call("php", DRIVERS / "openapi-generator.php")


def _ruby(bench: Workbench) -> None:
    library = _generate(bench, "ruby", "--additional-properties", "library=faraday") / "lib"
    bench.check(COMPILES, "ruby", "-c", *sorted(library.rglob("*.rb")))
    bench.call("ruby", "-I", library, DRIVERS / "openapi-generator.rb")


def _written(generator: str, grammar: str, pattern: str, *options: str, **entry: Any) -> Tool:
    """Return the tool for a language whose libraries are out of reach: it is written and parsed."""

    def run(bench: Workbench) -> None:
        files = sorted(_generate(bench, generator, *options).glob(pattern))
        bench.check(
            READS, bench.environment_of("tree-sitter") / "python", DRIVERS / "parse.py", grammar, *files
        )

    return Tool(
        f"openapi-generator {generator}",
        _VERSION,
        run,
        compiles="not compiled",
        debian=(_JAVA,),
        **entry,
    )


TOOLS: Final = [
    Tool("openapi-generator python", _VERSION, _python, debian=(_JAVA,), fast=True),
    Tool(
        "openapi-generator typescript-fetch",
        _VERSION,
        _typescript,
        debian=(_JAVA,),
        fast=True,
    ),
    Tool(
        "openapi-generator java",
        _VERSION,
        _java,
        remark="with okhttp and gson of Debian, and stand-ins for what it needs of okhttp 4",
        debian=(
            "default-jdk-headless",
            "libgoogle-gson-java",
            "libjakarta-annotation-api-java",
            "libjsr305-java",
            "libokhttp-java",
        ),
    ),
    Tool(
        "openapi-generator go",
        _VERSION,
        _go,
        known={"unused_token": "oneOf(ConnectTokenAccountValue)"},
        remark="an empty object in a union matches nothing, so an unused token cannot be read; called with "
        "`enumClassPrefix=true` and a stand-in for its library validator.v2",
        debian=(_JAVA, "golang-go"),
    ),
    Tool(
        "openapi-generator php",
        _VERSION,
        _php,
        known={"unused_token": "[0, false]", "used_token": "{} in place of false"},
        remark="a union of scalars becomes an empty class: `expires` cannot be read; with Guzzle of Debian",
        debian=(_JAVA, "php-cli", "php-guzzlehttp-guzzle", "php-mbstring", "php-curl"),
    ),
    Tool(
        "openapi-generator ruby",
        _VERSION,
        _ruby,
        known={"upload": "ApiClient::Pathname"},
        remark="does not require pathname, which an upload needs; with Faraday of Debian",
        debian=(_JAVA, "ruby", "ruby-faraday", "ruby-marcel"),
    ),
    _written("csharp", "c_sharp", "src/**/*.cs"),
    _written("kotlin", "kotlin", "src/main/**/*.kt"),
    _written("rust", "rust", "src/**/*.rs"),
    _written(
        "swift6",
        "swift",
        "Sources/**/Models/*.swift",
        known={READS: "CallbackMessageHeaders.swift"},
        remark="writes no valid Swift for a union with a map",
    ),
]
