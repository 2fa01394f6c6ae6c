"""All broken answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.broken.cases import (
    compressed,
    drips,
    encodings,
    endless,
    error_objects,
    field_types,
    files,
    framing,
    headers,
    json_texts,
    lost,
    redirects,
    statuses,
    waits,
)

if TYPE_CHECKING:
    from tests.broken.case import Case

FAMILIES: Final[tuple[list[Case], ...]] = (
    drips.CASES,
    endless.CASES,
    compressed.CASES,
    field_types.CASES,
    encodings.CASES,
    json_texts.CASES,
    framing.CASES,
    lost.CASES,
    redirects.CASES,
    statuses.CASES,
    headers.CASES,
    waits.CASES,
    error_objects.CASES,
    files.CASES,
)
CASES: Final = {case.name: case for family in FAMILIES for case in family}
