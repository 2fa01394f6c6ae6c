"""`contextio-contract release`."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

import click

from contextio_contract.cli import counted
from contextio_contract.cli.description import earlier, folder_option, usable
from contextio_contract.codegen.targets import BUNDLE, named

if TYPE_CHECKING:
    from contextio_contract.contract import Contract
    from contextio_contract.description.diff.changes import Change


@click.command(
    epilog="""\b
Examples:
  contextio-contract release
  contextio-contract release --spec ../other/spec
"""
)
@folder_option
def release(spec: Path) -> None:
    """Release the description and its packages under the version in info.version.

    Everything must be committed, lint and check must find nothing, and the version must be one that may
    follow the released one. Its entry in CHANGELOG.md must name each breaking change. Then the packages are
    built into dist/, and spec/released.json becomes a copy of generated/openapi.json.

    Exit status: 0 released, 1 something is to be done first, 2 could not run.
    """
    from contextio_contract.codegen import packing
    from contextio_contract.description.diff import report

    root = spec.parent
    bundle = root / "generated" / BUNDLE.output
    _require_committed(spec)
    _require_no_findings(spec)
    _require_generated(spec, bundle.parent)
    new = earlier(str(bundle), spec)
    _require_version(spec, new)
    dist = root / "dist"
    dist.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=dist) as folder:
        built, left_out = packing.build(root, Path(folder))
        shutil.copy(bundle, Path(folder, report.RELEASED))
        for path in built:
            path.replace(dist / path.name)
            click.echo(f"Built  dist/{path.name}")
        Path(folder, report.RELEASED).replace(spec / report.RELEASED)
    if left_out:
        click.echo(f"Left out  {left_out}")
    name = f"{spec.name}/{report.RELEASED}"
    click.echo(
        f"release: {new.version} is in {name}, with {counted(len(built), 'package')} in dist; "
        f"next: git commit -m 'Release {new.version}' {name} && git tag v{new.version}"
    )


def _refuse(reason: str) -> NoReturn:
    click.echo(f"release: {reason}")
    raise SystemExit(1)


def _require_committed(spec: Path) -> None:
    from contextio_contract.description.diff.revision import uncommitted

    if files := uncommitted(spec):
        more = f" (and {len(files) - 1} more)" if len(files) > 1 else ""
        _refuse(f"{files[0]}{more} is not committed; commit or remove it, and run it again")


def _require_no_findings(spec: Path) -> None:
    from contextio_contract.description import read, validated

    if findings := validated(read(spec)).findings:
        _refuse(f"lint has {counted(len(findings), 'finding')}; run: make lint")


def _require_generated(spec: Path, generated: Path) -> None:
    from contextio_contract.codegen import manifest, pipeline

    targets = named(())
    state = manifest.inspect(spec, generated)
    if state.strays or any(pipeline.check(spec, generated, state, targets).values()):
        _refuse("generated/ is not what the description gives; run: make generate")
    if outdated := state.outdated(targets):
        names = " ".join(target.name for target in outdated)
        _refuse(f"{names} may be out of date; with Node run: make generate TARGETS={names}")


def _require_version(spec: Path, new: Contract) -> None:
    """Require a version that may follow the released one, and an entry of the changelog for it."""
    from contextio_contract.description.diff import report
    from contextio_contract.description.diff.operations import compare

    changes: list[Change] = []
    log, released = spec / "CHANGELOG.md", spec / report.RELEASED
    if released.exists():
        old = earlier(str(released), spec)
        was, now = report.parse(old.version), report.parse(new.version)
        if was is None or now is None:
            _refuse(f"info.version is {new.version} after {old.version}; write major.minor.patch")
        with usable(old):
            changes = compare(old, new)
        needed = report.following(was, [change.rule.level for change in changes])
        if not changes:
            _refuse(f"nothing has changed since {old.version}; there is nothing to release")
        if now < needed:
            _refuse(f"{old.version} is released; write info.version: {report.written(needed)}")
    entry = report.section(log.read_text("utf-8") if log.exists() else "", new.version)
    drafts = f"make diff BASE={spec.name}/{report.RELEASED} drafts one"
    if not entry:
        _refuse(f"{spec.name}/{log.name} has no entry ## {new.version}; write it, {drafts}")
    if unnamed := report.unnamed(changes, entry):
        click.echo("\n".join(unnamed))
        _refuse(f"{spec.name}/{log.name} does not name the above under ### Breaking; write it, {drafts}")
