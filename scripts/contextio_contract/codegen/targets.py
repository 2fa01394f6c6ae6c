"""What is made from the description. Adding a target is adding one here, and the module that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


class CannotGenerateError(Exception):
    """A trait of the bundle that cannot be turned into code, in one sentence."""


@dataclass(frozen=True)
class Target:
    """An output and what it depends on.

    Attributes:
        name: how the command line calls it.
        output: the file or folder in `generated/` that belongs to it alone.
        writer: what writes the output, as `package.module:function`: a function of the contract and of the
            path to write, which raises `CannotGenerateError`. None for the bundle itself.
        code: our own files that decide its content, as patterns below the package.
        tools: installed distributions that decide its content.
        takes_spec: whether the writer also takes the folder of the description, as `spec`.
        optional: whether it needs what a machine may lack, and is therefore made and compared only by name.
    """

    name: str
    output: str
    writer: str | None
    code: tuple[str, ...]
    tools: tuple[str, ...]
    takes_spec: bool = False
    optional: bool = False


_GENERATOR: Final = ("codegen/python/formatting.py",)

_RULES: Final = ("codegen/rulebook/*.py", "conformance/checks/**/*.py")

BUNDLE: Final = Target(
    name="openapi",
    output="openapi.json",
    writer=None,
    code=("description/**/*.py",),
    tools=("pyyaml", "openapi-spec-validator"),
)

TARGETS: Final = (
    BUNDLE,
    Target(
        name="models",
        output="contextio_models",
        writer="contextio_contract.codegen.python.models:write_models",
        code=(
            *BUNDLE.code,
            *_GENERATOR,
            "codegen/python/enumerations.py",
            "codegen/python/models.py",
            "codegen/python/templates/models/*",
        ),
        tools=(*BUNDLE.tools, "datamodel-code-generator", "jinja2", "ruff"),
    ),
    Target(
        name="client",
        output="contextio_client",
        writer="contextio_contract.codegen.python.client:write_client",
        code=(
            *BUNDLE.code,
            *_GENERATOR,
            "codegen/facts.py",
            "codegen/python/client.py",
            "codegen/python/methods.py",
            "codegen/python/templates/client/**/*.*",
            "codegen/samples.py",
        ),
        tools=(*BUNDLE.tools, "openapi-python-client", "jinja2", "ruff"),
    ),
    Target(
        name="rules",
        output="rules.json",
        writer="contextio_contract.codegen.rulebook.target:write_rules",
        code=(*BUNDLE.code, *_RULES),
        tools=(*BUNDLE.tools,),
        takes_spec=True,
    ),
    Target(
        name="conformance",
        output="conformance.md",
        writer="contextio_contract.cli.conformance_settings:write_settings",
        code=("cli/conformance.py", "cli/conformance_settings.py", "conformance/configuration.py"),
        tools=("click",),
    ),
    Target(
        name="typescript",
        output="typescript",
        writer="contextio_contract.codegen.typescript.package:write_typescript",
        code=(
            *BUNDLE.code,
            "codegen/facts.py",
            "codegen/python/enumerations.py",
            "codegen/samples.py",
            "codegen/typescript/**/*.*",
        ),
        tools=(*BUNDLE.tools, "jinja2"),
        optional=True,
    ),
    Target(
        name="docs",
        output="docs",
        writer="contextio_contract.codegen.docs.page:write_docs",
        code=(*BUNDLE.code, *_RULES, "codegen/docs/**/*.*", "codegen/samples.py"),
        tools=(*BUNDLE.tools, "jinja2", "markdown-it-py", "pygments"),
        takes_spec=True,
    ),
)


def named(names: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of these names, with the bundle; where none is named, all that are not optional."""
    wanted = names or tuple(target.name for target in TARGETS if not target.optional)
    return tuple(target for target in TARGETS if target is BUNDLE or target.name in wanted)
