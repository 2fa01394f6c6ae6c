"""What is made from the description. Adding a target is adding one here, and the module that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Target:
    """An output and what it depends on.

    Attributes:
        name: how the command line calls it.
        output: the file or folder in `generated/` that belongs to it alone.
        module: what `python -m` runs to write the folder (see `source.run`), or None for the bundle.
        code: our own files that decide its content, as patterns below the package.
        tools: installed distributions that decide its content.
    """

    name: str
    output: str
    module: str | None
    code: tuple[str, ...]
    tools: tuple[str, ...]


REFUSED: Final = 3
"""Exit status of a target's module that cannot go on with the bundle; its last line of stderr says why."""

_GENERATOR: Final = ("codegen/source.py", "codegen/formatting.py")

BUNDLE: Final = Target(
    name="openapi",
    output="openapi.json",
    module=None,
    code=("description/**/*.py",),
    tools=("pyyaml", "openapi-spec-validator"),
)

TARGETS: Final = (
    BUNDLE,
    Target(
        name="models",
        output="contextio_models",
        module="contextio_contract.codegen.models",
        code=(*BUNDLE.code, *_GENERATOR, "codegen/models.py", "codegen/templates/models/*"),
        tools=(*BUNDLE.tools, "datamodel-code-generator", "jinja2", "ruff"),
    ),
    Target(
        name="client",
        output="contextio_client",
        module="contextio_contract.codegen.client",
        code=(
            *BUNDLE.code,
            *_GENERATOR,
            "codegen/calls.py",
            "codegen/client.py",
            "codegen/templates/client/*",
        ),
        tools=(*BUNDLE.tools, "openapi-python-client", "jinja2", "ruff"),
    ),
)


def named(names: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of these names, with the bundle that they are made from; all where none is named."""
    return tuple(target for target in TARGETS if not names or target is BUNDLE or target.name in names)
