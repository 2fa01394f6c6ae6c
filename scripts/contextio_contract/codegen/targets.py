"""Targets: what is generated from the description, by which writer, and from which inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_SHARED: Final = ("contract/**/*", "description/**/*", "codegen/*.py")
"""Code that every target depends on, as patterns below the package."""
_CHECKS: Final = "conformance/checks/**/*"


class CannotGenerateError(Exception):
    """No code can be generated for a part of the description; one sentence says why."""


@dataclass(frozen=True)
class Target:
    """An output and its inputs.

    Attributes:
        name: its name on the command line.
        output: its file or folder in `generated/`.
        writer: the function that writes it, as `module:function` below the package; None for the bundle.
        libraries: the installed distributions that its writer uses, beside those that read the description.
        reads: further code that decides its content, as patterns below the package.
        takes_spec: whether the writer also takes the folder of the description, as `spec`.
        optional: whether it needs what a machine may lack, and is made and compared only by name.
    """

    name: str
    output: str
    writer: str | None = None
    libraries: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    takes_spec: bool = False
    optional: bool = False

    @property
    def code(self) -> tuple[str, ...]:
        """The code that decides its content: shared modules, and the folder of the writer."""
        folder = (self.writer or "").partition(":")[0].rpartition(".")[0].replace(".", "/")
        return (*_SHARED, *((f"{folder}/**/*",) if folder else ()), *self.reads)


BUNDLE: Final = Target(name="openapi", output="openapi.json")

TARGETS: Final = (
    BUNDLE,
    Target(
        name="models",
        output="contextio_models",
        writer="codegen.python.models:write_models",
        libraries=("datamodel-code-generator", "jinja2", "ruff"),
    ),
    Target(
        name="client",
        output="contextio_client",
        writer="codegen.python.client:write_client",
        libraries=("jinja2", "openapi-python-client", "ruff"),
    ),
    Target(
        name="rules",
        output="rules.json",
        writer="codegen.rulebook.rules:write_rules",
        reads=(_CHECKS,),
        takes_spec=True,
    ),
    Target(
        name="conformance",
        output="conformance.md",
        writer="cli.conformance:write_settings",
        libraries=("click",),
        reads=("conformance/**/*",),
    ),
    Target(
        name="typescript",
        output="typescript",
        writer="codegen.typescript.package:write_typescript",
        libraries=("jinja2",),
        optional=True,
    ),
    Target(
        name="docs",
        output="docs",
        writer="codegen.docs.page:write_docs",
        libraries=("jinja2", "markdown-it-py", "pygments"),
        reads=("codegen/rulebook/*", _CHECKS),
        takes_spec=True,
    ),
)


def named(names: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of these names, and the bundle; without names all that are not optional."""
    wanted = names or tuple(target.name for target in TARGETS if not target.optional)
    return tuple(target for target in TARGETS if target is BUNDLE or target.name in wanted)
