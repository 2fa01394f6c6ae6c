"""Targets: what is generated from the description, by which writer, and from which inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from contextio_contract.codegen.names import OWN, Names

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
        takes_names: whether it also takes the names of the packages, as `names`.
        optional: whether it needs what a machine may lack, and is made and compared only by name.
    """

    name: str
    output: str
    writer: str | None = None
    reads: tuple[str, ...] = ()
    takes_spec: bool = False
    takes_names: bool = False
    optional: bool = False

    @property
    def code(self) -> tuple[str, ...]:
        """The code that decides its content: shared modules, and the folder of the writer."""
        folder = (self.writer or "").partition(":")[0].rpartition(".")[0].replace(".", "/")
        return (*_SHARED, *((f"{folder}/**/*",) if folder else ()), *self.reads)


BUNDLE: Final = Target("openapi", "openapi.json")


def _packages(names: Names) -> tuple[Target, Target, Target]:
    """Return the targets that are packages."""
    return (
        Target(
            "models",
            names.models,
            "codegen.python.models:write_models",
            takes_spec=True,
            takes_names=True,
        ),
        Target(
            "client",
            names.client,
            "codegen.python.client:write_client",
            takes_spec=True,
            takes_names=True,
        ),
        Target(
            "typescript",
            "typescript",
            "codegen.typescript.package:write_typescript",
            takes_spec=True,
            takes_names=True,
            optional=True,
        ),
    )


_SETTINGS: Final = ("cli/conformance.py", "conformance/**/*")
_MODELS, _CLIENT, _TYPESCRIPT = _packages(OWN)
TARGETS: Final = (
    BUNDLE,
    _MODELS,
    _CLIENT,
    Target("rules", "rules.json", "codegen.rulebook.rules:write_rules", (_CHECKS,), takes_spec=True),
    Target(
        "conformance",
        "conformance.md",
        "cli.conformance_page:write_settings",
        ("cli/conformance.py", "conformance/**/*"),
    ),
    _TYPESCRIPT,
    Target("docs", "docs", "codegen.docs.page:write_docs", ("codegen/rulebook/*", _CHECKS), takes_spec=True),
)
"""What is in `generated/`."""


@dataclass(frozen=True)
class Edition:
    """What is in a folder of outputs: all that follows from the description, or packages for a team.

    Attributes:
        names: the names of the packages.
        pages: the pages that the packages of a team have; empty for all.
        is_own: whether it is all that follows, in a folder that holds nothing else.
    """

    names: Names
    pages: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def targets(self) -> tuple[Target, ...]:
        """Its targets."""
        return TARGETS if self.is_own else (BUNDLE, *_packages(self.names))

    @property
    def package(self) -> str | None:
        """What the names begin with, as a manifest says it of packages for a team; else None."""
        return None if self.is_own else self.names.stem


ALL: Final = Edition(OWN, is_own=True)
"""All that follows from the description."""


def named(names: tuple[str, ...], edition: Edition = ALL) -> tuple[Target, ...]:
    """Return the targets of these names, and the bundle; without names all that are not optional.

    Raises:
        LookupError: if the edition has no target of a name; its text says which there are.
    """
    every = {target.name: target for target in edition.targets}
    for name in names:
        if name not in every:
            message = f"{name}: the targets are {', '.join(every)}"
            raise LookupError(message)
    wanted = names or tuple(target.name for target in every.values() if not target.optional)
    return tuple(target for target in every.values() if target is BUNDLE or target.name in wanted)
