"""Older descriptions: the folder `spec/`, or the file of a bundle, at a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import Contract, ContractError
from contextio_contract.description.source.bundler import bundle
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.description.source.finding import Finding

_TIMEOUT: Final = 10.0  # seconds that git may take


def checkout(revision: str, spec: Path) -> Contract:
    """Return the description of a git revision; it may break rules, but not lack parts.

    Raises:
        CannotRun: if there is no description.
    """
    spec = spec.resolve()
    commit = _git(spec, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    if not commit and not _has_commit(spec):
        message = (
            f"{spec.parent} is in no git repository with a commit; name a file or folder, such as BASE=old"
        )
        raise CannotRun(message)
    if revision.startswith("-") or not commit:
        message = f"{revision} is no file, folder or git revision here; name one, such as BASE=main"
        raise CannotRun(message)
    packed = _git(spec, "archive", "--format=tar", revision, spec.name)
    findings: list[Finding] = []
    with TemporaryDirectory() as folder:
        if packed:
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        path = Path(folder, spec.name)
        if spec.is_file():
            try:
                return Contract.load(path, revision)
            except (ContractError, OSError) as error:
                message = f"the description of {revision} cannot be read: {error}"
                raise CannotRun(message) from error
        read = bundle(path, findings)
    if read is None or not read.whole:
        message = f"the description of {revision} cannot be read: {min(findings)}"
        raise CannotRun(message)
    return Contract(read.document, revision)


def uncommitted(spec: Path) -> list[str]:
    """Return the files that differ from the last commit of the repository around a description.

    Raises:
        CannotRun: if there is no commit.
    """
    if not _has_commit(spec):
        message = f"{spec.parent} is in no git repository with a commit; release from one"
        raise CannotRun(message)
    return [line[3:] for line in _git(spec, "status", "--porcelain").decode().splitlines()]


def _has_commit(spec: Path) -> bool:
    return bool(_git(spec, "rev-parse", "--quiet", "--verify", "HEAD"))


def _git(spec: Path, *arguments: str) -> bytes:
    """Return what git prints in the folder around the description, or nothing if it fails."""
    command = ["git", "-C", str(spec.parent), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False, timeout=_TIMEOUT)  # noqa: S603 - git
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git cannot be asked: {error}"
        raise CannotRun(message) from None
    return result.stdout if result.returncode == 0 else b""
