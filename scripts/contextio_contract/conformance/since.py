"""Which operations a change of the description touches."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contextio_contract.cli.packaged import load_bundle
from contextio_contract.conformance.operations import METHODS
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping


def touched(bundle: Mapping[str, Any], since: str) -> set[str]:
    """Return the operationIds of what differs from an earlier description, or was not in it.

    Args:
        bundle: the description as it is now.
        since: a bundle file, or a revision of git in whose tree generated/openapi.json stands.

    Raises:
        CannotRun: when there is no earlier description.
    """
    before = _operations(_earlier(since))
    return {name for name, content in _operations(bundle).items() if before.get(name) != content}


def _earlier(since: str) -> Mapping[str, Any]:
    path = Path(since)
    if path.is_file():
        return load_bundle(path)
    show = ["git", "show", "--end-of-options", f"{since}:generated/openapi.json"]
    done = subprocess.run(show, capture_output=True, check=False)  # noqa: S603 - git reads the name alone
    if done.returncode:
        message = f"--since {since}: neither a bundle file nor a revision that has generated/openapi.json"
        raise CannotRun(message)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "openapi.json")
        copy.write_bytes(done.stdout)
        return load_bundle(copy)


def _operations(bundle: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return each operation with everything that it refers to."""
    found = {}
    for item in bundle["paths"].values():
        for method, definition in item.items():
            if method in METHODS:
                content = [item.get("parameters", []), definition]
                found[definition["operationId"]] = [content, _referred(bundle, content, {})]
    return found


def _referred(bundle: Mapping[str, Any], node: Any, seen: dict[str, Any]) -> dict[str, Any]:
    """Return all that a node refers to, directly or not, by reference."""
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            found: Any = bundle
            for key in reference.removeprefix("#/").split("/"):
                found = found[key.replace("~1", "/").replace("~0", "~")]
            seen[reference] = found
            _referred(bundle, found, seen)
        for value in node.values():
            _referred(bundle, value, seen)
    elif isinstance(node, list):
        for value in node:
            _referred(bundle, value, seen)
    return seen
