"""Older descriptions: a git revision of the folder `spec/`, or a bundle at an address."""

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


def fetch(address: str) -> Contract:
    """Return the description at an http(s) address.

    Raises:
        CannotRun: if there is no bundle, or one of more than `MAX_BYTES`.
    """
    try:
        with urlopen(address, timeout=TIMEOUT) as response:  # noqa: S310 - http and https only, says the caller
            content = response.read(MAX_BYTES + 1)
    except (OSError, HTTPException, ValueError) as error:
        message = f"{address} cannot be fetched: {error}"
        raise CannotRun(message) from None
    if len(content) > MAX_BYTES:
        message = f"{address} has more than {MAX_BYTES} bytes"
        raise CannotRun(message)
    try:
        return Contract(json.loads(content), address)
    except (ContractError, ValueError, RecursionError) as error:
        message = f"{address} holds no bundled OpenAPI document in JSON: {error}"
        raise CannotRun(message) from error


def checkout(revision: str, spec: Path) -> Contract:
    """Return the description of a git revision; it may break rules, but not lack parts.

    Args:
        revision: the revision.
        spec: the folder of the description today, or the file of its bundle.

    Raises:
        CannotRun: if there is no description.
    """
    spec = spec.resolve()
    commit = _git(spec, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    if revision.startswith("-") or not commit:
        message = f"{revision} is no file, folder or git revision here; name one, such as BASE=main"
        raise CannotRun(message)
    packed = _git(spec, "archive", "--format=tar", revision, spec.name)
    findings: list[Finding] = []
    with TemporaryDirectory() as folder:
        if packed:
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
        if spec.is_file():
            return _load(Path(folder, spec.name), revision)
        read = bundle(Path(folder, spec.name), findings)
    if read is None or not read.whole:
        message = f"the description of {revision} cannot be read: {min(findings)}"
        raise CannotRun(message)
    return Contract(read.document, revision)


def _load(path: Path, revision: str) -> Contract:
    try:
        return Contract.load(path, revision)
    except (ContractError, OSError) as error:
        message = f"the description of {revision} cannot be read: {error}"
        raise CannotRun(message) from error


def _git(spec: Path, *arguments: str) -> bytes:
    """Return what git prints in the folder around the description, or nothing if it fails."""
    command = ["git", "-C", str(spec.parent), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False, timeout=TIMEOUT)  # noqa: S603 - git
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git cannot be asked: {error}"
        raise CannotRun(message) from None
    return result.stdout if result.returncode == 0 else b""
