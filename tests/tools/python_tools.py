"""The tools on PyPI that read a description."""

from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING, Final

from tests.program import serving
from tests.tools.proxy import running_proxy
from tests.tools.workbench import BUNDLE, COMPILES, DRIVERS, READS, Tool, pinned

if TYPE_CHECKING:
    from tests.tools.workbench import Workbench


def _openapi_python_client(bench: Workbench) -> None:
    command = ["openapi-python-client", "generate", "--path", BUNDLE, "--output-path", "generated"]
    bench.note(READS, *command, "--fail-on-warning")
    bench.call("python", DRIVERS / "openapi_python_client.py", PYTHONPATH="generated")
    bench.check(COMPILES, "mypy", "--config-file=", "--strict", "generated/context_io_api_client")


def _datamodel_code_generator(bench: Workbench) -> None:
    command = ["datamodel-codegen", "--input", BUNDLE, "--output", "models.py"]
    bench.check(READS, *command, "--output-model-type", "pydantic_v2.BaseModel", "--use-annotated")
    bench.check(COMPILES, "mypy", "--config-file=", "--strict", "models.py")


def _openapi_spec_validator(bench: Workbench) -> None:
    bench.check(READS, "openapi-spec-validator", BUNDLE)


def _openapi_core(bench: Workbench) -> None:
    python = bench.environment_of("openapi-core") / "python"
    bench.check(READS, python, "-c", f"import openapi_core; openapi_core.OpenAPI.from_file_path('{BUNDLE}')")
    bench.call(python, DRIVERS / "openapi_core_judge.py")


def _fastmcp(bench: Workbench) -> None:
    python = bench.environment_of("fastmcp") / "python"
    program = f"import fastmcp, json; fastmcp.FastMCP.from_openapi(json.load(open('{BUNDLE}')))"
    bench.check(READS, python, "-c", program)
    bench.call(python, DRIVERS / "fastmcp_tools.py")


def _schemathesis(bench: Workbench) -> None:
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    with (  # it deletes what other tools read
        serving(command="mock", log=bench.folder / "mock.log") as mock,
        running_proxy({"mock": mock.origin}) as proxy,
    ):
        command = ["schemathesis", "run", BUNDLE, "--url", f"{proxy.origin}/mock/2.0", "--seed", "1"]
        bench.check(READS, *command, "--phases", "examples", "--checks", checks)


TOOLS: Final = [
    Tool(
        "openapi-python-client",
        importlib.metadata.version("openapi-python-client"),
        _openapi_python_client,
        known={READS: "MessageFoldersForm"},
        remark="writes all but messages_update_folders, as `add` and `add[]` get one name",
        fast=True,
    ),
    Tool(
        "datamodel-code-generator",
        importlib.metadata.version("datamodel-code-generator"),
        _datamodel_code_generator,
        fast=True,
    ),
    Tool(
        "openapi-spec-validator",
        importlib.metadata.version("openapi-spec-validator"),
        _openapi_spec_validator,
        fast=True,
    ),
    Tool(
        "openapi-core",
        pinned("openapi-core"),
        _openapi_core,
        known={"file_content": "'NoneType' object"},
        remark="judges each request and answer; gives no data for the media type `*/*`",
    ),
    Tool(
        "fastmcp",
        pinned("fastmcp"),
        _fastmcp,
        known={
            "file_content": "did not return structured content",
            "upload": "message is a file",
            "error_429": "Rate limited by upstream API",
        },
        remark="calls the MCP tools that it makes; neither sends nor receives files; drops what a 429 says",
    ),
    Tool(
        "schemathesis",
        importlib.metadata.version("schemathesis"),
        _schemathesis,
        remark="makes every call that an example shows, and checks the answers",
        fast=True,
    ),
]
