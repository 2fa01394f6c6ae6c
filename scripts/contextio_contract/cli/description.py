"""The description that a command works with, resolved in one way for all of them.

It is the file or folder that `--spec` names; without the option, the bundle inside an installed package, or
`spec/` of the checkout. A folder is bundled at the start, unless `generated/` is up to date with it.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from contextio_contract.contract import Contract, ContractError
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from contextio_contract.description.source.finding import Finding

_PACKAGED: Final = Path(__file__).parents[1] / "openapi.json"
_CHECKOUT: Final = Path(__file__).parents[3] / "spec"
_Command = TypeVar("_Command", bound="Callable[..., Any]")


@dataclass(frozen=True)
class Description:
    """A description that was resolved.

    Attributes:
        contract: the operations.
        path: the folder `spec/`, or the file of a bundle.
        bundle: the file of the bundle; None for a folder whose outputs in `generated/` are out of date.
    """

    contract: Contract
    path: Path
    bundle: Path | None

    @cached_property
    def rulebook(self) -> Mapping[str, Any]:
        """The documented rules, as `generated/rules.json` has them; empty beside a bundle without them.

        Raises:
            CannotRun: if `spec/documented/` cannot be read.
        """
        if self.bundle is None:
            from contextio_contract.codegen.rulebook.rules import rulebook
            from contextio_contract.codegen.targets import CannotGenerateError

            try:
                return rulebook(self.contract, self.path)
            except CannotGenerateError as error:
                message = f"the documented rules cannot be read: {error}; run: make lint"
                raise CannotRun(message) from error
        rules = self.bundle.with_name("rules.json")
        content: Mapping[str, Any] = json.loads(rules.read_bytes()) if rules.is_file() else {}
        return content

    @cached_property
    def reference(self) -> str | None:
        """The API reference as HTML; None if a bundle has none beside it, or `spec/` gives none."""
        if self.bundle is None:
            from contextio_contract.codegen.docs.page import render
            from contextio_contract.codegen.targets import CannotGenerateError

            try:
                return render(self.contract, self.path)
            except CannotGenerateError as error:
                click.echo(f"the API reference cannot be made: {error}; run: make lint", err=True)
                return None
        page = self.reference_page
        return page.read_text(encoding="utf-8") if page else None

    @property
    def reference_page(self) -> Path | None:
        """The file of the API reference; None without one that is up to date."""
        page = self.bundle.with_name("docs") / "index.html" if self.bundle else None
        return page if page and page.is_file() else None


def spec_option(command: _Command) -> _Command:
    """Give a command the option `--spec`, whose value goes to `resolve`."""
    return click.option(
        "--spec",
        type=click.Path(exists=True, path_type=Path),
        metavar="PATH",
        help="Folder with openapi.yaml, or the JSON file of a bundle; without it, the one that belongs to "
        "this program.",
    )(command)


def folder_option(command: _Command) -> _Command:
    """Give a command the option `--spec` for the folder of a description that it reads or edits."""

    def check(context: click.Context, parameter: click.Parameter, spec: Path) -> Path:
        del context, parameter
        if not (spec / "openapi.yaml").exists():
            message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
            raise CannotRun(message)
        return spec.resolve()

    return click.option(
        "--spec",
        type=click.Path(file_okay=False, path_type=Path),
        default="spec",
        show_default=True,
        callback=check,
        help="Folder with openapi.yaml.",
    )(command)


def pages_option(text: str) -> Callable[[_Command], _Command]:
    """Return what gives a command the option `--pages`, which takes names with commas between them.

    Args:
        text: the help of the option.
    """

    def split(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        del context, parameter
        return tuple(dict.fromkeys(name for value in values for name in re.split(r"[\s,]+", value) if name))

    return click.option("--pages", multiple=True, metavar="NAMES", callback=split, help=text)


def resolve(spec: Path | None = None) -> Description:
    """Return the description that a command works with.

    Args:
        spec: the value of `--spec`; None for the description that belongs to this program.

    Raises:
        CannotRun: if it cannot be read.
    """
    path = spec or (_PACKAGED if _PACKAGED.is_file() else _CHECKOUT)
    bundle = _up_to_date_bundle(path) if path.is_dir() else path
    name = _named(path)
    try:
        contract = Contract.load(bundle, name) if bundle else Contract(_bundle(path), name)
    except (ContractError, OSError) as error:
        raise _cannot_use(name, error) from error
    return Description(contract, path, bundle)


def earlier(base: str, spec: Path) -> Contract:
    """Return an earlier description: a bundle, a folder with openapi.yaml, or a git revision of `spec`.

    Raises:
        CannotRun: if there is none.
    """
    from contextio_contract.description.diff.revision import checkout

    return resolve(Path(base)).contract if Path(base).exists() else checkout(base, spec)


@contextmanager
def usable(contract: Contract) -> Iterator[None]:
    """Let a command end with a message if its contract turns out to be one that it cannot work with.

    What extensions say of behaviour is read at once.

    Raises:
        CannotRun: in place of a ContractError.
    """
    try:
        contract.read_behaviour()
        yield
    except ContractError as error:
        raise _cannot_use(contract.source, error) from error


def _cannot_use(name: str, error: Exception) -> CannotRun:
    reason = getattr(error, "strerror", None) or str(error)
    return CannotRun(f"the description {name} cannot be used: {reason}; run: make lint")


def _up_to_date_bundle(spec: Path) -> Path | None:
    """Return the generated bundle of the checkout; None if it, the rules or the reference are out of date."""
    if not _CHECKOUT.is_dir() or not spec.samefile(_CHECKOUT):
        return None
    from contextio_contract.codegen import manifest
    from contextio_contract.codegen.targets import BUNDLE, named

    targets = named(("rules", "docs"))
    generated = _CHECKOUT.with_name("generated")
    try:
        state = manifest.inspect(spec, generated, targets)
    except CannotRun:  # without the tools that generate, nothing tells
        return None
    return None if state.stale(targets) else generated / BUNDLE.output


def _bundle(folder: Path) -> dict[str, Any]:
    from contextio_contract.description.source.bundler import bundle

    findings: list[Finding] = []
    read = bundle(folder, findings)
    if read is None or not read.whole:
        for finding in sorted(set(findings)):
            click.echo(finding, err=True)
        message = f"the description {_named(folder)} cannot be read; correct what is named above"
        raise CannotRun(message)
    return read.document


def _named(path: Path) -> str:
    """Return how messages and reports call a description."""
    if path == _PACKAGED:
        return "of the installed package"
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
