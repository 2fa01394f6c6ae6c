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
        writer: what writes the output, as `package.module:function`: a function of the bundle as data and of
            the path to write, which raises `CannotGenerateError`. None for the bundle itself.
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


_GENERATOR: Final = ("codegen/formatting.py",)

_RULES: Final = ("codegen/rules.py", "conformance/rules/*.py")

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
        writer="contextio_contract.codegen.models:write_models",
        code=(
            *BUNDLE.code,
            *_GENERATOR,
            "codegen/answers.py",
            "codegen/models.py",
            "codegen/templates/models/*",
        ),
        tools=(*BUNDLE.tools, "datamodel-code-generator", "jinja2", "ruff"),
    ),
    Target(
        name="client",
        output="contextio_client",
        writer="contextio_contract.codegen.client:write_client",
        code=(
            *BUNDLE.code,
            *_GENERATOR,
            "codegen/calls.py",
            "codegen/client.py",
            "codegen/facts.py",
            "codegen/samples.py",
            "codegen/templates/client/**/*.*",
        ),
        tools=(*BUNDLE.tools, "openapi-python-client", "jinja2", "ruff"),
    ),
    Target(
        name="rules",
        output="rules.json",
        writer="contextio_contract.codegen.rules:write_rules",
        code=(*BUNDLE.code, *_RULES),
        tools=(*BUNDLE.tools,),
        takes_spec=True,
    ),
    Target(
        name="conformance",
        output="conformance.md",
        writer="contextio_contract.conformance.reference:write_reference",
        code=tuple(f"conformance/{name}.py" for name in ("reference", "command", "configuration")),
        tools=("click",),
    ),
    Target(
        name="typescript",
        output="typescript",
        writer="contextio_contract.codegen.typescript:write_typescript",
        code=(
            *BUNDLE.code,
            "codegen/answers.py",
            "codegen/facts.py",
            "codegen/methods.py",
            "codegen/node.py",
            "codegen/npm/*.*",
            "codegen/samples.py",
            "codegen/templates/typescript/**/*.*",
            "codegen/typescript.py",
        ),
        tools=(*BUNDLE.tools, "jinja2"),
        optional=True,
    ),
    Target(
        name="docs",
        output="docs",
        writer="contextio_contract.codegen.docs.page:write_docs",
        code=(*BUNDLE.code, *_RULES, "codegen/docs/*.py", "codegen/samples.py", "codegen/templates/docs/*"),
        tools=(*BUNDLE.tools, "jinja2", "markdown-it-py", "pygments"),
        takes_spec=True,
    ),
)


def named(names: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of these names, with the bundle; where none is named, all that are not optional."""
    wanted = names or tuple(target.name for target in TARGETS if not target.optional)
    return tuple(target for target in TARGETS if target is BUNDLE or target.name in wanted)
