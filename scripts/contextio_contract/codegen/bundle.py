"""The description as one document, once nothing is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_bundle(spec: Path, path: Path) -> list[str]:
    """Write the bundle, or return what is wrong with the description, one finding a line.

    Args:
        spec: the folder of the description.
        path: where the bundle goes; nothing is written where there are findings.
    """
    from contextio_contract.description.bundle import bundle

    findings = []
    made = bundle(spec, findings)
    if findings or made is None:
        return [str(finding) for finding in sorted(findings)]
    path.write_bytes(made.to_json())
    return []
