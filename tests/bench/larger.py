"""A description of about 100 paths, for measuring: this one with its pages copied under other names."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

COPIES: Final = 12


def write_larger(spec: Path, target: Path, copies: int = COPIES) -> None:
    """Write a description that has each page of another several times over.

    Args:
        spec: the folder of the description.
        target: where the larger one goes; the folder must not be there yet.
        copies: how many more times each page is there.
    """
    shutil.copytree(spec, target)
    root = (spec / "openapi.yaml").read_text(encoding="utf-8")
    tags = re.search(r"^tags:\n(.*?)^paths:\n(.*?)^components:", root, re.MULTILINE | re.DOTALL)
    if tags is None:
        message = f"{spec / 'openapi.yaml'} does not have tags, paths and components in this order"
        raise ValueError(message)
    more_tags, more_paths = "", ""
    for number in range(1, copies + 1):
        mark = f"copy{number}_"
        for page in sorted(spec.glob("resources/*.yaml")):
            text = _renamed(page.read_text(encoding="utf-8"), mark)
            (target / "resources" / f"{mark}{page.name}").write_text(text, encoding="utf-8")
        more_tags += re.sub(r"(?<=- name: )", mark, tags[1])
        more_paths += re.sub(r"^  /", f"  /copy{number}/", tags[2], flags=re.MULTILINE).replace(
            "resources/", f"resources/{mark}"
        )
    larger = root.replace(tags[1], tags[1] + more_tags, 1).replace(tags[2], tags[2] + more_paths, 1)
    (target / "openapi.yaml").write_text(larger, encoding="utf-8")


def _renamed(page: str, mark: str) -> str:
    """Return a page whose operations, tags and components have names of their own."""
    prefix = mark.rstrip("_").capitalize()
    page = re.sub(r"(?<=operationId: )(?=\w)|(?<=tags: \[)", mark, page)
    page = re.sub(r"^  (?=[A-Z]\w*:)", f"  {prefix}", page, flags=re.MULTILINE)
    page = re.sub(r'(?<=")(\w+\.yaml)?(#/(?:schemas|examples)/)', rf"\1\2{prefix}", page)
    return re.sub(r'(?<=")(?=\w+\.yaml#)', mark, page)
