"""The older description: a git revision, a file, a folder or an address."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from urllib.request import urlopen

from contextio_contract.description.source.bundler import bundle
from contextio_contract.description.source.yaml import MAX_DEPTH
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.description.source.finding import Finding

MAX_BYTES: Final = 10_000_000
TIMEOUT: Final = 10.0
"""Seconds without an answer; also for git."""


def older(base: str, spec: Path) -> dict[str, Any]:
    """Return the description to compare with, in one piece.

    Args:
        base: an http(s) address of a bundle; else a bundle's file or a folder with `openapi.yaml`; else a git
            revision, of which the folder `spec` is taken.
        spec: the folder of the newer description.

    Raises:
        CannotRun: when there is nothing of the kind, or no description in it.
    """
    if base.startswith(("http://", "https://")):
        return _document(_fetched(base), base)
    path = Path(base)
    if path.is_dir():
        return folder(path, base)
    if path.is_file():
        with path.open("rb") as file:
            return _document(file.read(MAX_BYTES + 1), base)
    return _revision(base, spec)


def folder(spec: Path, called: str) -> dict[str, Any]:
    """Return the description in a folder, in one piece; it may break rules, but not lack parts.

    Args:
        spec: the folder with `openapi.yaml`.
        called: what to call it.

    Raises:
        CannotRun: when there is none, or a part of it is missing.
    """
    if not (spec / "openapi.yaml").exists():
        message = f"{called} has no openapi.yaml"
        raise CannotRun(message)
    findings: list[Finding] = []
    found = bundle(spec.resolve(), findings)
    if found is None or not found.whole:
        message = f"the description of {called} cannot be read: {min(findings)}"
        raise CannotRun(message)
    return found.document


def _fetched(address: str) -> bytes:
    try:
        with urlopen(address, timeout=TIMEOUT) as response:  # noqa: S310 - http and https only, see `older`
            content: bytes = response.read(MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        message = f"{address} cannot be fetched: {error}"
        raise CannotRun(message) from None
    return content


def _document(content: bytes, called: str) -> dict[str, Any]:
    if len(content) > MAX_BYTES:
        message = f"{called} has more than {MAX_BYTES} bytes"
        raise CannotRun(message)
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or "openapi" not in document or _too_deep(document):
        message = f"{called} holds no bundled OpenAPI document in JSON, such as generated/openapi.json"
        raise CannotRun(message)
    return document


def _too_deep(document: object) -> bool:
    level = [document]
    for _ in range(MAX_DEPTH):
        level = [inner for value in level for inner in _inner(value)]
    return bool(level)


def _inner(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _revision(revision: str, spec: Path) -> dict[str, Any]:
    spec = spec.resolve()
    known = _git(spec, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    if revision.startswith("-") or not known:
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
        found = subprocess.run(command, capture_output=True, check=False, timeout=TIMEOUT)  # noqa: S603 - git
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git cannot be asked: {error}"
        raise CannotRun(message) from None
    return found.stdout if found.returncode == 0 else b""
