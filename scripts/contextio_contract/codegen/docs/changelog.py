"""The changelog beside a description, by version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def changelog(spec: Path) -> dict[str, str]:
    """Return what each version changes, in Markdown with headings of level 4; empty without a file."""
    path = spec / "CHANGELOG.md"
    if not path.is_file():
        return {}
    _, *sections = re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)
    versions = (section.partition("\n") for section in sections)
    return {
        version.strip(): re.sub(r"^### ", "#### ", text, flags=re.MULTILINE).strip()
        for version, _, text in versions
    }
