"""Whether the bundle that is served still is what the description says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from pathlib import Path


def is_outdated(path: Path) -> bool:
    """Tell whether a bundle in a checkout differs from the description beside it.

    It takes as long as reading the description. Where there is none, as in an installed wheel, or none
    that can be read, nothing is outdated.

    Args:
        path: the bundle, `openapi.json` in the folder of the outputs.
    """
    spec = path.parents[1] / "spec"
    made = bundle(spec, []) if spec.is_dir() else None
    return made is not None and made.whole and made.to_json() != path.read_bytes()
