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
        reads: further code that decides its content, as patterns below the package.
        takes_spec: whether the writer also takes the folder of the description, as `spec`.
        optional: whether it needs what a machine may lack, and is made and compared only by name.
    """

    name: str
    output: str
    writer: str | None = None
    reads: tuple[str, ...] = ()
    takes_spec: bool = False
    optional: bool = False

    @property
    def code(self) -> tuple[str, ...]:
        """The code that decides its content: shared modules, and the folder of the writer."""
        folder = (self.writer or "").partition(":")[0].rpartition(".")[0].replace(".", "/")
        return (*_SHARED, *((f"{folder}/**/*",) if folder else ()), *self.reads)


BUNDLE: Final = Target("openapi", "openapi.json")

TARGETS: Final = (
    BUNDLE,
    Target("models", "contextio_models", "codegen.python.models:write_models"),
    Target("client", "contextio_client", "codegen.python.client:write_client"),
    Target("rules", "rules.json", "codegen.rulebook.rules:write_rules", (_CHECKS,), takes_spec=True),
    Target("conformance", "conformance.md", "cli.conformance:write_settings", ("conformance/**/*",)),
    Target("typescript", "typescript", "codegen.typescript.package:write_typescript", optional=True),
    Target("docs", "docs", "codegen.docs.page:write_docs", ("codegen/rulebook/*", _CHECKS), takes_spec=True),
)


def named(names: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of these names, and the bundle; without names all that are not optional."""
    wanted = names or tuple(target.name for target in TARGETS if not target.optional)
    return tuple(target for target in TARGETS if target is BUNDLE or target.name in wanted)
