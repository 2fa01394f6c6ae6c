"""The older description: a git revision, a file, a folder or an address."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from urllib.request import urlopen

from contextio_contract.contract import Contract, ContractError
from contextio_contract.description.source.bundler import bundle
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.description.source.finding import Finding

MAX_BYTES: Final = 10_000_000
TIMEOUT: Final = 10.0
"""Seconds without an answer; also for git."""


def older(base: str, spec: Path) -> Contract:
    """Return the description to compare with.

    Args:
        base: an http(s) address of a bundle; else a bundle's file or a folder with `openapi.yaml`; else a git
            revision, of which the folder `spec` is taken.
        spec: the folder of the newer description.

    Raises:
        CannotRun: if there is no description.
    """
    if base.startswith(("http://", "https://")):
        return _bundled(_fetch(base), base)
    path = Path(base)
    if path.is_dir():
        return folder(path, base)
    return _bundled(path.read_bytes(), base) if path.is_file() else _revision(base, spec)


def folder(spec: Path, name: str) -> Contract:
    """Return the description in a folder; it may break rules, but not lack parts.

    Args:
        spec: the folder with `openapi.yaml`.
        name: what messages call it.

    Raises:
        CannotRun: if there is no description, or a part of it is missing.
    """
    if not (spec / "openapi.yaml").exists():
        message = f"{name} has no openapi.yaml"
        raise CannotRun(message)
    findings: list[Finding] = []
    read = bundle(spec.resolve(), findings)
    if read is None or not read.whole:
        message = f"the description of {name} cannot be read: {min(findings)}"
        raise CannotRun(message)
    return _contract(read.document, name)


def _bundled(content: bytes, name: str) -> Contract:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or "openapi" not in document:
        message = f"{name} holds no bundled OpenAPI document in JSON, such as generated/openapi.json"
        raise CannotRun(message)
    return _contract(document, name)


def _contract(document: dict[str, object], name: str) -> Contract:
    try:
        return Contract(document, name)
    except ContractError as error:
        message = f"the description of {name} cannot be read: {error}"
        raise CannotRun(message) from error


def _fetch(address: str) -> bytes:
    try:
        with urlopen(address, timeout=TIMEOUT) as response:  # noqa: S310 - http and https only, see `older`
            content: bytes = response.read(MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        message = f"{address} cannot be fetched: {error}"
        raise CannotRun(message) from None
    if len(content) > MAX_BYTES:
        message = f"{address} has more than {MAX_BYTES} bytes"
        raise CannotRun(message)
    return content


def _revision(revision: str, spec: Path) -> Contract:
    spec = spec.resolve()
    commit = _git(spec, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    if revision.startswith("-") or not commit:
        message = f"{revision} is no file, folder or git revision here; name one, such as BASE=main"
        raise CannotRun(message)
    packed = _git(spec, "archive", "--format=tar", revision, spec.name)
    if not packed:
        message = f"{revision} has no {spec.name}/"
        raise CannotRun(message)
    with TemporaryDirectory() as unpacked:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(unpacked, filter="data")
        return folder(Path(unpacked, spec.name), revision)


def _git(spec: Path, *arguments: str) -> bytes:
    """Return what git prints in the folder around the description, or nothing if it fails."""
    command = ["git", "-C", str(spec.parent), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False, timeout=TIMEOUT)  # noqa: S603 - git
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git cannot be asked: {error}"
        raise CannotRun(message) from None
    return result.stdout if result.returncode == 0 else b""
