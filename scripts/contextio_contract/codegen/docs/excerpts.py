"""Examples as they are shown: as text, and of long ones the beginning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.samples import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import MediaType

_MAX_LINES: Final = 40
"""Lines of an example that are shown."""
_WHOLE: Final = "story"
"""The name of the example that has all elements of a list, which is for the mock."""


def shown_examples(media: MediaType) -> Iterator[tuple[str, str, bool]]:
    """Yield the examples of a media type: summary, text and whether that is JSON; long ones are cut."""
    for example in media.examples:
        if example.name != _WHOLE:
            is_json = media.kind == "json"
            yield (
                example.summary,
                shortened(example.value) if is_json else _cut(as_text(example.value)),
                is_json,
            )


def shortened(value: Any) -> str:
    """Return a JSON value over several lines; of a long one, the beginning and how much more there is."""
    whole = json.dumps(value, indent=2, ensure_ascii=False)
    if whole.count("\n") < _MAX_LINES or not isinstance(value, list) or len(value) == 1:
        return _cut(whole)
    kept = len(value) - 1
    while kept > 1 and _lines(value[:kept]) > _MAX_LINES:
        kept -= 1
    begun = json.dumps(value[:kept], indent=2, ensure_ascii=False).removesuffix("\n]")
    more = len(value) - kept
    return f"{_cut(begun)}\n  … {more} more element{'s' if more > 1 else ''}\n]"


def _lines(value: Any) -> int:
    return json.dumps(value, indent=2).count("\n") + 1


def _cut(text: str) -> str:
    lines = text.split("\n")
    more = len(lines) - _MAX_LINES
    return text if more <= 1 else "\n".join([*lines[:_MAX_LINES], f"… {more} more lines"])
