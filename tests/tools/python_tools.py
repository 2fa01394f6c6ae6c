"""The tools on PyPI that read a description."""

from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING, Final

from tests.tools.workbench import BUNDLE, COMPILES, DRIVERS, READS, Tool

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


TOOLS: Final = [
    Tool(
        "openapi-python-client",
        importlib.metadata.version("openapi-python-client"),
        _openapi_python_client,
        known={
            READS: "MessageFoldersForm",
            COMPILES: '"Unset" is not defined',
            **dict.fromkeys(
                ("create", "create_with_source", "webhook", "error_400"), "'Unset' is not defined"
            ),
            **dict.fromkeys(("read", "update", "delete"), "KeyError: 'mary'"),
            "list": "[] in place of",
        },
        remark="a form in two media types: its module lacks an import, so no account is created; "
        "drops MessageFoldersForm, as `add` and `add[]` get one name",
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
]
